/**
 * Which offences do several batches hold together?
 *
 * A biweekly extract repeats offences of the one before and brings some of them up to date. In words: the batches are
 * gone through in the order in which they came; each of their rows matches at most one row that stands so far, first one
 * of the same content, then one of the same key. With the same content it is unchanged and the earlier row stands; with
 * other content it is an update and takes the earlier row's place; without a match it is new. So of every batch
 *
 *   kept = new + updated + unchanged        and of all together        rows = Σ new.
 *
 * The key is the offence id, byte by byte; for rows without one the offence, its start and its place to five decimals of
 * a degree (about a metre), or none. Rows that have neither id nor start are always new. Content is every field, equal
 * as it was parsed. Record linkage by agreement on a key: Fellegi & Sunter 1969, doi 10.1080/01621459.1969.10501049,
 * in its deterministic form.
 *
 * Choices: one to one, because published rows share place and month: three and later four of a kind are four, whichever
 * batch comes first. What a load dropped as its own duplicates stays its own affair.
 * The trap: a later extract that lacks a column brings every row "up to date" by emptying it.
 */
import { hashOfBytes, hashWith, mixed, rowSet } from '../ingest/row-set.ts';
import { MISSING, type OffenceTable } from '../offences/table.ts';
import type { Batch, BatchKey } from './batch.ts';
import { concatTables, takeRows } from './concat.ts';

/** What a row of a batch is to the batches before it. */
export const Fate = { new: 0, updated: 1, unchanged: 2 } as const;

export interface BatchCounts {
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Repeated within the batch, and dropped when it was read. */
  readonly duplicate: number;
}

/** Every row of every batch that is on, and what became of it. */
export interface Matched {
  readonly all: OffenceTable;
  /** Index of each row's batch in the list given. */
  readonly batch: Uint16Array;
  /** Fate. */
  readonly fate: Uint8Array;
  /** The earlier row that an update took the place of, or that an unchanged row repeats; −1 for new ones. */
  readonly earlier: Int32Array;
  /** 1 for the rows that count. */
  readonly stands: Uint8Array;
}

export interface Combined {
  readonly table: OffenceTable;
  /** Index in the list given of the batch that each row of the table came from. */
  readonly batch: Uint16Array;
  /** Of each batch of the list; null for one that is off. */
  readonly counts: readonly (BatchCounts | null)[];
  /** Null while fewer than two are on: there was nothing to match. */
  readonly matched: Matched | null;
}

type Given = Pick<Batch, 'table' | 'report' | 'on'>;

/** `batches` in order of receipt. One that is on alone is its own table. @throws InputError when they are too many */
export function combineBatches(batches: readonly Given[], key: BatchKey): Combined {
  const on = batches.flatMap((batch, index) => (batch.on ? [{ ...batch, index }] : []));
  const [only] = on;
  if (on.length === 1 && only !== undefined) {
    const { table, index } = only;
    const counts = batches.map((batch) => (batch.on ? counted(table.rows, 0, 0, batch) : null));
    return { table, batch: new Uint16Array(table.rows).fill(index), counts, matched: null };
  }
  const all = concatTables(
    on.map(({ table }) => table),
    on.map(({ report }) => report.files.length),
  );
  const batch = new Uint16Array(all.rows);
  let start = 0;
  for (const { table, index } of on) {
    batch.fill(index, start, start + table.rows);
    start += table.rows;
  }
  const matched = { all, batch, ...matchRows(all, batch, key) };
  const sums = batches.map(() => [0, 0, 0] as [number, number, number]);
  for (let row = 0; row < all.rows; row++) {
    const sum = sums[batch[row] as number];
    if (sum) sum[matched.fate[row] as 0 | 1 | 2] += 1;
  }
  const counts = batches.map((each, i) => {
    const [fresh, updated, unchanged] = sums[i] ?? [0, 0, 0];
    return each.on ? counted(fresh, updated, unchanged, each) : null;
  });
  return {
    table: takeRows(all, matched.stands),
    batch: batch.filter((_, row) => matched.stands[row] === 1),
    counts,
    matched: on.length > 1 ? matched : null,
  };
}

function counted(fresh: number, updated: number, unchanged: number, { report }: Given): BatchCounts {
  const duplicate = report.notes.find(({ reason }) => reason === 'duplicate id')?.count ?? 0;
  return { new: fresh, updated, unchanged, duplicate };
}

