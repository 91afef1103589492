import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { kinds } from '../../../src/core/offences/catalogue.ts';
import { availabilityFor, availabilityOf, definitionMask } from '../../../src/core/offences/definitions.ts';
import { definitions } from '../../../src/core/offences/presets.ts';
import type { DefinitionId } from '../../../src/core/settings.ts';
import { makeTable, type Row } from '../table-builder.ts';

const ids = Object.keys(definitions) as DefinitionId[];

/** The titles a definition counts, among rows with every column. */
function counted(definition: DefinitionId, rows: readonly Partial<Row>[], includeProactive = false): string[] {
  const mask = definitionMask(makeTable(rows), definition, includeProactive);
  return rows.filter((_, row) => mask[row] === 1).map((row) => row.title ?? row.code ?? '');
}

/** One row of each kind with the same other values, so that only the offence decides. */
const eachKind = (rest: Partial<Row>): Partial<Row>[] =>
  kinds
    .filter((kind) => kind.codes.length > 0)
    .map((kind) => ({ title: kind.title, code: kind.codes[0] ?? '', ...rest }));

describe('Operation Ark', () => {
  it('counts violence with injury, robbery and drug trafficking in public and not domestic', () => {
    const rows = [
      { title: 'Section 18 wounding', publicPlace: 'yes', domestic: 'no' },
      { title: 'Malicious wounding', publicPlace: 'yes', domestic: 'no' },
      { title: 'ABH', publicPlace: 'yes', domestic: 'no' },
      { title: 'Attempted murder', publicPlace: 'yes', domestic: 'no' },
      { title: 'Business robbery', publicPlace: 'yes', domestic: 'no' },
      { title: 'PWITS class A', publicPlace: 'yes', domestic: 'no' },
      { title: 'Common assault', publicPlace: 'yes', domestic: 'no' },
      { title: 'Possession of cannabis', publicPlace: 'yes', domestic: 'no' },
      { title: 'Murder', publicPlace: 'yes', domestic: 'no' },
    ] as const;
    expect(counted('ark', rows)).toEqual([
      'Section 18 wounding',
      'Malicious wounding',
      'ABH',
      'Attempted murder',
      'Business robbery',
      'PWITS class A',
    ]);
  });

  it('needs a yes for the public place and only not a yes for domestic', () => {
    const rows = [
      { title: 'ABH', code: 'a', publicPlace: 'yes', domestic: 'unknown' },
      { title: 'ABH', code: 'b', publicPlace: 'unknown', domestic: 'no' },
      { title: 'ABH', code: 'c', publicPlace: 'no', domestic: 'no' },
      { title: 'ABH', code: 'd', publicPlace: 'yes', domestic: 'yes' },
    ] as const;
    expect([...definitionMask(makeTable(rows), 'ark', false)]).toEqual([1, 0, 0, 0]);
  });
});

describe('near miss', () => {
  it('is the list of the homicide prevention profile, robberies where a weapon was used', () => {
    const groups = new Set(
      counted('near-miss', eachKind({ weapon: 'yes' })).map(
        (title) => kinds.find((kind) => kind.title === title)?.group,
      ),
    );
    expect([...groups].sort()).toEqual([
      'arson-endangering-life',
      'attempted-murder',
      'cause-or-allow-death',
      'conspiracy-to-murder',
      'endangering-life',
      'robbery-business',
      'robbery-personal',
      'wounding',
      'wounding-with-intent',
    ]);
  });

  it('counts a robbery with a weapon or a knife, a wounding without either', () => {
    const rows = [
      { title: 'Personal robbery', weapon: 'yes', knife: 'no' },
      { title: 'Personal robbery', weapon: 'no', knife: 'yes' },
      { title: 'Personal robbery', weapon: 'no', knife: 'no' },
      { title: 'Business robbery', weapon: 'unknown', knife: 'unknown' },
      { title: 'GBH', weapon: 'no', knife: 'no' },
    ] as const;
    expect([...definitionMask(makeTable(rows), 'near-miss', false)]).toEqual([1, 1, 0, 0, 1]);
  });

  it('has a twin with homicide and nothing else more', () => {
    const rows = eachKind({ weapon: 'yes' });
    const without = counted('near-miss', rows);
    const more = counted('near-miss-homicide', rows).filter((title) => !without.includes(title));
    expect(more).toEqual(['Murder', 'Manslaughter']);
  });

  it('counts every robbery as an upper bound when no file has a weapon column', () => {
    const table = makeTable([{ title: 'Personal robbery', knife: 'no' }, { title: 'GBH' }]);
    expect([...definitionMask(table, 'near-miss', false)]).toEqual([1, 1]);
    expect(availabilityOf(table)['near-miss']).toEqual({
      state: 'upper-bound',
      why: 'No file says where a weapon was used, so every robbery counts.',
    });
  });
});

