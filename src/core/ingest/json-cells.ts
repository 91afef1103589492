/** What a record of a JSON file says: its cells by column name, and where it lies. */

export type Json = Readonly<Record<string, unknown>>;

/** Nested objects become columns such as "location.street.name", down to here. */
const MAX_NESTING = 4;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Calls `cell` for every value that is not empty. */
export function eachCell(record: Json, cell: (name: string, value: unknown) => void, prefix = '', depth = 1): void {
  for (const [key, value] of Object.entries(record)) {
    if (value === null || value === undefined || value === '') continue;
    const name = prefix + key;
    if (!isObject(value)) cell(name, value);
    else if (depth < MAX_NESTING) eachCell(value, cell, `${name}.`, depth + 1);
  }
}

export function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.filter((part) => typeof part !== 'object').join(', ') : '';
}

/** What a record is: a feature (or a bare geometry) with the type of its geometry, or an object of its own kind. */
export interface Shape {
  readonly kind: 'point' | 'points' | 'area' | 'line' | 'no geometry' | 'plain';
  readonly properties: Json;
  /** (x, y, …) as written, or null where there is none. */
  readonly position: readonly unknown[] | null;
  /** Number of points of which `position` is the first. */
  readonly points: number;
}

const NONE: Json = {};

export function shapeOf(record: Json): Shape {
  const isFeature = record.type === 'Feature';
  const geometry = isFeature ? record.geometry : record;
  const properties = isFeature && isObject(record.properties) ? record.properties : NONE;
  const type = isObject(geometry) ? geometry.type : null;
  const coordinates: readonly unknown[] =
    isObject(geometry) && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  const known = typeof type === 'string' && (isFeature || 'coordinates' in record || 'geometries' in record);
  const none = { properties, position: null, points: 0 };
  if (known && type === 'Point') return { kind: 'point', properties, position: positionOf(coordinates), points: 1 };
  if (known && type === 'MultiPoint') {
    return { kind: 'points', properties, position: positionOf(coordinates[0]), points: coordinates.length };
  }
  if (known && /Polygon$/.test(type)) return { kind: 'area', ...none };
  if (known && /LineString$/.test(type)) return { kind: 'line', ...none };
  if (known || isFeature) return { kind: 'no geometry', ...none };
  return { kind: 'plain', properties: record, position: null, points: 0 };
}

function positionOf(position: unknown): readonly unknown[] | null {
  return Array.isArray(position) && position.length >= 2 ? position : null;
}
