/** Where in a district offences fall: H3 cells with a weight for each surface, and exact points on streets inside them. */
import { cellToBoundary, cellToLatLng, gridDisk, latLngToCell, polygonToCells } from 'h3-js';
import type { Position } from '../areas/borders.ts';
import { type District, outlineOf } from '../areas/districts.ts';
import { FACTOR_TOWNS, type FactorPoint, relativeRisks } from './factors.ts';
import { boundsOf, isInside, METRES_PER_LAT, METRES_PER_LON, metresBetween, moved, rounded } from './geometry.ts';
import type { SurfaceName } from './mix.ts';
import { type PatrolArea, RESOLUTION } from './patrol-areas.ts';
import { PLACES, type Place } from './places.ts';
import { cumulate, gammaMeanOne, normal, type Random, stream } from './random.ts';
import { streetOf } from './streets.ts';

/** A straight stretch of street. */
type Street = readonly [from: Position, to: Position];

export interface Site {
  readonly cell: string;
  readonly centre: Position;
  /** Name for the location text. */
  readonly street: string;
  readonly streets: readonly Street[];
  /** Index of the patrol area, −1 outside. */
  readonly area: number;
}

export interface Ground {
  readonly outline: readonly Position[];
  readonly sites: readonly Site[];
  /** Running sums of the weights of `sites`. */
  readonly surfaces: Readonly<Record<SurfaceName, Float64Array>>;
  /** Share of offences that fall anywhere in the district, by surface. */
  readonly scattered: Readonly<Record<SurfaceName, number>>;
}

/** Share of violence in public that falls in the patrol areas of Southend when nothing disturbs it. */
export const PATROL_SHARE = 0.43;

/** The ground of one district. `areas` are the patrol areas in it, `factors` the risk-factor points. */
export function layGround(
  seed: number,
  district: District,
  areas: readonly PatrolArea[],
  factors: readonly FactorPoint[],
): Ground {
  const random = stream(seed, `ground ${district.code}`);
  const outline = outlineOf(district);
  const places = PLACES[district.code] ?? [];
  const areaOfCell = new Map(areas.flatMap((area, i) => area.cells.map((cell) => [cell, i] as const)));
  const sites: Site[] = [];
  const weights: Record<SurfaceName, number[]> = { public: [], home: [], retail: [] };
  const taken = new Set<string>();

  places.forEach((place, index) => {
    const town = index === 0 ? FACTOR_TOWNS.find((t) => t.district === district.code) : undefined;
    const candidates = town
      ? polygonToCells(town.outline as [number, number][], RESOLUTION, true)
      : gridDisk(latLngToCell(place.centre[1], place.centre[0], RESOLUTION), Math.ceil(place.reachM / 115));
    const cells = candidates.filter((cell) => !taken.has(cell) && isInside(centreOf(cell), outline));
    const centres = cells.map(centreOf);
    const nearness = centres.map((c) => metresBetween(c, place.centre) / place.reachM);
    const risks = town
      ? relativeRisks(
          factors.filter((f) => f.town === town.name),
          centres,
        )
      : null;
    const raw: Record<SurfaceName, number[]> = {
      public: cells.map((_, i) =>
        // In the towns with layers the risk factors alone shape the surface, but for mild noise.
        risks
          ? (risks[i] ?? 1) * gammaMeanOne(random, 4)
          : (0.03 + decay(nearness[i], 0.2)) * gammaMeanOne(random, 0.7),
      ),
      home: cells.map((_, i) => Math.max(0.15, 1 - 0.6 * (nearness[i] ?? 1)) * gammaMeanOne(random, 0.8)),
      retail: cells.map((_, i) => (0.012 + decay(nearness[i], 0.13)) * gammaMeanOne(random, 0.5)),
    };
    if (areas.length > 0) raw.public = withPatrolShare(random, raw.public, cells, areas);
    append(weights.public, raw.public, place.life);
    append(weights.home, raw.home, place.homes);
    append(weights.retail, raw.retail, place.life);
    cells.forEach((cell, i) => {
      taken.add(cell);
      const area = areaOfCell.get(cell) ?? -1;
      const street = areas[area]?.name ?? streetOf(place.name, 1.1 - 2.4 * (nearness[i] ?? 1), random(), random());
      sites.push({ cell, centre: centres[i] as Position, street, streets: layStreets(seed, cell), area });
    });
  });

  return {
    outline,
    sites,
    surfaces: { public: cumulate(weights.public), home: cumulate(weights.home), retail: cumulate(weights.retail) },
    scattered: { public: left(places, 'life'), home: left(places, 'homes'), retail: left(places, 'life') },
  };
}

