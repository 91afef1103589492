/**
 * What the offences of one cell have in common: place, offences, hours. Shared by the ranked list and the inspector, so
 * that a cell has the same place and figures in both.
 */
import { offenceLabel } from '../offences/label.ts';
import { NO_HOUR, type OffenceTable } from '../offences/table.ts';
import { createTally } from './tally.ts';

export const HOURS_OF_WEEK = 168;

interface OffenceCount {
  readonly title: string;
  readonly count: number;
  readonly harm: number;
}

export interface CellFacts {
  /** Most frequent location text; of equally frequent ones the alphabetically first; '' when none is recorded. */
  readonly place: string;
  /** By title, most harm first, then most offences, then by name. */
  readonly offences: readonly OffenceCount[];
  /** Counts by hour of the week, Monday 00 first, and how many offences have a time. */
  readonly hours: Uint32Array;
  readonly timed: number;
  readonly harm: number;
}

/** What they are read from. */
export interface FactsTable extends Pick<OffenceTable, 'offence' | 'offences' | 'hourOfWeek'> {
  readonly location: Pick<OffenceTable['location'], 'codes' | 'values'>;
}

/** A function that gathers the facts of the rows it is given. */
export function factsReader(table: FactsTable, harmOfRow: Float64Array): (rows: readonly number[]) => CellFacts {
  const places = createTally(table.location.values.length);
  const names = createTally(table.offences.length);
  return (rows) => {
    const hours = new Uint32Array(HOURS_OF_WEEK);
    let timed = 0;
    let harm = 0;
    for (const row of rows) {
      const own = harmOfRow[row] ?? 0;
      harm += own;
      places.add(table.location.codes[row] ?? 0, 0);
      names.add(table.offence[row] ?? 0, own);
      const hour = table.hourOfWeek[row] ?? NO_HOUR;
      if (hour === NO_HOUR) continue;
      hours[hour] = (hours[hour] ?? 0) + 1;
      timed += 1;
    }
    return {
      place: mostFrequent(places.take(), table.location.values),
      offences: byTitle(names.take(), table),
      hours,
      timed,
      harm,
    };
  };
}

/** Code 0 and empty text are "nothing recorded" and never win. */
export function mostFrequent(
  counts: readonly { readonly code: number; readonly count: number }[],
  values: readonly string[],
): string {
  let best = '';
  let bestCount = 0;
  for (const { code, count } of counts) {
    const text = values[code] ?? '';
    if (text === '' || count < bestCount || (count === bestCount && text > best)) continue;
    best = text;
    bestCount = count;
  }
  return best;
}

/** Names that read the same on screen (code and title, title alone) are one offence. */
function byTitle(
  counts: readonly { code: number; count: number; sum: number }[],
  table: Pick<OffenceTable, 'offences'>,
): OffenceCount[] {
  const titles = new Map<string, { title: string; count: number; harm: number }>();
  for (const { code, count, sum } of counts) {
    const title = offenceLabel(table.offences[code]);
    const entry = titles.get(title) ?? { title, count: 0, harm: 0 };
    entry.count += count;
    entry.harm += sum;
    titles.set(title, entry);
  }
  return [...titles.values()].sort((a, b) => b.harm - a.harm || b.count - a.count || (a.title < b.title ? -1 : 1));
}
