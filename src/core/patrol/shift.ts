/** Patrol areas and the plan of a shift over them, in one answer: what the Patrol mode shows and its files hold. */
import { InputError } from '../errors.ts';
import type { PatrolCard } from './cards.ts';
import type { PatrolSettings } from './patrol-areas.ts';
import type { CardsResult } from './patrol-cards.ts';
import { type PlanSettings, planShift, type ShiftPlan } from './plan.ts';
import type { PatrolView } from './view.ts';

/** What is asked: the areas and their edits, and the shift. */
export interface ShiftAsk
  extends Omit<PatrolSettings, 'maxAreaM2'>,
    Omit<PlanSettings, 'day'>,
    Pick<PatrolView, 'maxAreaM2' | 'day' | 'weekday' | 'edits'> {}

export interface ShiftResult extends CardsResult {
  /** Largest area of a patrol area, as asked for or as the cells demand. */
  readonly maxAreaM2: number;
  /** Day on which the shift begins. */
  readonly day: number;
  /** Areas are those of `cards`, in their order. Null where no plan can be made, with the reason. */
  readonly plan: ShiftPlan | null;
  readonly noPlan: string;
  readonly cautions: readonly string[];
}

/** As small as patrol areas usually are; where cells are larger than that, one cell. */
export function capFor(maxAreaM2: number | null, usual: number, areaM2: Float64Array): number {
  return maxAreaM2 ?? areaM2.reduce((most, area) => Math.max(most, area), usual);
}

/** Who visits which of the cards when, or why nobody can be told. */
export function planCards(
  cards: readonly PatrolCard[],
  settings: PlanSettings,
  data: { readonly snapped: boolean },
): Pick<ShiftResult, 'plan' | 'noPlan'> {
  if (cards.length === 0) return { plan: null, noPlan: 'There are no patrol areas to visit.' };
  if (data.snapped) {
    return {
      plan: null,
      noPlan:
        'No plan on published data: its dates are months, so nobody knows in which hours an area is busy, and its places are map points.',
    };
  }
  if (cards.every(({ hours }) => hours.timed === 0)) {
    return { plan: null, noPlan: 'No plan: none of these offences has a time of day, so busy hours are not known.' };
  }
  const areas = cards.map(({ rank, name, x, y, hours }) => ({
    ...{ rank, name, x, y },
    likely: hours.likely,
    timed: hours.timed,
  }));
  try {
    return { plan: planShift(areas, settings), noPlan: '' };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { plan: null, noPlan: error.message };
  }
}
