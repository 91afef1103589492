/**
 * A risk factor: places of one sort (pubs, bus routes, parks) that may draw offences near them. A file may hold several,
 * told apart by a property of its features; whatever the file's format, it is first a `FactorFile` and then split.
 */
import type { LonLat } from './area.ts';

export type FactorKind = 'points' | 'lines' | 'polygons';

export interface Factor {
  /** Unique within a set: the file's name and what sets this factor apart in it. */
  readonly id: string;
  readonly name: string;
  readonly kind: FactorKind;
  /** Points, lines or polygons; each part of a multi-geometry is one. */
  readonly count: number;
  /** Vertices, WGS84 degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** First vertex of each line or ring, and at the end the number of vertices. Empty for points. */
  readonly partStart: Uint32Array;
  /** First part of each line or polygon (its outer ring, then its holes), and at the end the number of parts. Empty for points. */
  readonly shapeStart: Uint32Array;
}

/** A point (one part of one position), a line (one part) or a polygon (outer ring, then holes; closed). */
export interface FactorShape {
  readonly kind: FactorKind;
  readonly parts: readonly (readonly LonLat[])[];
  /** Feature or row it belongs to, 0-based. */
  readonly row: number;
}

/** A property that may tell factors apart. */
export interface SplitField {
  readonly name: string;
  /** Distinct texts, the most frequent first. */
  readonly values: readonly string[];
  /** Index into `values` by feature or row, −1 where there is none. */
  readonly of: Int16Array;
}

/** What a file of factors holds, in WGS84. */
export interface FactorFile {
  readonly name: string;
  readonly shapes: readonly FactorShape[];
  readonly fields: readonly SplitField[];
  /** Sentences about what was left out or converted. */
  readonly notes: readonly string[];
}

/** A property of a file to choose from. */
export interface FieldChoice {
  readonly name: string;
  /** How many distinct texts it holds. */
  readonly values: number;
}

const KINDS: readonly FactorKind[] = ['points', 'lines', 'polygons'];

/**
 * One factor for each kind of shape, or for each value of a field and kind.
 * @param splitBy name of one of the file's fields; null, or a name it does not have, leaves the file whole
 */
export function factorsOf(file: FactorFile, splitBy: string | null): Factor[] {
  const field = file.fields.find(({ name }) => name === splitBy);
  const kinds = KINDS.filter((kind) => file.shapes.some((shape) => shape.kind === kind));
  const values = field ? [...field.values.keys(), -1] : [-1];
  return values.flatMap((value) =>
    kinds.flatMap((kind) => {
      const shapes = file.shapes.filter((s) => s.kind === kind && (!field || field.of[s.row] === value));
      if (shapes.length === 0) return [];
      const text = field ? (field.values[value] ?? `No ${field.name}`) : nameFromFile(file.name);
      const name = kinds.length > 1 ? `${text} (${kind})` : text;
      const part = field ? `#${field.name}=${field.values[value] ?? ''}` : '';
      const id = `${file.name}${part}${kinds.length > 1 ? `#${kind}` : ''}`;
      return [packed(id, name, kind, shapes)];
    }),
  );
}

function packed(id: string, name: string, kind: FactorKind, shapes: readonly FactorShape[]): Factor {
  const parts = shapes.flatMap((shape) => shape.parts);
  const vertices = parts.reduce((sum, part) => sum + part.length, 0);
  const lon = new Float64Array(vertices);
  const lat = new Float64Array(vertices);
  const partStart = new Uint32Array(kind === 'points' ? 0 : parts.length + 1);
  let next = 0;
  parts.forEach((part, k) => {
    for (const [x, y] of part) {
      lon[next] = x;
      lat[next] = y;
      next++;
    }
    if (kind !== 'points') partStart[k + 1] = next;
  });
  const shapeStart = new Uint32Array(kind === 'points' ? 0 : shapes.length + 1);
  if (kind !== 'points') {
    shapes.forEach((shape, k) => {
      shapeStart[k + 1] = (shapeStart[k] ?? 0) + shape.parts.length;
    });
  }
  return { id, name, kind, count: shapes.length, lon, lat, partStart, shapeStart };
}

/** "bus-stops.geojson" and "busStops.csv" are both "Bus stops". */
export function nameFromFile(fileName: string): string {
  const stem = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/([a-z])([A-Z])(?=[a-z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return stem === '' ? fileName : stem.charAt(0).toUpperCase() + stem.slice(1);
}
