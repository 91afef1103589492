/** What a patrol card says: where, when, why, and how long it takes to walk round. */
import { type GridTransform, gridReference, helmertTransform } from '../geo/bng.ts';
import { outlineOf } from '../hex/boundary.ts';
import type { CellFacts } from '../methods/cell-facts.ts';
import type { PatrolPlace } from '../results.ts';
import type { HarmMode } from '../settings.ts';
import { cos } from '../stats/elementary.ts';
import type { AreaHours } from './area-hours.ts';

interface CardOffence {
  readonly title: string;
  readonly count: number;
  /** Of the area's offences and harm, 0–1; NaN of no harm. */
  readonly countShare: number;
  readonly harmShare: number;
}

export interface PatrolCard extends PatrolPlace {
  /** Named, drawn or moved by hand. */
  readonly edited: boolean;
  /** Positions of the edits by hand that made it what it is. */
  readonly edits: readonly number[];
  /** Centre in metres, for ways. */
  readonly x: number;
  readonly y: number;
  /** Ten figures, a square of one metre; and how far off the references may be. */
  readonly gridRef10: string;
  readonly gridErrorM: number;
  /** Once round the edge. */
  readonly walkM: number;
  readonly walkMin: number;
  readonly hours: AreaHours;
  /** At most three, most harm first. */
  readonly offences: readonly CardOffence[];
  /** Why here, in sentences. */
  readonly why: readonly string[];
}

/** Metres a minute on foot while looking about. */
const STROLL_M_PER_MIN = 70;
const MOST_OFFENCES = 3;
const DEGREE_M = 111_195;

export interface CardInput {
  readonly place: PatrolPlace;
  /** What the share of the place is of. */
  readonly mode: HarmMode;
  readonly edited: boolean;
  readonly edits?: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly facts: CellFacts;
  readonly hours: AreaHours;
  /** What other methods add: risk factors, the change since a key date. */
  readonly alsoWhy?: readonly string[];
}

export function patrolCard(input: CardInput, transform: GridTransform = helmertTransform): PatrolCard {
  const { place, mode, edited, edits = [], x, y, facts, hours, alsoWhy = [] } = input;
  const walkM = perimeterM(place.cells);
  const offences = facts.offences.slice(0, MOST_OFFENCES).map(({ title, count, harm }) => ({
    title,
    count,
    countShare: count / place.count,
    harmShare: harm / place.harm,
  }));
  return {
    ...place,
    edited,
    edits,
    x,
    y,
    gridRef: gridReference(place.lon, place.lat, 8, transform),
    gridRef10: gridReference(place.lon, place.lat, 10, transform),
    // where the given one does not reach, the ordinary one stood in
    gridErrorM: Number.isNaN(transform.toGrid(place.lon, place.lat)[0]) ? helmertTransform.errorM : transform.errorM,
    walkM,
    walkMin: Math.max(1, Math.round(walkM / STROLL_M_PER_MIN)),
    hours,
    offences,
    why: [...whyHere(place, mode, offences, hours), ...alsoWhy],
  };
}

const shareWords: Readonly<Record<HarmMode, string>> = {
  harm: 'harm of the whole area',
  'sqrt-harm': '√harm of the whole area',
  count: 'offences of the whole area',
};

function whyHere({ count, share }: PatrolPlace, mode: HarmMode, offences: readonly CardOffence[], hours: AreaHours) {
  const percent = (part: number): string => `${(100 * part).toFixed(part < 0.1 ? 1 : 0)} %`;
  const number = `${count} ${count === 1 ? 'offence' : 'offences'}`;
  const said = [`${number}, ${percent(share)} of the ${shareWords[mode]}.`];
  const [first] = offences;
  if (first && first.harmShare > 0) {
    said.push(`Most harm by ${first.title}: ${percent(first.harmShare)} of it here, in ${first.count} of ${number}.`);
  } else if (first) said.push(`Most often ${first.title}: ${first.count} of ${number}.`);
  if (hours.peaks.length > 0) said.push(`Busiest ${hours.peaks.map((peak) => peak.label).join(', ')}.`);
  return said;
}

/** Length of the outer edges, metres. */
function perimeterM(cells: readonly string[]): number {
  let sum = 0;
  for (const [outer = []] of outlineOf(cells)) {
    for (let i = 1; i < outer.length; i++) {
      const [lonA, latA] = outer[i - 1] as [number, number];
      const [lonB, latB] = outer[i] as [number, number];
      const east = (lonB - lonA) * cos((latA * Math.PI) / 180);
      sum += DEGREE_M * Math.sqrt(east * east + (latB - latA) ** 2);
    }
  }
  return Math.round(sum);
}
