import { describe, expect, it } from 'vitest';
import { isCategory, kindById, kinds, kindsWithCode } from '../../../src/core/offences/catalogue.ts';
import { offenceLabel } from '../../../src/core/offences/label.ts';
import { foldTitle, normaliseCode, recogniseOffence } from '../../../src/core/offences/recognise.ts';

describe('by code', () => {
  it('finds one kind however the code is written', () => {
    for (const code of ['008/06', '8/6', '8/06', '00806', ' 008/06 ', '8.06']) {
      expect(recogniseOffence(code, '')).toBe('abh');
    }
    expect(recogniseOffence('39', '')).toBe('theft-from-person');
    expect(recogniseOffence('046', '')).toBe('shoplifting');
  });

  it('lets the code decide over a title of another offence', () => {
    expect(recogniseOffence('105/01', 'Murder')).toBe('common-assault');
    expect(recogniseOffence('034/01', 'Robbery')).toBe('robbery-personal');
  });

  it('lets the title pick among the kinds that share the code', () => {
    expect(recogniseOffence('034/01', 'Business robbery')).toBe('robbery-business');
    expect(recogniseOffence('008/01', 'Minor wound')).toBe('wounding-minor');
    expect(recogniseOffence('005/01', 'GBH with intent on a constable')).toBe('wounding-with-intent-police');
    expect(recogniseOffence('028/03', 'Distraction burglary')).toBe('burglary-distraction-dwelling');
  });

  it('takes s20 without severity as the wounding of unrecorded severity', () => {
    expect(recogniseOffence('008/01', '')).toBe('wounding-unspecified');
    expect(recogniseOffence('008/01', 'something else')).toBe('wounding-unspecified');
  });

  it('falls back on the title when the code is unknown', () => {
    expect(recogniseOffence('999/99', 'ABH')).toBe('abh');
    expect(recogniseOffence('n/a', 'Personal robbery')).toBe('robbery-personal');
  });

  it('reads recording classes given as a code', () => {
    expect(recogniseOffence('34B', '')).toBe('robbery-personal');
    expect(recogniseOffence('34A', '')).toBe('robbery-business');
    expect(recogniseOffence('8N', '')).toBe('assault-with-injury');
  });
});

