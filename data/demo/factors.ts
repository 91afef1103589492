/**
 * Risk-factor layers for Southend, Basildon and Chelmsford, and the true influence of each on violence in public:
 * the intensity of a cell is the product of the relative risks of the influences that reach its centre.
 */

import type { Position } from '../areas/borders.ts';
import { TOWNS, type Town } from '../areas/towns.ts';
import { boundsOf, isInside, METRES_PER_LAT, METRES_PER_LON, metresBetween, moved, rounded } from './geometry.ts';
import { normal, pick, type Random, stream } from './random.ts';

export type LayerName =
  | 'pubs-bars'
  | 'nightclubs'
  | 'takeaways'
  | 'bus-stops'
  | 'car-parks'
  | 'convenience-stores'
  | 'parks'
  | 'cash-machines'
  | 'betting-shops'
  | 'schools'
  | 'churches';

interface LayerPlan {
  readonly layer: LayerName;
  readonly singular: string;
  /** Points per town. */
  readonly perTown: number;
  /** Share of points near the town centre and its secondary centres; the rest lie anywhere in town. */
  readonly central: number;
}

const PLANS: readonly LayerPlan[] = [
  { layer: 'pubs-bars', singular: 'Pub', perTown: 26, central: 0.45 },
  { layer: 'nightclubs', singular: 'Nightclub', perTown: 5, central: 0.6 },
  { layer: 'takeaways', singular: 'Takeaway', perTown: 60, central: 0.45 },
  { layer: 'bus-stops', singular: 'Bus stop', perTown: 150, central: 0.1 },
  { layer: 'car-parks', singular: 'Car park', perTown: 24, central: 0.4 },
  { layer: 'convenience-stores', singular: 'Convenience store', perTown: 48, central: 0.2 },
  { layer: 'parks', singular: 'Park', perTown: 22, central: 0 },
  { layer: 'cash-machines', singular: 'Cash machine', perTown: 45, central: 0.35 },
  // No influence of their own, though betting shops stand where pubs stand.
  { layer: 'betting-shops', singular: 'Betting shop', perTown: 16, central: 0.45 },
  { layer: 'schools', singular: 'School', perTown: 34, central: 0 },
  { layer: 'churches', singular: 'Church', perTown: 30, central: 0.1 },
];

export interface Influence {
  readonly layer: LayerName;
  readonly operationalisation: 'proximity' | 'density';
  readonly extentM: number;
  readonly relativeRisk: number;
}

/** What really raises violence in public; every other layer has relative risk 1. */
export const INFLUENCES: readonly Influence[] = [
  { layer: 'pubs-bars', operationalisation: 'proximity', extentM: 200, relativeRisk: 2.5 },
  { layer: 'nightclubs', operationalisation: 'proximity', extentM: 300, relativeRisk: 2.2 },
  { layer: 'takeaways', operationalisation: 'density', extentM: 200, relativeRisk: 1.8 },
  { layer: 'bus-stops', operationalisation: 'proximity', extentM: 100, relativeRisk: 1.5 },
  { layer: 'car-parks', operationalisation: 'proximity', extentM: 200, relativeRisk: 1.4 },
];

export const NOISE_LAYERS: readonly LayerName[] = PLANS.map((plan) => plan.layer).filter(
  (layer) => !INFLUENCES.some((influence) => influence.layer === layer),
);

/** Town centre first, then secondary centres. */
const CENTRES: Readonly<Record<string, readonly Position[]>> = {
  E35000390: [
    [0.7145, 51.5395],
    [0.6545, 51.5425],
    [0.6945, 51.54],
    [0.789, 51.532],
    [0.7345, 51.534],
  ],
  E35001284: [
    [0.4567, 51.57],
    [0.4205, 51.5675],
    [0.5065, 51.563],
    [0.48, 51.578],
  ],
  E35001288: [
    [0.472, 51.733],
    [0.4685, 51.727],
    [0.495, 51.748],
    [0.463, 51.752],
  ],
};

