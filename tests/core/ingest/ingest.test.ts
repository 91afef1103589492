import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CancelledError, InputError } from '../../../src/core/errors.ts';
import type { Field } from '../../../src/core/ingest/fields.ts';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import type { IngestReport } from '../../../src/core/ingest/report.ts';
import { bytesSource, readableTable } from './readable.ts';

const header = 'id,date,lon,lat,offence\n';
const row = (id: string, day = '2021-04-14 10:00') => `${id},${day},0.71,51.53,Robbery\n`;
const countOf = (report: IngestReport, reason: string) =>
  report.notes.find((note) => note.reason === reason)?.count ?? 0;

/** `rows` rows of which some are dropped or doubted for each of several reasons. */
function mixedRows(rows: number): string[] {
  return Array.from({ length: rows }, (_, i) => {
    const day = i % 13 === 0 ? '31/02/2021' : `2021-04-${String((i % 28) + 1).padStart(2, '0')} 10:${10 + (i % 50)}`;
    const lon = i % 11 === 0 ? '' : (0.5 + (i % 7) / 100).toFixed(2);
    return `${i % 5 === 0 ? i % 50 : i},${day},${lon},51.5,${i % 3 === 0 ? 'Robbery' : 'Nonsense'}`;
  });
}

describe('several files', () => {
  it('are one table in their order, each row knowing its file', async () => {
    const { table, report } = await ingest([
      bytesSource('a.csv', header + row('1')),
      bytesSource('b.csv', `Longitude,Latitude,Month,Crime type\n0.5,51.6,2021-04,Burglary\n`),
    ]);
    expect([...table.file]).toEqual([0, 1]);
    expect(report.files.map((file) => file.name)).toEqual(['a.csv', 'b.csv']);
    expect([...report.categories]).toEqual([
      ['Burglary', 1],
      ['Robbery', 1],
    ]);
  });

  it('share their ids: a row of the second file can be a duplicate of one in the first', async () => {
    const { report } = await ingest([
      bytesSource('a.csv', header + row('1') + row('2')),
      bytesSource('b.csv', header + row('2') + row('1', '2021-04-15 11:00') + row('3')),
    ]);
    expect(report.rows).toBe(5);
    expect(report.kept).toBe(4);
    expect(report.notes.find((note) => note.reason === 'duplicate id')?.examples).toEqual([
      { file: 'b.csv', line: 2, found: '2' },
    ]);
    expect(countOf(report, 'same id, other content')).toBe(1);
    expect(report.files.map((file) => file.kept)).toEqual([2, 2]);
  });

  it('each have their own coordinate system; the report gives that of the first with a kept row', async () => {
    const { report } = await ingest([
      bytesSource('none.csv', `${header}1,2021-04-14,,,Robbery\n`),
      bytesSource('grid.csv', 'id,date,easting,northing,offence\n1,2021-04-14,588100,185400,Robbery\n'),
      bytesSource('degrees.csv', header + row('1')),
    ]);
    expect(report.crs).toBe('EPSG:27700');
    expect(report.files.map((file) => file.crs)).toEqual(['EPSG:4326', 'EPSG:27700', 'EPSG:4326']);
  });

  it('may include outcomes of a download, which are named and left out', async () => {
    const { report } = await ingest([
      bytesSource('outcomes.csv', 'Crime ID,Month,Longitude,Latitude,Outcome type\n1,2021-04,0.7,51.5,Charged\n'),
      bytesSource('a.csv', header + row('1')),
    ]);
    expect(report.kept).toBe(1);
    expect(countOf(report, 'file skipped')).toBe(1);
  });

  it('that are none at all are refused', async () => {
    await expect(ingest([])).rejects.toThrow(InputError);
  });
});

describe('columns named by hand', () => {
  const odd = 'Kennung,Tag,Ost,Nord,Delikt\n1,2021-04-14 10:00,0.71,51.53,Robbery\n';
  const map = { kennung: 'offence_id', TAG: 'from', Ost: 'longitude', Nord: 'latitude', Delikt: 'offence' } as const;

  it('are found by their header in any case', async () => {
    const { table } = await ingest([bytesSource('odd.csv', odd)], { map });
    expect(readableTable(table)).toMatchObject({ id: ['1'], day: ['2021-04-14'], offence: ['Robbery'] });
  });

  it('displace the guess for their field', async () => {
    const text = 'date,reported,lon,lat\n2021-04-14,2021-05-01,0.7,51.5\n';
    const { table } = await ingest([bytesSource('a.csv', text)], { map: { reported: 'from' } });
    expect(readableTable(table).day).toEqual(['2021-05-01']);
  });

  it('can be left out', async () => {
    const { report } = await ingest([bytesSource('a.csv', header + row('1'))], { map: { date: 'ignore' } });
    expect(countOf(report, 'no date column')).toBe(1);
  });

  it('that no file has are an error that names the columns', async () => {
    const load = ingest([bytesSource('a.csv', header + row('1'))], { map: { when: 'from' } });
    await expect(load).rejects.toThrow('“when” to map – the columns are “id”, “date”');
  });

  it('with a field that does not exist are an error that names the fields', async () => {
    const wrong: Record<string, Field> = JSON.parse('{"date":"when"}');
    await expect(ingest([bytesSource('a.csv', header)], { map: wrong })).rejects.toThrow(/offence_id, offence_code/);
  });

  it('cannot claim one field twice', async () => {
    const load = ingest([bytesSource('a.csv', header)], { map: { id: 'from', date: 'from' } });
    await expect(load).rejects.toThrow('both mapped to from');
  });
});

