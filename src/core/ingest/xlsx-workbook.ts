/** What an Excel workbook says outside its sheets: their names and places, the shared texts, which styles are dates. */
import { InputError } from '../errors.ts';
import { type Shown, unescapeControls, type WorkbookTexts } from './xlsx-sheet.ts';
import { attribute, xmlReader } from './xml.ts';

export interface SheetEntry {
  readonly name: string;
  /** Path of its XML inside the archive. */
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly texts: WorkbookTexts;
}

/** Feeds the text of a part of the archive to `push`, chunk by chunk; does nothing when there is no such part. */
export type EachPart = (path: string, push: (text: string) => void) => Promise<void>;

const MAX_SHARED_CHARACTERS = 400_000_000;

export async function readWorkbookParts(name: string, eachPart: EachPart): Promise<Workbook> {
  const targets = new Map<string, string>();
  await eachPart(
    'xl/_rels/workbook.xml.rels',
    tags(name, (tag, attributes) => {
      const id = attribute(attributes, 'Id');
      const target = attribute(attributes, 'Target');
      if (tag !== 'Relationship' || id === null || target === null) return;
      if (/\/worksheet$/.test(attribute(attributes, 'Type') ?? '')) targets.set(id, pathOf(target));
    }),
  );
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await eachPart(
    'xl/workbook.xml',
    tags(name, (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      const path = tag === 'sheet' ? targets.get(attribute(attributes, 'id') ?? '') : undefined;
      // control characters have no business in a name that is shown
      const title = (attribute(attributes, 'name') ?? '').replace(/\p{Cc}/gu, '');
      if (path !== undefined) sheets.push({ name: title, path });
    }),
  );
  const styles = await readStyles(name, eachPart);
  return { sheets, texts: { shared: await readShared(name, eachPart), styles, from1904 } };
}

function tags(name: string, open: (tag: string, attributes: string) => void): (text: string) => void {
  return xmlReader({ open, close: () => undefined, text: () => undefined }, name).push;
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

async function readShared(name: string, eachPart: EachPart): Promise<readonly string[]> {
  const shared: string[] = [];
  let entry = '';
  let reading = false;
  let phonetic = false;
  let characters = 0;
  const reader = xmlReader(
    {
      open(tag) {
        if (tag === 'si') entry = '';
        else if (tag === 'rPh') phonetic = true;
        else if (tag === 't') reading = !phonetic;
      },
      close(tag) {
        if (tag === 't') reading = false;
        else if (tag === 'rPh') phonetic = false;
        else if (tag === 'si') shared.push(unescapeControls(entry));
      },
      text(text) {
        if (!reading) return;
        entry += text;
        characters += text.length;
        if (characters > MAX_SHARED_CHARACTERS) {
          throw new InputError(`“${name}” holds more than 400 million characters of text – save the sheet as CSV.`);
        }
      },
    },
    name,
  );
  await eachPart('xl/sharedStrings.xml', reader.push);
  return shared;
}

async function readStyles(name: string, eachPart: EachPart): Promise<readonly Shown[]> {
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  const reader = xmlReader(
    {
      open(tag, attributes) {
        const id = Number(attribute(attributes, 'numFmtId'));
        if (tag === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
        else if (tag === 'cellXfs') inCells = true;
        else if (tag === 'xf' && inCells) styles.push(shownBy(id, codes.get(id)));
      },
      close(tag) {
        if (tag === 'cellXfs') inCells = false;
      },
      text: () => undefined,
    },
    name,
  );
  await eachPart('xl/styles.xml', reader.push);
  return styles;
}

/** Built-in formats by number (18.8.30), others by the letters of their code outside quotes, colours and conditions. */
function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day';
    return (id >= 18 && id <= 22) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'clock time' : 'number';
  }
  const bare = code.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare)) return 'number';
  return /[hs]/i.test(bare) ? 'clock time' : /[dmy]/i.test(bare) ? 'day' : 'number';
}
