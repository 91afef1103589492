/**
 * Rows with the id of an earlier row, over all files of a load. The same content, that is every field equal as it was
 * parsed, is a duplicate and dropped; other content is an update between batches, kept and doubted. Ids are compared byte
 * by byte. Rows without an id are never duplicates.
 */
import { doubtBit, dropCode } from './notes.ts';
import type { RawColumns } from './raw-columns.ts';
import { hashOfBytes, hashWith, mixed, type RowSet, rowSet } from './row-set.ts';

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

function hashOfId(raw: RawColumns, row: number): number {
  const start = raw.idStart[row] ?? 0;
  return mixed(hashOfBytes(raw.idBytes, start, start + (raw.idLength[row] ?? 0)));
}

function hashOfContent(raw: RawColumns, row: number): number {
  let h = hashOfId(raw, row);
  for (const column of contentColumns(raw)) {
    const value = column[row] ?? 0;
    h = hashWith(h, Math.trunc((value % 1) * 1e9) ^ Math.trunc(value % 0x7fffffff));
  }
  return mixed(h);
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
