/** The planted truth, written beside the demo so that methods can be held to it. */
import { latLngToCell } from 'h3-js';
import type { District } from '../areas/districts.ts';
import { dayOf, isoDate } from './calendar.ts';
import { harmOf } from './catalogue.ts';
import { FACTOR_TOWNS, type FactorPoint, INFLUENCES, NOISE_LAYERS } from './factors.ts';
import { CHELMSFORD, CHELMSFORD_FACTOR, NEAR_REPEAT, SOUTHEND } from './generate.ts';
import { type PatrolArea, RESOLUTION } from './patrol-areas.ts';
import { effectsOf, PHASE_STARTS } from './phases.ts';
import { isArk, type PlaceDay } from './place-days.ts';
import type { OffenceRecord } from './record.ts';
import { PATROL_SHARE } from './surfaces.ts';
import { TRIAL, type TrialDay } from './trial.ts';

/** The year before the trial in which the share of harm is measured. */
const BASELINE = { from: '2019-07-01', to: '2020-06-30' } as const;

export interface TruthInput {
  readonly seed: number;
  readonly areas: readonly PatrolArea[];
  readonly trial: readonly TrialDay[];
  readonly districts: readonly District[];
  readonly records: readonly OffenceRecord[];
  readonly days: readonly PlaceDay[];
  readonly factors: readonly FactorPoint[];
  /** Share of Southend's cells that belong to patrol areas. */
  readonly areaShare: number;
}

export function truthOf(input: TruthInput): object {
  const { seed, areas, trial, records, days, factors, areaShare } = input;
  return {
    synthetic: true,
    seed,
    definition: 'ark',
    patrolAreas: areas.map(({ name, cells, ring }, i) => ({ rank: i + 1, name, cells, rings: [ring] })),
    concentration: {
      ...BASELINE,
      ...concentration(records, areas),
      areaShare: round(areaShare, 4),
      plantedShare: PATROL_SHARE,
    },
    trial: {
      from: TRIAL.from,
      to: TRIAL.to,
      perDay: TRIAL.perDay,
      effect: TRIAL.effect,
      compliance: TRIAL.compliance,
      // Nothing moves to the buffer and nothing lasts beyond the day.
      buffer: { rings: 2, effect: 0 },
      carryOver: 0,
      treated: Object.fromEntries(trial.map(({ day, treated }) => [isoDate(day), treated])),
      realised: realised(days),
    },
    factors: [
      ...INFLUENCES,
      ...NOISE_LAYERS.map((layer) => ({ layer, operationalisation: null, extentM: null, relativeRisk: 1 })),
    ].map((influence) => ({ ...influence, points: factors.filter((point) => point.layer === influence.layer).length })),
    // In Southend the patrol areas stand out beyond what the factors explain.
    factorsHoldIn: FACTOR_TOWNS.filter((town) => town.district !== SOUTHEND).map(({ code, name }) => ({ code, name })),
    chelmsfordOutlier: { code: CHELMSFORD, measure: 'near-miss offences per resident', factor: CHELMSFORD_FACTOR },
    nearRepeatBurglary: NEAR_REPEAT,
    phases: phases(input.districts),
  };
}

/** Share of Southend's violence in public that the patrol areas held in the year before the trial. */
function concentration(
  records: readonly OffenceRecord[],
  areas: readonly PatrolArea[],
): { harmShare: number; countShare: number } {
  const year = records.filter(
    (record) =>
      record.district === SOUTHEND &&
      record.day >= dayOf(BASELINE.from) &&
      record.day <= dayOf(BASELINE.to) &&
      isArk(record),
  );
  const cells = new Set(areas.flatMap((area) => area.cells));
  const inside = year.filter(({ at }) => cells.has(latLngToCell(at[1], at[0], RESOLUTION)));
  const harm = (some: readonly OffenceRecord[]) => some.reduce((sum, record) => sum + harmOf(record.kind), 0);
  return { harmShare: round(harm(inside) / harm(year), 4), countShare: round(inside.length / year.length, 4) };
}

function realised(days: readonly PlaceDay[]): object {
  const arm = (assigned: 0 | 1) => {
    const some = days.filter((day) => day.assigned === assigned);
    const sum = (field: 'count' | 'harm') => some.reduce((total, day) => total + day[field], 0);
    return { placeDays: some.length, count: sum('count'), harm: sum('harm') };
  };
  const treated = arm(1);
  const control = arm(0);
  const change = (field: 'count' | 'harm') =>
    round(treated[field] / treated.placeDays / (control[field] / control.placeDays) - 1, 4);
  return { treated, control, frequency: change('count'), harm: change('harm') };
}

/** Each phase with the day it ended in the districts it named. */
function phases(districts: readonly District[]): object[] {
  return PHASE_STARTS.flatMap((start) => {
    const codes = start.districts === 'all' ? districts.map((district) => district.code) : start.districts;
    const ends = codes.map((code) => {
      const next = PHASE_STARTS.find(
        (other) => other.from > start.from && (other.districts === 'all' || other.districts.includes(code)),
      );
      return next ? isoDate(dayOf(next.from) - 1) : null;
    });
    const groups = new Map<string | null, string[]>();
    codes.forEach((code, i) => {
      const end = ends[i] ?? null;
      groups.set(end, [...(groups.get(end) ?? []), code]);
    });
    return [...groups].map(([to, some]) => ({
      from: start.from,
      to: to ?? '2021-08-31',
      districts: some.length === districts.length ? 'all' : some,
      label: start.label,
      effects: effectsOf(start.label),
    }));
  });
}

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
