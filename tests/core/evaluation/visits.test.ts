import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { readVisitLog, staysOfVisits } from '../../../src/core/evaluation/visit-log.ts';
import {
  defaultVisitSettings,
  doseAgainstPlan,
  type Position,
  stayOf,
  staysOf,
} from '../../../src/core/evaluation/visits.ts';
import { setFinder } from '../../../src/core/hex/set-finder.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';

/** 10 July 2020, 20:00 in London, which is 19:00 UTC. */
const EIGHT = Date.parse('2020-07-10T19:00:00Z') / 1000;
/** Longitude 1 is area 0, longitude 2 area 1, anything else none. */
const areaOf = (lon: number): number => (lon === 1 ? 0 : lon === 2 ? 1 : -1);
const at = (minute: number, lon: number, unit = 'a'): Position => ({ unit, second: EIGHT + 60 * minute, lon, lat: 51 });
const minutesOf = (positions: readonly Position[]) => staysOf(positions, areaOf).map((s) => [s.area, s.minutes]);

describe('stays in patrol areas', () => {
  it('last from the first position to the last, gaps of up to five minutes bridged', () => {
    expect(minutesOf([at(0, 1), at(4, 1), at(9, 1), at(12, 1)])).toEqual([[0, 12]]);
    expect(minutesOf([at(0, 1), at(5, 1), at(10.1, 1), at(14, 1)])).toEqual([
      [0, 5],
      [0, expect.closeTo(3.9, 9)],
    ]);
  });

  it('a short step outside does not end one, another area does', () => {
    expect(minutesOf([at(0, 1), at(2, 9), at(4, 1), at(8, 1), at(12, 1)])).toEqual([[0, 12]]);
    expect(minutesOf([at(0, 1), at(2, 2), at(4, 1), at(8, 1), at(12, 1)])).toEqual([
      [0, 0],
      [1, 0],
      [0, 8],
    ]);
  });

  it('two units are two stays; the order of positions does not matter', () => {
    const positions = [at(0, 1), at(3, 1, 'b'), at(4, 1), at(6, 1, 'b'), at(8, 1)];
    const found = staysOf(positions, areaOf);
    expect(found.map((s) => [s.unit, s.minutes])).toEqual([
      ['a', 8],
      ['b', 3],
    ]);
    expect(staysOf(shuffle([...positions], randomFrom(1)), areaOf)).toEqual(found);
  });

  it('belong to the local day on which they began', () => {
    const [late] = staysOf([at(238, 1), at(242, 1)], areaOf);
    expect(late).toMatchObject({ day: dayFromIso('2020-07-10'), minuteOfDay: 23 * 60 + 58 });
    expect(staysOf([], areaOf)).toEqual([]);
  });
});

describe('dosage against plan', () => {
  const day = dayFromIso('2020-07-10') ?? 0;
  const stay = (area: number, from: number, minutes: number, unit = 'a') =>
    stayOf(area, unit, EIGHT + 60 * from, EIGHT + 60 * (from + minutes));
  const report = doseAgainstPlan(
    [stay(0, 0, 16), stay(0, 10, 16, 'b'), stay(0, 60, 4), stay(1, 0, 9), stay(2, 30, 12)],
    [
      { area: 0, day, minutes: 15 },
      { area: 1, day, minutes: 15 },
      { area: 1, day: day + 1, minutes: 15 },
    ],
    3,
  );

  it('counts minutes once however many officers were there, and visits from ten minutes on', () => {
    expect(report.byAreaAndDay).toEqual([
      { area: 0, day, plannedVisits: 1, plannedMin: 15, visits: 2, minutes: 30 },
      { area: 1, day, plannedVisits: 1, plannedMin: 15, visits: 0, minutes: 9 },
      { area: 2, day, plannedVisits: 0, plannedMin: 0, visits: 1, minutes: 12 },
      { area: 1, day: day + 1, plannedVisits: 1, plannedMin: 15, visits: 0, minutes: 0 },
    ]);
  });

  it('compliance by area and by day: visits beyond the plan of a day do not make up for others', () => {
    expect(report.byArea.map((a) => a.compliance)).toEqual([1, 0, Number.NaN]);
    expect(report.byDay.map((d) => [d.day, d.compliance])).toEqual([
      [day, 0.5],
      [day + 1, 0],
    ]);
    expect(report.all).toMatchObject({ plannedVisits: 3, madeOfPlanned: 1, visits: 3, minutes: 51 });
  });
});

