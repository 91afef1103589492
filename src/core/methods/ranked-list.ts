/**
 * The ranked list: which cells come first, and what is known of each.
 *
 * A cell's place is its most frequent location text (ties: the alphabetically first), its leading offences are those
 * with most harm (most offences in count mode), its peak is the three-hour window of the week with most offences.
 * The trap: a peak or a place from a handful of offences is an anecdote, so no peak is named below MIN_FOR_PEAK.
 */
import { gridReference } from '../geo/bng.ts';
import type { CellGrid } from '../hex/grid.ts';
import { offenceLabel } from '../offences/label.ts';
import { NO_HOUR, type OffenceTable } from '../offences/table.ts';
import type { RankedCell } from '../results.ts';
import type { HarmMode } from '../settings.ts';

const MIN_FOR_PEAK = 5;
const HOURS_OF_WEEK = 168;
const WINDOW_HOURS = 3;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export interface RankedListInput {
  readonly table: OffenceTable;
  readonly grid: CellGrid;
  /** Cell of each row, negative when in none; 1 where the row is in the definition and period; harm of each row. */
  readonly cellOfRow: Int32Array;
  readonly mask: Uint8Array;
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

interface Gathered {
  readonly places: Map<number, number>;
  readonly offences: Map<number, { count: number; harm: number }>;
  readonly hours: Uint32Array;
  timed: number;
}

/** The first `limit` cells by rank that have a value above 0. */
export function rankedList(input: RankedListInput, limit: number): RankedCell[] {
  const { table, grid, value } = input;
  const chosen = Array.from(input.order.subarray(0, limit)).filter((cell) => (value[cell] ?? 0) > 0);
  const gathered = gather(input, chosen);
  const total = value.reduce((sum, v) => sum + v, 0);
  const at = (column: ArrayLike<number>, cell: number): number => column[cell] ?? Number.NaN;
  let valueSoFar = 0;
  let areaSoFar = 0;
  return chosen.map((index, i) => {
    const facts = gathered[i];
    valueSoFar += at(value, index);
    areaSoFar += at(grid.areaM2, index);
    const lon = at(grid.lon, index);
    const lat = at(grid.lat, index);
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
      place: facts ? mostFrequent(facts.places, table.location.values) : '',
      gridRef: gridReference(lon, lat, 8),
      leading: facts ? leadingOffences(facts, table, input.mode) : [],
      peak: facts ? peakWindow(facts.hours, facts.timed) : '',
    };
  });
}

/** One pass over the rows: places, offences and hours of each chosen cell. */
function gather(input: RankedListInput, chosen: readonly number[]): Gathered[] {
  const { table, cellOfRow, mask, harmOfRow } = input;
  const slotOfCell = new Int32Array(input.grid.cells.length).fill(-1);
  chosen.forEach((cell, slot) => {
    slotOfCell[cell] = slot;
  });
  const gathered = chosen.map(
    (): Gathered => ({ places: new Map(), offences: new Map(), hours: new Uint32Array(HOURS_OF_WEEK), timed: 0 }),
  );
  for (let row = 0; row < table.rows; row++) {
    const cell = cellOfRow[row] ?? -1;
    if (mask[row] !== 1 || cell < 0) continue;
    const facts = gathered[slotOfCell[cell] ?? -1];
    if (!facts) continue;
    const place = table.location.codes[row] ?? 0;
    facts.places.set(place, (facts.places.get(place) ?? 0) + 1);
    const name = table.offence[row] ?? 0;
    const offence = facts.offences.get(name) ?? { count: 0, harm: 0 };
    offence.count += 1;
    offence.harm += harmOfRow[row] ?? 0;
    facts.offences.set(name, offence);
    const hour = table.hourOfWeek[row] ?? NO_HOUR;
    if (hour === NO_HOUR) continue;
    facts.hours[hour] = (facts.hours[hour] ?? 0) + 1;
    facts.timed += 1;
  }
  return gathered;
}

/** The most frequent text other than "nothing recorded"; ties go to the alphabetically first. */
export function mostFrequent(counts: ReadonlyMap<number, number>, values: readonly string[]): string {
  let best = '';
  let bestCount = 0;
  for (const [code, count] of counts) {
    const text = values[code] ?? '';
    if (text === '' || count < bestCount) continue;
    if (count > bestCount || text < best) best = text;
    bestCount = count;
  }
  return best;
}

function leadingOffences(facts: Gathered, table: OffenceTable, mode: HarmMode): RankedCell['leading'] {
  const byTitle = new Map<string, { title: string; count: number; harm: number }>();
  for (const [name, { count, harm }] of facts.offences) {
    const title = offenceLabel(table.offences[name]);
    const known = byTitle.get(title) ?? { title, count: 0, harm: 0 };
    known.count += count;
    known.harm += harm;
    byTitle.set(title, known);
  }
  return [...byTitle.values()]
    .sort((a, b) => (mode === 'count' ? 0 : b.harm - a.harm) || b.count - a.count || (a.title < b.title ? -1 : 1))
    .slice(0, 3)
    .map(({ title, count }) => ({ title, count }));
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