describe('counts', () => {
  it('add up: rows = kept + dropped, for the load and for each file', async () => {
    const lines = mixedRows(2000);
    const { table, report } = await ingest([
      bytesSource('a.csv', `${header}${lines.slice(0, 900).join('\n')}\n`),
      bytesSource('b.csv', `${header}${lines.slice(900).join('\n')}`),
    ]);
    const dropped = report.notes.filter((note) => note.kind === 'dropped').reduce((sum, note) => sum + note.count, 0);
    expect(report.rows).toBe(2000);
    expect(report.kept + dropped).toBe(report.rows);
    expect(table.rows).toBe(report.kept);
    expect(report.files.reduce((sum, file) => sum + file.kept, 0)).toBe(report.kept);
    expect([...report.categories.values()].reduce((a, b) => a + b, 0)).toBe(report.kept);
    expect(dropped).toBeGreaterThan(100);
  });

  it('do not depend on the order of the rows', async () => {
    const lines = mixedRows(500);
    const counts = async (rows: string[]) => {
      const { report } = await ingest([bytesSource('a.csv', `${header}${rows.join('\n')}\n`)]);
      return { kept: report.kept, notes: report.notes.map(({ reason, count }) => [reason, count]) };
    };
    expect(await counts(lines.toReversed())).toEqual(await counts(lines));
  });

  it('do not depend on where chunks are cut', async () => {
    const text = `${header}${mixedRows(300).join('\r\n')}\r\n`;
    const whole = await ingest([bytesSource('a.csv', text, 1e9)]);
    for (const size of [1, 7, 1000]) expect(await ingest([bytesSource('a.csv', text, size)])).toEqual(whole);
  });

  it('keep ten examples and every case', async () => {
    const lines = Array.from({ length: 25 }, (_, i) => `${i},2021-04-14,,,Robbery`);
    const { report } = await ingest([bytesSource('a.csv', `${header}${lines.join('\n')}`)]);
    const note = report.notes.find(({ reason }) => reason === 'no coordinates');
    expect([note?.count, note?.examples.length, note?.cases.length]).toEqual([25, 10, 25]);
  });

  it('stay quick when one id has ten thousand different contents', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `7,2021-04-14 10:00,${(i / 1e5).toFixed(5)},51.5,Robbery`);
    const started = performance.now();
    const { report } = await ingest([bytesSource('a.csv', `${header}${lines.join('\n')}`)]);
    expect(countOf(report, 'same id, other content')).toBe(9999);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('progress', () => {
  const big = header + Array.from({ length: 60_000 }, (_, i) => row(String(i))).join('');

  it('never goes back and ends with all bytes', async () => {
    const seen: number[] = [];
    const sources = [bytesSource('a.csv', big), bytesSource('b.csv', big)];
    await ingest(sources, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(sources.reduce((sum, { size }) => sum + size, 0));
  });

  it('stops with CancelledError when the signal says so', async () => {
    const signal = { aborted: false };
    const load = ingest([bytesSource('a.csv', big)], {
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    await expect(load).rejects.toThrow(CancelledError);
  });
});

describe('archives', () => {
  it('that unpack to a thousand times their size are refused', async () => {
    const zeros = new Uint8Array(100_000_000).fill(48);
    const bomb = zipSync({ 'a.csv': zeros }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(ingest([bytesSource('bomb.zip', bomb)])).rejects.toThrow('unpacks to more than 200 times its size');
  });

  it('in archives are read one level deep, whatever their names; beyond that they are refused', async () => {
    const inner = zipSync({ 'a.csv': new TextEncoder().encode(header + row('1')) });
    const outer = zipSync({ 'inner.json': inner });
    expect((await ingest([bytesSource('outer.zip', outer)])).table.rows).toBe(1);
    await expect(ingest([bytesSource('outermost.zip', zipSync({ 'outer.zip': outer }))])).rejects.toThrow(
      'archive within an archive within an archive',
    );
  });

  it('in archives count towards one limit of size', async () => {
    const zeros = new Uint8Array(100_000_000).fill(48);
    const inner = zipSync({ 'a.csv': zeros }, { level: 9 });
    const outer = zipSync({ 'inner.zip': inner }, { level: 0 });
    await expect(ingest([bytesSource('bomb.zip', outer)])).rejects.toThrow('unpacks to more than 200 times its size');
  });

  it('with a damaged member are refused', async () => {
    const text = header + Array.from({ length: 2000 }, (_, i) => row(`${i * 7919}`)).join('');
    const bytes = zipSync({ 'a.csv': new TextEncoder().encode(text) });
    bytes.fill(0xff, 400, 600);
    await expect(ingest([bytesSource('a.zip', bytes)])).rejects.toThrow('“a.zip/a.csv” is damaged');
  });
});

describe('snapped places', () => {
  const months = (points: number) =>
    `month,lon,lat,offence\n${Array.from({ length: 300 }, (_, i) => `2021-04,${(0.5 + (i % points) / 1000).toFixed(3)},51.5,Robbery`).join('\n')}`;

  it('are told from months and few distinct points', async () => {
    expect((await ingest([bytesSource('a.csv', months(100))])).table.snapped).toBe(true);
    expect((await ingest([bytesSource('a.csv', months(290))])).table.snapped).toBe(false);
  });

  it('are not suspected when days are known', async () => {
    const days = months(100).replaceAll('2021-04,', '2021-04-07,');
    expect((await ingest([bytesSource('a.csv', days)])).table.snapped).toBe(false);
  });
});