const read = (text: string, name = 'log') => readVisitLog(new TextEncoder().encode(text), name);

describe('reading a log', () => {
  const gpx = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><time>2020-01-01T00:00:00Z</time></metadata>
<trk><name>Pair &amp; dog</name><trkseg><trkpt lat="51.538" lon="0.7135"><ele>3</ele><time>2020-07-10T19:00:05.250Z</time></trkpt>
<trkpt lon='0.7136' lat='51.5381'><time>2020-07-10T20:11:00+01:00</time></trkpt><trkpt lat="51.5" lon="0.7"/>
<trkpt lat="x" lon="0.7"><time>2020-07-10T19:00:00Z</time></trkpt></trkseg></trk></gpx>`;

  it('tracks of GPX: name, places and times to the second; points without a time are left out and counted', () => {
    const log = read(gpx);
    expect(log.positions).toEqual([
      { unit: 'Pair & dog', second: EIGHT + 5, lon: 0.7135, lat: 51.538 },
      { unit: 'Pair & dog', second: EIGHT + 660, lon: 0.7136, lat: 51.5381 },
    ]);
    expect(log.notes).toEqual([
      '1 track point without a place, left out.',
      '1 track point without a readable time of day, left out.',
    ]);
    const cell = latLngToCell(51.538, 0.7135, 9);
    const [stay] = staysOf(log.positions, setFinder([['8a1972b6a6b7fff'], [cell]]), {
      ...defaultVisitSettings,
      gapMin: 15,
    });
    expect(stay).toMatchObject({ area: 1, minutes: expect.closeTo(10.917, 3) });
  });

  it('positions of CSV, on the London clock or with an offset, in degrees or on the National Grid', () => {
    const degrees = read(
      'Callsign,Timestamp,Longitude,Latitude\nEX1,10/07/2020 20:00:30,0.7,51.5\nEX1,2020-07-10T19:01:00Z,0.7,51.5\nEX1,later,0.7,51.5',
    );
    expect(degrees.positions.map((p) => [p.unit, p.second - EIGHT])).toEqual([
      ['EX1', 30],
      ['EX1', 60],
    ]);
    expect(degrees.notes).toEqual(['1 row without a readable time of day, left out.']);
    const grid = read('time,easting,northing\n2020-07-10 20:00,588125,185435');
    expect(grid.positions[0]).toMatchObject({
      second: EIGHT,
      lon: expect.closeTo(0.7118, 2),
      lat: expect.closeTo(51.537, 2),
    });
  });

  it('visits of CSV, with an end or minutes, by the name or the rank of the area', () => {
    const log = read(
      'place;start;end\nHigh Street;10/07/2020 20:00;10/07/2020 20:16\n2;10/07/2020 21:00;10/07/2020 21:12\nElsewhere;10/07/2020 22:00;10/07/2020 22:12\nHigh Street;10/07/2020 23:00;10/07/2020 22:12',
    );
    expect(log.notes).toEqual(['1 row without a readable time of day, left out.']);
    const { stays, notes } = staysOfVisits(log.visits, ['HIGH STREET', 'Marine Parade']);
    expect(stays.map((s) => [s.area, s.minutes])).toEqual([
      [0, 16],
      [1, 12],
    ]);
    expect(notes).toEqual(['1 visit to places that are no patrol area, left out: “Elsewhere”.']);
    expect(read('area,start,minutes\nA,2020-07-10 20:00,15').visits[0]?.to).toBe(EIGHT + 900);
  });

  it('says what it wanted instead', () => {
    expect(() => read('a,b\n1,2')).toThrow('is no patrol log');
    expect(() => read('place,start,end\nA,soon,later')).toThrow('holds no visit that can be read (1 row without');
    expect(() => read('<gpx></gpx>')).toThrow('holds no visit');
  });
});
