/**
 * Excel workbooks: one sheet, streamed row by row out of the archive. Dates are numbers that a style shows as dates; they
 * become the clock time that Excel shows. Formulas are what they last gave, their text is text.
 *
 * Ours and not a library's: the known readers hold the whole workbook as strings, all its cells as objects, and a matrix
 * as large as the farthest cell says, so that one stray cell at the end of a sheet takes gigabytes.
 */
import { InputError } from '../errors.ts';
import type { Load } from './load.ts';
import type { Source } from './source.ts';
import { type SheetRow, sheetReader } from './xlsx-sheet.ts';
import { readWorkbookParts, type SheetEntry, type Workbook } from './xlsx-workbook.ts';
import type { Member } from './zip-directory.ts';
import { memberBytes, type Unpacked, ZipFault } from './zip-member.ts';

interface Archive {
  readonly source: Source;
  readonly members: readonly Member[];
  readonly load: Load;
  readonly total: Unpacked;
}

/** Rows in which a header is looked for: titles and blank lines may come first. */
const HEADER_ROWS = 50;

interface Header {
  /** Number of its row. */
  readonly row: number;
  /** By column; '' for a column without a name. */
  readonly names: readonly string[];
  /** Whether a pair of coordinate columns is among them. */
  readonly hasPlace: boolean;
}

export async function readWorkbook(archive: Archive): Promise<void> {
  const { source, load } = archive;
  const workbook = await readWorkbookParts(source.name, (path, push) => eachText(archive, path, push));
  const chosen = await chooseSheet(archive, workbook);
  const file = load.openFile(source.name, `Excel, sheet ${chosen.sheet.name}`, chosen.header.names);
  const writers = new Map(file.columns.map(({ index }, i) => [index, file.write[i] ?? (() => undefined)]));
  await eachRow(archive, workbook, chosen.sheet, ({ number, cells }) => {
    if (number <= chosen.header.row) return true;
    const row = file.addRows(1);
    file.setLine(row, number);
    for (const { column, text } of cells) writers.get(column)?.(row, text);
    return true;
  });
  file.close();
}

/** The sheet that was asked for, or the first whose header has a pair of coordinate columns. */
async function chooseSheet(archive: Archive, workbook: Workbook): Promise<{ sheet: SheetEntry; header: Header }> {
  const { source, load } = archive;
  const { sheets } = workbook;
  load.sheetsFound?.(sheets.map(({ name }) => name));
  const list = sheets.map(({ name }) => `“${name}”`).join(', ');
  if (sheets.length === 0)
    throw new InputError(`“${source.name}” is an Excel workbook without sheets – save it again.`);
  const wanted = load.sheet()?.trim().toLowerCase();
  const candidates = wanted === undefined ? sheets : sheets.filter(({ name }) => name.trim().toLowerCase() === wanted);
  if (candidates.length === 0) {
    throw new InputError(`“${source.name}” has no sheet “${load.sheet()}” – its sheets are ${list}.`);
  }
  for (const sheet of candidates) {
    const header = await headerOf(archive, workbook, sheet);
    if (header && (header.hasPlace || wanted !== undefined)) return { sheet, header };
  }
  throw new InputError(
    wanted === undefined
      ? `“${source.name}” has no sheet with a pair of coordinate columns: its sheets are ${list} – name the columns by ` +
          'hand (--map COLUMN=longitude --map COLUMN=latitude), and the sheet (--sheet NAME) if there are several.'
      : `The sheet “${load.sheet()}” of “${source.name}” has no header – its sheets are ${list}.`,
  );
}

/** The first row with a pair of coordinate columns, else the first with two texts; null when there is neither. */
async function headerOf(archive: Archive, workbook: Workbook, sheet: SheetEntry): Promise<Header | null> {
  let found: Header | null = null;
  let rows = 0;
  await eachRow(archive, workbook, sheet, (row) => {
    rows++;
    if (row.cells.filter(({ isText }) => isText).length >= 2) {
      const names = namesOf(row);
      const hasPlace = archive.load.hasPlace(names);
      if (hasPlace || found === null) found = { row: row.number, names, hasPlace };
      if (hasPlace) return false;
    }
    return rows < HEADER_ROWS;
  });
  return found;
}

function namesOf({ cells }: SheetRow): readonly string[] {
  const names: string[] = [];
  for (const { column, text } of cells) names[column] = text;
  return Array.from(names, (name) => name ?? '');
}

/** Rows of a sheet until `row` says false. */
async function eachRow(
  archive: Archive,
  { texts }: Workbook,
  sheet: SheetEntry,
  row: (row: SheetRow) => boolean,
): Promise<void> {
  let on = true;
  const reader = sheetReader(archive.source.name, texts, (next) => {
    if (on) on = row(next);
  });
  await eachText(archive, sheet.path, reader.push, () => on);
}

async function eachText(
  { source, members, load, total }: Archive,
  path: string,
  push: (text: string) => void,
  on = () => true,
): Promise<void> {
  const member = members.find(({ name }) => name.toLowerCase() === path.toLowerCase());
  if (!member) return;
  if (member.encrypted || (member.method !== 0 && member.method !== 8)) {
    throw new ZipFault(`“${source.name}” is protected or packed in an unknown way – save it again as .xlsx.`);
  }
  const next = memberBytes(source, member, `${source.name}/${member.name}`, load, total);
  const decoder = new TextDecoder();
  for (let bytes = await next(); bytes !== null && on(); bytes = await next())
    push(decoder.decode(bytes, { stream: true }));
}
