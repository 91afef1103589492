/** Points in Parquet: the geometry column that GeoParquet's metadata or the column's own type names, in WKB (OGC 06-103r4). */
import type { FileMetaData, SchemaTree } from 'hyparquet';
import { namedSystem } from '../geo/crs.ts';

/** The first position of a point or of several. */
export interface WkbPlace {
  readonly kind: 'point' | 'area' | 'other';
  readonly x: number;
  readonly y: number;
  readonly points: number;
}

const OTHER: WkbPlace = { kind: 'other', x: Number.NaN, y: Number.NaN, points: 0 };
const AREA: WkbPlace = { ...OTHER, kind: 'area' };

/** What a geometry says of a place; an empty point has none. */
export function wkbPlace(bytes: Uint8Array): WkbPlace {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 9) return OTHER;
  const little = view.getUint8(0) === 1;
  const code = view.getUint32(1, little);
  // thousands say Z and M; PostGIS says them, and a reference system of four bytes, in the top bits
  const type = (code & 0x0fffffff) % 1000;
  const start = 5 + (code & 0x20000000 ? 4 : 0);
  if (type === 3 || type === 6) return AREA;
  if (type === 4 && view.byteLength >= start + 9) {
    const first = wkbPlace(bytes.subarray(start + 4));
    return first.kind === 'point' ? { ...first, points: view.getUint32(start, little) } : OTHER;
  }
  if (type !== 1 || view.byteLength < start + 16) return OTHER;
  const x = view.getFloat64(start, little);
  const y = view.getFloat64(start + 8, little);
  return Number.isNaN(x) && Number.isNaN(y) ? OTHER : { kind: 'point', x, y, points: 1 };
}

/**
 * The column that holds the places; null when there is none.
 * @throws InputError for a coordinate system that is neither WGS84 nor British National Grid
 */
export function geometryColumn(metadata: FileMetaData, leaves: readonly SchemaTree[], file: string): string | null {
  const typed = leaves.filter(({ element }) => element.logical_type?.type === 'GEOMETRY').map(({ element }) => element);
  const geo = geoMetadata(metadata);
  const element = typed.find(({ name }) => name === geo?.primary_column) ?? typed[0];
  if (!element) return null;
  const crs = geo?.columns?.[element.name]?.crs;
  const id = crs?.id ?? crs?.ids?.[0];
  const ofType = element.logical_type?.type === 'GEOMETRY' ? element.logical_type.crs : undefined;
  const name = id ? `${id.authority}:${id.code}` : crs ? crs.name : ofType;
  // without one, GeoParquet means longitude and latitude
  if (name !== undefined) namedSystem({ crs: { properties: { name: String(name) } } }, `“${file}”`);
  return element.name;
}

interface GeoMetadata {
  readonly primary_column?: string;
  readonly columns?: Readonly<Record<string, { readonly crs?: ProjJson | null }>>;
}

interface ProjJson {
  readonly name?: string;
  readonly id?: CrsId;
  readonly ids?: readonly CrsId[];
}

interface CrsId {
  readonly authority: string;
  readonly code: string | number;
}

/** As GeoParquet 1.1 defines it; what has another shape makes the file unreadable. */
function geoMetadata({ key_value_metadata: pairs }: FileMetaData): GeoMetadata | null {
  const text = pairs?.find(({ key }) => key === 'geo')?.value;
  return text === undefined ? null : (JSON.parse(text) as GeoMetadata | null);
}
