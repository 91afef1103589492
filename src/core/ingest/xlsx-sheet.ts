/** The rows of an Excel sheet (ECMA-376 part 1, 18.3), cell by cell as its XML comes in. */
import { isoDay } from '../offences/time.ts';
import { attribute, xmlReader } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface WorkbookTexts {
  readonly shared: readonly string[];
  /** What a style shows a number as. */
  readonly styles: readonly Shown[];
  /** Days are counted from 1904, as old workbooks from the Mac do. */
  readonly from1904: boolean;
}

export type Shown = 'number' | 'day' | 'clock time';

export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

interface SheetCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  /** Typed in as text, as headers are. */
  readonly isText: boolean;
}

const MAX_COLUMN = 16_384;
/** Days from Excel's day 0 to 1970-01-01, and to its day 0 in workbooks that count from 1904. */
const EPOCH = 25_569;
const DAYS_TO_1904 = 1462;
const MAX_SERIAL = 2_958_466;

/** Calls `row` for every row that has a cell with something in it. */
export function sheetReader(name: string, texts: WorkbookTexts, row: (row: SheetRow) => void) {
  let number = 0;
  let cells: SheetCell[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let reading = false;
  let phonetic = false;
  let inCell = false;

  const endCell = () => {
    const text = textOf(type, style, value, texts).trim();
    if (text !== '') cells.push({ column, text, isText: type === 's' || type === 'str' || type === 'inlineStr' });
    inCell = false;
  };
  return xmlReader(
    {
      open(tag, attributes) {
        if (tag === 'row') {
          number = positive(attribute(attributes, 'r')) ?? number + 1;
          cells = [];
          column = -1;
        } else if (tag === 'c') {
          column = columnOf(attribute(attributes, 'r')) ?? column + 1;
          type = attribute(attributes, 't') ?? 'n';
          style = Number(attribute(attributes, 's') ?? 0);
          value = '';
          inCell = column < MAX_COLUMN;
        } else if (tag === 'rPh') phonetic = true;
        else if (tag === 'v' || tag === 't') reading = inCell && !phonetic;
      },
      close(tag) {
        if (tag === 'v' || tag === 't') reading = false;
        else if (tag === 'rPh') phonetic = false;
        else if (tag === 'c' && inCell) endCell();
        else if (tag === 'row' && cells.length > 0) {
          row({ number, cells });
          cells = [];
        }
      },
      text(text) {
        if (reading) value += text;
      },
    },
    name,
  );
}

function textOf(type: string, style: number, value: string, { shared, styles, from1904 }: WorkbookTexts): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'str' || type === 'inlineStr') return unescapeControls(value);
  if (type === 'b') return value.trim() === '1' ? 'yes' : 'no';
  // #N/A and the like: the cell has no value
  if (type === 'e') return '';
  // a sheet knows no time zones, whatever letter ends the text
  if (type === 'd') return value.replace(/(\.\d+)?Z?$/, '');
  const amount = Number(value);
  if (value.trim() === '' || !Number.isFinite(amount)) return value;
  const shown = styles[style] ?? 'number';
  if (shown === 'number' || amount < 0 || amount >= MAX_SERIAL) return String(amount);
  const days = amount + (from1904 ? DAYS_TO_1904 : 0);
  return shown === 'day' && Number.isInteger(days) ? isoDay(days - EPOCH) : clockText(days);
}

/** Days since Excel's day 0 as a clock time to the nearest minute, as serials in a CSV are read too. */
function clockText(days: number): string {
  const minute = Math.round((days - EPOCH) * 1440);
  const day = Math.floor(minute / 1440);
  const ofDay = minute - day * 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${isoDay(day)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** Excel writes control characters as _x000D_, and an underscore that could be taken for one as _x005F_. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** "AB12" → 27. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function positive(text: string | null): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : null;
}
