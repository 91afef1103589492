/** Outcomes of the trial by place and day, in the areas and in the ring of two cells about them. */
import { gridDisk, latLngToCell } from 'h3-js';
import { dayOf, isoDate } from './calendar.ts';
import { harmOf, isArkKind } from './catalogue.ts';
import { type PatrolArea, RESOLUTION } from './patrol-areas.ts';
import { normal, stream } from './random.ts';
import type { OffenceRecord } from './record.ts';
import { TRIAL, type TrialDay } from './trial.ts';

export interface PlaceDay {
  readonly place: string;
  readonly date: string;
  readonly assigned: 0 | 1;
  readonly deliveredMin: number;
  readonly count: number;
  readonly harm: number;
  readonly bufferCount: number;
  readonly bufferHarm: number;
}

/** Violence with injury, robbery and trafficking in public and not known to be domestic, as recorded. */
export const isArk = (record: OffenceRecord): boolean =>
  record.publicPlace === 'yes' && record.domestic !== 'yes' && isArkKind(record.kind);

/** One row per area and day, areas in their order, days within them. */
export function placeDays(
  seed: number,
  areas: readonly PatrolArea[],
  trial: readonly TrialDay[],
  records: readonly OffenceRecord[],
): PlaceDay[] {
  const random = stream(seed, 'visits');
  const inArea = new Map(areas.flatMap((area, i) => area.cells.map((cell) => [cell, i] as const)));
  const inBuffer = new Map<string, number[]>();
  areas.forEach((area, i) => {
    const ring = new Set(area.cells.flatMap((cell) => gridDisk(cell, 2)));
    for (const cell of ring) if (!inArea.has(cell)) inBuffer.set(cell, [...(inBuffer.get(cell) ?? []), i]);
  });
  const sums = new Map<string, { count: number; harm: number; bufferCount: number; bufferHarm: number }>();
  const at = (area: number, day: number) => {
    const key = `${area} ${day}`;
    const sum = sums.get(key) ?? { count: 0, harm: 0, bufferCount: 0, bufferHarm: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const record of records) {
    if (record.day < dayOf(TRIAL.from) || record.day > dayOf(TRIAL.to) || !isArk(record)) continue;
    const cell = latLngToCell(record.at[1], record.at[0], RESOLUTION);
    const area = inArea.get(cell);
    if (area !== undefined) {
      const sum = at(area, record.day);
      sum.count++;
      sum.harm += harmOf(record.kind);
    }
    for (const near of inBuffer.get(cell) ?? []) {
      const sum = at(near, record.day);
      sum.bufferCount++;
      sum.bufferHarm += harmOf(record.kind);
    }
  }
  return areas.flatMap((area, i) =>
    trial.map(({ day, treated }): PlaceDay => {
      const assigned = treated.includes(i);
      // A visit takes 15 to 20 minutes; control areas see a passing car now and then.
      const delivered = assigned
        ? random() < TRIAL.compliance
          ? Math.max(10, Math.round(17 + 2 * normal(random)))
          : 0
        : random() < 0.25
          ? Math.round(2 + 8 * random())
          : 0;
      return {
        place: area.name,
        date: isoDate(day),
        assigned: assigned ? 1 : 0,
        deliveredMin: delivered,
        ...at(i, day),
      };
    }),
  );
}
