/** Key dates from a CSV: which columns are which, and a sentence for every row that cannot be used as written. */
import { InputError } from '../errors.ts';
import { readCells } from '../harm/read-cells.ts';
import { inOrder, type KeyDate, keyDateKinds } from '../offences/key-dates.ts';
import { dayFromCivil, dayFromIso, daysInMonth, isoDay } from '../offences/time.ts';

const headings = {
  id: ['id'],
  from: ['from', 'date', 'day', 'start'],
  to: ['to', 'until', 'end'],
  kind: ['kind', 'type'],
  area: ['area', 'areas', 'district', 'districts'],
  label: ['label', 'event', 'name', 'title', 'key date'],
  source: ['source'],
  remark: ['remark', 'remarks', 'note', 'notes'],
} as const;

type Column = keyof typeof headings;

/** More is no list of key dates, and none that a timeline can show. */
export const MOST_KEY_DATES = 1000;
const MOST_TEXT = 500;

export interface KeyDateFile {
  /** In the order in which they come. */
  readonly list: readonly KeyDate[];
  readonly notes: readonly string[];
}

/** @throws InputError without a column of dates and one of labels, without a usable row, and for too many rows */
export function readKeyDates(text: string, fileName: string): KeyDateFile {
  const [header, ...records] = readCells(text);
  if (header === undefined) {
    throw new InputError(`${fileName} is empty – give a CSV with the columns “from” and “label”.`);
  }
  const columns = columnsOf(header.cells, fileName);
  if (records.length > MOST_KEY_DATES) {
    throw new InputError(
      `${fileName} has ${records.length} rows, more than the ${MOST_KEY_DATES} key dates that can be shown – cut it to those that matter.`,
    );
  }
  const notes: string[] = [];
  const list: KeyDate[] = [];
  for (const { line, cells } of records) {
    const cell = (column: Column): string => (cells[columns[column]] ?? '').trim().slice(0, MOST_TEXT);
    const keyDate = readRow(cell, (note) => notes.push(`Line ${line}: ${note}`));
    if (keyDate) list.push(withOwnId(keyDate, list));
  }
  if (list.length === 0) {
    throw new InputError(`${fileName} has no key date: no row has a date and a label – add one below the header.`);
  }
  return { list: inOrder(list), notes };
}

function columnsOf(header: readonly string[], fileName: string): Readonly<Record<Column, number>> {
  const folded = header.map((cell) => cell.trim().toLowerCase().replaceAll('_', ' '));
  const columns = Object.fromEntries(
    Object.entries(headings).map(([column, names]) => [
      column,
      folded.findIndex((cell) => (names as readonly string[]).includes(cell)),
    ]),
  ) as Record<Column, number>;
  const missing = (['from', 'label'] as const).filter((column) => columns[column] < 0);
  if (missing.length > 0) {
    const found = header.map((cell) => `“${cell.slice(0, 40)}”`).join(', ');
    const wanted = missing.map((column) => `“${column}”`).join(' and ');
    throw new InputError(`${fileName} has the columns ${found} but no ${wanted} – name one so.`);
  }
  return columns;
}

/** Null, with a note, for a row that is no key date. */
function readRow(cell: (column: Column) => string, note: (sentence: string) => void): KeyDate | null {
  const fromDay = dayOf(cell('from'));
  if (fromDay === null) {
    note(`“${cell('from').slice(0, 40)}” is no date – left out. Write 2021-04-12 or 12/04/2021.`);
    return null;
  }
  if (cell('label') === '') {
    note('no label – left out.');
    return null;
  }
  let toDay = cell('to') === '' ? null : dayOf(cell('to'));
  if (cell('to') !== '' && (toDay === null || toDay < fromDay)) {
    note(`“${cell('to').slice(0, 40)}” is no day from ${isoDay(fromDay)} on – kept without an end.`);
    toDay = null;
  }
  const named = cell('kind').toLowerCase();
  const kind = keyDateKinds.find((known) => known === named);
  if (kind === undefined && named !== '') {
    note(`“${named.slice(0, 40)}” is none of ${keyDateKinds.join(', ')} – kept as an event.`);
  }
  return {
    id: cell('id'),
    fromDay,
    toDay,
    kind: kind ?? 'event',
    areas: areasIn(cell('area')),
    label: cell('label'),
    source: cell('source'),
    remark: cell('remark'),
  };
}

/** District codes as typed; null for all of them. */
export function areasIn(text: string): readonly string[] | null {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== '');
  return codes.length === 0 || codes.some((code) => /^(all|\*)$/i.test(code)) ? null : [...new Set(codes)];
}

/** An id that no key date of the list has: its own, or one after its day. */
export function withOwnId(keyDate: KeyDate, list: readonly Pick<KeyDate, 'id'>[]): KeyDate {
  const taken = new Set(list.map(({ id }) => id));
  if (keyDate.id !== '' && !taken.has(keyDate.id)) return keyDate;
  const stem = keyDate.id || isoDay(keyDate.fromDay);
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  return { ...keyDate, id };
}

const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function dayOf(text: string): number | null {
  const british = BRITISH.exec(text);
  if (!british) return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayFromIso(text) : null;
  const [date, month, year] = [Number(british[1]), Number(british[2]), Number(british[3])];
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return exists ? dayFromCivil(year, month, date) : null;
}

export interface BankHoliday {
  readonly day: number;
  readonly name: string;
}

/** Rows of `date,name`; what is no date is left out. */
export function readBankHolidays(text: string): readonly BankHoliday[] {
  return readCells(text).flatMap(({ cells }) => {
    const day = dayOf((cells[0] ?? '').trim());
    return day === null ? [] : [{ day, name: (cells[1] ?? '').trim() }];
  });
}
