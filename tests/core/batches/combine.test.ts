import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Batch, type BatchKey, inOrderOfReceipt } from '../../../src/core/batches/batch.ts';
import { combineBatches } from '../../../src/core/batches/combine.ts';
import { combinedReport } from '../../../src/core/batches/report.ts';
import type { OffenceTable } from '../../../src/core/offences/table.ts';
import type { Row } from '../table-builder.ts';
import { batchOf } from './batches.ts';

const combined = (batches: readonly Batch[], key: BatchKey = 'offence-start-place') => combineBatches(batches, key);
const countsOf = (batches: readonly Batch[], key?: BatchKey) =>
  combined(batches, key).counts.map((c) => c && [c.new, c.updated, c.unchanged]);

/** Rows as a reader sees them: everything but file and batch. */
function rowsOf(table: OffenceTable): string[] {
  const { id, offences, offence, status, location } = table;
  return Array.from({ length: table.rows }, (_, row) => {
    const name = offences[offence[row] ?? 0];
    return [
      new TextDecoder().decode(id.bytes.subarray(id.offsets[row], id.offsets[row + 1])),
      name?.code,
      name?.title,
      table.lon[row],
      table.lat[row],
      table.from[row],
      table.day[row],
      table.hourOfWeek[row],
      table.precision[row],
      table.flags.domestic[row],
      table.victimAge[row],
      status.values[status.codes[row] ?? 0],
      location.values[location.codes[row] ?? 0],
    ].join('|');
  });
}

const robbery = { title: 'Robbery', from: '2021-04-03T21:30' };

