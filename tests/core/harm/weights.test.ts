import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInSchedule, parseSchedule } from '../../../src/core/harm/schedule.ts';
import { harmKnown, harmOfNames, weightsFor } from '../../../src/core/harm/weights.ts';
import { kinds } from '../../../src/core/offences/catalogue.ts';
import { makeTable } from '../table-builder.ts';

const cchi = builtInSchedule('cchi-2020');
const css = builtInSchedule('ons-css');
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const repeat = (code: string, times: number): { code: string }[] => Array.from({ length: times }, () => ({ code }));

describe('a case to check on paper', () => {
  // 1 robbery 365 + 3 ABH 30 + 1 s18 1460 + 2 shoplifting 2
  const table = makeTable([
    ...repeat('034/01', 1),
    ...repeat('008/06', 3),
    ...repeat('005/01', 1),
    ...repeat('046/00', 2),
  ]);

  it('adds up to 1857 days of harm', () => {
    expect(sum(weightsFor(table, cchi, { mode: 'harm', includeProactive: false }))).toBe(1857);
  });

  it('adds up to 68.80175 roots, taken per offence', () => {
    expect(sum(weightsFor(table, cchi, { mode: 'sqrt-harm', includeProactive: false }))).toBeCloseTo(68.80175, 5);
  });

  it('counts seven offences', () => {
    expect(sum(weightsFor(table, cchi, { mode: 'count', includeProactive: false }))).toBe(7);
  });
});

describe('possession found by police activity', () => {
  const table = makeTable([
    { title: 'Possession of cannabis' },
    { code: '008/26' },
    { code: '092/30' },
    { title: 'Drugs' },
  ]);

  it('weighs 0 by default; supply always weighs', () => {
    expect([...weightsFor(table, cchi, { mode: 'harm', includeProactive: false })]).toEqual([0, 0, 547.5, 0]);
  });

  it('weighs with the switch', () => {
    expect([...weightsFor(table, cchi, { mode: 'harm', includeProactive: true })]).toEqual([2, 5, 547.5, 3]);
  });

  it('keeps every row in count mode either way', () => {
    expect([...weightsFor(table, cchi, { mode: 'count', includeProactive: false })]).toEqual([1, 1, 1, 1]);
  });

  it('is known harm of 0, not unknown harm', () => {
    expect([...harmKnown(table, cchi)]).toEqual([1, 1, 1, 1]);
  });

  it('leaves the high value of a category, which also hides supply and threats', () => {
    const high = harmOfNames(table, cchi, { includeProactive: false, level: 'high' });
    expect([...high]).toEqual([0, 0, 547.5, 547.5]);
  });
});

describe('categories of data.police.uk', () => {
  it.each([
    ['Anti-social behaviour', 0, 0, 1],
    ['Bicycle theft', 2, 2, 2],
    ['Burglary', 10, 19, 126],
    ['Criminal damage and arson', 1, 2, 5],
    ['Drugs', 0, 0, 547.5],
    ['Other crime', 2, 10, 80],
    ['Other theft', 1, 2, 19],
    ['Possession of weapons', 0, 0, 182.5],
    ['Public order', 1, 3, 10],
    ['Robbery', 365, 365, 365],
    ['Shoplifting', 1, 1, 1],
    ['Theft from the person', 2, 2, 2],
    ['Vehicle crime', 2, 5, 10],
    ['Violence and sexual offences', 10, 100, 182.5],
  ])('weigh %s from %d over %d to %d days', (title, low, days, high) => {
    const table = makeTable([{ title }]);
    const at = (level: 'low' | 'default' | 'high'): number[] => [
      ...harmOfNames(table, cchi, { includeProactive: false, level }),
    ];
    expect([at('low'), at('default'), at('high')]).toEqual([[low], [days], [high]]);
  });

  it('weigh drugs 3 and weapons 5 with the switch', () => {
    const table = makeTable([{ title: 'Drugs' }, { title: 'Possession of weapons' }]);
    expect([...harmOfNames(table, cchi, { includeProactive: true })]).toEqual([3, 5]);
  });
});

