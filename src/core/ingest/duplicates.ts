/**
 * Rows with the id of an earlier row, over all files of a load. The same content, that is every field equal as it was
 * parsed, is a duplicate and dropped; other content is an update between batches, kept and doubted. Ids are compared byte
 * by byte. Rows without an id are never duplicates.
 */
import { doubtBit, dropCode } from './notes.ts';
import type { RawColumns } from './raw-columns.ts';

const DUPLICATE = dropCode('duplicate id');
const OTHER_CONTENT = doubtBit('same id, other content');

export function settleDuplicates(raw: RawColumns): void {
  // first row of every id
  const firstOf = rowSet(
    raw.rows,
    (row) => hashOfId(raw, row),
    (a, b) => sameId(raw, a, b),
  );
  // the other rows of ids that come more than once, by id and content: so that many updates of one id stay quick
  let updates: RowSet | null = null;
  for (let row = 0; row < raw.rows; row++) {
    if (raw.dropped[row] !== 0 || raw.idLength[row] === 0) continue;
    const first = firstOf.findOrAdd(row);
    if (first === row) continue;
    if (sameContent(raw, first, row)) {
      raw.dropped[row] = DUPLICATE;
      continue;
    }
    updates ??= rowSet(
      1024,
      (r) => hashOfContent(raw, r),
      (a, b) => sameId(raw, a, b) && sameContent(raw, a, b),
    );
    if (updates.findOrAdd(row) === row) raw.doubts[row] = (raw.doubts[row] ?? 0) | OTHER_CONTENT;
    else raw.dropped[row] = DUPLICATE;
  }
}

interface RowSet {
  /** The row of the set that equals `row`; `row` itself, now in the set, when there was none. */
  findOrAdd(row: number): number;
}

/** Open addressing with linear probing; at most half full. */
function rowSet(expected: number, hash: (row: number) => number, equal: (a: number, b: number) => boolean): RowSet {
  let size = 1024;
  while (size < expected * 2) size *= 2;
  let slots = new Int32Array(size).fill(-1);
  let used = 0;
  const place = (row: number, check: boolean): number => {
    const mask = slots.length - 1;
    let slot = hash(row) & mask;
    for (;;) {
      const there = slots[slot] ?? -1;
      if (there < 0) break;
      if (check && equal(there, row)) return there;
      slot = (slot + 1) & mask;
    }
    slots[slot] = row;
    return row;
  };
  return {
    findOrAdd(row) {
      if (used * 2 >= slots.length) {
        const old = slots;
        slots = new Int32Array(old.length * 2).fill(-1);
        for (const there of old) if (there >= 0) place(there, false);
      }
      const found = place(row, true);
      if (found === row) used++;
      return found;
    },
  };
}

/** FNV-1a over the bytes, then mixed so that the low bits depend on all of them. */
function hashOfId(raw: RawColumns, row: number): number {
  const start = raw.idStart[row] ?? 0;
  const end = start + (raw.idLength[row] ?? 0);
  const bytes = raw.idBytes;
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193);
  return mixed(h);
}

function hashOfContent(raw: RawColumns, row: number): number {
  let h = hashOfId(raw, row);
  for (const column of contentColumns(raw)) {
    const value = column[row] ?? 0;
    h = Math.imul(h ^ Math.trunc((value % 1) * 1e9) ^ Math.trunc(value % 0x7fffffff), 0x01000193);
  }
  return mixed(h);
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function sameId(raw: RawColumns, a: number, b: number): boolean {
  const length = raw.idLength[a] ?? 0;
  if (length !== raw.idLength[b]) return false;
  const startA = raw.idStart[a] ?? 0;
  const startB = raw.idStart[b] ?? 0;
  for (let i = 0; i < length; i++) if (raw.idBytes[startA + i] !== raw.idBytes[startB + i]) return false;
  return true;
}

function sameContent(raw: RawColumns, a: number, b: number): boolean {
  return contentColumns(raw).every((column) => column[a] === column[b]);
}

/** Every settled field but the id: which file and which line does not matter. */
function contentColumns(raw: RawColumns) {
  return [
    raw.x,
    raw.y,
    raw.from,
    raw.to,
    raw.fromKind,
    raw.code,
    raw.domestic,
    raw.publicPlace,
    raw.knife,
    raw.weapon,
    raw.alcohol,
    raw.age,
    raw.relationship,
    raw.victimRef,
    raw.suspectRef,
    raw.location,
    raw.status,
  ];
}
