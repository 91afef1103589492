/** A table in the format that the extension of `--out` names; CSV to stdout. */
import { extname } from 'node:path';
import { InputError } from '../core/errors.ts';
import { boundaryOf } from '../core/hex/boundary.ts';
import { toCsv } from '../core/tables/csv.ts';
import { toGeoJson, toJson } from '../core/tables/json.ts';
import { toParquet } from '../core/tables/parquet.ts';
import { columnOf, type OutTable } from '../core/tables/table.ts';

/** @throws InputError for an extension that tables are not written in. */
export function encode(table: OutTable, out: string | undefined): string | Uint8Array {
  const extension = out === undefined ? '.csv' : extname(out).toLowerCase();
  switch (extension) {
    case '.csv':
      return toCsv(table);
    case '.json':
      return toJson(table);
    case '.geojson': {
      const cells = columnOf(table, 'cell').values;
      return toGeoJson(table, (row) => boundaryOf(String(cells[row])));
    }
    case '.parquet':
      return toParquet(table);
    default:
      throw new InputError(`"${out}" has the extension "${extension}" – use .csv, .geojson, .parquet or .json.`);
  }
}