describe('community violence', () => {
  const assault = { title: 'ABH', domestic: 'no', victimAge: 30, relationship: 'Stranger' } as const;

  it('leaves out domestic, family, under 15 and over 64, but nothing unknown', () => {
    const rows: Partial<Row>[] = [
      assault,
      { ...assault, domestic: 'yes' },
      { ...assault, domestic: 'unknown' },
      { ...assault, victimAge: 14 },
      { ...assault, victimAge: 15 },
      { ...assault, victimAge: 64 },
      { ...assault, victimAge: 65 },
      { ...assault, victimAge: 255 },
      { ...assault, relationship: '' },
      { ...assault, relationship: 'Brother' },
    ];
    expect([...definitionMask(makeTable(rows), 'community-violence', false)]).toEqual([1, 0, 1, 0, 1, 1, 0, 1, 1, 0]);
  });

  it.each([
    'Spouse',
    'ex-partner',
    'Parents',
    'CHILD',
    'Suspect is step-sister',
    'Other family member',
    'Mother-in-law',
  ])('takes "%s" for family', (relationship) => {
    expect(counted('community-violence', [{ ...assault, relationship }])).toEqual([]);
  });

  it.each([
    'Stranger',
    'Acquaintance',
    'Business partner',
    'Friend of the family',
    'No relation',
    'Non-family',
    'Personal',
  ])('does not take "%s" for family', (relationship) => {
    expect(counted('community-violence', [{ ...assault, relationship }])).toEqual(['ABH']);
  });

  it('counts homicide and personal robbery, not business robbery or common assault', () => {
    const rows = ['Murder', 'Personal robbery', 'Business robbery', 'Common assault', 'GBH with intent'].map(
      (title) => ({
        ...assault,
        title,
      }),
    );
    expect(counted('community-violence', rows)).toEqual(['Murder', 'Personal robbery', 'GBH with intent']);
  });

  it('says which of its conditions could not be applied', () => {
    expect(availabilityOf(makeTable([{ title: 'ABH' }]))['community-violence']).toEqual({
      state: 'upper-bound',
      why: 'No file says what is domestic, so domestic offences count too; no relationship is recorded, so family counts too; no age is recorded, so victims of every age count.',
    });
  });
});

describe('night-time economy', () => {
  const at = (from: string): number =>
    definitionMask(makeTable([{ from, publicPlace: 'yes', title: 'Shoplifting' }]), 'nte', false)[0] ?? -1;

  it.each([
    ['2021-07-23T18:59', 0, 'Friday, just before'],
    ['2021-07-23T19:00', 1, 'Friday evening'],
    ['2021-07-24T04:59', 1, 'Friday night'],
    ['2021-07-24T05:00', 0, 'Saturday morning'],
    ['2021-07-24T19:00', 1, 'Saturday evening'],
    ['2021-07-25T04:59', 1, 'Saturday night'],
    ['2021-07-25T05:00', 0, 'Sunday morning'],
    ['2021-07-25T21:00', 0, 'Sunday evening'],
    ['2021-07-22T23:00', 0, 'Thursday'],
  ])('at %s counts %d (%s)', (from, expected) => {
    expect(at(from)).toBe(expected);
  });

  it('leaves out rows without a time and places not known to be public', () => {
    const rows = [
      { from: '2021-07-23', publicPlace: 'yes' },
      { from: '2021-07-23T20:00', publicPlace: 'unknown' },
      { from: '2021-07-23T20:00', publicPlace: 'yes' },
    ] as const;
    expect([...definitionMask(makeTable(rows), 'nte', false)]).toEqual([0, 0, 1]);
  });

  it('is an upper bound without a public-place column, unavailable without times', () => {
    expect(availabilityOf(makeTable([{ from: '2021-07-23T20:00' }])).nte.state).toBe('upper-bound');
    expect(availabilityOf(makeTable([{ from: '2021-07-23', publicPlace: 'yes' }])).nte).toEqual({
      state: 'unavailable',
      why: 'No offence has a time of day.',
    });
  });
});

