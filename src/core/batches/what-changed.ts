/**
 * What changed since the last batch: what is new in it, what it brought up to date, and how?
 *
 * In words: every row of the batch that came last is new, updated or unchanged to those before it (combine.ts). An
 * updated row has moved when its place lies a metre or more from the earlier one, and is reclassified when it names
 * another offence; it may be both, or neither when only other fields changed. By area a row counts where it is now; by
 * offence a reclassified row counts as such under the offence that it was, and as updated under the one that it is.
 * Metres on the sphere of H3's mean radius (6,371,007 m), as the plane through the place, which is exact enough at 1 m.
 *
 * The trap: offences new in the batch need not be recent, and fewer of them may be a file that came early.
 */
import type { StudyArea } from '../geo/area.ts';
import { containsOf } from '../geo/contains.ts';
import { offenceLabel } from '../offences/label.ts';
import { cos } from '../stats/elementary.ts';
import { Fate, type Matched } from './combine.ts';

export interface ChangeCounts {
  readonly new: number;
  readonly updated: number;
  /** Of the updated ones. */
  readonly reclassified: number;
  readonly moved: number;
}

export interface ChangeRow extends ChangeCounts {
  /** An area or an offence. */
  readonly name: string;
}

export interface WhatChanged {
  /** Index of the batch in the list that was combined. */
  readonly batch: number;
  readonly total: ChangeCounts;
  /** In the order of the areas, the rest last; areas without a change are left out. */
  readonly byArea: readonly ChangeRow[];
  /** Most new and updated first. */
  readonly byOffence: readonly ChangeRow[];
}

type Counts = { -readonly [K in keyof ChangeCounts]: ChangeCounts[K] };

const ELSEWHERE = 'Outside the study areas';
const M_PER_DEGREE = (6_371_007 * Math.PI) / 180;

/** Null when nothing came before. An area that overlaps another gives way to the one before it in the list. */
export function whatChanged(matched: Matched | null, areas: readonly StudyArea[]): WhatChanged | null {
  if (matched === null) return null;
  const { all, batch, fate, earlier } = matched;
  const last = batch[all.rows - 1] ?? 0;
  const first = batch.indexOf(last);
  const labels = all.offences.map(offenceLabel);
  const contains = areas.map(containsOf);
  const areaOf = (row: number): string => {
    const at = contains.findIndex((test) => test(all.lon[row] as number, all.lat[row] as number));
    return areas[at]?.name ?? ELSEWHERE;
  };
  const total = none();
  const byArea = new Map<string, Counts>([...areas.map(({ name }) => name), ELSEWHERE].map((name) => [name, none()]));
  const byOffence = new Map<string, Counts>();
  const labelOf = (row: number): string => labels[all.offence[row] as number] ?? '';

  for (let row = first; row < all.rows; row++) {
    if (fate[row] === Fate.unchanged) continue;
    const places = [total, countsOf(byArea, areaOf(row))];
    const label = labelOf(row);
    const offence = countsOf(byOffence, label);
    if (fate[row] === Fate.new) {
      for (const counts of [...places, offence]) counts.new += 1;
      continue;
    }
    const before = earlier[row] as number;
    const moved = distanceM(all, before, row) >= 1;
    for (const counts of [...places, offence]) {
      counts.updated += 1;
      if (moved) counts.moved += 1;
    }
    if (labelOf(before) !== label) {
      for (const counts of [...places, countsOf(byOffence, labelOf(before))]) counts.reclassified += 1;
    }
  }
  const offences = rowsOf(byOffence).sort((a, b) => sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1));
  return { batch: last, total, byArea: rowsOf(byArea), byOffence: offences };
}

function none(): Counts {
  return { new: 0, updated: 0, reclassified: 0, moved: 0 };
}

function countsOf(by: Map<string, Counts>, name: string): Counts {
  const counts = by.get(name) ?? none();
  by.set(name, counts);
  return counts;
}

function rowsOf(by: ReadonlyMap<string, Counts>): ChangeRow[] {
  return [...by].filter(([, counts]) => sizeOf(counts) > 0).map(([name, counts]) => ({ name, ...counts }));
}

function sizeOf(counts: ChangeCounts): number {
  return counts.new + counts.updated + counts.reclassified;
}

function distanceM({ lon, lat }: Matched['all'], a: number, b: number): number {
  const north = ((lat[b] as number) - (lat[a] as number)) * M_PER_DEGREE;
  const east = ((lon[b] as number) - (lon[a] as number)) * M_PER_DEGREE * cos(((lat[a] as number) * Math.PI) / 180);
  return Math.sqrt(north * north + east * east);
}
