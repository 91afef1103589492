import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/core/offences/time.ts';
import { createVisitLog, type LogDoseQuery } from '../../src/worker/visit-log.ts';

const DAY = dayFromIso('2020-07-10') ?? 0;
const EIGHT = Date.parse('2020-07-10T19:00:00Z');
const PIER = [0.7135, 51.5345] as const;
const query: LogDoseQuery = {
  places: [
    { rank: 1, name: 'High Street', cells: [latLngToCell(51.5385, 0.7135, 10)] },
    { rank: 2, name: 'Pier', cells: [latLngToCell(PIER[1], PIER[0], 10)] },
  ],
  shift: { day: DAY, fromMinute: 1200, stops: [{ area: 1, fromMinute: 1200, toMinute: 1215 }] },
  planDays: 'shift',
  settings: { gapMin: 5, leastMin: 10, dayStartMinute: 360 },
};
const trackAt = ([lon, lat]: readonly [number, number], from: number, to: number, name = 'ACTIVE LOG') => {
  const points = Array.from({ length: to - from + 1 }, (_, i) => {
    const time = new Date(EIGHT + 60_000 * (from + i)).toISOString();
    return `<trkpt lat="${lat}" lon="${lon}"><time>${time}</time></trkpt>`;
  });
  return `<gpx><trk><name>${name}</name><trkseg>${points.join('')}</trkseg></trk></gpx>`;
};
const fileOf = (text: string, name: string) => new File([text], name);
const TIMETABLE =
  'pair,from,to,rank,name,visit,lon,lat\n1,2020-07-10T21:00,2020-07-10T21:15,1,High Street,1,0.7,51.5\n';

describe('the log of patrols in the worker', () => {
  it('reads several files and answers with stays in the areas asked about', async () => {
    const { jobs } = createVisitLog();
    await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'a.gpx'), 'log');
    const files = await jobs.openVisitLog(
      fileOf('place,start,minutes\nHigh Street,10/07/2020 22:00,12\nHigh Street,soon,12', 'by hand.csv'),
      'log',
    );
    expect(files.map(({ name, positions, visits, notes }) => [name, positions, visits, notes.length])).toEqual([
      ['a.gpx', 15, 0, 0],
      ['by hand.csv', 0, 1, 1],
    ]);
    const { report, outside } = jobs.visitDose(query);
    expect(report.byArea.map(({ minutes }) => minutes)).toEqual([12, 14]);
    expect(report.all).toMatchObject({ plannedVisits: 1, madeOfPlanned: 1, visits: 2 });
    expect(outside).toBe(1);
  });

  it('tracks of the same name in two files are two officers; a file opened again takes its own place', async () => {
    const { jobs } = createVisitLog();
    await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 8), 'a.gpx'), 'log');
    await jobs.openVisitLog(fileOf(trackAt(PIER, 4, 12), 'b.gpx'), 'log');
    expect(jobs.visitDose(query)).toMatchObject({ units: 2, short: 2 });
    expect(await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 12), 'a.gpx'), 'log')).toHaveLength(2);
    expect(jobs.visitDose(query).report.all).toMatchObject({ visits: 1, minutes: 12 });
    expect(jobs.removeVisitLog('b.gpx').map(({ name }) => name)).toEqual(['a.gpx']);
    expect(jobs.visitDose(query).units).toBe(1);
  });

  it('other areas are other stays', async () => {
    const { jobs } = createVisitLog();
    await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'a.gpx'), 'log');
    expect(jobs.visitDose(query).inAreas).toBe(15);
    const [first] = query.places;
    expect(
      jobs.visitDose({ ...query, places: first ? [first] : [], shift: { ...query.shift, stops: [] } }).inAreas,
    ).toBe(0);
  });

  it('timetables of plans that were given out take the place of the shift', async () => {
    const { jobs } = createVisitLog();
    await jobs.openVisitLog(fileOf(TIMETABLE, 'plan.csv'), 'timetable');
    expect(() => jobs.visitDose(query)).toThrow(/No log of patrols is open/);
    await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'a.gpx'), 'log');
    expect(jobs.visitDose(query).report.byArea.map(({ plannedVisits }) => plannedVisits)).toEqual([1, 0]);
    await expect(jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'b.gpx'), 'timetable')).rejects.toThrow(
      /holds positions, not planned visits/,
    );
  });

  it('a file that cannot be read leaves the others, and nothing is left after forgetting', async () => {
    const { jobs, forget } = createVisitLog();
    await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'a.gpx'), 'log');
    await expect(jobs.openVisitLog(fileOf('a,b\n1,2', 'x.csv'), 'log')).rejects.toThrow(/is no patrol log/);
    expect(jobs.visitDose(query).positions).toBe(15);
    forget();
    expect(() => jobs.visitDose(query)).toThrow(/No log of patrols is open/);
  });

  it('what is being read when all is forgotten is not held either', async () => {
    const { jobs, forget } = createVisitLog();
    const reading = jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'a.gpx'), 'log');
    forget();
    expect(await reading).toEqual([]);
  });

  it('gives the dose by area and day as a table', async () => {
    const { jobs } = createVisitLog();
    await jobs.openVisitLog(fileOf(trackAt(PIER, 0, 14), 'a.gpx'), 'log');
    const text = new TextDecoder().decode(await jobs.visitDoseFile(query, 'csv'));
    expect(text).toContain('2,Pier,2020-07-10,1,15,1,14');
  });
});
