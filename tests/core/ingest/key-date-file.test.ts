import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASE_STARTS } from '../../../data/demo/phases.ts';
import { InputError } from '../../../src/core/errors.ts';
import { areasIn, readBankHolidays, readKeyDates } from '../../../src/core/ingest/key-date-file.ts';
import { type KeyDate, keyDateKinds, restrictionsFor } from '../../../src/core/offences/key-dates.ts';
import { dayFromIso, isoDay, weekdayOf } from '../../../src/core/offences/time.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { keyDateTable } from '../../../src/core/tables/key-dates.ts';
import { runs } from '../../runs.ts';

const file = (path: string): string => readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8');
const shipped = readKeyDates(file('key-dates.csv'), 'key-dates.csv');
const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;

const SOUTHEND = 'E06000033';
const CHELMSFORD = 'E07000070';
const COLCHESTER = 'E07000071';
const DISTRICTS = [SOUTHEND, 'E06000034', ...Array.from({ length: 12 }, (_, i) => `E070000${66 + i}`)];

const phaseOn = (district: string, iso: string): readonly string[] =>
  restrictionsFor(shipped.list, district, day(iso), day(iso)).map(({ label }) => label);

describe('the key dates that ship', () => {
  it('are read without a note, each with a source, and those not checked say so', () => {
    expect(shipped.notes).toEqual([]);
    expect(shipped.list.filter(({ source }) => source === '')).toEqual([]);
    const unread = shipped.list.filter(({ source }) => source === 'no page at hand');
    expect(unread.every(({ remark }) => remark === 'not verified')).toBe(true);
    expect(new Set(shipped.list.map(({ remark }) => remark))).toEqual(new Set(['', 'not verified', 'planned date']));
  });

  it('put every district under one phase at a time', () => {
    for (const district of DISTRICTS) {
      const phases = restrictionsFor(shipped.list, district, day('2020-01-01'), day('2022-12-31'));
      expect(phases.length).toBeGreaterThan(15);
      phases.slice(1).forEach((phase, i) => {
        expect(phase.fromDay, `${district} on ${isoDay(phase.fromDay)}`).toBeGreaterThan(phases[i]?.toDay ?? 0);
      });
    }
  });

  it('know the tiers of each district in autumn and winter 2020', () => {
    const dates = ['2020-10-16', '2020-10-17', '2020-12-02', '2020-12-16', '2020-12-20', '2020-12-26'];
    expect(dates.map((iso) => phaseOn(SOUTHEND, iso)[0])).toEqual([
      'Tier 1',
      'Tier 1',
      'Tier 2',
      'Tier 3',
      'Tier 4',
      'Tier 4',
    ]);
    expect(dates.map((iso) => phaseOn(CHELMSFORD, iso)[0])).toEqual([
      'Tier 1',
      'Tier 2',
      'Tier 2',
      'Tier 3',
      'Tier 4',
      'Tier 4',
    ]);
    expect(dates.map((iso) => phaseOn(COLCHESTER, iso)[0])).toEqual([
      'Tier 1',
      'Tier 2',
      'Tier 2',
      'Tier 2',
      'Tier 2',
      'Tier 4',
    ]);
  });

  it('name a day for every phase that the demo has planted, but for the days on which a law followed its announcement', () => {
    const later = new Set(['2020-03-23', '2021-01-05']);
    for (const { from, districts } of PHASE_STARTS.slice(1)) {
      const found = shipped.list.some(
        ({ fromDay, areas }) =>
          fromDay === day(from) && (districts === 'all' || areas === null || areas.every((a) => districts.includes(a))),
      );
      expect(found || later.has(from), from).toBe(true);
    }
  });

  it('say over all districts where these differ', () => {
    const all = restrictionsFor(shipped.list, null, day('2020-10-01'), day('2021-01-31'));
    expect(all.map(({ fromDay, toDay, label }) => `${isoDay(fromDay)}/${isoDay(toDay)} ${label}`)).toEqual([
      '2020-10-01/2020-10-13 22:00 curfew for hospitality',
      '2020-10-14/2020-11-04 Differs by district',
      '2020-11-05/2020-12-01 Lockdown 2',
      '2020-12-02/2021-01-05 Differs by district',
      '2021-01-06/2021-01-31 Lockdown 3',
    ]);
  });
});

