/** Two sides as a table: a measure a row, with exact 95 % intervals where it is a rate. */
import type { AreaRates, Rate } from '../methods/area-rates.ts';
import type { SidesResult } from '../methods/sides.ts';
import { isSmall } from './suppress.ts';
import type { OutTable } from './table.ts';

export interface SidesNames {
  readonly one: string;
  readonly other: string;
}

type Row = readonly [measure: string, of: (rates: AreaRates) => number | Rate | null];

const ROWS: readonly Row[] = [
  ['offences', ({ count }) => count],
  ['harm_days', ({ harm }) => harm],
  ['days_covered', ({ days }) => days],
  ['area_km2', ({ areaM2 }) => areaM2 / 1_000_000],
  ['residents', ({ residents }) => residents],
  ['offences_per_km2', ({ perKm2 }) => perKm2],
  ['harm_per_km2', ({ harmPerKm2 }) => harmPerKm2],
  ['offences_per_1000_residents', ({ per1000 }) => per1000],
  ['harm_per_1000_residents', ({ harmPer1000 }) => harmPer1000],
  ['offences_per_day', ({ perDay }) => perDay],
  ['harm_per_day', ({ harmPerDay }) => harmPerDay],
];

/** One row a measure and side; the ratios of the other to the first come last. */
export function sidesTable({ one, other, perKm2, per1000 }: SidesResult, names: SidesNames): OutTable {
  const ofSides = ([names.one, names.other] as const).flatMap((name, k) =>
    ROWS.map(([measure, of]) => ({ side: name, measure, ...limits(of(k === 0 ? one : other)) })),
  );
  const ratio = (measure: string, found: SidesResult['per1000']) => ({
    side: `${names.other} / ${names.one}`,
    measure,
    value: found?.ratio ?? Number.NaN,
    lo: found?.lo ?? Number.NaN,
    hi: found?.hi ?? Number.NaN,
  });
  const rows = [...ofSides, ratio('rate_ratio_per_km2', perKm2), ratio('rate_ratio_per_resident', per1000)];
  return {
    rows: rows.length,
    columns: [
      { name: 'side', values: rows.map(({ side }) => side) },
      { name: 'measure', values: rows.map(({ measure }) => measure) },
      { name: 'value', values: Float64Array.from(rows, ({ value }) => value) },
      { name: 'lo', values: Float64Array.from(rows, ({ lo }) => lo) },
      { name: 'hi', values: Float64Array.from(rows, ({ hi }) => hi) },
    ],
  };
}

/**
 * The same as it may leave the force: a side of 1–4 offences has no figures, and no ratio. `nested` where one side lies within
 * the other: what lies between them is then known too, and the smaller of two that differ by so few is hidden.
 *
 * The trap: another pair of sides given out may lie between these.
 */
export function sidesForOutside(sides: SidesResult, nested: boolean): SidesResult {
  const { one, other } = sides;
  const between = nested && isSmall(Math.abs(one.count - other.count));
  const hides = (side: AreaRates, beside: AreaRates): boolean =>
    isSmall(side.count) || (between && side.count < beside.count);
  const [noOne, noOther] = [hides(one, other), hides(other, one)];
  const none = { ratio: Number.NaN, lo: Number.NaN, hi: Number.NaN, p: Number.NaN };
  return {
    ...sides,
    one: noOne ? withoutFigures(one) : one,
    other: noOther ? withoutFigures(other) : other,
    ...(noOne || noOther ? { perKm2: none, per1000: sides.per1000 && none } : {}),
  };
}

/** Size, people and days stay: they tell nothing of offences. */
function withoutFigures(side: AreaRates): AreaRates {
  const hidden = { rate: Number.NaN, lo: Number.NaN, hi: Number.NaN };
  return {
    ...side,
    count: Number.NaN,
    harm: Number.NaN,
    perKm2: hidden,
    per1000: side.per1000 && hidden,
    perDay: side.perDay && hidden,
    harmPerKm2: Number.NaN,
    harmPer1000: side.harmPer1000 === null ? null : Number.NaN,
    harmPerDay: side.harmPerDay === null ? null : Number.NaN,
  };
}

function limits(found: number | Rate | null): { value: number; lo: number; hi: number } {
  if (found !== null && typeof found === 'object') return { value: found.rate, lo: found.lo, hi: found.hi };
  return { value: found ?? Number.NaN, lo: Number.NaN, hi: Number.NaN };
}
