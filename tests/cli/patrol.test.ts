import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneDay, shiftTimes } from '../../src/cli/patrol.ts';
import { cli, folderOf } from './run-cli.ts';

const at = folderOf('patrol');

const patrol = (...args: string[]) => cli('patrol', at('offences.csv'), '--area', at('area.geojson'), ...args);

/** 30 robberies at one place on Friday nights at 22:00 and 20 at another at 23:00. */
beforeAll(() => {
  const lines: string[] = [];
  for (let week = 0; week < 10; week++) {
    const day = new Date(Date.UTC(2021, 2, 5 + 7 * week)).toISOString().slice(0, 10);
    for (let i = 0; i < 3; i++) lines.push(`${day}T22:10,Robbery of personal property,0.7115,51.5385,Pier Hill`);
    for (let i = 0; i < 2; i++) lines.push(`${day}T23:10,Robbery of personal property,0.7300,51.5450,London Road`);
  }
  writeFileSync(at('offences.csv'), `from,offence,longitude,latitude,location\n${lines.join('\n')}\n`);
  const ring = [
    [0.7, 51.53],
    [0.74, 51.53],
    [0.74, 51.55],
    [0.7, 51.55],
    [0.7, 51.53],
  ];
  const feature = { type: 'Feature', properties: { name: 'Town' }, geometry: { type: 'Polygon', coordinates: [ring] } };
  writeFileSync(at('area.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
});

describe('patrol with a day', () => {
  it('plans the shift: JSON has the visits of each pair beside the areas', () => {
    const { status, stdout } = patrol('--day', '2021-05-21', '--shift', '21:00-01:30', '--pairs', '2', '--visits', '2');
    expect(status).toBe(0);
    const { areas, visits, said } = JSON.parse(stdout);
    expect(areas.map((area: { name: string }) => area.name)).toEqual(['Pier Hill', 'London Road']);
    expect(visits).toHaveLength(4);
    for (const { from, to, pair } of visits) {
      expect(from >= '2021-05-21T21:00' && to <= '2021-05-22T01:30').toBe(true);
      expect([1, 2]).toContain(pair);
    }
    expect(
      visits.some((visit: { rank: number; from: string }) => visit.rank === 1 && visit.from.includes('T22:')),
    ).toBe(true);
    expect(said).toEqual([]);
  });

  it('the files hold the plan, and the same options write the same bytes', () => {
    const options = ['--day', '2021-05-21', '--moving', 'walk', '--out'];
    expect(patrol(...options, at('plan.ics'))).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(at('plan.ics'), 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(2);
    for (const name of ['plan.html', 'again.html']) patrol(...options, at(name));
    expect(readFileSync(at('plan.html'), 'utf8')).toContain('Friday 21 May 2021, 20:00–02:00: 4 pairs');
    expect(readFileSync(at('again.html'), 'utf8')).toBe(readFileSync(at('plan.html'), 'utf8'));
  });

  it.each([
    ['a shift shorter than a visit', ['--day', '2021-05-21', '--shift', '20:00-20:10'], 1, 'holds no visit of 15 –'],
    ['a calendar without a day', ['--out', at('plan.ics')], 1, 'add --day'],
    ['a month for a day', ['--day', '2021-05'], 2, 'is not a day like'],
  ])('%s is refused in a sentence', (_, args, code, words) => {
    const { status, stdout, stderr } = patrol(...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(words);
  });

  it('times of a shift are read as they are written, and nothing else is', () => {
    expect(shiftTimes('20:00-02:00')).toEqual({ fromMinute: 1200, toMinute: 120 });
    expect(shiftTimes('7:30 – 15:45')).toEqual({ fromMinute: 450, toMinute: 945 });
    for (const text of ['20:00', '24:10-02:00', '20:60-02:00', '20-02', ''])
      expect(() => shiftTimes(text)).toThrow('is not a shift like');
    expect(oneDay('2021-05-21')).toBe(18_768);
    for (const text of ['2021-05', '2021-02-30', 'Friday']) expect(() => oneDay(text)).toThrow('is not a day like');
  });
});

describe('patrol with OSTN15', () => {
  it('gives the references by its shifts, and the cards say so', () => {
    const lines = [
      'Point_ID,ETRS89_Easting,ETRS89_Northing,ETRS89_OSGB36_EShift,ETRS89_OSGB36_NShift,ETRS89_ODN_HeightShift,Height_Datum_Flag',
    ];
    // shifts 300 m to the east of the true ones, so that they cannot be taken for the ordinary transformation
    for (let north = 180; north < 192; north++)
      for (let east = 582; east < 596; east++)
        lines.push(`${east + north * 701 + 1},${east * 1000},${north * 1000},403,-52,45.1,1`);
    writeFileSync(at('ostn15.txt'), `${lines.join('\r\n')}\r\n`);
    const exact = patrol('--ostn15', at('ostn15.txt'), '--out', at('exact.html'));
    expect(exact.stderr).toContain('OSTN15: 168 points.');
    const html = readFileSync(at('exact.html'), 'utf8');
    expect(html).toContain('exact to 0.1 m (OSTN15)');
    const easting = (reference: string | undefined): number => Number(reference?.slice(3, 7));
    const [ordinary] = JSON.parse(patrol().stdout).areas;
    expect(easting(/<strong>(TQ \d{4} \d{4})</.exec(html)?.[1]) - easting(ordinary.grid_ref)).toBeCloseTo(30, -1);
    expect(patrol('--ostn15', at('offences.csv'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not the OSTN15 file'),
    });
  });
});
