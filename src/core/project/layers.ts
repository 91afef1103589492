/** The layers of a project: risk factors and residents by area, whole, for they are no personal data and make its tables. */
import type { LonLat } from '../geo/area.ts';
import type { Factor, FactorFile, FactorShape, FieldChoice, SplitField } from '../geo/factor.ts';
import type { Population } from '../geo/populations.ts';
import { at, listOf, oneOf, orNull, type Part, recordOf, text, whole, within, wrong } from './check.ts';

/** Where a layer comes from: the synthetic demo's go when other offences are loaded. */
export type LayerOrigin = 'demo' | 'file';

/** A file of factors, what was made of it, and the file's SHA-256. */
export interface ProjectFactors {
  readonly file: FactorFile;
  readonly sha256: string;
  readonly origin: LayerOrigin;
  /** Name of one of its fields; null when it is whole. */
  readonly splitBy: string | null;
  /** Names given by hand, by factor id. */
  readonly names: Readonly<Record<string, string>>;
  /** Ids of the factors that were taken out. */
  readonly removed: readonly string[];
}

export interface ProjectPopulations {
  /** Of the file. */
  readonly name: string;
  readonly sha256: string;
  readonly origin: LayerOrigin;
  readonly populations: readonly Population[];
  readonly notes: readonly string[];
}

export interface ProjectLayers {
  readonly factors: readonly ProjectFactors[];
  readonly populations: ProjectPopulations | null;
}

/** A file of factors, its factors as they are now called. */
export interface OpenFactors {
  readonly name: string;
  readonly sha256: string;
  readonly origin: LayerOrigin;
  /** Properties it can be split by, and the one it is split by; null for none. */
  readonly fields: readonly FieldChoice[];
  readonly splitBy: string | null;
  readonly factors: readonly Factor[];
  readonly notes: readonly string[];
}

/** The layers held, for the app to show. */
export interface OpenLayers {
  readonly files: readonly OpenFactors[];
  readonly populations: ProjectPopulations | null;
}

const ORIGINS = ['demo', 'file'] as const;
const KINDS = ['points', 'lines', 'polygons'] as const;
const SHA256 = /^[0-9a-f]{64}$/;
const MOST_ROWS = 10_000_000;

export function layersJson({ factors, populations }: ProjectLayers) {
  return {
    factors: factors.map(({ file, sha256, origin, splitBy, names, removed }) => ({
      name: file.name,
      sha256,
      origin,
      splitBy,
      names: Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))),
      removed: [...removed].sort(),
      notes: file.notes,
      fields: file.fields.map((field) => ({ name: field.name, values: field.values, of: [...field.of] })),
      // by position: names of their own would be most of the file
      shapes: file.shapes.map(({ row, kind, parts }) => [row, kind, parts]),
    })),
    populations: populations && {
      name: populations.name,
      sha256: populations.sha256,
      origin: populations.origin,
      notes: populations.notes,
      populations: populations.populations.map(({ code, name, residents }) => [code, name, residents]),
    },
  };
}

/** @throws InputError when a part is missing or wrong; a project without layers has none */
export function readLayers(part: Part): { readonly layers?: ProjectLayers } {
  if (part.value === undefined) return {};
  const factors = listOf(at(part, 'factors'), readFactors);
  if (new Set(factors.map(({ file }) => file.name)).size < factors.length)
    throw wrong(at(part, 'factors'), 'files with a name of their own each');
  return { layers: { factors, populations: orNull(at(part, 'populations'), readPopulations) } };
}

function readFactors(part: Part): ProjectFactors {
  const fields = listOf(at(part, 'fields'), readField);
  return {
    file: {
      name: text(at(part, 'name')),
      shapes: listOf(at(part, 'shapes'), readShape),
      fields,
      notes: listOf(at(part, 'notes'), text),
    },
    sha256: sha256At(part),
    origin: oneOf(at(part, 'origin'), ORIGINS),
    splitBy: orNull(at(part, 'splitBy'), (split) => {
      if (!fields.some(({ name }) => name === split.value)) throw wrong(split, 'one of its fields');
      return text(split);
    }),
    names: recordOf(at(part, 'names'), text),
    removed: listOf(at(part, 'removed'), text),
  };
}

function readField(part: Part): SplitField {
  const values = listOf(at(part, 'values'), text);
  const of = listOf(at(part, 'of'), (index) => whole(index, -1, values.length - 1));
  return { name: text(at(part, 'name')), values, of: Int16Array.from(of) };
}

function readShape(part: Part): FactorShape {
  const [row, kind, parts, ...more] = listOf(part, (item) => item);
  if (!row || !kind || !parts || more.length > 0) throw wrong(part, 'a row, a kind and its parts');
  const shape = { row: whole(row, 0, MOST_ROWS), kind: oneOf(kind, KINDS), parts: listOf(parts, readPart) };
  const least = { points: 1, lines: 2, polygons: 4 }[shape.kind];
  if (shape.parts.length === 0 || shape.parts.some((positions) => positions.length < least)) {
    throw wrong(parts, `parts of at least ${least} positions`);
  }
  return shape;
}

function readPart(part: Part): LonLat[] {
  return listOf(part, (position): LonLat => {
    const [lon, lat, ...more] = listOf(position, (number) => number);
    if (!lon || !lat || more.length > 0) throw wrong(position, 'a longitude and a latitude');
    return [within(lon, -180, 180), within(lat, -90, 90)];
  });
}

function readPopulations(part: Part): ProjectPopulations {
  return {
    name: text(at(part, 'name')),
    sha256: sha256At(part),
    origin: oneOf(at(part, 'origin'), ORIGINS),
    notes: listOf(at(part, 'notes'), text),
    populations: listOf(at(part, 'populations'), (line) => {
      const [code, name, residents, ...more] = listOf(line, (cell) => cell);
      if (!code || !name || !residents || more.length > 0)
        throw wrong(line, 'a code, a name and a number of residents');
      return { code: text(code), name: text(name), residents: within(residents, 0, Number.MAX_VALUE) };
    }),
  };
}

function sha256At(part: Part): string {
  const sha256 = at(part, 'sha256');
  if (!SHA256.test(text(sha256))) throw wrong(sha256, 'a SHA-256 of 64 hexadecimal digits');
  return text(sha256);
}
