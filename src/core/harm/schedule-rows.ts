/** The rows of a harm schedule written as a CSV, checked. */
import { InputError } from '../errors.ts';
import { kindById } from '../offences/catalogue.ts';
import { foldTitle, normaliseCode } from '../offences/recognise.ts';
import type { HarmDays } from './days.ts';
import { readCells } from './read-cells.ts';

const headings = {
  kind: ['kind', 'kind id', 'id'],
  code: ['code', 'offence code', 'ho code', 'home office code', 'home office classification', 'classification'],
  title: ['offence', 'title', 'offence title', 'full offence title', 'name', 'category', 'crime type'],
  days: ['days', 'weight', 'harm', 'score', 'cchi score', 'harm score', 'harm days', 'default'],
  low: ['low'],
  high: ['high'],
} as const;

type Column = keyof typeof headings;

export interface ScheduleRow {
  /** Empty where the row does not give it. */
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly days: HarmDays;
}

/**
 * @returns the rows that can be used, and a sentence for each that cannot or not as written
 * @throws InputError when there is no usable column or row
 */
export function readScheduleRows(text: string, name: string): { rows: ScheduleRow[]; notes: string[] } {
  const [header, ...records] = readCells(text);
  if (header === undefined) throw new InputError(`The schedule “${name}” is empty – give a CSV with offence and days.`);
  const columns = findColumns(header.cells, name);
  const notes: string[] = [];
  const rows = records.flatMap(({ line, cells }) => readRow(cells, columns, `${name}, line ${line}`, notes));
  if (rows.length === 0) {
    throw new InputError(`The schedule “${name}” has no row with an offence and its days – add one below the header.`);
  }
  return { rows, notes };
}

function findColumns(header: readonly string[], name: string): Readonly<Record<Column, number>> {
  const folded = header.map(foldTitle);
  const find = (column: Column): number =>
    folded.findIndex((cell) => (headings[column] as readonly string[]).includes(cell));
  const columns = {
    kind: find('kind'),
    code: find('code'),
    title: find('title'),
    days: find('days'),
    low: find('low'),
    high: find('high'),
  };
  const found = header.map((cell) => `“${cell.slice(0, 40)}”`).join(', ');
  if (columns.days < 0) {
    throw new InputError(`The schedule “${name}” has the columns ${found} but none of days – name one “days”.`);
  }
  if (columns.kind < 0 && columns.code < 0 && columns.title < 0) {
    throw new InputError(
      `The schedule “${name}” has the columns ${found} but none that names the offence – name one “code”, “offence” or “kind”.`,
    );
  }
  return columns;
}

function readRow(
  cells: readonly string[],
  columns: Readonly<Record<Column, number>>,
  where: string,
  notes: string[],
): ScheduleRow[] {
  const cell = (column: Column): string => (cells[columns[column]] ?? '').trim();
  const kind = cell('kind');
  const code = cell('code') === '' ? '' : normaliseCode(cell('code'));
  const title = cell('title');
  if (kind === '' && code === '' && title === '') {
    notes.push(`${where}: no offence is named – left out.`);
    return [];
  }
  const days = numberOf(cell('days'));
  if (days === null) {
    notes.push(`${where}: “${cell('days').slice(0, 40)}” is not a number of days, 0 or more – left out.`);
    return [];
  }
  if (kind !== '' && kindById(kind) === undefined) {
    notes.push(`${where}: “${kind.slice(0, 40)}” is not a kind of the catalogue – only its code and title are used.`);
  }
  const low = cell('low') === '' ? days : numberOf(cell('low'));
  const high = cell('high') === '' ? days : numberOf(cell('high'));
  if (low === null || high === null || low > days || high < days) {
    notes.push(`${where}: low and high must be numbers around ${days} – the days are used for both.`);
    return [{ kind, code, title, days: { low: days, default: days, high: days } }];
  }
  return [{ kind, code, title, days: { low, default: days, high } }];
}

function numberOf(text: string): number | null {
  if (!/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d*\.?\d+$/.test(text)) return null;
  return Number(text.replaceAll(',', ''));
}
