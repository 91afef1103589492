/**
 * Study areas from a GeoJSON file: finds the polygons, their names and codes, and brings them to WGS84. What is not a
 * usable polygon is left out with a note; only a file without any is an error.
 */
import { InputError } from '../errors.ts';
import { boundsOf, type LonLat, type StudyArea } from './area.ts';
import { chooseFields, labelOf } from './area-fields.ts';
import { namedSystem, tellCrs } from './crs.ts';
import { DRAWN } from './drawn.ts';

export interface ParsedAreas {
  readonly areas: StudyArea[];
  /** The property that the names were read from; '' when there is none. */
  readonly nameField: string;
  /** The properties that hold text and could be the name. */
  readonly nameFields: readonly string[];
  /** Sentences about what was left out, joined or converted. */
  readonly notes: readonly string[];
}

/** Polygons → rings → positions, in the coordinates of the file. */
type RawPolygon = LonLat[][];

interface RawFeature {
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly RawPolygon[];
}

/** What was met on the way and left out. */
interface Leftovers {
  otherGeometries: number;
  badOutlines: number;
  badHoles: number;
}

/**
 * @param json a parsed FeatureCollection, Feature, Polygon, MultiPolygon or GeometryCollection; anything else is survived
 * @param namedBy the property to read the names from; guessed when it is not given or not there
 * @throws InputError when there is no polygon in it, or its coordinates are neither WGS84 nor British National Grid
 */
export function parseAreas(json: unknown, fileName: string, namedBy?: string): ParsedAreas {
  const left: Leftovers = { otherGeometries: 0, badOutlines: 0, badHoles: 0 };
  const features = featuresOf(json)
    .map((feature) => readFeature(feature, left))
    .filter((feature) => feature.polygons.length > 0);
  if (features.length === 0) throw nothingFound(json, left, fileName);

  const notes = leftoverNotes(left);
  const corners = features.map((feature) => feature.polygons).flat(3);
  const crs = tellCrs(corners, namedSystem(json, fileName), fileName, 'all');
  if (crs.note) notes.push(crs.note);

  const { codeField, nameFields, ...guess } = chooseFields(features.map((feature) => feature.properties));
  const nameField = nameFields.find((field) => field === namedBy) ?? guess.nameField;
  const areas = new Map<string, StudyArea>();
  let joined = 0;
  features.forEach((feature, k) => {
    const code = labelOf(feature.properties[codeField]) || labelOf(feature.id);
    // A bare number says no more than "Area 1" does; a code with letters ("E01021245") can be looked up.
    const name = labelOf(feature.properties[nameField]) || (/[a-z]/i.test(code) ? code : `Area ${k + 1}`);
    const polygons = feature.polygons.map((rings) => rings.map((ring) => ring.map(crs.toWgs84)));
    const kind = kindOf(feature.properties);
    let id = code || name;
    const same = areas.get(id);
    if (same && same.name === name) {
      const all = [...same.polygons, ...polygons];
      areas.set(id, { ...same, polygons: all, bounds: boundsOf(all) });
      joined += 1;
      return;
    }
    for (let copy = 2; areas.has(id); copy++) id = `${code || name} (${copy})`;
    areas.set(id, { id, name, ...kind, polygons, bounds: boundsOf(polygons) });
  });
  if (joined > 0) notes.push(`${count(joined, 'feature')} of the same name and code joined to one area each.`);
  return { areas: [...areas.values()], nameField, nameFields, notes };
}

/** "district" or "town" where the file says so; what was drawn by hand once is an area of the file from then on. */
function kindOf({ kind }: RawFeature['properties']): Pick<StudyArea, 'kind'> {
  const label = labelOf(kind);
  return label === '' || label === DRAWN ? {} : { kind: label };
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The features of a collection, or the single feature or geometry as one. */
function featuresOf(json: unknown): Json[] {
  if (!isRecord(json)) return [];
  if (json.type === 'FeatureCollection') {
    return Array.isArray(json.features) ? json.features.filter(isRecord) : [];
  }
  return json.type === 'Feature' ? [json] : [{ type: 'Feature', geometry: json }];
}

function readFeature(feature: Json, left: Leftovers): RawFeature {
  const polygons: RawPolygon[] = [];
  // Collections are unpacked with a list of what is still to do: a file may nest them deeper than calls can go.
  const pending: unknown[] = [feature.geometry];
  while (pending.length > 0) {
    const geometry = pending.pop();
    if (!isRecord(geometry)) continue;
    const coordinates = geometry.coordinates;
    if (geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
      for (const part of geometry.geometries) pending.push(part);
    } else if (geometry.type === 'Polygon') addPolygon(coordinates, polygons, left);
    else if (geometry.type === 'MultiPolygon' && Array.isArray(coordinates)) {
      for (const polygon of coordinates) addPolygon(polygon, polygons, left);
    } else left.otherGeometries += 1;
  }
  const properties = feature.properties;
  return { id: feature.id, properties: isRecord(properties) ? properties : {}, polygons };
}

function addPolygon(rings: unknown, polygons: RawPolygon[], left: Leftovers): void {
  const [outer, ...holes] = Array.isArray(rings) ? rings.map(readRing) : [];
  if (!outer) {
    left.badOutlines += 1;
    return;
  }
  const sound = holes.filter((hole) => hole !== null);
  left.badHoles += holes.length - sound.length;
  polygons.push([outer, ...sound]);
}

/** A closed ring of at least four positions; null when a position is no pair of numbers or there are too few. */
function readRing(ring: unknown): LonLat[] | null {
  if (!Array.isArray(ring)) return null;
  const positions: LonLat[] = [];
  for (const position of ring) {
    if (!Array.isArray(position)) return null;
    const [x, y] = position as unknown[];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    positions.push([x, y]);
  }
  const first = positions[0];
  const last = positions.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first);
  return positions.length >= 4 ? positions : null;
}

function leftoverNotes(left: Leftovers): string[] {
  const notes: string[] = [];
  if (left.otherGeometries > 0) notes.push(`${count(left.otherGeometries, 'shape')} not a polygon, left out.`);
  if (left.badOutlines > 0) notes.push(`${count(left.badOutlines, 'polygon')} without a usable outline, left out.`);
  if (left.badHoles > 0) notes.push(`${count(left.badHoles, 'hole')} without a usable outline, filled in.`);
  return notes;
}

function nothingFound(json: unknown, left: Leftovers, fileName: string): InputError {
  const found =
    left.badOutlines > 0
      ? 'its polygons have no usable outline'
      : left.otherGeometries > 0 && isRecord(json) && typeof json.type === 'string'
        ? 'it has no polygons'
        : 'it is not GeoJSON';
  return new InputError(`${fileName} holds no study area: ${found} – give a GeoJSON file of polygons.`);
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
