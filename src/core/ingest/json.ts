/**
 * JSON of points, record by record: GeoJSON with any property names, the same one feature a line, the answers of
 * data.police.uk's API, and lists of plain objects. The file is read twice: any record may bring a new column, and all
 * columns must be known before the first row.
 */
import { InputError } from '../errors.ts';
import { namedSystem } from '../geo/crs.ts';
import type { CellWriter } from './cell-writers.ts';
import { cellText, eachCell, isObject, type Json, type Shape, shapeOf } from './json-cells.ts';
import { jsonRecords, type RecordHandlers } from './json-records.ts';
import type { Load, OpenFile } from './load.ts';
import { doubtBit } from './notes.ts';
import { categoryTitle, isPoliceApi } from './police-uk-api.ts';
import type { Source } from './source.ts';
import { sniffEncoding, textStream } from './text-decoding.ts';

const SNIFF_BYTES = 4096;
/** One more than a file may have: enough to refuse it by. */
const MAX_HEADERS = 2001;
const SEVERAL_POINTS = doubtBit('first of several points');

export async function read(source: Source, load: Load): Promise<void> {
  const found = survey();
  await eachRecord(source, (bytes) => load.advance(Math.floor(bytes / 2)), found.handlers);
  const { headers, format, atPoints } = found.settle(source.name);
  const file = load.openFile(source.name, format, atPoints ? [...PLACE, ...headers] : headers);
  const encoding = await eachRecord(source, (bytes) => load.advance(Math.ceil(bytes / 2)), {
    frame: () => undefined,
    record: rowWriter(file, load, atPoints, format === POLICE_UK),
  });
  if (encoding !== 'utf-8') file.encodingGuessed(encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase());
  file.close();
}

const POLICE_UK = 'police.uk JSON';
/** The geometry comes first, so that it wins over properties of the same names. */
const PLACE = ['longitude', 'latitude'];

async function eachRecord(source: Source, advance: (bytes: number) => void, handlers: RecordHandlers) {
  const head = new Uint8Array(await source.slice(0, Math.min(SNIFF_BYTES, source.size)).arrayBuffer());
  const decoder = textStream(sniffEncoding(head));
  const records = jsonRecords(handlers);
  const reader = source.stream().getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      advance(step.value.length);
      records.push(decoder.push(step.value));
    }
    records.push(decoder.end());
    records.end();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
  return decoder.encoding();
}

/** The first pass: which columns there are, what kind of records, and the coordinate system that is named. */
function survey() {
  const headers = new Set<string>();
  const count: Record<Shape['kind'], number> = { point: 0, points: 0, area: 0, line: 0, 'no geometry': 0, plain: 0 };
  let unreadable = 0;
  let frame: unknown = null;
  const handlers: RecordHandlers = {
    record(text) {
      const record = parse(text);
      if (!record) {
        unreadable++;
        return;
      }
      const { kind, properties } = shapeOf(record);
      count[kind]++;
      eachCell(properties, (name) => {
        if (headers.size < MAX_HEADERS) headers.add(name);
      });
    },
    frame(text) {
      frame = parse(text) ?? frame;
    },
  };
  return {
    handlers,
    /** Throws `InputError` for a file that holds something else than points. */
    settle(name: string) {
      const atPoints = count.point + count.points > 0 || count['no geometry'] > 0;
      if (!atPoints && count.area > 0) {
        throw new InputError(
          `“${name}” holds areas, not offences – use it as the study area, and load offences from a file of points.`,
        );
      }
      if (!atPoints && count.line > 0) {
        throw new InputError(`“${name}” holds lines, not offences – load offences from a file of points.`);
      }
      if (!atPoints && count.plain === 0) {
        const what = unreadable > 0 ? 'is not valid JSON' : 'is JSON without any records';
        throw new InputError(`“${name}” ${what} – save the offences as GeoJSON points or as CSV.`);
      }
      namedSystem(frame, `“${name}”`);
      const names = [...headers];
      const format = atPoints ? 'GeoJSON' : isPoliceApi(names) ? POLICE_UK : 'JSON';
      return { headers: names, format, atPoints };
    },
  };
}

/** RFC 8142 puts this control character before each record; within JSON it can only stand escaped. */
const RECORD_SEPARATOR = '\u001e';

function parse(text: string | null): Json | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(withLongNumbers(text.replaceAll(RECORD_SEPARATOR, '')));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whole numbers of more digits than a number holds become text: ids of 18 digits would otherwise fall together. */
function withLongNumbers(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
  );
}

/** The second pass: a row for every record. */
function rowWriter(file: OpenFile, load: Load, atPoints: boolean, policeUk: boolean): RecordHandlers['record'] {
  const writers = new Map<string, { write: CellWriter; named: boolean }>();
  const place: CellWriter[] = [];
  file.columns.forEach(({ name, field, index }, i) => {
    const write = file.write[i];
    if (!write) return;
    if (atPoints && index < PLACE.length) place[index] = write;
    else writers.set(name, { write, named: policeUk && field === 'offence' });
  });
  return (text, line) => {
    const row = file.addRows(1);
    file.setLine(row, line);
    const record = parse(text);
    if (!record) {
      file.setFault(row, 'broken', text === null ? 'longer than 4 million characters' : text.trim());
      return;
    }
    const { properties, position, points } = shapeOf(record);
    place.forEach((write, axis) => {
      write(row, cellText(position?.[axis]));
    });
    if (points > 1) {
      load.raw.doubts[row] = (load.raw.doubts[row] ?? 0) | SEVERAL_POINTS;
      load.found.keep('first of several points', row, `points: ${points}`);
    }
    eachCell(properties, (name, value) => {
      const column = writers.get(name);
      const cell = column ? cellText(value) : '';
      if (cell !== '') column?.write(row, column.named ? categoryTitle(cell) : cell);
    });
  };
}
