/** Logs as forces have them: tracks, positions with callsigns, visits written down by hand, timetables. */
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { readVisitLog, staysOfVisits, visitLogKind, visitLogReader } from '../../../src/core/evaluation/visit-log.ts';
import { defaultVisitSettings, staysOf } from '../../../src/core/evaluation/visits.ts';
import { setFinder } from '../../../src/core/hex/set-finder.ts';

/** 10 July 2020, 20:00 in London, which is 19:00 UTC. */
const EIGHT = Date.parse('2020-07-10T19:00:00Z') / 1000;
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
    expect(log.notes).toEqual(['1 row with an end before the start or more than a day after it, left out.']);
    const { stays, notes } = staysOfVisits(log.visits, [
      { rank: 1, name: 'HIGH STREET' },
      { rank: 2, name: 'Marine Parade' },
    ]);
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

  it('visits by hand: a column of dates, clock times, over midnight, and the same visit written twice', () => {
    const log = read(
      'Date,Area,In,Out\n10/07/2020,High Street,20:00,20:16\n10/07/2020,High Street,23:50,00:05\n10/07/2020,high street,20:00,20:16',
    );
    expect(log.visits.map(({ from, to }) => [(from - EIGHT) / 60, (to - from) / 60])).toEqual([
      [0, 16],
      [230, 15],
    ]);
    expect(log.notes).toEqual(['1 row repeated, left out.']);
  });

  it('dates with the month first are told by those that can only be read so', () => {
    const american = read('place,start,minutes\nA,07/10/2020 20:00,15\nA,07/13/2020 20:00,15');
    expect(american.visits.map(({ from, to }) => [(from - EIGHT) / 86_400, to - from])).toEqual([
      [0, 900],
      [3, 900],
    ]);
    expect(american.notes).toEqual(['Dates are read with the month first, as some of them can only be read so.']);
    const track = read('time,lon,lat\n07/10/2020 20:00,0.7,51.5\n07/13/2020 20:00,0.7,51.5');
    expect(track.positions[0]?.second).toBe(EIGHT);
    const mixed = read('place,start,minutes\nA,13/07/2020 20:00,15\nA,07/13/2020 20:00,15');
    expect(mixed.notes.join()).toMatch(/1 row has the month before the day/);
  });

  it('says who was where by a column, by the names of tracks, or not at all', () => {
    expect(read(gpx).units).toBe('tracks');
    expect(read('unit,time,lon,lat\nEX1,2020-07-10 20:00,0.7,51.5').units).toBe('named');
    expect(read('time,lon,lat\n2020-07-10 20:00,0.7,51.5', 'tuesday.csv')).toMatchObject({
      units: 'none',
      positions: [{ unit: 'tuesday.csv' }],
    });
  });

  it('in other encodings, and cut into pieces anywhere, it is the same', () => {
    const text = 'place;start;minutes\nCafé;10/07/2020 20:00;15\n“Quay”;10/07/2020 21:00;12\n';
    const utf8 = new TextEncoder().encode(`\uFEFF${text}`);
    const western = Uint8Array.from(text, (c) => ({ '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0));
    const wide = new Uint8Array(new Uint16Array(Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0))).buffer);
    const wanted = readVisitLog(utf8, 'log').visits;
    expect(wanted.map(({ place }) => place)).toEqual(['Café', '“Quay”']);
    for (const bytes of [western, wide]) expect(readVisitLog(bytes, 'log').visits).toEqual(wanted);
    for (const size of [1, 3, 7]) {
      const reader = visitLogReader(utf8, 'log');
      for (let from = 0; from < utf8.length; from += size) reader.push(utf8.subarray(from, from + size));
      expect(reader.end().visits).toEqual(wanted);
    }
  });

  it('places by rank where a hand edit has left a gap, by both, and by a name that two areas share', () => {
    const at = (place: string) => ({ place, unit: '', from: EIGHT, to: EIGHT + 900 });
    const places = [
      { rank: 1, name: 'Pier' },
      { rank: 4, name: 'Marine Parade' },
      { rank: 5, name: 'Marine Parade' },
    ];
    const visits = ['4', '5 marine parade', 'Patrol area 1', 'Marine Parade', '2'].map(at);
    const { stays, notes } = staysOfVisits(visits, places);
    expect(stays.map(({ area }) => area)).toEqual([0, 1, 1, 2]);
    expect(notes).toEqual([
      '1 visit to places that are no patrol area, left out: “2”.',
      '1 visit to places named like several areas, counted for the first – write the rank in place of the name: “Marine Parade”.',
    ]);
  });

  it('names what a file is that is no log', () => {
    expect(() => readVisitLog(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'x.zip')).toThrow(/a ZIP or Excel file/);
    expect(() => read('<html><body></body></html>')).toThrow(/a web page or XML/);
    expect(() => read('')).toThrow(/is empty/);
  });
});

describe('what a dropped file is, by its start', () => {
  const kind = (text: string) => visitLogKind(new TextEncoder().encode(text));

  it('a log: GPX, positions of somebody, visits by hand', () => {
    expect(kind('<?xml version="1.0"?>\n<gpx version="1.1"><trk>')).toBe('log');
    expect(kind('Callsign,Timestamp,Latitude,Longitude\nEX1,2020-07-10 20:00,51.5,0.7')).toBe('log');
    expect(kind('date;area;start;end\n10/07/2020;High Street;20:00;20:16')).toBe('log');
  });

  it('the timetable of a plan', () => {
    const columns = 'pair,from,to,rank,name,visit,way_m,way_min,busy,grid_ref,lon,lat';
    expect(kind(`${columns}\n1,2020-07-10T20:00,2020-07-10T20:15,1,High Street,1,0,0,1,TQ 884 857,0.7,51.5`)).toBe(
      'timetable',
    );
  });

  it('neither: offences, populations, places, areas', () => {
    expect(kind('offence,from,to,longitude,latitude,officer\nRobbery,2020-07-10 20:00,,0.7,51.5,x')).toBeNull();
    expect(kind('crime id,time,lon,lat,unit\n1,2020-07-10 20:00,0.7,51.5,x')).toBeNull();
    expect(kind('date,longitude,latitude\n2020-07-10,0.7,51.5')).toBeNull();
    expect(kind('area,residents\nE06000033,182463')).toBeNull();
    expect(kind('{"type":"FeatureCollection","features":[]}')).toBeNull();
    expect(kind('')).toBeNull();
  });
});
