/**
 * Was the patrol given that was drawn? Minutes and visits on days with and without, in all and by place.
 *
 * Koper, C. S. (1995), Just enough police presence, Justice Quarterly 12:649–672, doi 10.1080/07418829500096231, found 10 to
 * 16 minutes to work best; a day is delivered at 10 minutes and more unless told otherwise. The trap: compliance tells of the
 * patrols logged, not of cars that drove past; and comparing days by what was delivered instead of what was drawn undoes
 * the randomisation.
 */
import type { PlaceDays } from './place-days.ts';

export interface Dose {
  readonly treatedDays: number;
  /** Drawn for patrol and given at least `leastMin`; share of the drawn ones, NaN when none was drawn. */
  readonly delivered: number;
  readonly compliance: number;
  readonly controlDays: number;
  /** Not drawn, yet given at least `leastMin`. */
  readonly controlPatrolled: number;
  /** Means over the days with a log; NaN without any. */
  readonly minutesTreated: number;
  readonly minutesControl: number;
  /** Place-days without a log: no patrol is counted for them, and no minutes. */
  readonly notLogged: number;
}

export function doseOf(data: PlaceDays, leastMin: number): { readonly all: Dose; readonly byPlace: readonly Dose[] } {
  const rows = [...data.place.keys()];
  return {
    all: dose(data, rows, leastMin),
    byPlace: data.places.map((_, place) =>
      dose(
        data,
        rows.filter((row) => data.place[row] === place),
        leastMin,
      ),
    ),
  };
}

function dose({ assigned, deliveredMin }: PlaceDays, rows: readonly number[], leastMin: number): Dose {
  const arm = (a: 0 | 1) => {
    const own = rows.filter((row) => assigned[row] === a);
    const minutes = own.map((row) => deliveredMin[row] as number).filter((m) => !Number.isNaN(m));
    return {
      days: own.length,
      given: minutes.filter((m) => m >= leastMin).length,
      logged: minutes.length,
      mean: minutes.reduce((sum, m) => sum + m, 0) / minutes.length,
    };
  };
  const [treated, control] = [arm(1), arm(0)];
  return {
    treatedDays: treated.days,
    delivered: treated.given,
    compliance: treated.given / treated.days,
    controlDays: control.days,
    controlPatrolled: control.given,
    minutesTreated: treated.mean,
    minutesControl: control.mean,
    notLogged: rows.length - treated.logged - control.logged,
  };
}
