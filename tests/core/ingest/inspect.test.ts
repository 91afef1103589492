import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { inspectFile } from '../../../src/core/ingest/inspect.ts';
import { bytesSource } from './readable.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const look = (csv: string, name = 'a.csv') => inspectFile(bytesSource(name, csv));
const guesses = async (csv: string) =>
  Object.fromEntries((await look(csv)).columns.map(({ name, field }) => [name, field]));
const rows = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i)).join('\n');

describe('an inspection', () => {
  it('shows headers, the first ten rows as text, and a reason for each guess', async () => {
    const csv = `Offense Date,lon,lat,Note\n${rows(12, (i) => `${13 + (i % 9)}/04/2021,0.71,51.53,n${i}`)}`;
    const seen = await look(csv);
    expect(seen).toMatchObject({
      format: 'CSV',
      headers: ['Offense Date', 'lon', 'lat', 'Note'],
      sheets: [],
      rows: 12,
    });
    expect(seen.preview).toHaveLength(10);
    expect(seen.preview[0]).toEqual(['13/04/2021', '0.71', '51.53', 'n0']);
    expect(seen.columns[0]).toMatchObject({
      field: 'from',
      reason: 'Words in the header “Offense Date”; 12 of 12 values read as dates',
      first: '13/04/2021',
      date: { text: '13/04/2021', dayFirst: '13 Apr 2021', monthFirst: null },
    });
    expect(seen.columns[3]).toMatchObject({ field: null, reason: '12 different values' });
  });

  it('shows a date by which the orders can be told apart', async () => {
    const { columns } = await look('date,lon,lat\n05/05/2021,0.7,51.5\n03/04/2021,0.7,51.5');
    expect(columns[0]?.date).toEqual({
      text: '03/04/2021',
      dayFirst: '3 Apr 2021',
      monthFirst: '4 Mar 2021',
      iso: null,
    });
  });

  it('counts the values of a column, most frequent first', async () => {
    const { columns } = await look('offence,lon,lat\nB,1,51\nA,1,51\nB,1,51\n,1,51');
    expect(columns[0]?.values).toEqual([
      { text: 'B', count: 2 },
      { text: 'A', count: 1 },
    ]);
  });

  it('rests on the first rows of a long file, and reads no further', async () => {
    let given = 0;
    const bytes = new TextEncoder().encode(`lon,lat\n${'0.71,51.53\n'.repeat(200_000)}`);
    const counted = {
      ...bytesSource('a.csv', bytes),
      stream: () => {
        let at = 0;
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            if (at >= bytes.length) return controller.close();
            controller.enqueue(bytes.subarray(at, at + 65_536));
            at += 65_536;
            given = at;
          },
        });
      },
    };
    expect((await inspectFile(counted)).rows).toBe(3000);
    expect(given).toBeLessThan(bytes.length / 4);
  });

  it('gives of every file of the corpus the headers that a load has, or an error that a person can read', async () => {
    const names = readdirSync(CORPUS).filter((name) => !name.endsWith('.json') || name === 'police-uk-api.txt');
    for (const name of names) {
      const source = bytesSource(name, readFileSync(CORPUS + name));
      const seen = await inspectFile(source).catch((error: unknown) => error);
      if (seen instanceof Error) {
        expect(seen, name).toBeInstanceOf(InputError);
        await expect(ingest([source]), name).rejects.toThrow();
        continue;
      }
      const loaded = await ingest([source]).catch(() => null);
      if (loaded) expect(seen, name).toMatchObject({ format: loaded.report.files[0]?.format });
    }
  });
});

describe('guesses for columns of unknown names', () => {
  it('find place, date, offence, flags and reference by words in the header and by the values', async () => {
    const csv = `Occurrence Key,What happened,Reported on,Pos X,Pos Y,Was knife used\n${rows(
      40,
      (i) => `K${i},${i % 2 ? 'Robbery' : 'Burglary'},${1 + (i % 28)}/03/2021,0.7${i},51.5${i},${i % 2 ? 'Y' : 'N'}`,
    )}`;
    expect(await guesses(csv)).toEqual({
      'Occurrence Key': 'offence_id',
      'What happened': 'offence',
      'Reported on': 'from',
      'Pos X': 'longitude',
      'Pos Y': 'latitude',
      'Was knife used': 'knife',
    });
  });

  it('find the place by its values alone, in degrees and in metres', async () => {
    const degrees = await guesses(`n,b,a\n${rows(20, (i) => `${i},51.5${i},-0.1${i}`)}`);
    expect(degrees).toMatchObject({ a: 'longitude', b: 'latitude', n: null });
    const metres = await guesses(`n,a,b\n${rows(20, (i) => `${i},${588_100 + i},${185_400 + i}`)}`);
    expect(metres).toMatchObject({ a: 'easting', b: 'northing', n: null });
  });

  it('take no free text for an offence and no number for a date', async () => {
    const csv = `lon,lat,Account,Serial\n${rows(60, (i) => `0.7,51.5,what happened then ${i},${44_300 + i}`)}`;
    expect(await guesses(csv)).toMatchObject({ Account: null, Serial: null });
  });
});

describe('a person is asked', () => {
  const askOf = async (csv: string) => (await look(csv)).ask;

  it.each([
    ['no pair of coordinates has a known name', 'a,b,offence\n0.7,51.5,Robbery', /No pair of coordinate columns/],
    ['a column looks like the offence that none was named', 'lon,lat,date,Wot\n0.7,51.5,2021-04-14,Robbery', /offence/],
    ['a column looks like the date that none was named', 'lon,lat,offence,Wann\n0.7,51.5,Robbery,2021-04-14', /date/],
    [
      'neither offence nor date is known while text stands unused',
      'lon,lat,Beat\n0.7,51.5,Red',
      /a column of text stands unused/,
    ],
    ['most titles are unread', 'lon,lat,offence\n0.7,51.5,Xx\n0.7,51.5,Yy\n0.7,51.5,Robbery', /1 of 3/],
    [
      'most yes/no values are unread',
      'lon,lat,date,knife\n0.7,51.5,2021-04-14,Oui\n0.7,51.5,2021-04-14,Jamais',
      /“knife”/,
    ],
  ])('when %s', async (_, csv, reason) => expect(await askOf(csv)).toMatch(reason));

  it.each([
    ['a record with the usual names', 'id,date,lon,lat,offence\n1,2021-04-14,0.7,51.5,Robbery'],
    ['places alone', 'lon,lat\n0.7,51.5'],
    ['places and numbers', 'lon,lat,n\n0.7,51.5,3'],
    ['a table in which no two columns could be a place', 'name,colour\nx,red'],
  ])('but not about %s', async (_, csv) => expect(await askOf(csv)).toBeNull());
});

describe('an archive', () => {
  it('is told by the first member with coordinates', async () => {
    const member = (text: string) => new TextEncoder().encode(text);
    const zip = zipSync({
      'readme.txt': member('a,b\n1,2'),
      'one.csv': member('lon,lat\n0.7,51.5'),
      'two.csv': member('x,y\n0.7,51.5'),
    });
    const seen = await inspectFile(bytesSource('a.zip', zip));
    expect(seen.headers).toEqual(['lon', 'lat']);
    expect(seen.ask).toBeNull();
  });
});