describe('a file of key dates', () => {
  it('needs a date and a label, and takes any order of columns and British dates', () => {
    const { list, notes } = readKeyDates(
      'Event;Date;Until\nShops open;12/04/2021;16/05/2021\nSnow;2021-02-08;\n',
      'x.csv',
    );
    expect(notes).toEqual([]);
    expect(
      list.map(({ label, fromDay, toDay, kind }) => [label, isoDay(fromDay), toDay && isoDay(toDay), kind]),
    ).toEqual([
      ['Snow', '2021-02-08', null, 'event'],
      ['Shops open', '2021-04-12', '2021-05-16', 'event'],
    ]);
  });

  it('says of every row what could not be used, by its line', () => {
    const text = [
      'from,to,kind,label',
      '2021-02-30,,event,No such day',
      '2021-04-12,2021-04-01,event,Ends before it starts',
      '2021-04-12,,party,Of no kind',
      '2021-04-12,,event,',
    ].join('\n');
    const { list, notes } = readKeyDates(text, 'x.csv');
    expect(list.map(({ label, toDay, kind }) => [label, toDay, kind])).toEqual([
      ['Ends before it starts', null, 'event'],
      ['Of no kind', null, 'event'],
    ]);
    expect(notes).toEqual([
      'Line 2: “2021-02-30” is no date – left out. Write 2021-04-12 or 12/04/2021.',
      'Line 3: “2021-04-01” is no day from 2021-04-12 on – kept without an end.',
      'Line 4: “party” is none of restriction, easing, announcement, event – kept as an event.',
      'Line 5: no label – left out.',
    ]);
  });

  it('is refused in a sentence when it is none', () => {
    const refused = (text: string) => () => readKeyDates(text, 'x.csv');
    expect(refused('')).toThrow('x.csv is empty – give a CSV with the columns “from” and “label”.');
    expect(refused('a,b\n1,2')).toThrow('x.csv has the columns “a”, “b” but no “from” and “label” – name one so.');
    expect(refused('from,label\nsoon,Something')).toThrow(/no row has a date and a label/);
    expect(refused(`from,label\n${'2021-01-01,x\n'.repeat(1001)}`)).toThrow(/1001 rows/);
  });

  it('gives every key date an id of its own', () => {
    const { list } = readKeyDates('id,from,label\na,2021-01-01,One\na,2021-01-02,Two\n,2021-01-03,Three\n', 'x.csv');
    expect(list.map(({ id }) => id)).toEqual(['a', 'a-2', '2021-01-03']);
  });

  it('reads districts parted by spaces, commas or semicolons, and all of them', () => {
    expect(areasIn('E06000033 E06000034;E07000066')).toEqual(['E06000033', 'E06000034', 'E07000066']);
    expect(['', 'all', 'ALL', '*'].map(areasIn)).toEqual([null, null, null, null]);
  });

  it('comes back from its export as it was', () => {
    const back = (list: readonly KeyDate[]) => readKeyDates(toCsv(keyDateTable(list)), 'x.csv').list;
    expect(back(shipped.list)).toEqual(shipped.list);
    const word = fc.stringMatching(/^[a-z][a-z "',;–]{0,20}[a-z]$/);
    const anyKeyDate = fc.record({
      fromDay: fc.integer({ min: 0, max: 30_000 }),
      kind: fc.constantFrom(...keyDateKinds),
      label: word,
      source: word,
      remark: word,
    });
    fc.assert(
      fc.property(fc.array(anyKeyDate, { minLength: 1, maxLength: 20 }), (rows) => {
        const list = rows.map((row, i) => ({
          ...row,
          id: `k${100 + i}`,
          toDay: row.fromDay + i,
          areas: i % 2 ? ['E1'] : null,
        }));
        expect(back(list)).toEqual(list.toSorted((a, b) => a.fromDay - b.fromDay || (a.id < b.id ? -1 : 1)));
      }),
    );
  });

  it('is a list or a readable error whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(readKeyDates(`from,label\n${text}`, 'x.csv').list.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      runs,
    );
  });
});

describe('bank holidays', () => {
  it('are eight a year in 2020 and 2021, none on a weekend', () => {
    const days = readBankHolidays(file('bank-holidays.csv')).map(({ day }) => day);
    for (const year of ['2020', '2021']) expect(days.filter((d) => isoDay(d).startsWith(year))).toHaveLength(8);
    expect(days.filter((d) => weekdayOf(d) > 4)).toEqual([]);
  });
});
