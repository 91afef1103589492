/** How patrol areas and a shift are asked for, and what was done to them by hand. The defaults are those of the methods. */
import { weekdayOf } from '../offences/time.ts';
import type { AreaSeen, PatrolEdit } from './edits.ts';
import { defaultPatrolSettings, type PatrolSettings } from './patrol-areas.ts';
import { defaultPlanSettings, type PlanSettings } from './plan.ts';

export interface PatrolView extends Omit<PatrolSettings, 'maxAreaM2'>, Omit<PlanSettings, 'day'> {
  /** null: as small as usual, or one cell where cells are larger. */
  readonly maxAreaM2: number | null;
  /** Day on which the shift begins; null for the first such weekday after the offences that count. */
  readonly day: number | null;
  /** 0 = Monday … 6. */
  readonly weekday: number;
  /** In the order in which they were made. */
  readonly edits: readonly PatrolEdit[];
  /** The areas as they were last looked at, by `seenKey`: what has moved since is told against them. */
  readonly accepted: Readonly<Record<string, readonly AreaSeen[]>>;
}

const FRIDAY = 4;

export const defaultPatrolView: PatrolView = {
  ...defaultPatrolSettings,
  ...defaultPlanSettings,
  maxAreaM2: null,
  day: null,
  weekday: FRIDAY,
  edits: [],
  accepted: {},
};

/** Areas of one study area and resolution can be held against each other, others cannot. */
export function seenKey({ areaId, resolution }: { readonly areaId: string | null; readonly resolution: number }) {
  return `${resolution}:${areaId ?? '*'}`;
}

/** The day of the shift: as chosen, or the first of its weekday after the last day of the offences that count. */
export function shiftDay({ day, weekday }: Pick<PatrolView, 'day' | 'weekday'>, lastDay: number): number {
  return day ?? lastDay + 1 + ((weekday - weekdayOf(lastDay + 1) + 7) % 7);
}
