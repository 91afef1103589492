/**
 * Risk factors from GeoJSON: points, lines and polygons, single, multiple and mixed. What has no usable shape is left out
 * and counted in a note; only a file without any shape is an error. ingest/factor-file.ts opens
 * these and CSV alike.
 */
import { InputError } from '../errors.ts';
import type { LonLat } from './area.ts';
import { type Crs, namedSystem, tellCrs } from './crs.ts';
import type { FactorFile, FactorKind, FactorShape } from './factor.ts';
import { splitFields } from './factor-fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** Why shapes were left out, in the words of the note. */
type Reason = 'without a geometry' | 'without usable coordinates' | 'at 0/0 or outside the coordinate system';

/** Stands before each feature of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u001e';

/** Shapes deeper in collections than this are no data. */
const MOST_SHAPES = 2_000_000;

/**
 * @param json a parsed FeatureCollection, Feature or geometry, or a list of features; anything else is survived
 * @throws InputError when there is no shape in it, or it is in a system that is neither WGS84 nor British National Grid
 */
export function readFactorJson(json: unknown, fileName: string): FactorFile {
  const features = featuresOf(json);
  const left = new Map<Reason, number>();
  const leave = (reason: Reason): void => void left.set(reason, (left.get(reason) ?? 0) + 1);
  const raw = features.flatMap((feature, row) => shapesOf(feature, row, leave));
  if (raw.length === 0) throw nothingFound(features.length, left, fileName);

  const crs = tellCrs(positionsOf(raw), namedSystem(json, fileName), fileName, 'most');
  const shapes = raw.flatMap((shape) => {
    const parts = shape.parts.flatMap((part) => placedPart(part, crs.placeAt));
    if (parts.length === shape.parts.length) return [{ ...shape, parts }];
    leave('at 0/0 or outside the coordinate system');
    return [];
  });
  if (shapes.length === 0) throw nothingFound(features.length, left, fileName);

  const properties = features.map(({ properties: own }) => (isRecord(own) ? own : {}));
  const names = new Set(properties.slice(0, 1000).flatMap((own) => Object.keys(own)));
  return {
    name: fileName,
    shapes,
    fields: splitFields(names, properties.length, (row, name) => properties[row]?.[name]),
    notes: [...leftNotes(left), ...(crs.note ? [crs.note] : [])],
  };
}

/** @throws InputError when it is neither JSON nor one JSON feature a line */
export function factorJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text
      .replaceAll(RECORD_SEPARATOR, '\n')
      .split('\n')
      .filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1) return lines.map((line): unknown => JSON.parse(line));
    } catch {
      // told below
    }
    throw new InputError(`${fileName} is not valid JSON: it may be cut off – export the layer as GeoJSON again.`);
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function featuresOf(json: unknown): Json[] {
  if (Array.isArray(json)) return json.filter(isRecord);
  if (!isRecord(json)) return [];
  if (json.type === 'FeatureCollection') return Array.isArray(json.features) ? json.features.filter(isRecord) : [];
  return json.type === 'Feature' ? [json] : [{ type: 'Feature', geometry: json }];
}

const KIND_OF: Readonly<Record<string, FactorKind>> = {
  Point: 'points',
  MultiPoint: 'points',
  LineString: 'lines',
  MultiLineString: 'lines',
  Polygon: 'polygons',
  MultiPolygon: 'polygons',
};

/** The shapes of a feature, in the coordinates of the file. */
function shapesOf(feature: Json, row: number, leave: (reason: Reason) => void): FactorShape[] {
  const shapes: FactorShape[] = [];
  const add = (kind: FactorKind, parts: readonly (LonLat[] | null)[]): void => {
    const whole = parts.filter((part) => part !== null);
    if (parts.length > 0 && whole.length === parts.length) shapes.push({ kind, parts: whole, row });
    else leave('without usable coordinates');
  };
  // Collections are unpacked with a list of what is still to do: a file may nest them deeper than calls can go.
  const pending: unknown[] = [feature.geometry];
  while (pending.length > 0 && shapes.length < MOST_SHAPES) {
    const geometry = pending.pop();
    if (!isRecord(geometry)) {
      leave('without a geometry');
      continue;
    }
    const { type, coordinates, geometries } = geometry;
    if (type === 'GeometryCollection') {
      for (const part of listOf(geometries)) pending.push(part);
      continue;
    }
    const kind = typeof type === 'string' && Object.hasOwn(KIND_OF, type) ? KIND_OF[type] : undefined;
    if (kind === undefined || typeof type !== 'string') {
      leave('without a geometry');
      continue;
    }
    const many = type.startsWith('Multi') ? listOf(coordinates) : [coordinates];
    // an empty multi-geometry is one that has none
    if (many.length === 0) leave('without a geometry');
    for (const one of many) {
      if (kind === 'points') add(kind, [partOf([one], 1)]);
      else if (kind === 'lines') add(kind, [partOf(one, 2)]);
      else add(kind, listOf(one).map(ringOf));
    }
  }
  return shapes;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Positions, at least so many; null when one of them is no pair of numbers. */
function partOf(value: unknown, least: number): LonLat[] | null {
  const positions: LonLat[] = [];
  for (const position of listOf(value)) {
    const [x, y] = listOf(position);
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    positions.push([x, y]);
  }
  return positions.length >= least ? positions : null;
}

function ringOf(value: unknown): LonLat[] | null {
  const ring = partOf(value, 3);
  const [first, last] = [ring?.[0], ring?.at(-1)];
  if (ring && first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
  return ring && ring.length >= 4 ? ring : null;
}

function* positionsOf(shapes: readonly FactorShape[]): Generator<LonLat> {
  for (const { parts } of shapes) for (const part of parts) yield* part;
}

/** The part in WGS84; none when one of its positions can be no place. */
function placedPart(part: readonly LonLat[], placeAt: Crs['placeAt']): LonLat[][] {
  const places = part.map(([x, y]) => placeAt(x, y)).filter((place) => place !== null);
  return places.length === part.length ? [places] : [];
}

function leftNotes(left: ReadonlyMap<Reason, number>): string[] {
  return [...left].map(([reason, n]) =>
    reason === 'without a geometry'
      ? `${n} ${n === 1 ? 'feature' : 'features'} ${reason}, left out.`
      : `${n} ${n === 1 ? 'shape' : 'shapes'} ${reason}, left out.`,
  );
}

function nothingFound(features: number, left: ReadonlyMap<Reason, number>, fileName: string): InputError {
  const why = features === 0 ? 'it is no GeoJSON, or has no features' : [...left.keys()].map((r) => `all are ${r}`)[0];
  return new InputError(
    `${fileName} holds no risk factor: ${why ?? 'it has no shapes'} – give points, lines or polygons as GeoJSON, or points as CSV with coordinate columns.`,
  );
}