describe('two batches', () => {
  it('hold new, updated and unchanged offences, told by id', () => {
    const first = batchOf([
      { ...robbery, id: 'A', status: 'open' },
      { ...robbery, id: 'B', status: 'open' },
      { ...robbery, id: 'C', location: 'High Street' },
    ]);
    const second = batchOf([
      { ...robbery, id: 'C', location: 'High Street' },
      { ...robbery, id: 'B', status: 'closed' },
      { ...robbery, id: 'D', title: 'Burglary' },
    ]);
    expect(countsOf([first, second])).toEqual([
      [3, 0, 0],
      [1, 1, 1],
    ]);
    const { table, batch } = combined([first, second]);
    expect(rowsOf(table).map((row) => row.split('|').filter((text) => /^[A-D]$|open|closed/.test(text)))).toEqual([
      ['A', 'open'],
      ['C'],
      ['B', 'closed'],
      ['D'],
    ]);
    expect([...batch]).toEqual([0, 0, 1, 1]);
  });

  it('one that is off counts nowhere, and the other is as if it were alone', () => {
    const first = batchOf([{ ...robbery, id: 'A', status: 'open' }], { on: false });
    const second = batchOf([{ ...robbery, id: 'A', status: 'closed' }]);
    expect(countsOf([first, second])).toEqual([null, [1, 0, 0]]);
    expect(combined([first, second]).table).toBe(second.table);
    expect(
      combined([
        { ...first, on: true },
        { ...second, on: false },
      ]).table,
    ).toBe(first.table);
    expect(
      combined([
        { ...first, on: false },
        { ...second, on: false },
      ]).table.rows,
    ).toBe(0);
  });

  it('without ids know an offence again by offence, start and place to about a metre', () => {
    const first = batchOf([{ ...robbery, lon: 0.7, status: 'open' }]);
    const again = { ...robbery, lon: 0.700000001, status: 'closed' };
    expect(countsOf([first, batchOf([again])])).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(countsOf([first, batchOf([{ ...again, lon: 0.70002 }])])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(countsOf([first, batchOf([{ ...again, from: '2021-04-03T21:31' }])])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(countsOf([first, batchOf([{ ...again, title: 'Burglary' }])])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(countsOf([first, batchOf([again])], 'none')).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('an id is never taken for a row without one, and undated rows without one are always new', () => {
    expect(countsOf([batchOf([robbery]), batchOf([{ ...robbery, id: 'A' }])])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    const undated = { title: 'Robbery' };
    expect(countsOf([batchOf([undated]), batchOf([undated])])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('match one to one: three of a kind and later four are four, whichever comes first', () => {
    const kind = { title: 'Shoplifting', from: '2018-05' };
    const [three, four] = [batchOf([kind, kind, kind]), batchOf([kind, kind, kind, kind])];
    expect(countsOf([three, four])).toEqual([
      [3, 0, 0],
      [1, 0, 3],
    ]);
    expect(countsOf([four, three])).toEqual([
      [4, 0, 0],
      [0, 0, 3],
    ]);
  });

  it('what a load dropped as repeated is told as its own', () => {
    const report = batchOf([]).report;
    const dropped = { reason: 'duplicate id', kind: 'dropped', count: 2, examples: [], cases: [] } as const;
    const batch = batchOf([{ id: 'A' }], { report: { ...report, notes: [dropped] } });
    expect(combined([batch, batchOf([{ id: 'B' }])]).counts[0]).toEqual({
      new: 1,
      updated: 0,
      unchanged: 0,
      duplicate: 2,
    });
  });

  it('number their files on, and one that is snapped makes both snapped', () => {
    const [a, b] = [batchOf([{ id: 'A' }]), batchOf([{ id: 'B' }, { id: 'C' }])];
    const snapped = { ...b, table: { ...b.table, snapped: true } };
    const { table } = combined([a, snapped]);
    expect([[...table.file], table.snapped]).toEqual([[0, 1, 1], true]);
  });

  it('are told together: files and notes added up, days and offences of what counts', () => {
    const note = { reason: 'offence not recognised', kind: 'doubted', count: 1, examples: [], cases: [] } as const;
    const [a, b] = [
      batchOf([{ ...robbery, id: 'A' }]),
      batchOf([{ ...robbery, id: 'A', title: 'Arson' }, { id: 'B' }]),
    ];
    const reports = [a, b].map(({ report }) => ({ ...report, notes: [note] }));
    const report = combinedReport(reports, combined([a, b]).table);
    expect(report).toMatchObject({ rows: 3, kept: 3, notes: [{ count: 2 }], fromDay: 18720, toDay: 18720 });
    expect([...report.categories]).toEqual([
      ['', 1],
      ['Arson', 1],
    ]);
  });
});

const anyRow: fc.Arbitrary<Partial<Row>> = fc.record({
  id: fc.constantFrom('', '', 'A', 'B', 'C', 'Ä'),
  title: fc.constantFrom('Robbery', 'Burglary'),
  from: fc.constantFrom('', '2021-04-03T21:30', '2021-04-04T02:00', '2021-04'),
  lon: fc.constantFrom(0.7, 0.71),
  status: fc.constantFrom('', 'open', 'closed'),
});
const anyBatches = fc.array(fc.array(anyRow, { maxLength: 12 }), { maxLength: 4 });
const anyKey = fc.constantFrom<BatchKey[]>('offence-start-place', 'none');

describe('any batches', () => {
  it('kept = new + updated + unchanged of each, and the rows together are the new ones', () => {
    fc.assert(
      fc.property(anyBatches, anyKey, (given, key) => {
        const batches = given.map((rows) => batchOf(rows));
        const { table, batch, counts } = combined(batches, key);
        counts.forEach((c, i) => {
          expect((c?.new ?? 0) + (c?.updated ?? 0) + (c?.unchanged ?? 0)).toBe(given[i]?.length);
        });
        expect(table.rows).toBe(counts.reduce((sum, c) => sum + (c?.new ?? 0), 0));
        expect(batch.length).toBe(table.rows);
      }),
    );
  });

  it('the same again changes nothing but counts as unchanged, save for rows that can not be known again', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
        const known = rows.filter((row) => row.id !== '' || row.from !== '').map((row) => ({ ...row }));
        const batch = batchOf(known);
        const { table, counts } = combined([batch, batch]);
        expect(counts[1]).toEqual({ new: 0, updated: 0, unchanged: known.length, duplicate: 0 });
        expect(rowsOf(table)).toEqual(rowsOf(batch.table));
      }),
    );
  });

  it('the number of offences does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(anyBatches, anyKey, (given, key) => {
        const batches = given.map((rows) => batchOf(rows));
        expect(combined([...batches].reverse(), key).table.rows).toBe(combined(batches, key).table.rows);
      }),
    );
  });

  it('batches that share nothing are simply one after the other', () => {
    fc.assert(
      fc.property(anyBatches, (given) => {
        const batches = given.map((rows, b) => batchOf(rows.map((row, i) => ({ ...row, id: `${b}-${i}` }))));
        expect(rowsOf(combined(batches).table)).toEqual(batches.flatMap(({ table }) => rowsOf(table)));
      }),
    );
  });
});

describe('the order of receipt', () => {
  it('is by day, those without a day first, and of one day as they were loaded', () => {
    const days = [5, null, 3, 5, null].map((receivedDay, i) => ({ receivedDay, i }));
    expect(inOrderOfReceipt(days).map(({ i }) => i)).toEqual([1, 4, 2, 0, 3]);
  });
});
