/** Sums of a period by stretches of days are those of going through all rows, and a filter of hours reaches everything. */
import { describe, expect, it } from 'vitest';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { weightsFor } from '../../src/core/harm/weights.ts';
import { cellsOf } from '../../src/core/hex/cells.ts';
import { indexRows } from '../../src/core/hex/index-rows.ts';
import { sumByCell } from '../../src/core/hex/sum.ts';
import { orderByDay } from '../../src/core/offences/by-day.ts';
import { definitionMask } from '../../src/core/offences/definitions.ts';
import { hoursMask } from '../../src/core/offences/hours.ts';
import { periodMask } from '../../src/core/offences/select.ts';
import { pipelineOf } from '../../src/core/pipeline.ts';
import { defaultHotspotSettings, type HarmMode, harmModes } from '../../src/core/settings.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { areaOf, rectangle } from './hex/areas.ts';
import { makeTable, type Row } from './table-builder.ts';

const area = areaOf('Here', [rectangle(0.69, 51.525, 0.73, 51.555)]);
const random = randomFrom(11);
const FIRST = 18_628;
const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const titles = ['Robbery', 'ABH', 'Murder', 'Criminal damage', 'Wounding with intent', 'Nothing known'];
const table = makeTable(
  Array.from({ length: 3000 }, (): Partial<Row> => {
    const day = iso(FIRST + random.below(120));
    const hour = String(random.below(24)).padStart(2, '0');
    const from = [`${day}T${hour}:30`, `${day}T${hour}:30`, day, day.slice(0, 7), ''][random.below(5)] ?? '';
    return {
      from,
      title: titles[random.below(titles.length)] ?? '',
      lon: 0.68 + random.uniform() * 0.06,
      lat: 51.52 + random.uniform() * 0.04,
    };
  }),
);
const schedule = builtInSchedule('cchi-2020');
const pipeline = pipelineOf(table, schedule);
const grid = cellsOf(area, 9);
const cellOfRow = indexRows(table.lon, table.lat, grid);
const n = grid.cells.length;
const settings = { ...defaultHotspotSettings, resolution: 9 };

/** Through all rows, in the order of their days: sums of roots depend on the order in which they are added. */
function plain(mode: HarmMode, mask: Uint8Array) {
  const weights = weightsFor(table, schedule, { mode, includeProactive: false });
  const { rows } = orderByDay(table);
  const along = <T extends Int32Array | Float64Array | Uint8Array>(column: T): T => {
    const out = column.slice() as T;
    rows.forEach((row, at) => {
      out[at] = column[row] as number;
    });
    return out;
  };
  return {
    count: sumByCell(cellOfRow, mask, null, n),
    value: sumByCell(along(cellOfRow), along(mask), along(weights), n),
    inTableOrder: sumByCell(cellOfRow, mask, weights, n),
  };
}

const periods = [
  [null, null],
  [FIRST + 10, FIRST + 10],
  [FIRST + 3, FIRST + 33],
  [null, FIRST + 58],
  [FIRST + 31, null],
] as const;

describe('hotspots of a period', () => {
  it.each(periods)('sum exactly what going through all rows sums, from %s to %s', (fromDay, toDay) => {
    const mask = periodMask(table, { fromDay, toDay }, definitionMask(table, 'all', false));
    for (const mode of harmModes) {
      const result = pipeline.hotspots(area, { ...settings, mode, fromDay, toDay });
      const expected = plain(mode, mask);
      expect(result.count).toEqual(expected.count);
      expect(result.value).toEqual(expected.value);
      if (mode !== 'sqrt-harm') expect(result.value).toEqual(expected.inTableOrder);
      expect(result.inCells).toBe(expected.count.reduce((a, b) => a + b, 0));
      expect(result.inCells + result.inPolygonOnly + result.outside).toBe(mask.reduce((a, b) => a + b, 0));
    }
  });

  it('are the same however the period was reached', () => {
    const at = { ...settings, fromDay: FIRST + 40, toDay: FIRST + 46 };
    const scrubbed = pipelineOf(table, schedule);
    for (let day = 30; day < 40; day++)
      scrubbed.hotspots(area, { ...settings, fromDay: FIRST + day, toDay: FIRST + day + 6 });
    expect(scrubbed.hotspots(area, at)).toEqual(pipelineOf(table, schedule).hotspots(area, at));
  });
});

describe('a filter of hours', () => {
  const nights = { ...settings, hours: [22, 23, 46, 47, 70, 71] };

  it('leaves the rows that began in them, in the map, the list and over time', () => {
    const mask = hoursMask(table, nights.hours, definitionMask(table, 'all', false));
    const result = pipeline.hotspots(area, nights);
    expect(result.count).toEqual(sumByCell(cellOfRow, mask, null, n));
    const series = pipeline.series(area, { ...nights, mode: 'count' });
    const dated = series.count.reduce((a, b) => a + (Number.isNaN(b) ? 0 : b), 0);
    expect(dated).toBe(result.inCells);
    const top = result.top[0];
    const detail = top && pipeline.cell(area, nights, top.cell);
    expect(detail?.hourOfWeek?.every((count, hour) => count === 0 || nights.hours.includes(hour))).toBe(true);
  });

  it('is said, with how many rows have no time of day', () => {
    const untimed = table.hourOfWeek.filter((hour) => hour === 255).length;
    expect(pipeline.hotspots(area, nights).cautions).toContain(
      `Only 6 of the 168 hours of the week count, by the hour in which an offence began. ${untimed} of all 3000 offences loaded have no time of day and are left out.`,
    );
    expect(pipeline.hotspots(area, settings).cautions.join()).not.toContain('hours of the week');
  });
});
