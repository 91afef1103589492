/** Displacement tests of typed rows: each by itself, and their harm together. What is missing is said row by row. */
import { InputError } from '../errors.ts';
import type { WddRow, WddView, WddZone } from './trial-view.ts';
import { type PrePost, type WddCounts, type WddExposure, type WddResult, wdd, wddCautions, wddHarm } from './wdd.ts';

/** What came of a row: a result, or why there is none yet. */
export type WddOutcome =
  | { readonly name: string; readonly result: WddResult; readonly counts: WddCounts }
  | { readonly name: string; readonly result: null; readonly missing: string };

export interface WddRowsResult {
  /** In the order of the rows. */
  readonly rows: readonly WddOutcome[];
  /** Days of harm of all rows together; null unless asked for and every row has a weight. */
  readonly harm: WddResult | null;
  /** Sentences on all of them. */
  readonly cautions: readonly string[];
}

const zoneNames: Readonly<Record<WddZone, string>> = {
  treatment: 'treated area',
  control: 'comparison area',
  treatmentDisplacement: 'displacement area of the treated one',
  controlDisplacement: 'displacement area of the comparison',
};

export function wddRows(view: WddView): WddRowsResult {
  const rows = view.rows.map((row, k) => outcomeOf(row, row.name.trim() || `Row ${k + 1}`, view));
  const known = rows.flatMap((row) => (row.result ? [row.counts] : []));
  return { rows, harm: view.harm ? harmOf(view) : null, cautions: cautionsOf(known) };
}

function outcomeOf(row: WddRow, name: string, view: WddView): WddOutcome {
  try {
    const counts = countsOf(row, view);
    return { name, result: wdd(counts, exposureOf(row, view)), counts };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { name, result: null, missing: error.message };
  }
}

function harmOf(view: WddView): WddResult | null {
  const kinds = view.rows.map((row) => ({ row, harmDays: row.harmDays }));
  if (kinds.length === 0 || kinds.some(({ harmDays }) => harmDays === null)) return null;
  try {
    return wddHarm(
      kinds.map(({ row, harmDays }) => ({
        counts: countsOf(row, view),
        harmDays: harmDays ?? 0,
        exposure: exposureOf(row, view),
      })),
    ).total;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** @throws InputError for a number that is missing or no count */
function countsOf({ zones }: WddRow, { displacement }: WddView): WddCounts {
  const pair = (zone: WddZone): PrePost => {
    const { before, after } = zones[zone];
    if (before === null || after === null) {
      throw new InputError(`A number of the ${zoneNames[zone]} is missing – give offences before and after.`);
    }
    if (!isCount(before) || !isCount(after)) {
      throw new InputError(
        `The ${zoneNames[zone]} has ${before} and ${after} – give whole numbers of offences, 0 or more.`,
      );
    }
    return [before, after];
  };
  const counts = { control: pair('control'), treatment: pair('treatment') };
  if (!displacement) return counts;
  return {
    ...counts,
    ...{ controlDisplacement: pair('controlDisplacement'), treatmentDisplacement: pair('treatmentDisplacement') },
  };
}

/** @throws InputError for a size that is missing or not above 0 */
function exposureOf({ zones }: WddRow, { displacement, sizes, periods }: WddView): WddExposure {
  if (!sizes) return periods ? { periods } : {};
  const used: readonly WddZone[] = displacement
    ? ['control', 'treatment', 'controlDisplacement', 'treatmentDisplacement']
    : ['control', 'treatment'];
  const areas = Object.fromEntries(
    used.map((zone) => {
      const { size } = zones[zone];
      if (size === null || !(size > 0)) {
        throw new InputError(`The size of the ${zoneNames[zone]} is missing – give one above 0.`);
      }
      return [zone, size];
    }),
  );
  return { ...(periods ? { periods } : {}), areas };
}

function cautionsOf(known: readonly WddCounts[]): readonly string[] {
  const said = known.map(wddCautions);
  const general = said[0]?.at(-1);
  const small = said.filter((sentences) => sentences.length > 1);
  const [first] = small;
  if (!first || general === undefined) return general === undefined ? [] : [general];
  const few =
    known.length === 1
      ? (first[0] ?? '')
      : `${small.length} of ${known.length} rows ${small.length === 1 ? 'has' : 'have'} counts under 5: there the interval, which takes them as normal, is rough.`;
  return [few, general];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
