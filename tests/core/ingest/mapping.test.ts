import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import {
  emptyMapping,
  type Mapping,
  type Profile,
  profileFor,
  profileJson,
  readProfile,
  signatureOf,
} from '../../../src/core/ingest/mapping-profile.ts';
import { tryMapping } from '../../../src/core/ingest/try-mapping.ts';
import { bytesSource, readableTable } from './readable.ts';

const CSV = [
  'Key,What,When,East-West,North-South,Arm',
  'a,PERS ROB,04/03/2021,0.71,51.53,Oui',
  'b,Shop job,05/03/2021,0.72,51.53,Non',
  'c,PERS ROB,13/03/2021,0.73,51.53,?',
].join('\n');

const mapping: Mapping = {
  ...emptyMapping,
  columns: {
    Key: 'offence_id',
    What: 'offence',
    When: 'from',
    'East-West': 'longitude',
    'North-South': 'latitude',
    Arm: 'weapon',
  },
  offences: { 'PERS ROB': 'Robbery of personal property', 'Shop job': '' },
  flags: { weapon: { Oui: 'yes', Non: 'no' } },
};

const load = (csv: string, by: Mapping | null) => ingest([bytesSource('a.csv', csv)], { mappings: [by] });
const kindsOf = (table: Awaited<ReturnType<typeof load>>['table']) =>
  [...table.offence].map((offence) => table.offences[offence]?.kind);

describe('a mapping', () => {
  it('says what columns, titles and yes/no values mean that are not understood by themselves', async () => {
    const { table, report } = await load(CSV, mapping);
    expect(report.kept).toBe(3);
    expect(kindsOf(table)).toEqual(['robbery-personal', null, 'robbery-personal']);
    expect(readableTable(table).day).toEqual(['2021-03-04', '2021-03-05', '2021-03-13']);
    expect([...table.flags.weapon]).toEqual([2, 1, 0]);
  });

  it('takes a Home Office code for a title as well', async () => {
    const { table } = await load(CSV, { ...mapping, offences: { 'PERS ROB': '34/1' } });
    expect(kindsOf(table)[0]).toBe('robbery-personal');
  });

  it.each([
    ['day-first', ['2021-03-04', '2021-03-05', '2021-03-13'], 0],
    ['month-first', ['2021-04-03', '2021-05-03'], 1],
    ['iso', [], 3],
  ] as const)('reads dates %s when told to, and drops what cannot be', async (dates, days, dropped) => {
    const { table, report } = await load(CSV, { ...mapping, dates });
    expect(readableTable(table).day ?? []).toEqual(days);
    expect(report.rows - report.kept).toBe(dropped);
  });

  it('reads places in the coordinate system it names, even where that drops every row, and says so', async () => {
    const wrong = await load(CSV, { ...mapping, crs: 'EPSG:27700' });
    expect(wrong.report.crs).toBe('EPSG:27700');
    expect(wrong.report.notes.find(({ reason }) => reason === 'coordinate system guessed')?.examples[0]?.found).toMatch(
      /British National Grid \(EPSG:27700\), as chosen/,
    );
    const metres = 'x,y\n180,90\n179,89\n';
    const auto = await load(metres, null);
    expect(auto.report.crs).toBe('EPSG:4326');
    const told = await load(metres, { ...emptyMapping, columns: { x: 'easting', y: 'northing' }, crs: 'EPSG:27700' });
    expect([told.report.crs, told.report.kept]).toEqual(['EPSG:27700', 2]);
  });

  it('is the own one of each file, so that one word may mean two things', async () => {
    const files = [bytesSource('a.csv', CSV), bytesSource('b.csv', CSV.replaceAll(/^([abc]),/gm, 'x$1,'))];
    const other = { ...mapping, offences: { 'PERS ROB': 'Murder' } };
    const { table } = await ingest(files, { mappings: [mapping, other] });
    expect(kindsOf(table)).toEqual(['robbery-personal', null, 'robbery-personal', 'murder', null, 'murder']);
  });

  it('may be displaced column by column by one named on its own', async () => {
    const { table } = await ingest([bytesSource('a.csv', CSV)], { mappings: [mapping], map: { Arm: 'offence' } });
    expect(table.offences.map(({ title }) => title)).toEqual(['Oui', 'Non', '?']);
  });

  it('that names a column no file has is refused', async () => {
    const wrong = { ...mapping, columns: { ...mapping.columns, Missing: 'to' as const } };
    await expect(load(CSV, wrong)).rejects.toThrow(/No file has a column “missing” to map/);
  });
});

