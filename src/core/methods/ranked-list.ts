/**
 * The ranked list: which cells come first, and what is known of each.
 *
 * A cell's place is its most frequent location text, its leading offences are those with most harm (most offences in
 * count mode), its peak is the three-hour window of the week with most offences. The trap: a peak or a place from a
 * handful of offences is an anecdote, so no peak is named below MIN_FOR_PEAK.
 */
import { gridReference } from '../geo/bng.ts';
import type { CellGrid } from '../hex/grid.ts';
import type { RankedCell } from '../results.ts';
import type { HarmMode } from '../settings.ts';
import { type CellFacts, type FactsTable, factsReader, HOURS_OF_WEEK } from './cell-facts.ts';

const MIN_FOR_PEAK = 5;
const WINDOW_HOURS = 3;
const LEADING = 3;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export interface RankedListInput {
  readonly table: FactsTable;
  readonly grid: CellGrid;
  /** The rows of a cell that are in the definition and period. */
  readonly rowsIn: (cell: number) => readonly number[];
  /** Of each row. */
  readonly harmOfRow: Float64Array;
  readonly mode: HarmMode;
  /** Per cell. */
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly value: Float64Array;
  readonly z: Float64Array;
  readonly q: Float64Array;
  readonly bin: Int8Array;
  /** Cells by rank. */
  readonly order: Uint32Array;
}

/** The first `limit` cells by rank that have a value above 0. */
export function rankedList(input: RankedListInput, limit: number): RankedCell[] {
  const { table, grid, rowsIn, harmOfRow, value } = input;
  const chosen = Array.from(input.order.subarray(0, limit)).filter((cell) => (value[cell] ?? 0) > 0);
  const factsOf = factsReader(table, harmOfRow);
  let total = 0;
  for (let i = 0; i < value.length; i++) total += value[i] as number;
  const at = (column: ArrayLike<number>, cell: number): number => column[cell] ?? Number.NaN;
  let valueSoFar = 0;
  let areaSoFar = 0;
  return chosen.map((index, i) => {
    const facts = factsOf(rowsIn(index));
    const lon = at(grid.lon, index);
    const lat = at(grid.lat, index);
    valueSoFar += at(value, index);
    areaSoFar += at(grid.areaM2, index);
    return {
      index,
      cell: grid.cells[index] ?? '',
      rank: i + 1,
      lon,
      lat,
      count: at(input.count, index),
      harm: at(input.harm, index),
      value: at(value, index),
      share: at(value, index) / total,
      cumulativeShare: valueSoFar / total,
      cumulativeAreaM2: areaSoFar,
      z: at(input.z, index),
      q: at(input.q, index),
      bin: at(input.bin, index),
      place: facts.place,
      gridRef: gridReference(lon, lat, 8),
      leading: leadingOffences(facts, input.mode),
      peak: peakWindow(facts.hours, facts.timed),
    };
  });
}

function leadingOffences({ offences }: CellFacts, mode: HarmMode): RankedCell['leading'] {
  const ordered = mode === 'count' ? offences.toSorted((a, b) => b.count - a.count) : offences;
  return ordered.slice(0, LEADING).map(({ title, count }) => ({ title, count }));
}

/** "Fri 22–01": the three hours in a row with most offences, the earliest of equals; '' from too few. */
export function peakWindow(hours: Uint32Array, timed: number): string {
  if (timed < MIN_FOR_PEAK) return '';
  let best = 0;
  let bestSum = -1;
  for (let start = 0; start < HOURS_OF_WEEK; start++) {
    let sum = 0;
    for (let h = 0; h < WINDOW_HOURS; h++) sum += hours[(start + h) % HOURS_OF_WEEK] ?? 0;
    if (sum > bestSum) {
      best = start;
      bestSum = sum;
    }
  }
  const clock = (hour: number): string => String(hour % 24).padStart(2, '0');
  return `${DAYS[Math.floor(best / 24)]} ${clock(best)}–${clock(best + WINDOW_HOURS)}`;
}
