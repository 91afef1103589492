import type { OutTable } from './table.ts';

/** A spreadsheet runs a cell that starts with one of these (also full-width); an apostrophe before it makes it text. */
const FORMULA_START = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/** A spreadsheet takes this for the number it is. */
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?(?:e-?\d+)?$/i;
const NEEDS_QUOTES = /[",\r\n]/;

/** Text as one CSV cell, guarded against formula injection; a negative number written as text stays as it is. */
export function textCell(text: string): string {
  const guarded = FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A number at full double precision (the shortest text that reads back as the same double); empty for not-a-number. */
function numberCell(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** RFC 4180 with LF line ends and a header. */
export function toCsv(table: OutTable): string {
  const lines = [table.columns.map((c) => textCell(c.name)).join(',')];
  for (let row = 0; row < table.rows; row++) {
    const cells = table.columns.map(({ values }) => {
      const value = values[row];
      return typeof value === 'string' ? textCell(value) : numberCell(value ?? Number.NaN);
    });
    lines.push(cells.join(','));
  }
  return `${lines.join('\n')}\n`;
}