describe('a trial', () => {
  it('counts what the load would keep, and names what stays unknown', async () => {
    const { offences: _, ...rest } = mapping;
    const broken = `${CSV}\nd,PERS ROB,99/99/2021,0.7,51.5,Oui\ne,Shop job,01/03/2021,,,Oui`;
    const trial = await tryMapping(bytesSource('a.csv', broken), { ...rest, offences: {} });
    expect(trial).toMatchObject({
      rows: 5,
      kept: 3,
      cut: false,
      firstPlace: { lon: 0.71, lat: 51.53 },
      unknownOffences: [
        { title: 'PERS ROB', rows: 2 },
        { title: 'Shop job', rows: 1 },
      ],
    });
    expect(trial.dropped.map(({ reason, count }) => [reason, count])).toEqual([
      ['no coordinates', 1],
      ['date unreadable', 1],
    ]);
  });

  it('of a long file stops at 50,000 rows and says so', async () => {
    const long = `lon,lat\n${'0.71,51.53\n'.repeat(50_500)}`;
    const columns = { lon: 'longitude', lat: 'latitude' } as const;
    const trial = await tryMapping(bytesSource('a.csv', long), { ...emptyMapping, columns });
    expect(trial).toMatchObject({ rows: 50_000, kept: 50_000, cut: true });
  });

  it('of an archive stops within its members', async () => {
    const member = new TextEncoder().encode(`lon,lat\n${'0.71,51.53\n'.repeat(30_000)}`);
    const zip = zipSync({ 'a.csv': member, 'b.csv': member, 'c.csv': member });
    expect(await tryMapping(bytesSource('a.zip', zip), emptyMapping)).toMatchObject({ rows: 50_000, cut: true });
  });
});

describe('a profile', () => {
  const profile: Profile = { name: 'Crime system', signature: signatureOf(['Key', 'What']), mapping };

  it('comes back from its file as it was', () => {
    expect(readProfile(profileJson(profile), 'p.json')).toEqual(profile);
  });

  it('is found by the headers of a file in any order and case, the newest first', () => {
    const newer = { ...profile, name: 'Newer' };
    expect(profileFor([profile, newer], ['what', 'KEY '])?.name).toBe('Newer');
    expect(profileFor([profile], ['what', 'key', 'more'])).toBeNull();
  });

  it.each([
    ['no JSON', '{', /not valid JSON/],
    ['other JSON', '{"harmscape":"project"}', /not a mapping profile/],
    ['another version', '{"harmscape":"mapping","v":9}', /version 9/],
    ['an unknown field', profileJson(profile).replace('"offence_id"', '"nonsense"'), /“columns.Key” should be a field/],
    [
      'an unknown offence',
      profileJson(profile).replace('Robbery of personal property', 'Nonsense'),
      /“offences.PERS ROB”/,
    ],
    ['another word than yes, no, unknown', profileJson(profile).replace('"yes"', '"maybe"'), /“flags.weapon.Oui”/],
    ['another system', profileJson(profile).replace('"auto"', '"EPSG:3857"'), /“crs” should be auto, EPSG:4326/],
    [
      'a list for a mapping',
      JSON.stringify({ harmscape: 'mapping', v: 1, name: 'x', signature: '', mapping: [] }),
      /“mapping”/,
    ],
  ])('of %s is refused with a sentence', (_, text, sentence) => {
    expect(() => readProfile(text, 'p.json')).toThrow(InputError);
    expect(() => readProfile(text, 'p.json')).toThrow(sentence);
  });
});
