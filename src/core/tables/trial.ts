/** A crossover trial as files: its place-days as CSV, its result as JSON, where not-a-number and infinite are null. */
import type { CarryOverClass } from '../evaluation/carry-over.ts';
import type { CountOutcome, CrossoverResult } from '../evaluation/crossover.ts';
import type { Dose } from '../evaluation/dose.ts';
import type { HarmArms, HarmOutcome } from '../evaluation/harm-outcome.ts';
import type { PlaceDays } from '../evaluation/place-days.ts';
import { isoDay } from '../offences/time.ts';
import type { OutTable } from './table.ts';

export function trialJson(
  result: CrossoverResult,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): string {
  const { places, count, harm, buffer, together, dose, carryOver } = result;
  const out = {
    places: places.length,
    days: result.days,
    from: isoDay(result.fromDay),
    to: isoDay(result.toDay),
    place_days: result.placeDays,
    treated_per_day: result.treatedPerDay,
    resamples,
    seed,
    level: 0.95,
    count: aboutCount(count),
    harm: harm && { ...aboutHarm(harm, result), ...aboutWorst(harm, result) },
    buffer: { count: buffer.count && aboutCount(buffer.count), harm: buffer.harm && aboutHarm(buffer.harm, result) },
    area_and_buffer: {
      count: together.count && aboutCount(together.count),
      harm: together.harm && aboutHarm(together.harm, result),
    },
    dose: { ...aboutDose(dose.all), by_place: dose.byPlace.map((d, i) => ({ place: places[i], ...aboutDose(d) })) },
    days_since_patrol: carryOver.sincePatrol.map(aboutClass),
    patrol_days_in_a_row: carryOver.inARow.map(aboutClass),
    before_first_patrol: carryOver.leftOut,
    sentence: result.sentence,
    cautions: result.cautions,
  };
  return `${JSON.stringify(out, null, 2)}\n`;
}

function aboutCount(outcome: CountOutcome) {
  const { treated, control, ratio, lo, hi, p, changePercent, approximate } = outcome;
  return {
    treated: treated.events,
    control: control.events,
    treated_rate: treated.events / treated.placeDays,
    control_rate: control.events / control.placeDays,
    rate_ratio: ratio,
    change_percent: changePercent,
    lo,
    hi,
    p,
    approximate: { lo: approximate.lo, hi: approximate.hi, z: approximate.z, p: approximate.p },
    randomisation_p: outcome.redrawnP,
    randomisation_exact: outcome.redrawnExactly,
  };
}

function aboutHarm({ treated, control, ratio, changePercent, lo, hi, p }: HarmArms, { placeDays }: CrossoverResult) {
  return {
    treated,
    control,
    treated_mean: treated / placeDays.treated,
    control_mean: control / placeDays.control,
    ratio,
    change_percent: changePercent,
    lo,
    hi,
    randomisation_p: p,
  };
}

function aboutWorst({ worst, leaveOneOut }: HarmOutcome, { places }: CrossoverResult) {
  return {
    top_event_share: worst?.share ?? null,
    top_event: worst && {
      place: places[worst.place],
      date: isoDay(worst.day),
      assigned: Number(worst.assigned),
      harm: worst.harm,
    },
    without_top_event: worst && { ratio: worst.ratioWithout, randomisation_p: worst.pWithout },
    leave_one_out: { least: leaveOneOut[0], most: leaveOneOut[1] },
  };
}

function aboutDose(dose: Dose) {
  return {
    treated_days: dose.treatedDays,
    delivered: dose.delivered,
    compliance: dose.compliance,
    control_days: dose.controlDays,
    control_patrolled: dose.controlPatrolled,
    minutes_treated: dose.minutesTreated,
    minutes_control: dose.minutesControl,
    not_logged: dose.notLogged,
  };
}

function aboutClass({ days, placeDays, count, harm, ratio, lo, hi, p }: CarryOverClass) {
  return { days, place_days: placeDays, count, harm, rate: count / placeDays, rate_ratio: ratio, lo, hi, p };
}

/** The columns that `readPlaceDays` and the command line read back; empty where nothing was logged. */
export function placeDaysTable(data: PlaceDays): OutTable {
  const none = new Float64Array(data.place.length).fill(Number.NaN);
  return {
    rows: data.place.length,
    columns: [
      { name: 'place', values: Array.from(data.place, (place) => data.places[place] ?? '') },
      { name: 'date', values: Array.from(data.day, isoDay) },
      { name: 'assigned', values: Float64Array.from(data.assigned) },
      { name: 'delivered_min', values: data.deliveredMin },
      { name: 'count', values: data.count },
      { name: 'harm', values: data.harm ?? none },
      { name: 'buffer_count', values: data.bufferCount ?? none },
      { name: 'buffer_harm', values: data.bufferHarm ?? none },
    ],
  };
}

/** Who is drawn on which day: a row for each place and day, which place-days begin with. */
export function lotsTable(
  places: readonly string[],
  fromDay: number,
  treated: readonly (readonly number[])[],
): OutTable {
  const days = treated.length;
  const n = places.length * days;
  const placeOf = (i: number): number => Math.floor(i / days);
  return {
    rows: n,
    columns: [
      { name: 'place', values: Array.from({ length: n }, (_, i) => places[placeOf(i)] ?? '') },
      { name: 'date', values: Array.from({ length: n }, (_, i) => isoDay(fromDay + (i % days))) },
      {
        name: 'assigned',
        values: Float64Array.from({ length: n }, (_, i) => Number(treated[i % days]?.includes(placeOf(i)) ?? false)),
      },
    ],
  };
}