/** The towns with layers. */
export const FACTOR_TOWNS: readonly Town[] = TOWNS.filter((town) => town.code in CENTRES);

export interface FactorPoint {
  readonly layer: LayerName;
  readonly town: string;
  readonly name: string;
  readonly at: Position;
}

/** All points of all layers; `hotPlaces` of Southend draw pubs, takeaways and cash machines. */
export function scatterFactors(seed: number, hotPlaces: readonly Position[]): FactorPoint[] {
  const points: FactorPoint[] = [];
  for (const town of FACTOR_TOWNS) {
    const random = stream(seed, `factors ${town.code}`);
    const centres = CENTRES[town.code] ?? [];
    for (const plan of PLANS) {
      for (let i = 1; i <= plan.perTown; i++) {
        const central = random() < plan.central;
        const at = central ? nearCentre(random, town, centres) : anywhere(random, town);
        points.push({ layer: plan.layer, town: town.name, name: `${plan.singular} ${i}`, at: rounded(at, 6) });
      }
    }
    if (town.code !== 'E35000390') continue;
    hotPlaces.forEach((place, i) => {
      for (const layer of ['pubs-bars', 'takeaways', 'cash-machines'] as const) {
        const at = insideTown(town, () => moved(place, 60 * normal(random), 60 * normal(random)));
        const singular = PLANS.find((plan) => plan.layer === layer)?.singular ?? layer;
        points.push({ layer, town: town.name, name: `${singular} ${100 + i}`, at: rounded(at, 6) });
      }
    });
  }
  return points;
}

function insideTown(town: Town, draw: () => Position): Position {
  for (;;) {
    const at = draw();
    if (isInside(at, town.outline)) return at;
  }
}

function nearCentre(random: Random, town: Town, centres: readonly Position[]): Position {
  const centre = random() < 0.6 ? (centres[0] as Position) : pick(random, centres);
  return insideTown(town, () => moved(centre, 300 * normal(random), 300 * normal(random)));
}

function anywhere(random: Random, town: Town): Position {
  const [west, south, east, north] = boundsOf(town.outline);
  return insideTown(town, () => [west + (east - west) * random(), south + (north - south) * random()]);
}

/**
 * For each cell centre, 1 where the influence reaches and 0 elsewhere. Density is a quartic kernel of radius `extentM`
 * that reaches a cell when it exceeds mean + 2 SD over the cells given (Caplan & Kennedy's operationalisation).
 */
export function reachOf(
  influence: Influence,
  points: readonly FactorPoint[],
  centres: readonly Position[],
): Uint8Array {
  const features = points.filter((point) => point.layer === influence.layer).map((point) => point.at);
  if (influence.operationalisation === 'proximity') {
    return Uint8Array.from(centres, (c) => (features.some((f) => metresBetween(c, f) <= influence.extentM) ? 1 : 0));
  }
  const density = centres.map((c) => features.reduce((sum, f) => sum + quartic(c, f, influence.extentM), 0));
  const mean = density.reduce((sum, value) => sum + value, 0) / density.length;
  const sd = Math.sqrt(density.reduce((sum, value) => sum + (value - mean) ** 2, 0) / density.length);
  return Uint8Array.from(density, (value) => (value > mean + 2 * sd ? 1 : 0));
}

function quartic(a: Position, b: Position, radiusM: number): number {
  const east = (a[0] - b[0]) * METRES_PER_LON;
  const north = (a[1] - b[1]) * METRES_PER_LAT;
  const scaled = (east * east + north * north) / (radiusM * radiusM);
  return scaled >= 1 ? 0 : (1 - scaled) ** 2;
}

/** True relative risk of each cell: the product of the influences that reach it, 1 where none does. */
export function relativeRisks(points: readonly FactorPoint[], centres: readonly Position[]): Float64Array {
  const risks = new Float64Array(centres.length).fill(1);
  for (const influence of INFLUENCES) {
    reachOf(influence, points, centres).forEach((reached, i) => {
      if (reached) risks[i] = (risks[i] ?? 1) * influence.relativeRisk;
    });
  }
  return risks;
}
