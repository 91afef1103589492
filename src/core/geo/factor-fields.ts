/** The properties by which a file of risk factors may be split into several: texts that repeat. */
import { labelOf } from './area-fields.ts';
import type { SplitField } from './factor.ts';

/** More are names, not sorts. */
const MOST_VALUES = 30;
const MOST_FIELDS = 40;

/**
 * Those with 2 to 30 distinct texts, fewer than there are features that have one, in the order of the file.
 * @param rows number of features or rows
 * @param textOf the property of a row; anything but text counts as none, and numbers written as text are no sorts
 */
export function splitFields(
  names: Iterable<string>,
  rows: number,
  textOf: (row: number, name: string) => unknown,
): SplitField[] {
  const fields: SplitField[] = [];
  for (const name of names) {
    const field = splitField(name, rows, (row) => textOf(row, name));
    if (field) fields.push(field);
    if (fields.length === MOST_FIELDS) break;
  }
  return fields;
}

function splitField(name: string, rows: number, textOf: (row: number) => unknown): SplitField | null {
  const counts = new Map<string, number>();
  const texts: string[] = [];
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const value = textOf(row);
    const text = typeof value === 'string' ? labelOf(value) : '';
    texts.push(text);
    if (text === '') continue;
    filled += 1;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > MOST_VALUES) return null;
  }
  const isNumeric = [...counts.keys()].every((text) => Number.isFinite(Number(text)));
  if (counts.size < 2 || counts.size === filled || isNumeric) return null;
  const values = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([text]) => text);
  const index = new Map(values.map((text, k) => [text, k]));
  return { name, values, of: Int16Array.from(texts, (text) => index.get(text) ?? -1) };
}
