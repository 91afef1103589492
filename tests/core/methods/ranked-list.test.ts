import { describe, expect, it } from 'vitest';
import { rowsByCell, selectedRows } from '../../../src/core/hex/rows-by-cell.ts';
import { cellDetail } from '../../../src/core/methods/cell-detail.ts';
import { mostFrequent } from '../../../src/core/methods/cell-facts.ts';
import { rankCells } from '../../../src/core/methods/rank.ts';
import { peakWindow, rankedList } from '../../../src/core/methods/ranked-list.ts';
import type { HarmMode } from '../../../src/core/settings.ts';
import { makeTable } from '../table-builder.ts';

/** Three cells near Southend; cell 1 has most harm, cell 0 most offences, cell 2 nothing. */
const table = makeTable([
  ...Array.from({ length: 6 }, (_, i) => ({
    title: 'Common assault',
    location: i < 4 ? 'High Street' : 'Alexandra Street',
    from: `2021-04-16T2${i % 3}:30`,
  })),
  { title: 'Robbery of personal property', location: '', from: '2021-04' },
  { title: 'Common assault', location: 'Elsewhere', from: '2021-04-18' },
]);
const rows = rowsByCell(Int32Array.of(0, 0, 0, 0, 0, 0, 1, -1), 3);
const mask = new Uint8Array(8).fill(1);
const rowsIn = (cell: number) => selectedRows(rows, cell, mask);
const harmOfRow = Float64Array.of(1, 1, 1, 1, 1, 1, 365, 1);
const grid = {
  resolution: 10,
  cells: ['8a194e64992ffff', '8a194e649937fff', '8a194e6499affff'],
  lon: Float64Array.of(0.71, 0.712, 0.714),
  lat: Float64Array.of(51.54, 51.54, 51.54),
  areaM2: Float64Array.of(100, 200, 300),
};

function listOf(mode: HarmMode, value: Float64Array, limit = 100) {
  const none = new Float64Array(3);
  const { order } = rankCells(value);
  const [count, harm] = [Float64Array.of(6, 1, 0), Float64Array.of(6, 365, 0)];
  const columns = { count, harm, value, z: none, q: none, bin: new Int8Array(3), order };
  return rankedList({ table, grid, rowsIn, harmOfRow, mode, ...columns }, limit);
}

describe('the ranked list', () => {
  it('names each cell by what is in it', () => {
    const [first, second, ...rest] = listOf('harm', Float64Array.of(6, 365, 0));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ rank: 1, index: 1, place: '', peak: '', share: 365 / 371, cumulativeAreaM2: 200 });
    expect(second).toMatchObject({
      rank: 2,
      index: 0,
      place: 'High Street',
      cumulativeShare: 1,
      cumulativeAreaM2: 300,
    });
    expect(second?.leading).toEqual([{ title: 'Common assault', count: 6 }]);
    expect(second?.gridRef).toMatch(/^TQ \d{4} \d{4}$/);
  });

  it('the peak is the three hours in a row that hold most', () => {
    expect(listOf('count', Float64Array.of(6, 1, 0))[0]?.peak).toBe('Fri 20–23');
  });

  it('stops at the limit and at zero', () => {
    expect(listOf('harm', Float64Array.of(6, 365, 0), 1)).toHaveLength(1);
    expect(listOf('harm', new Float64Array(3))).toEqual([]);
  });

  it('no peak is named from four offences, and a window may cross midnight and the week', () => {
    const hours = new Uint32Array(168);
    hours[167] = 3;
    hours[0] = 3;
    expect(peakWindow(hours, 4)).toBe('');
    expect(peakWindow(hours, 6)).toBe('Sun 22–01');
  });

  it('of equally frequent places the alphabetically first is named, in any order, and never "nothing recorded"', () => {
    const values = ['', 'B', 'A', 'C'];
    const counts = [
      { code: 0, count: 9 },
      { code: 1, count: 2 },
      { code: 2, count: 2 },
      { code: 3, count: 1 },
    ];
    expect(mostFrequent(counts, values)).toBe('A');
    expect(mostFrequent(counts.toReversed(), values)).toBe('A');
    expect(mostFrequent([], values)).toBe('');
  });
});

describe('the cell inspector', () => {
  const detailOf = (index: number) =>
    cellDetail({ table, grid, rows, mask, harmOfRow, value: Float64Array.of(6, 365, 0) }, index);

  it('counts by offence, by hour of the week, and lists the newest first', () => {
    const detail = detailOf(0);
    expect(detail).toMatchObject({ count: 6, harm: 6, place: 'High Street', share: 6 / 371 });
    expect(detail.byOffence).toEqual([{ title: 'Common assault', count: 6, harm: 6 }]);
    // Friday is day 4
    expect([...(detail.hourOfWeek ?? [])].slice(4 * 24 + 20, 4 * 24 + 23)).toEqual([2, 2, 2]);
    expect(detail.offences[0]?.when).toBe('16 Apr 2021 22:30');
  });

  it('a month is shown as a month and makes no hours', () => {
    const detail = detailOf(1);
    expect(detail.hourOfWeek).toBeNull();
    expect(detail.offences.map((o) => o.when)).toEqual(['Apr 2021']);
  });

  it('an empty cell is empty, not an error', () => {
    expect(detailOf(2)).toMatchObject({ count: 0, harm: 0, share: 0, byOffence: [], hourOfWeek: null, offences: [] });
  });
});