describe('knife and domestic GBH', () => {
  it('count what says yes', () => {
    const rows = [
      { title: 'ABH', knife: 'yes', domestic: 'yes' },
      { title: 'Dragon sighting', knife: 'yes', domestic: 'no' },
      { title: 'GBH', knife: 'unknown', domestic: 'yes' },
      { title: 'GBH with intent', knife: 'no', domestic: 'unknown' },
    ] as const;
    expect(counted('knife', rows)).toEqual(['ABH', 'Dragon sighting']);
    expect(counted('domestic-gbh', rows)).toEqual(['GBH']);
  });

  it('are unavailable without their column, with a sentence that says what to do', () => {
    const table = makeTable([{ title: 'GBH' }]);
    expect(availabilityOf(table).knife).toEqual({
      state: 'unavailable',
      why: 'No file says whether a knife was used.',
    });
    expect(availabilityOf(table)['domestic-gbh'].state).toBe('unavailable');
    expect(() => definitionMask(table, 'knife', false)).toThrow(InputError);
    expect(() => definitionMask(table, 'knife', false)).toThrow(
      '“Knife-enabled” cannot be read from these offences: no file says whether a knife was used – choose another',
    );
  });
});

describe('on data.police.uk categories', () => {
  const titles = [
    'Violence and sexual offences',
    'Robbery',
    'Drugs',
    'Burglary',
    'Possession of weapons',
    'Other crime',
  ];
  const rows = titles.map((title) => ({ title, from: '2018-05' }));

  it('Ark counts violence and robbery, and drugs with the switch', () => {
    expect(counted('ark', rows)).toEqual(['Violence and sexual offences', 'Robbery']);
    expect(counted('ark', rows, true)).toEqual(['Violence and sexual offences', 'Robbery', 'Drugs']);
  });

  it('near miss and community violence count violence and robbery', () => {
    for (const id of ['near-miss', 'near-miss-homicide', 'community-violence'] as const) {
      expect(counted(id, rows, true)).toEqual(['Violence and sexual offences', 'Robbery']);
    }
  });

  it('says upper bound or unavailable for everything but all', () => {
    const states = Object.entries(availabilityOf(makeTable(rows))).map(([id, { state }]) => `${id}: ${state}`);
    expect(states).toEqual([
      'all: exact',
      'ark: upper-bound',
      'near-miss: upper-bound',
      'near-miss-homicide: upper-bound',
      'community-violence: upper-bound',
      'knife: unavailable',
      'nte: unavailable',
      'domestic-gbh: unavailable',
    ]);
  });

  it('says why', () => {
    const of = availabilityOf(makeTable(rows));
    expect(of.ark).toHaveProperty(
      'why',
      'The categories “Violence and sexual offences” and “Robbery” are counted whole; no file says what is a public place, so every place counts; no file says what is domestic, so domestic offences count too.',
    );
    expect(of.knife).toHaveProperty(
      'why',
      'No file says whether a knife was used; data.police.uk does not publish it.',
    );
    expect(of.nte).toHaveProperty('why', 'No offence has a time of day; data.police.uk does not publish it.');
  });

  it('mixed with full records are counted unless their own flags rule them out', () => {
    const mixed = [
      { title: 'ABH', publicPlace: 'yes', domestic: 'no', knife: 'yes', from: '2021-07-23T20:00' },
      { title: 'ABH', publicPlace: 'unknown' },
      { title: 'Violence and sexual offences' },
      { title: 'Violence and sexual offences', publicPlace: 'no' },
      { title: 'Violence and sexual offences', domestic: 'yes' },
    ] as const;
    const table = makeTable(mixed);
    expect([...definitionMask(table, 'ark', false)]).toEqual([1, 0, 1, 0, 0]);
    expect([...definitionMask(table, 'knife', false)]).toEqual([1, 0, 0, 0, 0]);
    expect([...definitionMask(table, 'nte', false)]).toEqual([1, 0, 0, 0, 0]);
    expect(availabilityOf(table).ark.state).toBe('upper-bound');
    expect(availabilityOf(table).knife.state).toBe('exact');
  });
});

