import { describe, expect, it } from 'vitest';
import cchi from '../../../data/harm/cchi-2020.json' with { type: 'json' };
import css from '../../../data/harm/ons-css.json' with { type: 'json' };
import categories from '../../../data/harm/police-uk-categories.json' with { type: 'json' };
import { builtInSchedule, proactiveKinds } from '../../../src/core/harm/schedule.ts';
import { isCategory, kindById, kinds } from '../../../src/core/offences/catalogue.ts';
import { recogniseOffence } from '../../../src/core/offences/recognise.ts';
import { publishedRows } from '../offences/published-rows.ts';

const daysOf = (code: string, title: string): number | undefined =>
  builtInSchedule('cchi-2020').byKind.get(recogniseOffence(code, title) ?? '')?.default;

describe('Cambridge Crime Harm Index 2020', () => {
  it.each(publishedRows)('weighs $codes "$title" with $days days', ({ codes, title, days }) => {
    for (const code of codes.split(' ')) expect(daysOf(code, title), code).toBe(days);
    if (title !== '') expect(daysOf('', title), 'title alone').toBe(days);
  });

  it('gives wounding of unrecorded severity 547.5 days, 19 at the low end', () => {
    expect(builtInSchedule('cchi-2020').byKind.get('wounding-unspecified')).toEqual({
      low: 19,
      default: 547.5,
      high: 547.5,
    });
  });

  it('weighs every kind of the catalogue but the one the sheet leaves out', () => {
    const { byKind } = builtInSchedule('cchi-2020');
    expect(kinds.filter((kind) => !byKind.has(kind.id)).map((kind) => kind.id)).toEqual(['cause-or-allow-death']);
  });
});

describe('provenance', () => {
  it('heads every file with edition, source, licence, date and note', () => {
    for (const file of [cchi, css, categories]) {
      for (const text of [file.edition, file.source, file.licence, file.note]) expect(text).not.toBe('');
      expect(file.retrieved).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('gives every weight a code and a source, and a reason where it is not a row of the sheet', () => {
    for (const weight of [...cchi.weights, ...css.weights]) {
      expect(weight.code, weight.kind).toMatch(/^\d{3}\/\d\d/);
      expect(['sheet', 'dominant', 'press', 'second-hand']).toContain(weight.source);
    }
    for (const weight of cchi.weights.filter(({ source }) => source === 'dominant')) {
      expect(weight.reason, weight.kind).toBeTruthy();
      expect(weight.default, weight.kind).toBe(cchi.weights.find(({ kind }) => kind === weight.like)?.default);
    }
    for (const weight of categories.weights) expect(weight.reason, weight.kind).toBeTruthy();
  });

  it('weighs only kinds of the catalogue, each once, with low ≤ default ≤ high', () => {
    for (const { weights } of [cchi, css, categories]) {
      const ids = weights.map((weight) => weight.kind);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(kindById(id), id).toBeDefined();
    }
    for (const id of ['cchi-2020', 'ons-css'] as const) {
      for (const [kind, { low, default: days, high }] of builtInSchedule(id).byKind) {
        expect(low <= days && days <= high, kind).toBe(true);
      }
    }
  });

  it('maps all 14 categories of data.police.uk', () => {
    expect(categories.weights.map((weight) => weight.kind)).toEqual(kinds.filter(isCategory).map((kind) => kind.id));
    expect(categories.weights).toHaveLength(14);
  });
});

describe('what police activity finds', () => {
  it('is possession of drugs and weapons, never supply, import or threats', () => {
    const groups = new Set([...proactiveKinds].map((id) => kindById(id)?.group));
    expect([...groups].sort()).toEqual(['category-drugs', 'category-weapons', 'drug-possession', 'weapon-possession']);
    for (const kind of kinds) if (kind.group === 'drug-possession') expect(proactiveKinds.has(kind.id)).toBe(true);
    expect(proactiveKinds.has('weapon-import')).toBe(false);
    expect(proactiveKinds.has('supply-class-a')).toBe(false);
  });
});

describe('ONS Crime Severity Score', () => {
  it.each([
    ['murder', 7979],
    ['attempted-murder', 4663],
    ['possession-cannabis', 3],
    ['robbery-personal', 746],
    ['robbery-business', 746],
    ['burglary-dwelling', 438],
    ['burglary-aggravated-residential', 2127],
    ['burglary-business', 117],
    ['burglary-aggravated-business', 1513],
    ['supply-class-a', 497],
    ['shoplifting', 13],
    ['theft-from-person', 86],
    ['theft-pedal-cycle', 10],
    ['theft-other', 33],
  ])('weighs %s with %d days', (kind, days) => {
    expect(builtInSchedule('ons-css').byKind.get(kind)?.default).toBe(days);
  });

  it('has no value for what could not be found', () => {
    expect(builtInSchedule('ons-css').byKind.get('abh')).toBeUndefined();
  });
});
