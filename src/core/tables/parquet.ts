import { parquetWriteBuffer } from 'hyparquet-writer';
import type { OutTable } from './table.ts';

/** A Parquet file: text as STRING, numbers as DOUBLE with null for not-a-number. */
export function toParquet(table: OutTable): Uint8Array<ArrayBuffer> {
  const columnData = table.columns.map(({ name, values }) => {
    const data = Array.from(values as ArrayLike<string | number>, (v) => (Number.isNaN(v) ? null : v));
    return { name, data, type: isText(data) ? ('STRING' as const) : ('DOUBLE' as const), nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function isText(values: readonly (string | number | null)[]): boolean {
  return values.some((v) => typeof v === 'string');
}
