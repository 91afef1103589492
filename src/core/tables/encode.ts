/** A table in a file format. The Parquet writer is loaded when it is first asked for: few tables leave as Parquet. */
import { boundaryOf } from '../hex/boundary.ts';
import { toCsv } from './csv.ts';
import { toGeoJson, toJson } from './json.ts';
import { columnOf, type OutTable } from './table.ts';

export const tableFormats = ['csv', 'geojson', 'parquet', 'json'] as const;

export type TableFormat = (typeof tableFormats)[number];

/** How a table is to be written, and whether for readers outside the force: small counts hidden. */
export interface ExportOptions {
  readonly format: TableFormat;
  readonly outside: boolean;
}

/** GeoJSON needs a column `cell` of H3 ids, whose hexagons become the polygons; a table without one is an Error. */
export async function encodeTable(table: OutTable, format: TableFormat): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(toCsv(table));
    case 'json':
      return new TextEncoder().encode(toJson(table));
    case 'geojson': {
      const cells = columnOf(table, 'cell').values;
      return new TextEncoder().encode(toGeoJson(table, (row) => boundaryOf(String(cells[row]))));
    }
    case 'parquet': {
      const { toParquet } = await import('./parquet.ts');
      return toParquet(table);
    }
  }
}