describe('offences that nothing recognises', () => {
  it('count in all and knife, and make definitions by offence unavailable', () => {
    const table = makeTable([{ title: 'Dragon sighting', knife: 'yes', publicPlace: 'yes', domestic: 'no' }]);
    const of = availabilityOf(table);
    expect([of.all.state, of.knife.state, of.ark.state]).toEqual(['exact', 'exact', 'unavailable']);
    expect([...definitionMask(table, 'all', false)]).toEqual([1]);
    expect(() => definitionMask(table, 'ark', false)).toThrow('no offence has a code or title that is recognised');
  });
});

describe('for any table', () => {
  const yesNo = fc.constantFrom('yes', 'no', 'unknown' as const);
  const row = fc.record({
    title: fc.constantFrom(...kinds.map((kind) => kind.title), 'Dragon sighting'),
    publicPlace: yesNo,
    domestic: yesNo,
    knife: yesNo,
    weapon: yesNo,
    victimAge: fc.constantFrom(3, 15, 40, 64, 90, 255),
    relationship: fc.constantFrom('', 'Stranger', 'Partner'),
    from: fc.constantFrom('', '2021-07', '2021-07-23', '2021-07-23T20:00', '2021-07-21T20:00'),
  });
  const table = fc.array(row, { minLength: 1, maxLength: 30 });

  it('all holds every definition, near miss with homicide holds near miss, and the switch only adds', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const built = makeTable(rows);
        const of = availabilityOf(built);
        expect([...definitionMask(built, 'all', false)].every((counts) => counts === 1)).toBe(true);
        for (const id of ids.filter((id) => of[id].state !== 'unavailable')) {
          const off = definitionMask(built, id, false);
          expect(off).toHaveLength(rows.length);
          expect(off.every((counts) => counts <= 1)).toBe(true);
          expect(definitionMask(built, id, true).every((counts, i) => counts >= (off[i] ?? 0))).toBe(true);
        }
        if (of['near-miss'].state !== 'unavailable') {
          const narrow = definitionMask(built, 'near-miss', false);
          expect(
            definitionMask(built, 'near-miss-homicide', false).every((counts, i) => counts >= (narrow[i] ?? 0)),
          ).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('throws exactly where it says unavailable, and row order does not matter', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...ids), (rows, id) => {
        const there = makeTable(rows);
        const back = makeTable([...rows].reverse());
        if (availabilityOf(there)[id].state === 'unavailable') {
          expect(() => definitionMask(there, id, false)).toThrow(InputError);
        } else {
          expect([...definitionMask(back, id, false)].reverse()).toEqual([...definitionMask(there, id, false)]);
        }
        expect(availabilityOf(back)[id].state).toBe(availabilityOf(there)[id].state);
      }),
      { numRuns: 100 },
    );
  });

  it('a rule of one’s own that says the same counts the same, and is answered the same', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...ids), (rows, id) => {
        const there = makeTable(rows);
        const rule = structuredClone(definitions[id].rule);
        expect(availabilityFor(there, rule)).toEqual(availabilityOf(there)[id]);
        if (availabilityOf(there)[id].state === 'unavailable') {
          expect(() => definitionMask(there, { name: 'Mine', rule }, false)).toThrow('“Mine” cannot be read');
        } else {
          expect(definitionMask(there, { name: 'Mine', rule }, false)).toEqual(definitionMask(there, id, false));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('a changed rule counts what it says: burglary at night in any place', () => {
    const rule = { ...definitions.nte.rule, groups: ['burglary' as const], publicPlace: false };
    const rows = [
      { title: 'Burglary in a dwelling', from: '2021-04-16T22:00' },
      { title: 'Burglary in a dwelling', from: '2021-04-14T22:00' },
      { title: 'Shoplifting', from: '2021-04-16T22:00' },
    ];
    expect([...definitionMask(makeTable(rows), { name: 'Mine', rule }, false)]).toEqual([1, 0, 0]);
  });

  it('an empty one has empty masks', () => {
    for (const id of ['all', 'ark', 'near-miss', 'community-violence'] as const) {
      expect(definitionMask(makeTable([]), id, false)).toHaveLength(0);
    }
  });
});
