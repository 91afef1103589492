/** From the demo's offences to cards and the plan of a Friday night, and its files. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/cli/files.ts';
import { pickArea } from '../../../src/core/geo/area.ts';
import { parseAreas } from '../../../src/core/geo/area-file.ts';
import { wgs84ToBng } from '../../../src/core/geo/bng.ts';
import { builtInSchedule } from '../../../src/core/harm/schedule.ts';
import { attribute, xmlReader } from '../../../src/core/ingest/xml.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import type { PatrolEdit } from '../../../src/core/patrol/edits.ts';
import { defaultPatrolSettings } from '../../../src/core/patrol/patrol-areas.ts';
import { defaultPlanSettings, planShift } from '../../../src/core/patrol/plan.ts';
import { ingest, pipelineOf } from '../../../src/core/pipeline.ts';
import { defaultHotspotSettings } from '../../../src/core/settings.ts';
import { planCalendar } from '../../../src/core/tables/calendar.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { planGeoJson, planGpx, timetable } from '../../../src/core/tables/plan.ts';

const demo = (name: string) => fileURLToPath(new URL(`../../../public/demo/${name}`, import.meta.url));
const { table } = await ingest([sourceOf(demo('offences.parquet'))]);
const area = pickArea(
  parseAreas(JSON.parse(readFileSync(demo('areas.geojson'), 'utf8')), 'areas').areas,
  'Southend-on-Sea',
);
const pipeline = pipelineOf(table, builtInSchedule('cchi-2020'));
const settings = {
  ...defaultHotspotSettings,
  ...defaultPatrolSettings,
  definition: 'ark',
  fromDay: dayFromIso('2019-07-01'),
  toDay: dayFromIso('2020-06-30'),
} as const;
const found = pipeline.patrolCards(area, settings);
const { cards } = found;
const day = dayFromIso('2020-07-10') ?? 0;
const plan = planShift(
  cards.map(({ rank, name, x, y, hours }) => ({ rank, name, x, y, likely: hours.likely, timed: hours.timed })),
  { ...defaultPlanSettings, day },
);
const out = { day, plan, cards };

describe('patrol cards of the demo', () => {
  it('say of the same areas what the list says, and more', () => {
    const list = pipeline.patrolAreas(area, settings);
    expect(cards.map((c) => [c.rank, c.name, c.cells, c.count, c.gridRef])).toEqual(
      list.areas.map((a) => [a.rank, a.name, a.cells, a.count, a.gridRef]),
    );
    expect([found.areaShare, found.valueShare, found.countShare]).toEqual([
      list.areaShare,
      list.valueShare,
      list.countShare,
    ]);
    for (const card of cards) {
      expect(card.gridRef10.slice(0, 2)).toBe(card.gridRef.slice(0, 2));
      const [e] = wgs84ToBng(card.lon, card.lat);
      expect(card.gridRef10.slice(3, 8)).toBe(String(Math.floor(e % 100_000)).padStart(5, '0'));
      expect(card.gridErrorM).toBe(5);
      // four cells of 76 m edges
      expect(card.walkM).toBeGreaterThan(400);
      expect(card.walkMin).toBeLessThan(25);
      expect(card.hours.timed).toBe(card.count);
      expect(card.offences.length).toBeLessThanOrEqual(3);
      expect(card.why.length).toBeGreaterThanOrEqual(2);
    }
    expect(cards[0]?.why[0]).toMatch(/^\d+ offences, \d+(\.\d)? % of the harm of the whole area\.$/);
  });

  it('keep what was changed by hand when the offences change', () => {
    const [first, second, third] = cards;
    const edits: PatrolEdit[] = [
      { kind: 'rename', cells: first?.cells ?? [], name: 'Station approach' },
      { kind: 'drop', cells: second?.cells ?? [] },
      { kind: 'nudge', cells: third?.cells ?? [], to: third?.cells.slice(0, 2) ?? [] },
    ];
    const later = pipeline.patrolCards(area, { ...settings, toDay: dayFromIso('2020-09-30'), edits });
    expect(later.cards.filter((c) => c.name === 'Station approach')).toHaveLength(1);
    expect(later.cards.some((c) => c.cells.includes(second?.cells[0] ?? ''))).toBe(false);
    const nudged = later.cards.find((c) => c.cells.includes(third?.cells[0] ?? ''));
    expect(nudged).toMatchObject({ edited: true, cells: third?.cells.slice(0, 2) });
    expect(nudged?.count).toBeGreaterThan(0);
  });

  it('stand in an order that is a shorter way than that of their ranks', () => {
    const away = (a: number, b: number) =>
      Math.hypot((cards[a]?.x ?? 0) - (cards[b]?.x ?? 0), (cards[a]?.y ?? 0) - (cards[b]?.y ?? 0));
    const byRank = cards.reduce((sum, _, i) => sum + (i > 0 ? away(i - 1, i) : 0), 0);
    expect(found.route.lengthM).toBeLessThan(0.6 * byRank);
    expect([...found.route.order].sort((a, b) => a - b)).toEqual(cards.map((_, i) => i));
  });

  it('take what other methods have to say', () => {
    const also = pipeline.patrolCards(area, { ...settings, alsoWhy: (cells) => [`${cells.length} cells.`] });
    expect(also.cards[0]?.why.at(-1)).toBe(`${cards[0]?.cells.length} cells.`);
  });
});

describe('Friday 20:00 to 02:00 with four pairs', () => {
  it('every area gets its visit, most of them in their busiest hours', () => {
    expect(plan.said).toEqual([]);
    expect(new Set(plan.stops.map((stop) => stop.area)).size).toBe(cards.length);
    expect(plan.stops.filter((stop) => stop.busy > 0.8).length).toBeGreaterThan(0.8 * cards.length);
    expect(plan.pairs.every((pair) => pair.visitingMin > 0)).toBe(true);
  });

  it('as a timetable: a row per visit on the London clock', () => {
    const [header, first = ''] = toCsv(timetable(out)).split('\n');
    expect(header).toBe('pair,from,to,rank,name,visit,way_m,way_min,busy,grid_ref,lon,lat');
    expect(first).toMatch(/^1,2020-07-1[01]T\d\d:\d\d,2020-07-1[01]T\d\d:\d\d,\d+,/);
    expect(timetable(out).rows).toBe(plan.stops.length);
  });

  it('as GPX: a waypoint per area and a route per pair, times in UTC', () => {
    const names = { wpt: 0, rte: 0, rtept: 0 };
    const times: string[] = [];
    let path = '';
    const reader = xmlReader(
      {
        open(name, attributes) {
          path = name;
          if (name in names) names[name as keyof typeof names] += 1;
          if (name === 'wpt' || name === 'rtept') expect(Number(attribute(attributes, 'lat'))).toBeCloseTo(51.55, 0);
        },
        close: () => undefined,
        text: (text) => {
          if (path === 'time' && text.trim() !== '') times.push(text);
        },
      },
      'plan.gpx',
    );
    reader.push(planGpx(out));
    expect(names).toEqual({ wpt: cards.length, rte: 4, rtept: plan.stops.length });
    const first = plan.stops[0]?.fromMinute ?? 0;
    // summer time: an hour behind the London clock
    expect(times[0]).toBe(new Date(Date.UTC(2020, 6, 10, 0, first - 60)).toISOString().replace('.000', ''));
  });

  it('as GeoJSON: outlines with their visits', () => {
    const { features } = JSON.parse(planGeoJson(out));
    expect(features).toHaveLength(cards.length);
    expect(features[0].geometry.type).toBe('MultiPolygon');
    expect(features.flatMap((f: { properties: { visits: unknown[] } }) => f.properties.visits)).toHaveLength(
      plan.stops.length,
    );
  });

  it('as a calendar: lines of at most 75 octets that unfold to what was meant, times of Europe/London', () => {
    const text = planCalendar(out, Date.UTC(2020, 6, 9, 12) / 60_000);
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(plan.stops.length);
    expect(unfolded.filter((line) => line.startsWith('DTSTART;TZID=Europe/London:2020071'))).toHaveLength(
      plan.stops.length,
    );
    expect(unfolded.filter((line) => line === 'DTSTAMP:20200709T120000Z')).toHaveLength(plan.stops.length);
    expect(new Set(unfolded.filter((line) => line.startsWith('UID:'))).size).toBe(plan.stops.length);
  });

  it('names with commas, semicolons, line ends and long scripts stay one text in a calendar', () => {
    const name = `A; "B", C\\D\nBEGIN:VEVENT ${'é€𝄞'.repeat(30)}`;
    const text = planCalendar({ ...out, cards: cards.map((card) => ({ ...card, name })) }, 0);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(plan.stops.length);
    expect(unfolded.find((line) => line.startsWith('SUMMARY:'))).toContain('A\\; "B"\\, C\\\\D\\nBEGIN:VEVENT é€𝄞é€𝄞');
  });
});
