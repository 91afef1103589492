/**
 * The results as they may leave the force. What a cell with too few offences holds is hidden (tables/suppress), and
 * everything that was computed from it is computed afresh without it: Gi*, q, bins, ranks and shares are functions of
 * the counts and harm that are shown, so nothing hidden can be solved from them. A hidden cell counts as 0 there.
 *
 * Of a cell that is shown: no hour of the day; its place only when five or more offences name it; a leading offence only
 * when there are five or more of it, without its number; sexual offences never, since the guidance is to give them for
 * an LSOA (about 1,500 people) or more, and most cells are smaller.
 *
 * The trap: with few offences most cells are hidden, and what is left shows less than there is. A larger cell or a longer
 * period says more. A result in which nothing had to be hidden is left as it is but for these words.
 */
import type { FactsTable } from '../methods/cell-facts.ts';
import { rankCells } from '../methods/rank.ts';
import { kindById } from '../offences/catalogue.ts';
import { offenceLabel } from '../offences/label.ts';
import type { RankedCell } from '../results.ts';
import type { CellColumns } from './hotspots.ts';
import { FEWEST_SHOWN, hiddenCells } from './suppress.ts';

/** Sums and statistics per cell; `order` holds the cells by rank. */
export interface CellNumbers extends CellColumns {
  readonly order: Uint32Array;
}

type Statistics = Pick<CellNumbers, 'z' | 'p' | 'q' | 'bin'>;

interface Hidden {
  /** 1 for cells whose numbers must not be shown; they are 0 in the sums and come last in `order`. */
  readonly hidden: Uint8Array;
}

/** The numbers without those of cells that must be hidden; `test` is the test that the statistics were made by. */
export function withoutSmallCounts<T extends CellNumbers>(
  found: T,
  ancestors: readonly ArrayLike<number>[],
  test: (value: Float64Array) => Statistics,
): T & Hidden {
  const hidden = hiddenCells(found.count, ancestors);
  if (!hidden.includes(1)) return { ...found, hidden };
  const shown = (values: Float64Array): Float64Array => values.map((v, cell) => (hidden[cell] === 1 ? 0 : v));
  const value = shown(found.value);
  return {
    ...found,
    ...test(value),
    ...shownFirst(rankCells(value).order, hidden),
    count: shown(found.count),
    harm: shown(found.harm),
    value,
    hidden,
  };
}

/** Hidden cells after all that are shown, by id: their place in the order would tell what they hold. */
function shownFirst(order: Uint32Array, hidden: Uint8Array): Pick<CellNumbers, 'order' | 'rank'> {
  const last = [...hidden.keys()].filter((cell) => hidden[cell] === 1);
  const sorted = Uint32Array.from([...order.filter((cell) => hidden[cell] === 0), ...last]);
  const rank = new Uint32Array(sorted.length);
  sorted.forEach((cell, k) => {
    rank[cell] = k + 1;
  });
  return { order: sorted, rank };
}

const SEXUAL: ReadonlySet<string> = new Set(['rape', 'other-sexual']);

interface Offences {
  readonly table: FactsTable;
  readonly rowsIn: (cell: number) => readonly number[];
}

/** The lines of the ranked list in the words that may leave the force; their number of leading offences is NaN. */
export function wordsForOutside(list: readonly RankedCell[], { table, rowsIn }: Offences): RankedCell[] {
  const sexual = new Set(
    table.offences.filter((o) => o.kind !== null && SEXUAL.has(kindById(o.kind)?.group ?? '')).map(offenceLabel),
  );
  const { codes, values } = table.location;
  return list.map((line) => {
    const named = rowsIn(line.index).filter((row) => values[codes[row] ?? 0] === line.place);
    return {
      ...line,
      peak: '',
      place: named.length < FEWEST_SHOWN ? '' : line.place,
      leading: line.leading
        .filter(({ title, count }) => count >= FEWEST_SHOWN && !sexual.has(title))
        .map(({ title }) => ({ title, count: Number.NaN })),
    };
  });
}

/** A total over hidden cells, to the nearest ten. */
export function roundedTotal(total: number): number {
  return Math.round(total / 10) * 10;
}

/** What a reader outside must be told. */
export function disclosureWords(hidden: Uint8Array): string {
  const n = hidden.reduce((sum, isHidden) => sum + isHidden, 0);
  if (n === 0) return 'For outside the force: no count under 5 had to be hidden.';
  return `For outside the force: counts under 5 hidden (${n.toLocaleString('en-GB')} of ${hidden.length.toLocaleString('en-GB')} cells, some of them to protect the others). Gi*, ranks and shares are of the cells shown; totals are to the nearest ten.`;
}
