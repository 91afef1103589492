/** What a file is loaded as, by its first bytes: offences, study areas, risk factors or populations. */
import { fieldOfHeader, foldHeader } from './aliases.ts';
import { isJson, isParquet, isText, isZip } from './magic.ts';
import { populationColumns } from './population-file.ts';
import { sniffEncoding, textStream } from './text-decoding.ts';
import { textTable } from './text-rows.ts';

/**
 * 'unclear': places with neither a date nor an offence, which may be either. Logs of patrols and the timetables of plans are
 * told before by evaluation/visit-log.ts.
 */
type FileKind = 'areas' | 'offences' | 'factors' | 'populations' | 'unclear' | 'log' | 'timetable';

export interface FileGuess {
  readonly kind: FileKind;
  /** What files of the same columns have in common; '' where there are none to tell it by. */
  readonly columns: string;
}

/** Of a CSV, to see what its columns hold. */
const MOST_ROWS = 20;

/**
 * JSON with polygons is study areas and with lines risk factors; points and tables with coordinates are offences when
 * they have a date or an offence, and unclear without; a table without coordinates but with an area and a number of
 * residents is populations. Everything else is offences, whose reader says what is wrong. `head` is the start of the file,
 * 64 KB or so.
 */
export function fileKind(head: Uint8Array): FileGuess {
  if (isJson(head)) return jsonKind(textStream(sniffEncoding(head)).push(head));
  if (isZip(head) || isParquet(head) || !isText(head)) return { kind: 'offences', columns: '' };
  return tableKind(textStream(sniffEncoding(head)).push(head));
}

/** The first geometry decides, by its type or, where a long outline comes before the type, by how deep its coordinates are nested. */
function jsonKind(text: string): FileGuess {
  const guess = (kind: FileKind): FileGuess => ({ kind, columns: '' });
  const type = /"type"\s*:\s*"(?:Multi)?(Point|Polygon|LineString)"/.exec(text);
  const coordinates = /"coordinates"\s*:\s*(\[\s*\[\s*\[|\[\s*-?\d)/.exec(text);
  if (coordinates && (!type || coordinates.index < type.index)) {
    return /\d$/.test(coordinates[1] ?? '') ? pointsKind(text) : guess('areas');
  }
  if (type) return type[1] === 'Point' ? pointsKind(text) : guess(type[1] === 'Polygon' ? 'areas' : 'factors');
  // without a geometry in sight: features are those of areas with long properties, other records are offences
  return guess(/"type"\s*:\s*"(?:Feature|FeatureCollection|GeometryCollection)"/.test(text) ? 'areas' : 'offences');
}

/** By the properties of the first feature that stands in the text as a whole. */
function pointsKind(text: string): FileGuess {
  const properties = firstProperties(text);
  return placesKind(Object.keys(properties), [Object.values(properties).map(String)]);
}

/** The coordinate system before the features has properties too. */
const CRS = /"crs"\s*:\s*\{[^{}]*(\{[^{}]*\})?[^{}]*\}/;

function firstProperties(text: string): object {
  // objects within properties are no columns; a text that holds braces is too rare to matter for a guess
  const found = /"properties"\s*:\s*(\{[^{}]*\})/.exec(text.replace(CRS, ''))?.[1];
  try {
    const properties: unknown = found === undefined ? null : JSON.parse(found);
    return typeof properties === 'object' && properties !== null ? properties : {};
  } catch {
    return {};
  }
}

function tableKind(text: string): FileGuess {
  const lines = text.split(/\r\n|\n|\r/, MOST_ROWS + 2);
  // the last line may be cut off
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  const { headers, rows } = tableOf(whole.join('\n'));
  const fields = new Set(headers.map((header) => fieldOfHeader(header)?.field));
  const placed =
    (fields.has('longitude') && fields.has('latitude')) || (fields.has('easting') && fields.has('northing'));
  if (placed) return placesKind(headers, rows);
  return { kind: populationColumns(headers) ? 'populations' : 'offences', columns: signatureOf(headers) };
}

function tableOf(text: string): { headers: readonly string[]; rows: readonly (readonly string[])[] } {
  if (text.trim() === '') return { headers: [], rows: [] };
  const { headers, rows } = textTable(text, '');
  return { headers, rows: rows.map(({ cells }) => cells) };
}

/** Fields that only a record of offences has. "type", "category", "name" and the like are those of any list of places. */
const OF_OFFENCES: readonly string[] = [
  'from',
  'to',
  'offence_code',
  'domestic',
  'knife',
  'victim_age',
  'victim_ref',
  'suspect_ref',
];

/** "2019-01-31", "31/01/2019", "2019-01": a column of dates whatever it is called. */
const DATE = /^(\d{4}[-/]\d{1,2}([-/]\d{1,2}.*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(\s.*)?)$/;

function placesKind(headers: readonly string[], rows: readonly (readonly string[])[]): FileGuess {
  const offences =
    headers.some((header) => {
      const field = fieldOfHeader(header)?.field;
      if (field === 'offence' || field === 'offence_id') return /offen[cs]e|crime/.test(foldHeader(header));
      return field !== undefined && OF_OFFENCES.includes(field);
    }) || rows.some((cells) => cells.some((cell) => DATE.test(cell)));
  return { kind: offences ? 'offences' : 'unclear', columns: signatureOf(headers) };
}

function signatureOf(headers: readonly string[]): string {
  return headers.map(foldHeader).sort().join('|');
}