const decay = (nearness = 1, scale: number) => Math.exp(-((nearness / scale) ** 2));

function centreOf(cell: string): Position {
  const [lat, lon] = cellToLatLng(cell);
  return [lon, lat];
}

function left(places: readonly Place[], share: 'homes' | 'life'): number {
  return Math.max(0, 1 - places.reduce((sum, place) => sum + place[share], 0));
}

function append(weights: number[], raw: readonly number[], share: number): void {
  const sum = raw.reduce((total, value) => total + value, 0);
  for (const value of raw) weights.push((value * share) / sum);
}

/** The same weights with the cells of the patrol areas lifted to hold their share, the worst area first. */
function withPatrolShare(
  random: Random,
  raw: readonly number[],
  cells: readonly string[],
  areas: readonly PatrolArea[],
) {
  const lifted = new Map<string, number>();
  areas.forEach((area, rank) => {
    const areaWeight = Math.exp(-0.07 * rank) * gammaMeanOne(random, 25);
    for (const [i, cell] of area.cells.entries()) lifted.set(cell, areaWeight * (i === 0 ? 0.37 : 0.21));
  });
  const outside = raw.reduce((sum, value, i) => (lifted.has(cells[i] ?? '') ? sum : sum + value), 0);
  const inside = [...lifted.values()].reduce((sum, value) => sum + value, 0);
  const lift = (outside * PATROL_SHARE) / (1 - PATROL_SHARE) / inside;
  return raw.map((value, i) => {
    const areaWeight = lifted.get(cells[i] ?? '');
    return areaWeight === undefined ? value : areaWeight * lift;
  });
}

/** Two straight streets across a cell, each between points on two of its edges. */
function layStreets(seed: number, cell: string): readonly Street[] {
  const random = stream(seed, cell);
  const corners = cellToBoundary(cell, true) as unknown as Position[];
  const sides = corners.length - 1;
  const onEdge = (edge: number): Position => {
    const [x1, y1] = corners[edge % sides] as Position;
    const [x2, y2] = corners[(edge % sides) + 1] as Position;
    const along = random();
    return [x1 + (x2 - x1) * along, y1 + (y2 - y1) * along];
  };
  return [0, 1].map(() => {
    const edge = Math.floor(random() * sides);
    return [onEdge(edge), onEdge(edge + 2 + Math.floor(random() * 2))] as const;
  });
}

/**
 * An exact point of a site, inside the district and the cell: homes and shops stand at fixed addresses along its streets,
 * offences in public lie within a few metres of them.
 */
export function pointAt(ground: Ground, site: Site, surface: SurfaceName, random: Random): Position {
  const addresses = surface === 'home' ? 16 : 5;
  for (let tries = 0; tries < 15; tries++) {
    const [from, to] = site.streets[Math.floor(random() * site.streets.length)] as Street;
    const along = surface === 'public' ? random() : (Math.floor(random() * addresses) + 0.5) / addresses;
    const east = (to[0] - from[0]) * METRES_PER_LON;
    const north = (to[1] - from[1]) * METRES_PER_LAT;
    const length = Math.hypot(east, north) || 1;
    // Buildings stand ten metres to either side, people a few metres about the middle of the street.
    const aside = surface === 'public' ? 5 * normal(random) : random() < 0.5 ? 10 : -10;
    const at = rounded(
      moved(from, east * along - (north / length) * aside, north * along + (east / length) * aside),
      6,
    );
    if (latLngToCell(at[1], at[0], RESOLUTION) === site.cell && isInside(at, ground.outline)) return at;
  }
  return rounded(site.centre, 6);
}

/** Anywhere in the district. */
export function anywhereIn(ground: Ground, random: Random): Position {
  const [west, south, east, north] = boundsOf(ground.outline);
  for (;;) {
    const at = rounded([west + (east - west) * random(), south + (north - south) * random()], 6);
    if (isInside(at, ground.outline)) return at;
  }
}

/** A position moved at random by up to `withinM` inside the district, given to so many decimals. */
export function displaced(ground: Ground, at: Position, random: Random, withinM: number, decimals: number): Position {
  for (let tries = 0; tries < 20; tries++) {
    const angle = 2 * Math.PI * random();
    const distanceM = withinM * Math.sqrt(random());
    const away = rounded(moved(at, distanceM * Math.cos(angle), distanceM * Math.sin(angle)), decimals);
    if (isInside(away, ground.outline)) return away;
  }
  return at;
}
