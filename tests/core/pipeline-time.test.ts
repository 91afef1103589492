/** The methods of the pipeline that look at when: emerging hot spots, near-repeat, hours of the week. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/errors.ts';
import { boundsOf, type StudyArea } from '../../src/core/geo/area.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { pipelineOf } from '../../src/core/pipeline.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { columnOf } from '../../src/core/tables/table.ts';
import { makeTable, type Row } from './table-builder.ts';

const ring = [
  [0.68, 51.53],
  [0.75, 51.53],
  [0.75, 51.56],
  [0.68, 51.56],
  [0.68, 51.53],
] as const;
const area: StudyArea = { id: 'a', name: 'Area', polygons: [[ring]], bounds: boundsOf([[ring]]) };
const settings = { ...defaultHotspotSettings, resolution: 9, mode: 'count' } as const;
const cchi = builtInSchedule('cchi-2020');

const random = randomFrom(4);
const iso = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);
const START = Date.parse('2021-01-04T00:00Z') / 60_000;
/** 20 weeks; every second offence follows the one before within 30 m and three days. */
const rows: Partial<Row>[] = [];
for (let i = 0; i < 400; i++) {
  const at = { lon: 0.66 + 0.1 * random.uniform(), lat: 51.52 + 0.05 * random.uniform() };
  const minute = START + random.below(137 * 1440);
  const later = minute + random.below(3 * 1440);
  rows.push({ ...at, title: 'Burglary', from: iso(minute), to: iso(minute + random.below(600)) });
  rows.push({ lon: at.lon + 4e-4 * random.uniform(), lat: at.lat, title: 'Burglary', from: iso(later) });
}
const pipeline = pipelineOf(makeTable(rows), cchi);
const cells = pipeline.grid(area, 9).cells;
const inCells = pipeline.hotspots(area, settings).inCells;

describe('emerging hot spots of the pipeline', () => {
  const found = pipeline.emerging(area, { ...settings, stepDays: 7 });

  it('have an entry for every cell, and account for every offence in them', () => {
    expect(found.category.length).toBe(cells.length);
    expect(found.inSteps + found.outsideSteps).toBe(inCells);
    const table = pipeline.emergingTable(area, { ...settings, stepDays: 7 });
    expect(columnOf(table, 'cell').values).toEqual(cells);
    expect(table.columns.map(({ name }) => name)).toEqual([
      'cell',
      'category',
      'trend_z',
      'trend_p',
      'hot_share',
      'last_z',
    ]);
  });

  it('row order does not matter, and a result given away is not taken from the next', () => {
    const turned = pipelineOf(makeTable(rows.toReversed()), cchi).emerging(area, { ...settings, stepDays: 7 });
    expect(turned).toEqual(found);
    found.category.fill(9);
    expect(pipeline.emerging(area, { ...settings, stepDays: 7 }).category).toEqual(turned.category);
  });

  it('too few steps is a sentence', () => {
    expect(() => pipeline.emerging(area, settings)).toThrow(InputError);
  });
});

describe('near-repeat of the pipeline', () => {
  const found = pipeline.nearRepeat(area, { ...settings, shuffles: 199 });

  it('finds what was planted, in metres, among the offences in the cells', () => {
    expect(found.offences).toBe(inCells);
    // 1–100 m, up to a week
    expect(found.ratio[4]).toBeGreaterThan(2);
    expect(found.p[4]).toBe(1 / 200);
  });

  it('leaves risk on the day of the last offence, more than on a day long after', () => {
    expect(found.risk.length).toBe(cells.length);
    expect(Math.max(...found.risk)).toBeGreaterThan(0);
    const later = pipeline.nearRepeat(area, { ...settings, shuffles: 199, asOfDay: found.asOfDay + 60 });
    expect(Math.max(...later.risk)).toBe(0);
  });

  it('leaves out, and counts, what is dated to the month', () => {
    const mixed = pipelineOf(makeTable([...rows, { lon: 0.71, lat: 51.54, from: '2021-02' }]), cchi);
    expect(mixed.nearRepeat(area, { ...settings, shuffles: 9 })).toMatchObject({ offences: inCells, withoutDay: 1 });
  });

  it('is refused for snapped places and for months', () => {
    const months = [{ from: '2021-02' }, { from: '2021-03' }];
    expect(() => pipelineOf(makeTable(months), cchi).nearRepeat(area, settings)).toThrow(
      /no offence is dated to the day/,
    );
    const snapped = pipelineOf(makeTable(months, { snapped: true }), cchi);
    expect(() => snapped.nearRepeat(area, settings)).toThrow(/snapped to map points/);
    expect(() => snapped.hours(area, settings)).toThrow(InputError);
  });
});

describe('hours of the pipeline', () => {
  it('hold every offence in the cells once', () => {
    const { weight, start, offences } = pipeline.hours(area, settings);
    expect(offences).toBe(inCells);
    expect(weight.reduce((a, b) => a + b, 0)).toBeCloseTo(inCells, 8);
    expect(start.reduce((a, b) => a + b, 0)).toBe(inCells);
  });
});
