/** Opens a file of risk factors, GeoJSON or CSV by its content. */
import { InputError } from '../errors.ts';
import type { LonLat } from '../geo/area.ts';
import { tellCrs } from '../geo/crs.ts';
import type { FactorFile } from '../geo/factor.ts';
import { splitFields } from '../geo/factor-fields.ts';
import { factorJson, readFactorJson } from '../geo/factor-json.ts';
import { fieldOfHeader } from './aliases.ts';
import type { RecordField } from './fields.ts';
import { inOutlineOfGreatBritain } from './great-britain.ts';
import { isJson } from './magic.ts';
import { headersInWords, type TextTable, textOf, textTable } from './text-rows.ts';

const HEAD_BYTES = 65_536;

/** @throws InputError when it holds no shape, or names or uses another coordinate system */
export function readFactorFile(bytes: Uint8Array, fileName: string): FactorFile {
  const text = textOf(bytes, fileName, 'GeoJSON, or as CSV with coordinate columns');
  return isJson(bytes.subarray(0, HEAD_BYTES))
    ? readFactorJson(factorJson(text, fileName), fileName)
    : readFactorTable(textTable(text, fileName), fileName);
}

/** Points, one a row. */
function readFactorTable({ headers, rows }: TextTable, fileName: string): FactorFile {
  const [x, y] = coordinateColumns(headers, fileName);
  const raw = rows.map(({ cells }): LonLat | null => {
    const [east, north] = [numberOf(cells[x]), numberOf(cells[y])];
    return Number.isNaN(east) || Number.isNaN(north) ? null : [east, north];
  });
  const read = raw.filter((position) => position !== null);
  if (read.length === 0) {
    throw new InputError(
      `${fileName} holds no risk factor: no row has numbers in “${headers[x]}” and “${headers[y]}” – give a CSV of places with coordinates.`,
    );
  }
  const crs = tellCrs(read, null, fileName, 'most');
  const swapped =
    crs.system === 'EPSG:4326' && 2 * read.filter(([a, b]) => inOutlineOfGreatBritain(b, a)).length > read.length;
  const places = raw.map((position) => {
    if (!position) return null;
    const [a, b] = position;
    return swapped ? crs.placeAt(b, a) : crs.placeAt(a, b);
  });
  const shapes = places.flatMap((place, row) => (place ? [{ kind: 'points' as const, parts: [[place]], row }] : []));
  const without = raw.length - read.length;
  const beyond = read.length - shapes.length;
  const notes = [
    ...(without > 0 ? [`${rowsInWords(without)} without readable coordinates, left out.`] : []),
    ...(beyond > 0 ? [`${rowsInWords(beyond)} at 0/0 or outside the coordinate system, left out.`] : []),
    ...(swapped ? ['Longitude and latitude were the other way round and were read swapped.'] : []),
    ...(crs.note ? [crs.note] : []),
  ];
  if (shapes.length === 0) {
    throw new InputError(
      `${fileName} holds no risk factor: ${notes[0] ?? 'no row has a place'} Check its coordinates.`,
    );
  }
  const column = new Map(headers.map((header, k) => [header, k]));
  const names = headers.filter((header, k) => header !== '' && k !== x && k !== y && column.get(header) === k);
  const cellOf = (row: number, name: string): unknown => rows[row]?.cells[column.get(name) ?? -1];
  return { name: fileName, shapes, fields: splitFields(names, rows.length, cellOf), notes };
}

/** The columns of a pair, the surest header of each. */
function coordinateColumns(headers: readonly string[], fileName: string): [number, number] {
  const best = (field: RecordField): number => {
    let at = -1;
    let rank = Number.POSITIVE_INFINITY;
    headers.forEach((header, k) => {
      const found = fieldOfHeader(header);
      if (found?.field !== field || found.rank >= rank) return;
      at = k;
      rank = found.rank;
    });
    return at;
  };
  for (const [x, y] of [
    [best('longitude'), best('latitude')],
    [best('easting'), best('northing')],
  ] as const) {
    if (x >= 0 && y >= 0) return [x, y];
  }
  throw new InputError(
    `${fileName} has no pair of coordinate columns among ${headersInWords(headers)} – name them “longitude” and “latitude”, or “easting” and “northing”.`,
  );
}

/** NaN for what is no number; "512,345" is one, as the grid's metres are sometimes written. */
function numberOf(cell: string | undefined): number {
  const text = (cell ?? '').replace(/^(-?\d{1,3}),(\d{3})(\.\d+)?$/, '$1$2$3');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function rowsInWords(n: number): string {
  return `${n} ${n === 1 ? 'row' : 'rows'}`;
}