describe('what matches nothing', () => {
  it('has no harm, adds 0 and still counts one', () => {
    const table = makeTable([{ title: 'Dragon sighting' }, { title: 'ABH' }]);
    expect([...harmOfNames(table, cchi, { includeProactive: false })]).toEqual([Number.NaN, 10]);
    expect([...harmKnown(table, cchi)]).toEqual([0, 1]);
    expect([...weightsFor(table, cchi, { mode: 'harm', includeProactive: false })]).toEqual([0, 10]);
    expect([...weightsFor(table, cchi, { mode: 'count', includeProactive: false })]).toEqual([1, 1]);
  });

  it('depends on the schedule', () => {
    const table = makeTable([{ title: 'ABH' }, { title: 'Robbery' }]);
    expect([...harmKnown(table, css)]).toEqual([0, 1]);
    expect([...weightsFor(table, css, { mode: 'harm', includeProactive: false })]).toEqual([0, 746]);
  });

  it('of an empty table is nothing', () => {
    expect(weightsFor(makeTable([]), cchi, { mode: 'harm', includeProactive: false })).toHaveLength(0);
  });
});

describe('for any offences', () => {
  const rows = fc.array(
    fc.constantFrom(...kinds.map((kind) => kind.title), 'Not an offence').map((title) => ({ title })),
    { maxLength: 40 },
  );
  const options = { includeProactive: fc.boolean(), level: fc.constantFrom('low', 'default', 'high' as const) };

  it('√harm is the root of harm row by row, and count is 1', () => {
    fc.assert(
      fc.property(rows, fc.record(options), (offences, at) => {
        const table = makeTable(offences);
        const harm = weightsFor(table, cchi, { mode: 'harm', ...at });
        expect(weightsFor(table, cchi, { mode: 'sqrt-harm', ...at })).toEqual(harm.map(Math.sqrt));
        expect(sum(weightsFor(table, cchi, { mode: 'count', ...at }))).toBe(offences.length);
        expect(harm.every((weight) => weight >= 0)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('low ≤ default ≤ high, and the switch never takes harm away', () => {
    fc.assert(
      fc.property(rows, (offences) => {
        const table = makeTable(offences);
        const total = (level: 'low' | 'default' | 'high', includeProactive: boolean): number =>
          sum(weightsFor(table, cchi, { mode: 'harm', level, includeProactive }));
        for (const on of [false, true]) {
          expect(total('low', on)).toBeLessThanOrEqual(total('default', on));
          expect(total('default', on)).toBeLessThanOrEqual(total('high', on));
        }
        expect(total('default', true)).toBeGreaterThanOrEqual(total('default', false));
      }),
      { numRuns: 50 },
    );
  });

  it('row order does not matter', () => {
    fc.assert(
      fc.property(rows, (offences) => {
        const there = weightsFor(makeTable(offences), cchi, { mode: 'harm', includeProactive: true });
        const back = weightsFor(makeTable([...offences].reverse()), cchi, { mode: 'harm', includeProactive: true });
        expect([...back].reverse()).toEqual([...there]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('with a schedule of one’s own', () => {
  it('weighs offences that the catalogue does not hold by title or code', () => {
    const { schedule } = parseSchedule('code,offence,days\n,Dragon sighting,40\n777/01,,7\n', 'own.csv');
    const table = makeTable([{ title: 'dragon  sighting' }, { code: '777/01' }, { title: 'ABH' }]);
    expect([...weightsFor(table, schedule, { mode: 'harm', includeProactive: false })]).toEqual([40, 7, 0]);
  });

  it('keeps possession at 0 unless asked for', () => {
    const { schedule } = parseSchedule('offence,days\nPossession of cannabis,9\n', 'own.csv');
    const table = makeTable([{ code: '092/61' }]);
    expect([...weightsFor(table, schedule, { mode: 'harm', includeProactive: false })]).toEqual([0]);
    expect([...weightsFor(table, schedule, { mode: 'harm', includeProactive: true })]).toEqual([9]);
  });
});
