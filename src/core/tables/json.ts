import type { OutTable } from './table.ts';

type Value = string | number | null;

/** Row `row` as an object; not-a-number becomes null. */
function rowObject(table: OutTable, row: number): Record<string, Value> {
  return Object.fromEntries(
    table.columns.map(({ name, values }) => {
      const value = values[row] ?? Number.NaN;
      return [name, typeof value === 'number' && !Number.isFinite(value) ? null : value];
    }),
  );
}

/** An array of row objects, one a line. */
export function toJson(table: OutTable): string {
  const lines = Array.from({ length: table.rows }, (_, row) => JSON.stringify(rowObject(table, row)));
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** A FeatureCollection with one polygon per row; `ringOf(row)` is its closed ring of [lon, lat]. */
export function toGeoJson(table: OutTable, ringOf: (row: number) => readonly (readonly [number, number])[]): string {
  const features = Array.from({ length: table.rows }, (_, row) =>
    JSON.stringify({
      type: 'Feature',
      properties: rowObject(table, row),
      geometry: { type: 'Polygon', coordinates: [ringOf(row)] },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
