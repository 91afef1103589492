import { cellToLatLng, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/errors.ts';
import { boundsOf, type StudyArea } from '../../src/core/geo/area.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { pipelineOf } from '../../src/core/pipeline.ts';
import { defaultHotspotSettings, type HotspotSettings } from '../../src/core/settings.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { columnOf } from '../../src/core/tables/table.ts';
import { makeTable, type Row } from './table-builder.ts';

const square = (west: number, south: number, east: number, north: number): StudyArea => {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return { id: 'square', name: 'Square', polygons: [[ring]], bounds: boundsOf([[ring]]) };
};
const area = square(0.68, 51.53, 0.75, 51.56);
const settings: HotspotSettings = { ...defaultHotspotSettings, resolution: 9 };
const cchi = builtInSchedule('cchi-2020');

const random = randomFrom(11);
const TITLES = ['Common assault', 'Robbery of personal property', 'Shoplifting', 'Pied piping'];
const rows: Partial<Row>[] = Array.from({ length: 600 }, (_, i) => ({
  title: TITLES[random.below(4)] ?? '',
  lon: 0.66 + random.uniform() ** 2 * 0.11,
  lat: 51.52 + random.uniform() * 0.05,
  from: `2021-0${1 + (i % 9)}-1${i % 10}T1${i % 10}:00`,
  location: `Street ${random.below(9)}`,
}));
const DAYS: Readonly<Record<string, number>> = {
  'Common assault': 1,
  'Robbery of personal property': 365,
  Shoplifting: 1,
};

describe('the pipeline', () => {
  const pipeline = pipelineOf(makeTable(rows), cchi);
  const grid = pipeline.grid(area, 9);
  const result = pipeline.hotspots(area, settings);

  it('gives each cell what a plain count by cell id gives it', () => {
    const harm = new Map<string, number>();
    const count = new Map<string, number>();
    for (const { lon = 0, lat = 0, title = '' } of rows) {
      const cell = latLngToCell(lat, lon, 9);
      count.set(cell, (count.get(cell) ?? 0) + 1);
      harm.set(cell, (harm.get(cell) ?? 0) + (DAYS[title] ?? 0));
    }
    expect([...result.count]).toEqual(grid.cells.map((cell) => count.get(cell) ?? 0));
    expect([...result.harm]).toEqual(grid.cells.map((cell) => harm.get(cell) ?? 0));
    expect(grid.cells.some((cell) => !count.has(cell))).toBe(true);
  });

  it('accounts for every offence: in the cells, in the area alone, outside', () => {
    const inside = rows.filter(({ lon = 0, lat = 0 }) => lon >= 0.68 && lon <= 0.75 && lat >= 51.53 && lat <= 51.56);
    const inCells = result.count.reduce((a, b) => a + b, 0);
    expect(result.inCells).toBe(inCells);
    expect(result.inCells + result.inPolygonOnly + result.outside).toBe(600);
    const inPolygonOnly = inside.filter(({ lon = 0, lat = 0 }) => !grid.cells.includes(latLngToCell(lat, lon, 9)));
    expect(result.inPolygonOnly).toBe(inPolygonOnly.length);
    expect(result.withoutHarm).toBe(
      rows.filter((r) => r.title === 'Pied piping' && grid.cells.includes(latLngToCell(r.lat ?? 0, r.lon ?? 0, 9)))
        .length,
    );
  });

  it('the cells are those whose centre lies in the area', () => {
    for (const cell of grid.cells) {
      const [lat, lon] = cellToLatLng(cell);
      expect(lon >= 0.68 && lon <= 0.75 && lat >= 51.53 && lat <= 51.56).toBe(true);
    }
  });

  it('the table has every cell in the order of rank, and the list its first ones', () => {
    const table = pipeline.everyCell(area, settings);
    expect(table.rows).toBe(grid.cells.length);
    expect([...(columnOf(table, 'rank').values as Float64Array)]).toEqual(grid.cells.map((_, i) => i + 1));
    expect(result.top[0]?.cell).toBe(columnOf(table, 'cell').values[0]);
    expect(result.top.at(-1)?.cumulativeShare).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('row order does not matter', () => {
    const turned = pipelineOf(makeTable(rows.toReversed()), cchi).hotspots(area, settings);
    expect(turned.top).toEqual(result.top);
    expect(turned.z).toEqual(result.z);
  });

  it('a change of period, definition or mode and back gives the same answer again', () => {
    pipeline.hotspots(area, { ...settings, mode: 'sqrt-harm', fromDay: 18_700 });
    pipeline.hotspots(area, { ...settings, mode: 'count', resolution: 8 });
    expect(pipeline.hotspots(area, settings)).toEqual(result);
  });

  it('another outline under the same code is another area', () => {
    const narrower = square(0.7, 51.53, 0.72, 51.56);
    expect(narrower.id).toBe(area.id);
    expect(pipeline.grid(narrower, 9).cells.length).toBeLessThan(grid.cells.length);
  });

  it('the inspector and the list tell the same of a cell', () => {
    const first = result.top[0];
    const detail = pipeline.cell(area, settings, first?.cell ?? '');
    expect(detail).toMatchObject({ count: first?.count, harm: first?.harm, place: first?.place, share: first?.share });
    expect(pipeline.cell(area, settings, '891fb466257ffff')).toBeNull();
  });

  it('no offences make zeros and a caution, not an error', () => {
    const empty = pipelineOf(makeTable([]), cchi).hotspots(area, settings);
    expect(empty.top).toEqual([]);
    expect(empty.totalHarm).toBe(0);
    expect(empty.cautions.join(' ')).toContain('the same value');
    expect(empty.z.every(Number.isNaN)).toBe(true);
  });

  it('what the data cannot answer is refused with a sentence', () => {
    expect(() => pipeline.hotspots(area, { ...settings, definition: 'knife' })).toThrow(InputError);
    expect(() => pipeline.grid(square(0.7, 51.53, 0.70001, 51.53001), 7)).toThrow(InputError);
  });

  it('the top 20 keeps its ranks under low and high weights when no weight has a range, and shares its cells with another schedule', () => {
    const stable = pipeline.stability(area, settings);
    expect(stable.rows.map(({ index }) => index)).toEqual(result.top.slice(0, 20).map(({ index }) => index));
    expect(stable).toMatchObject({ ranged: 0, largestMove: 0, inLow: stable.rows.length });
    const css = pipeline.weighedBy(builtInSchedule('ons-css'));
    expect(css.grid(area, 9).cells).toBe(pipeline.grid(area, 9).cells);
    expect([...css.hotspots(area, settings).count]).toEqual([...result.count]);
    expect([...css.hotspots(area, settings).harm]).not.toEqual([...result.harm]);
  });

  it('a kind of unrecorded severity moves the cells that hold it', () => {
    const wounding = { title: 'Wounding', code: '', from: '2021-04-10T10:00' };
    const robbery = { title: 'Robbery of personal property', code: '', from: '2021-04-10T10:00' };
    const table = makeTable([
      { ...wounding, lon: 0.7, lat: 51.54 },
      { ...robbery, lon: 0.72, lat: 51.55 },
    ]);
    const stable = pipelineOf(table, cchi).stability(area, settings);
    expect(stable.ranged).toBe(1);
    expect(stable.rows.map(({ low, high }) => [low, high])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
});
