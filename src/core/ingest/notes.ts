import type { Note, NoteExample, NoteReason } from './report.ts';

/** Reasons to drop a row, the first that applies counts; `RawColumns.dropped` holds 1 + the index. */
export const droppedReasons = [
  'unreadable row',
  'no coordinates',
  'coordinates 0/0',
  'coordinates unreadable',
  'date unreadable',
  'duplicate id',
] as const satisfies readonly NoteReason[];

/** Reasons to doubt a row; a row may have several, as bits in this order in `RawColumns.doubts`. */
export const doubtReasons = [
  'outside Great Britain',
  'ends before it starts',
  'end date unreadable',
  'clock time does not exist',
  'same id, other content',
  'offence not recognised',
  'age unreadable',
  'yes/no unreadable',
  'text cut',
  'first of several points',
] as const satisfies readonly NoteReason[];

export type DroppedReason = (typeof droppedReasons)[number];
export type DoubtReason = (typeof doubtReasons)[number];

export const MAX_EXAMPLES = 10;
export const MAX_CASES = 50_000;
const MAX_FOUND = 200;

export function dropCode(reason: DroppedReason): number {
  return droppedReasons.indexOf(reason) + 1;
}

export function doubtBit(reason: DoubtReason): number {
  return 1 << doubtReasons.indexOf(reason);
}

/** Counts cases by reason and keeps the first ones. */
export interface NoteCollector {
  add(reason: NoteReason, kind: Note['kind'], example: () => NoteExample): void;
  /** In the order of `NoteReason`'s lists: dropped, doubted, info. */
  notes(): readonly Note[];
}

export function noteCollector(): NoteCollector {
  const byReason = new Map<NoteReason, { kind: Note['kind']; count: number; cases: NoteExample[] }>();
  return {
    add(reason, kind, example) {
      let entry = byReason.get(reason);
      if (!entry) {
        entry = { kind, count: 0, cases: [] };
        byReason.set(reason, entry);
      }
      entry.count++;
      if (entry.cases.length >= MAX_CASES) return;
      const { file, line, found } = example();
      entry.cases.push({ file, line, found: found.slice(0, MAX_FOUND) });
    },
    notes() {
      const order: readonly string[] = [...droppedReasons, ...doubtReasons];
      const rank = (reason: string) => (order.includes(reason) ? order.indexOf(reason) : order.length);
      return [...byReason]
        .sort(([a], [b]) => rank(a) - rank(b))
        .map(([reason, { kind, count, cases }]) => ({
          reason,
          kind,
          count,
          examples: cases.slice(0, MAX_EXAMPLES),
          cases,
        }));
    },
  };
}

/**
 * Texts of cells that could not be read, by reason and row, until it is known which rows stay. Bounded: beyond the bound
 * a case is still counted and listed with its line, without its text.
 */
export interface FoundTexts {
  keep(reason: NoteReason, row: number, text: string): void;
  of(reason: NoteReason, row: number): string;
}

export function foundTexts(): FoundTexts {
  const limit = 4 * MAX_CASES;
  const byReason = new Map<NoteReason, Map<number, string>>();
  return {
    keep(reason, row, text) {
      let texts = byReason.get(reason);
      if (!texts) {
        texts = new Map();
        byReason.set(reason, texts);
      }
      if (texts.size >= limit) return;
      // a copy of its own: a piece would keep its whole chunk of the file in memory
      const known = texts.get(row);
      const found = ` ${known === undefined ? text : `${known}, ${text}`}`.slice(1, MAX_FOUND + 1);
      texts.set(row, found);
    },
    of: (reason, row) => byReason.get(reason)?.get(row) ?? '',
  };
}
