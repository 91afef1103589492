import { describe, expect, it } from 'vitest';
import { builtInSchedule } from '../../../src/core/harm/schedule.ts';
import { defaultChangeSettings } from '../../../src/core/methods/change-windows.ts';
import { dayFromIso, isoDay } from '../../../src/core/offences/time.ts';
import { pipelineOf } from '../../../src/core/pipeline.ts';
import { defaultHotspotSettings } from '../../../src/core/settings.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import { columnOf, type OutTable } from '../../../src/core/tables/table.ts';
import { areaOf, rectangle } from '../hex/areas.ts';
import { makeTable, type Row } from '../table-builder.ts';

const area = areaOf('town', [rectangle(0.68, 51.53, 0.74, 51.56)]);
const start = dayFromIso('2021-03-15') ?? 0;
const settings = { ...defaultHotspotSettings, ...defaultChangeSettings, resolution: 9, keyDay: start + 28 };
const random = randomFrom(9);
const rows: Partial<Row>[] = Array.from({ length: 700 }, (_, i) => {
  // thick in one corner and thin in the others
  const near = random.uniform() ** 3;
  return {
    title: 'Common assault',
    lon: 0.682 + 0.055 * near,
    lat: 51.532 + 0.026 * random.uniform(),
    from: `${isoDay(start + (i % 56))}T12:00`,
  };
});
const pipeline = pipelineOf(makeTable(rows), builtInSchedule('cchi-2020'));
const column = (table: OutTable, name: string): number[] => Array.from(columnOf(table, name).values, Number);

describe('the change of every cell, for outside the force', () => {
  const own = pipeline.changeTable(area, settings);
  const outside = pipeline.changeTable(area, settings, 'outside');

  it('shows no count from 1 to 4 in either window', () => {
    for (const name of ['before', 'after']) {
      expect(column(own, name).some((n) => n > 0 && n < 5)).toBe(true);
      expect(column(outside, name).some((n) => n > 0 && n < 5)).toBe(false);
      expect(column(outside, name).some((n) => n >= 5)).toBe(true);
    }
  });

  it('hides a cell whole: a ratio would give one count back from the other', () => {
    const hidden = column(outside, 'before').map(Number.isNaN);
    expect(hidden).toContain(true);
    for (const name of ['after', 'rate_ratio', 'lo', 'hi', 'p', 'q']) {
      column(outside, name).forEach((value, i) => {
        if (hidden[i]) expect(value).toBeNaN();
      });
    }
  });

  it('leaves the numbers of the others as they are, and makes q of these alone', () => {
    const [before, p, q] = ['before', 'p', 'q'].map((name) => column(outside, name));
    const shown = [...(before ?? []).keys()].filter((i) => !Number.isNaN(before?.[i]));
    for (const i of shown) expect(p?.[i]).toBe(column(own, 'p')[i]);
    const least = Math.min(...shown.map((i) => p?.[i] ?? 1).filter((value) => !Number.isNaN(value)));
    const tests = shown.filter((i) => !Number.isNaN(p?.[i])).length;
    expect(Math.min(...shown.map((i) => q?.[i] ?? 1).filter((value) => !Number.isNaN(value)))).toBeLessThanOrEqual(
      least * tests + 1e-12,
    );
  });

  it('holds the same cells in the same order', () => {
    expect(columnOf(outside, 'cell').values).toEqual(columnOf(own, 'cell').values);
  });
});
