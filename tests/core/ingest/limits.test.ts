/** What is too large is refused, or cut, with a sentence that says the limit. */
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { addRows, rawColumns } from '../../../src/core/ingest/raw-columns.ts';
import { bytesSource } from './readable.ts';

const refusal = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const error = await ingest([bytesSource(name, bytes)]).catch((thrown: unknown) => thrown);
  return error instanceof Error ? error.message : 'it was loaded';
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('limits', () => {
  it('of bytes: a file over 4 GB is refused before it is read', async () => {
    const source = { ...bytesSource('a.csv', 'id,lon,lat\n'), size: 2 ** 33 };
    await expect(ingest([source])).rejects.toThrow('“a.csv” is larger than 4 GB – load fewer months at once.');
  });

  it('of rows: five million', () => {
    const raw = rawColumns();
    expect(() => addRows(raw, 5_000_001)).toThrow('more than 5,000,000 rows – load fewer months or fewer files');
    expect(raw.rows).toBe(0);
  });

  it('of columns: 2,000, in every format', async () => {
    const names = Array.from({ length: 2001 }, (_, i) => `c${i}`);
    const csv = await refusal('a.csv', `${names.join(',')}\n`);
    const object = Object.fromEntries(names.map((name) => [name, 1]));
    const json = await refusal('a.json', JSON.stringify([object]));
    const parquet = await refusal(
      'a.parquet',
      new Uint8Array(parquetWriteBuffer({ columnData: names.map((name) => ({ name, data: ['x'], type: 'STRING' })) })),
    );
    expect(csv).toBe('“a.csv” has 2,001 columns – the limit is 2,000; save it with fewer.');
    expect(json).toBe('“a.json” has 2,001 columns – the limit is 2,000; save it with fewer.');
    expect(parquet).toBe('“a.parquet” has 2,001 columns – the limit is 2,000; save it with fewer.');
  });

  it('of a cell: 65,536 characters, the rest is cut and the row doubted', async () => {
    const long = 'x'.repeat(70_000);
    for (const [name, text] of [
      ['a.csv', `lon,lat,location\n0.7,51.5,${long}\n`],
      ['a.json', JSON.stringify([{ lon: 0.7, lat: 51.5, location: long }])],
    ] as const) {
      const { table, report } = await ingest([bytesSource(name, text)]);
      expect(table.location.values.map((value) => value.length)).toContain(65_536);
      expect(report.notes.find((note) => note.reason === 'text cut')?.count).toBe(1);
    }
  });

  it('of a record of JSON: four million characters, the row is dropped', async () => {
    const record = (size: number) => JSON.stringify({ lon: 0.7, lat: 51.5, location: 'x'.repeat(size) });
    const { report } = await ingest([bytesSource('a.json', `[${record(5)},${record(4_100_000)},${record(5)}]`)]);
    expect(report).toMatchObject({ rows: 3, kept: 2 });
    expect(report.notes[0]?.examples).toEqual([{ file: 'a.json', line: 3, found: 'longer than 4 million characters' }]);
  });

  it('of inflation: an Excel sheet that unpacks to more than 200 times its size is refused', async () => {
    const bomb = zipSync(
      {
        'xl/workbook.xml': utf8('<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': utf8('<Relationship Id="r" Type="a/worksheet" Target="a.xml"/>'),
        'xl/a.xml': utf8(`<row>${' '.repeat(100_000_000)}`),
      },
      { level: 9 },
    );
    expect(await refusal('a.xlsx', bomb)).toContain('unpacks to more than 200 times its size');
  });

  it('of a token of XML: a sheet that is one endless tag is refused', async () => {
    const sheet = `<row a="${Array.from({ length: 1_000_000 }, (_, i) => i).join(' ')}`;
    const bytes = zipSync({
      'xl/workbook.xml': utf8('<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': utf8('<Relationship Id="r" Type="a/worksheet" Target="a.xml"/>'),
      'xl/a.xml': utf8(sheet),
    });
    expect(await refusal('a.xlsx', bytes)).toContain('longer than 4 million characters');
  });
});
