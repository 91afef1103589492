/** A table in the format that the extension of `--out` names; CSV to stdout. */
import { extname } from 'node:path';
import { InputError } from '../core/errors.ts';
import { encodeTable, tableFormats } from '../core/tables/encode.ts';
import type { OutTable } from '../core/tables/table.ts';

/** @throws InputError for an extension that tables are not written in. */
export async function encode(table: OutTable, out: string | undefined): Promise<Uint8Array> {
  const extension = out === undefined ? '.csv' : extname(out).toLowerCase();
  const format = tableFormats.find((name) => `.${name}` === extension);
  if (format === undefined) {
    throw new InputError(`"${out}" has the extension "${extension}" – use .csv, .geojson, .parquet or .json.`);
  }
  return encodeTable(table, format);
}
