import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { bytesSource, readableReport, readableTable } from './readable.ts';

const source = (columnData: ColumnSource[], rowGroupSize?: number[]) =>
  bytesSource(
    'a.parquet',
    new Uint8Array(parquetWriteBuffer(rowGroupSize ? { columnData, rowGroupSize } : { columnData })),
  );

const rows = 2500;
const columns = (): Record<string, unknown[]> => ({
  offence_id: Array.from({ length: rows }, (_, i) => (i % 10 === 0 ? null : `E${i % 2400}`)),
  offence_code: Array.from({ length: rows }, (_, i) => (i % 2 ? '008/06' : '034/01')),
  from: Array.from({ length: rows }, (_, i) => `2021-07-${String((i % 28) + 1).padStart(2, '0')}T21:${10 + (i % 50)}`),
  longitude: Array.from({ length: rows }, (_, i) => (i % 100 === 0 ? null : 0.5 + (i % 97) / 1000)),
  latitude: Array.from({ length: rows }, (_, i) => 51.5 + (i % 89) / 1000),
  domestic: Array.from({ length: rows }, (_, i) => (i % 3 ? i % 2 === 0 : null)),
  victim_age: Array.from({ length: rows }, (_, i) => (i % 5 ? i % 90 : null)),
  location: Array.from({ length: rows }, (_, i) => `On or near Street ${i % 40}`),
});

describe('a Parquet file', () => {
  it('gives the same table as the same rows in a CSV', async () => {
    const data = columns();
    const names = Object.keys(data);
    const lines = Array.from({ length: rows }, (_, i) => names.map((name) => data[name]?.[i] ?? '').join(','));
    const csv = await ingest([bytesSource('a.csv', `${names.join(',')}\n${lines.join('\n')}\n`)]);
    const types: Record<string, ColumnSource['type']> = {
      longitude: 'DOUBLE',
      latitude: 'DOUBLE',
      domestic: 'BOOLEAN',
      victim_age: 'INT32',
    };
    const parquet = await ingest([
      source(
        names.map((name) => ({ name, data: data[name] ?? [], type: types[name] ?? 'STRING', nullable: true })),
        [1000],
      ),
    ]);
    expect(readableTable(parquet.table)).toEqual(readableTable(csv.table));
    const plain = (text: string) => text.replaceAll('a.parquet', 'a.csv').replaceAll('Parquet', 'CSV');
    expect(JSON.parse(plain(JSON.stringify(readableReport(parquet.report))))).toEqual(readableReport(csv.report));
  });

  it('may hold timestamps, which are instants when they count from UTC', async () => {
    const when = [new Date('2021-07-14T20:40Z'), new Date('2021-01-14T20:40Z')];
    const { table } = await ingest([
      source([
        { name: 'from', data: when, type: 'TIMESTAMP' },
        { name: 'longitude', data: [0.7, 0.7], type: 'DOUBLE' },
        { name: 'latitude', data: [51.5, 51.5], type: 'DOUBLE' },
      ]),
    ]);
    expect(readableTable(table)).toMatchObject({
      from: ['2021-07-14T20:40Z', '2021-01-14T20:40Z'],
      hourOfWeek: [69, 92],
    });
  });

  it('with no rows is an empty table', async () => {
    const { table } = await ingest([
      source([
        { name: 'longitude', data: [], type: 'DOUBLE' },
        { name: 'latitude', data: [], type: 'DOUBLE' },
      ]),
    ]);
    expect(table.rows).toBe(0);
  });

  it('that is cut off or damaged is refused with a sentence', async () => {
    const whole = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: 'longitude', data: [0.7], type: 'DOUBLE' }] }),
    );
    await expect(ingest([bytesSource('a.parquet', whole.slice(0, -20))])).rejects.toThrow(InputError);
    await expect(ingest([bytesSource('a.parquet', whole)])).rejects.toThrow('no pair of coordinate columns');
  });
});