function matchRows(all: OffenceTable, batch: Uint16Array, key: BatchKey): Pick<Matched, 'fate' | 'earlier' | 'stands'> {
  const { rows } = all;
  const { keyOf, contentOf } = groupsOf(all, key);
  const fate = new Uint8Array(rows);
  const earlier = new Int32Array(rows).fill(-1);
  const stands = new Uint8Array(rows);
  // rows that stand, listed by content and by key; a group is named by its first row
  const firstOfContent = new Int32Array(rows).fill(-1);
  const firstOfKey = new Int32Array(rows).fill(-1);
  const nextOfContent = new Int32Array(rows);
  const nextOfKey = new Int32Array(rows);
  const matchedBy = new Int32Array(rows).fill(-1);

  for (let start = 0; start < rows; ) {
    const b = batch[start] as number;
    let end = start;
    while (end < rows && batch[end] === b) end++;

    // 1. list what stands, so that the earliest comes first
    firstOfContent.fill(-1);
    firstOfKey.fill(-1);
    for (let row = start - 1; row >= 0; row--) {
      if (stands[row] === 0 || (keyOf[row] as number) < 0) continue;
      const content = contentOf[row] as number;
      const k = keyOf[row] as number;
      nextOfContent[row] = firstOfContent[content] as number;
      firstOfContent[content] = row;
      nextOfKey[row] = firstOfKey[k] as number;
      firstOfKey[k] = row;
    }
    // 2. the same content: unchanged
    for (let row = start; row < end; row++) {
      if ((keyOf[row] as number) < 0) continue;
      const content = contentOf[row] as number;
      const found = firstOfContent[content] as number;
      if (found < 0) continue;
      firstOfContent[content] = nextOfContent[found] as number;
      matchedBy[found] = b;
      fate[row] = Fate.unchanged;
      earlier[row] = found;
    }
    // 3. the same key among those left over: updated; the rest is new
    for (let row = start; row < end; row++) {
      if (fate[row] === Fate.unchanged) continue;
      stands[row] = 1;
      const k = keyOf[row] as number;
      if (k < 0) continue;
      let found = firstOfKey[k] as number;
      while (found >= 0 && matchedBy[found] === b) found = nextOfKey[found] as number;
      firstOfKey[k] = found;
      if (found < 0) continue;
      firstOfKey[k] = nextOfKey[found] as number;
      fate[row] = Fate.updated;
      earlier[row] = found;
      stands[found] = 0;
    }
    start = end;
  }
  return { fate, earlier, stands };
}

/** For every row the first row of the same key, −1 without a key; and the first of the same key and content. */
function groupsOf(all: OffenceTable, key: BatchKey): { keyOf: Int32Array; contentOf: Int32Array } {
  const { rows, id, offence, from } = all;
  const idLength = (row: number): number => (id.offsets[row + 1] as number) - (id.offsets[row] as number);
  const lonStep = Int32Array.from(all.lon, (lon) => Math.round(lon * 1e5));
  const latStep = Int32Array.from(all.lat, (lat) => Math.round(lat * 1e5));

  const keyHash = new Int32Array(rows);
  const keyOf = new Int32Array(rows);
  const sameKey = (a: number, b: number): boolean => {
    const length = idLength(a);
    if (keyHash[a] !== keyHash[b] || length !== idLength(b)) return false;
    if (length === 0) {
      return offence[a] === offence[b] && from[a] === from[b] && lonStep[a] === lonStep[b] && latStep[a] === latStep[b];
    }
    const startA = id.offsets[a] as number;
    const startB = id.offsets[b] as number;
    for (let i = 0; i < length; i++) if (id.bytes[startA + i] !== id.bytes[startB + i]) return false;
    return true;
  };
  const keys = rowSet(rows, (row) => keyHash[row] as number, sameKey);
  for (let row = 0; row < rows; row++) {
    if (idLength(row) > 0) {
      keyHash[row] = mixed(hashOfBytes(id.bytes, id.offsets[row] as number, id.offsets[row + 1] as number));
    } else if (key === 'offence-start-place' && from[row] !== MISSING) {
      let h = hashWith(hashWith(0x811c9dc5, offence[row] as number), from[row] as number);
      h = hashWith(hashWith(h, lonStep[row] as number), latStep[row] as number);
      keyHash[row] = mixed(h);
    } else {
      keyOf[row] = -1;
      continue;
    }
    keyOf[row] = keys.findOrAdd(row);
  }

  const columns = contentColumns(all);
  // the fields that updates usually change; the others are told apart by comparing
  const { to, status, location, flags, victimAge } = all;
  const contentHash = Int32Array.from(keyHash);
  for (let row = 0; row < rows; row++) {
    let h = hashWith(keyHash[row] as number, status.codes[row] as number);
    h = hashWith(hashWith(h, location.codes[row] as number), offence[row] as number);
    h = hashWith(hashWith(h, from[row] as number), to[row] as number);
    h = hashWith(hashWith(h, lonStep[row] as number), latStep[row] as number);
    contentHash[row] = mixed(hashWith(h, (victimAge[row] as number) * 4 + (flags.domestic[row] as number)));
  }
  const sameContent = (a: number, b: number): boolean => {
    if (contentHash[a] !== contentHash[b] || keyOf[a] !== keyOf[b]) return false;
    for (const column of columns) if (column[a] !== column[b]) return false;
    return true;
  };
  const contents = rowSet(rows, (row) => contentHash[row] as number, sameContent);
  const contentOf = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) if ((keyOf[row] as number) >= 0) contentOf[row] = contents.findOrAdd(row);
  return { keyOf, contentOf };
}

/** Every field but the id: which file and which batch does not matter. Day and hour follow from the start. */
function contentColumns(
  all: OffenceTable,
): readonly (Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array)[] {
  const { flags } = all;
  return [
    all.lon,
    all.lat,
    all.from,
    all.to,
    all.precision,
    all.offence,
    flags.domestic,
    flags.publicPlace,
    flags.knife,
    flags.weapon,
    flags.alcohol,
    all.victimAge,
    all.relationship.codes,
    all.victimRef.codes,
    all.suspectRef.codes,
    all.location.codes,
    all.status.codes,
  ];
}
