/**
 * What changed at a key date, cell by cell, and does the change stand out from chance?
 *
 * In words: count (and weigh) the offences of each cell in a window before and one after the key date. The ratio of the
 * two daily rates comes with its exact interval and p-value (stats/poisson-rates.ts); q is the false discovery rate over
 * the cells that have an offence in either window (stats/fdr.ts). The totals of the area are also given apart for
 * night-time-economy hours and all others.
 *
 * Choices: the windows as in methods/change-windows.ts; harm is summed but not tested, since one grave offence decides it.
 * A cell with nothing in both windows says nothing and is not among the tests.
 *
 * The trap: before and after is not cause and effect. Weather, Easter, football and recording change offences too, and
 * the worst cells of one window fall back in the next by chance alone (regression to the mean).
 */
import { sumByCell } from '../hex/sum.ts';
import { definitions } from '../offences/presets.ts';
import { periodMask } from '../offences/select.ts';
import { NO_HOUR, type OffenceTable } from '../offences/table.ts';
import type { ChangeCells, ChangeTotal } from '../results.ts';
import { benjaminiHochberg } from '../stats/fdr.ts';
import { type RateRatio, rateRatio } from '../stats/poisson-rates.ts';
import type { ChangeWindow, ChangeWindows } from './change-windows.ts';

export interface ChangeInput {
  readonly table: OffenceTable;
  /** Cell of each row, negative for none; 1 where the row is in the definition; harm of each row. */
  readonly cellOfRow: Int32Array;
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
  /** Number of cells. */
  readonly n: number;
}

/** Of weather, feast days and the like: said beside every change. */
export const NOT_CAUSAL =
  'Before and after is not cause and effect: weather, Easter, football and recording change offences too, and the worst cells of one window fall back by chance alone.';

/** Rows of the definition in the windows. */
export function windowMasks(input: ChangeInput, { before, after }: ChangeWindows) {
  return { before: periodMask(input.table, before, input.mask), after: periodMask(input.table, after, input.mask) };
}

/** The change of every cell. */
export function changeByCell(input: ChangeInput, windows: ChangeWindows): ChangeCells {
  const { cellOfRow, harmOfRow, n } = input;
  const masks = windowMasks(input, windows);
  const before = sumByCell(cellOfRow, masks.before, null, n);
  const after = sumByCell(cellOfRow, masks.after, null, n);
  const [ratio, lo, hi, p] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const ratioOf = rememberedRatio(windows);
  for (let i = 0; i < n; i++) {
    const found = ratioOf(before[i] as number, after[i] as number);
    ratio[i] = found.ratio;
    lo[i] = found.lo;
    hi[i] = found.hi;
    p[i] = found.p;
  }
  return {
    before,
    after,
    harmBefore: sumByCell(cellOfRow, masks.before, harmOfRow, n),
    harmAfter: sumByCell(cellOfRow, masks.after, harmOfRow, n),
    ratio,
    lo,
    hi,
    p,
    q: benjaminiHochberg(p),
  };
}

interface TotalsInput extends Pick<ChangeInput, 'table' | 'harmOfRow'> {
  /** Of the two windows. */
  readonly masks: ReturnType<typeof windowMasks>;
  /** Whether any offence has a time. */
  readonly timed: boolean;
}

interface ChangeTotals {
  readonly total: ChangeTotal;
  readonly night: ChangeTotal | null;
  readonly otherHours: ChangeTotal | null;
}

export function hasTimes({ hourOfWeek }: Pick<OffenceTable, 'hourOfWeek'>): boolean {
  return hourOfWeek.some((hour) => hour !== NO_HOUR);
}

/**
 * The change of some rows together, those of an area or of all cells; in night-time-economy hours and outside them null
 * where no offence has a time.
 */
export function changeTotals(
  { table, harmOfRow, masks, timed }: TotalsInput,
  { before, after }: Pick<ChangeWindows, 'before' | 'after'>,
  rows: ArrayLike<number>,
): ChangeTotals {
  const total = (takes: (hour: number) => boolean): ChangeTotal => {
    const sums = { before: 0, after: 0, harmBefore: 0, harmAfter: 0 };
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      if (!takes(table.hourOfWeek[row] as number)) continue;
      const harm = harmOfRow[row] as number;
      // a row may be in both windows when a year earlier overlaps a long one
      if (masks.before[row] === 1) {
        sums.before += 1;
        sums.harmBefore += harm;
      }
      if (masks.after[row] === 1) {
        sums.after += 1;
        sums.harmAfter += harm;
      }
    }
    return { ...sums, ...rateRatio(sums.after, after.days, sums.before, before.days) };
  };
  return {
    total: total(() => true),
    night: timed ? total((hour) => isNight[hour] === 1) : null,
    otherHours: timed ? total((hour) => hour !== NO_HOUR && isNight[hour] !== 1) : null,
  };
}

/** 1 for hours of the night-time economy; one byte holds every hour of the week and the mark of none. */
const isNight = new Uint8Array(256);
for (const hour of definitions.nte.rule.hoursOfWeek ?? []) isNight[hour] = 1;

/** Cells share few pairs of counts, and an exact interval costs microseconds. */
export function rememberedRatio(windows: { readonly before: ChangeWindow; readonly after: ChangeWindow }) {
  const known = new Map<number, RateRatio>();
  return (before: number, after: number): RateRatio => {
    const key = before * 0x4000000 + after;
    const found = known.get(key) ?? rateRatio(after, windows.after.days, before, windows.before.days);
    known.set(key, found);
    return found;
  };
}
