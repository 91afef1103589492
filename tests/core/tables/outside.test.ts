import { cellToLatLng } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { boundsOf, type StudyArea } from '../../../src/core/geo/area.ts';
import { builtInSchedule } from '../../../src/core/harm/schedule.ts';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import { pipelineOf } from '../../../src/core/pipeline.ts';
import { defaultHotspotSettings, harmModes } from '../../../src/core/settings.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { columnOf, type OutTable } from '../../../src/core/tables/table.ts';
import { makeTable, type Row } from '../table-builder.ts';

const ring = [
  [0.68, 51.53],
  [0.75, 51.53],
  [0.75, 51.56],
  [0.68, 51.56],
  [0.68, 51.53],
] as const;
const area: StudyArea = { id: 'square', name: 'Square', polygons: [[ring]], bounds: boundsOf([[ring]]) };
const settings = { ...defaultHotspotSettings, resolution: 9 };
const { cells } = cellsOf(area, 9);

/** `count` offences of one title in cell `index`. */
function at(index: number, count: number, title: string, location = 'High Street'): Partial<Row>[] {
  const [lat, lon] = cellToLatLng(cells[index] ?? '');
  return Array.from({ length: count }, () => ({ title, lat, lon, location, from: '2021-04-16T22:15' }));
}

/** A busy cell in every third place, small counts in others, and one lone offence. */
const rowsWith = (lone: string): Partial<Row>[] => [
  ...cells.flatMap((_, i) => (i % 3 === 0 ? at(i, 6 + (i % 5), 'Robbery of personal property') : [])),
  ...cells.flatMap((_, i) => (i % 7 === 1 && i % 3 !== 0 ? at(i, 1 + (i % 4), 'Shoplifting') : [])),
  ...at(5, 1, lone),
];
const pipelineWith = (rows: readonly Partial<Row>[]) => pipelineOf(makeTable(rows), builtInSchedule('cchi-2020'));

const rowsOf = (table: OutTable): Record<string, string | number>[] =>
  Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name, values }) => [name, values[row] ?? ''])),
  );

describe('the tables for outside the force', () => {
  const pipeline = pipelineWith(rowsWith('Shoplifting'));
  const inside = rowsOf(pipeline.everyCell(area, settings));
  const outside = rowsOf(pipeline.everyCell(area, settings, 'outside'));

  it('hold the same cells and no count from 1 to 4', () => {
    expect(outside.map((r) => r.cell).toSorted()).toEqual(cells);
    expect(inside.some((r) => Number(r.count) > 0 && Number(r.count) < 5)).toBe(true);
    expect(outside.filter((r) => Number(r.count) > 0 && Number(r.count) < 5)).toEqual([]);
  });

  it('say of a hidden cell where it is and nothing else, after all that are shown', () => {
    const hidden = outside.filter((r) => Number.isNaN(r.count));
    expect(hidden.length).toBeGreaterThan(5);
    expect(outside.slice(-hidden.length)).toEqual(hidden);
    for (const { cell, lon, lat, area_m2, ...rest } of hidden) {
      expect([typeof cell, Number(lon) > 0, Number(lat) > 0, Number(area_m2) > 0]).toEqual([
        'string',
        true,
        true,
        true,
      ]);
      expect(Object.values(rest).every(Number.isNaN)).toBe(true);
    }
    expect(hidden.map((r) => r.cell)).toEqual(hidden.map((r) => r.cell).toSorted());
  });

  it('show counts and harm of the others as they are, ranked 1 to the last without gaps', () => {
    const own = new Map(inside.map((r) => [r.cell, r]));
    const shown = outside.filter((r) => !Number.isNaN(r.count));
    expect(shown.map((r) => r.rank)).toEqual(shown.map((_, i) => i + 1));
    for (const r of shown) expect([r.count, r.harm]).toEqual([own.get(r.cell)?.count, own.get(r.cell)?.harm]);
  });

  it.each(harmModes)('do not change by a byte when a lone shoplifting becomes a murder (%s)', (mode) => {
    const murder = pipelineWith(rowsWith('Murder'));
    const of = (p: typeof pipeline) => {
      const { cautions, top, z, rank, totalHarm, inCells } = p.hotspots(area, { ...settings, mode }, 'outside');
      return {
        every: toCsv(p.everyCell(area, { ...settings, mode }, 'outside')),
        ranked: toCsv(p.ranked(area, { ...settings, mode }, 'outside')),
        page: { cautions, top, z, rank, totalHarm, inCells },
      };
    };
    expect(murder.hotspots(area, settings).harm[5]).toBe(5475);
    expect(of(murder)).toEqual(of(pipeline));
  });

  it('are the same as those of the force when no cell has a small count', () => {
    const clean = pipelineWith([...at(3, 7, 'Robbery of personal property'), ...at(9, 5, 'Shoplifting')]);
    expect(toCsv(clean.everyCell(area, settings, 'outside'))).toBe(toCsv(clean.everyCell(area, settings)));
    expect(clean.hotspots(area, settings, 'outside').inCells).toBe(12);
  });

  it('list no hours, no numbers per offence and no hidden cell', () => {
    const list = rowsOf(pipeline.ranked(area, settings, 'outside'));
    expect(list.length).toBeGreaterThan(5);
    expect(list.every((r) => Number(r.count) >= 5 && r.peak === '' && r.grid_ref !== '')).toBe(true);
    expect(new Set(list.map((r) => r.leading_offences))).toEqual(new Set(['Robbery of personal property']));
    expect(rowsOf(pipeline.ranked(area, settings)).some((r) => r.peak !== '')).toBe(true);
  });

  it('name a place only when five offences carry its name, and never a sexual offence', () => {
    const rows = [
      ...at(3, 3, 'Rape of a female aged 16 and over', 'One House'),
      ...at(3, 3, 'Rape of a female aged 16 and over', 'Another House'),
      ...at(9, 5, 'Shoplifting', 'Market'),
      ...at(9, 4, 'Murder', 'Market'),
    ];
    const list = rowsOf(pipelineWith(rows).ranked(area, settings, 'outside'));
    const words = list.map((r) => [r.place, r.leading_offences]);
    expect(words.toSorted()).toEqual([
      ['', ''],
      ['Market', 'Shoplifting'],
    ]);
  });

  it('come with totals to the nearest ten and a sentence that says so', () => {
    const result = pipeline.hotspots(area, settings, 'outside');
    expect(result.inCells % 10).toBe(0);
    expect(Math.abs(result.inCells - pipeline.hotspots(area, settings).inCells)).toBeLessThanOrEqual(5);
    expect(result.cautions[0]).toMatch(/counts under 5 hidden \(\d+ of \d+ cells/);
    expect(pipeline.hotspots(area, settings).cautions.join()).not.toMatch(/hidden/);
  });

  it('have the columns of the force’s own', () => {
    const names = (table: OutTable) => table.columns.map((c) => c.name);
    expect(names(pipeline.everyCell(area, settings, 'outside'))).toEqual(names(pipeline.everyCell(area, settings)));
    expect(columnOf(pipeline.ranked(area, settings, 'outside'), 'share').values.length).toBeGreaterThan(0);
  });
});