describe('by title', () => {
  it.each([
    ['Assault occasioning actual bodily harm', 'abh'],
    ['ABH', 'abh'],
    ['s.47 assault', 'abh'],
    ['Section 18 wounding', 'wounding-with-intent'],
    ['GBH WITH INTENT', 'wounding-with-intent'],
    ['GBH w/ intent', 'wounding-with-intent'],
    ['S20 GBH', 'wounding-unspecified'],
    ['Robbery of personal property', 'robbery-personal'],
    ['personal robbery', 'robbery-personal'],
    ['Common assault & battery', 'common-assault'],
    ['Theft from a motor vehicle', 'theft-from-vehicle'],
    ['Violence with injury', 'assault-with-injury'],
    ['Residential burglary', 'burglary-residential'],
    ['Drug trafficking', 'drug-trafficking'],
    ['Possession of drugs', 'drug-possession'],
    ['Homicide', 'homicide'],
    ['Wounding with intent to do grievous bodily harm (Indictable)', 'wounding-with-intent'],
    ['Criminal damage £5,000 and over', 'damage-5000-and-over'],
    ['Criminal damage <£5k', 'damage-under-5000'],
    ['Criminal damage ≥£5k', 'damage-5000-and-over'],
  ])('knows "%s"', (title, kind) => {
    expect(recogniseOffence('', title)).toBe(kind);
  });

  it('counts an attempt as the offence, but attempted murder as its own', () => {
    expect(recogniseOffence('', 'Attempted personal robbery')).toBe('robbery-personal');
    expect(recogniseOffence('', 'Attempted - Theft from a motor vehicle')).toBe('theft-from-vehicle');
    expect(recogniseOffence('', 'Personal robbery (attempt)')).toBe('robbery-personal');
    expect(recogniseOffence('', 'Attempted murder')).toBe('attempted-murder');
    expect(recogniseOffence('', 'Murder (attempted)')).toBeNull();
    expect(recogniseOffence('', 'Attempted manslaughter')).toBeNull();
  });

  it.each([
    '',
    ' ',
    'Murder mystery',
    'Assault police dog',
    'Robbery report withdrawn',
    'No offence: assault',
    'Rapeseed theft',
    'constructor',
    '__proto__',
    '%',
  ])('never guesses from part of a title: "%s"', (title) => {
    expect(recogniseOffence('', title)).toBeNull();
  });

  it.each([
    ['Anti-social behaviour', 'category-anti-social-behaviour'],
    ['Bicycle theft', 'category-bicycle-theft'],
    ['Burglary', 'category-burglary'],
    ['Criminal damage and arson', 'category-criminal-damage-and-arson'],
    ['Drugs', 'category-drugs'],
    ['Other crime', 'category-other-crime'],
    ['Other theft', 'category-other-theft'],
    ['Possession of weapons', 'category-possession-of-weapons'],
    ['Public order', 'category-public-order'],
    ['Robbery', 'category-robbery'],
    ['Shoplifting', 'category-shoplifting'],
    ['Theft from the person', 'category-theft-from-the-person'],
    ['Vehicle crime', 'category-vehicle-crime'],
    ['Violence and sexual offences', 'category-violence-and-sexual-offences'],
    ['anti-social-behaviour', 'category-anti-social-behaviour'],
    ['criminal-damage-arson', 'category-criminal-damage-and-arson'],
    ['violent-crime', 'category-violence-and-sexual-offences'],
  ])('knows the data.police.uk category "%s"', (title, kind) => {
    expect(recogniseOffence('', title)).toBe(kind);
  });
});

describe('the catalogue', () => {
  it('has ids that are unique, in kebab case, and found again', () => {
    expect(new Set(kinds.map((kind) => kind.id)).size).toBe(kinds.length);
    for (const kind of kinds) {
      expect(kind.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(kindById(kind.id)).toBe(kind);
    }
    expect(kindById('toString')).toBeUndefined();
  });

  it('has normalised codes, and none on a category', () => {
    for (const kind of kinds) {
      for (const code of kind.codes) expect(normaliseCode(code)).toBe(code);
      if (isCategory(kind)) expect(kind.codes).toEqual([]);
    }
  });

  it('gives no title to two kinds', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const kind of kinds) {
      for (const name of new Set([kind.title, ...kind.aliases].map(foldTitle))) {
        if (owner.has(name)) shared.push(name);
        owner.set(name, kind.id);
      }
    }
    expect(shared).toEqual([]);
  });

  it('recognises every kind by its title, and by its title with each of its codes', () => {
    for (const kind of kinds) {
      expect(recogniseOffence('', kind.title), kind.title).toBe(kind.id);
      for (const code of kind.codes) expect(recogniseOffence(code, kind.title), `${code} ${kind.title}`).toBe(kind.id);
    }
  });

  it('says first what a shared code alone means', () => {
    expect(kindsWithCode('008/01')[0]?.id).toBe('wounding-unspecified');
    expect(kindsWithCode('005/01').map((kind) => kind.id)).toEqual([
      'wounding-with-intent',
      'wounding-with-intent-police',
    ]);
    expect(kindsWithCode('000/00')).toEqual([]);
  });

  it('labels an offence by its title, else its kind, else its code', () => {
    expect(offenceLabel({ code: '008/06', title: 'Abh!', kind: 'abh' })).toBe('Abh!');
    expect(offenceLabel({ code: '105/01', title: '', kind: 'common-assault' })).toBe('Common assault and battery');
    expect(offenceLabel({ code: '999/01', title: '', kind: null })).toBe('999/01');
    expect(offenceLabel(undefined)).toBe('Not recorded');
  });
});
