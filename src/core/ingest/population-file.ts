/** Residents by area from CSV or TSV: which column is the code, the name and the number, and what could not be read. */
import { InputError } from '../errors.ts';
import type { Population } from '../geo/populations.ts';
import { foldHeader } from './aliases.ts';
import { headersInWords, textOf, textTable } from './text-rows.ts';

/** Best first. ONS calls them lad21cd, lsoa11cd and AREACD. */
const CODES = [/^areacd$/, /^[a-z]+\d{2}cd$/, /cd$/, /^(area |ons |gss |geography )?code$/, /code$/];
const NAMES = [
  /^areanm$/,
  /^[a-z]+\d{2}nm$/,
  /nm$/,
  /name$/,
  /^(area|district|borough|town|ward|geography|place|local authority)$/,
];
const NUMBERS = [
  /^(usual |total |all )?(population|residents|pop)( total| count| all)?$/,
  /^(all ages|all persons|all people|persons|people|inhabitants)$/,
  /population|residents/,
  /^pop /,
];

export interface PopulationColumns {
  /** −1 without one. */
  readonly code: number;
  readonly name: number;
  readonly number: number;
}

/** The columns by their headers; null when there is no number or nothing that says whose it is. */
export function populationColumns(headers: readonly string[]): PopulationColumns | null {
  const folded = headers.map(foldHeader);
  const number = firstOf(folded, NUMBERS);
  const code = firstOf(folded, CODES);
  const name = firstOf(folded, NAMES);
  return number < 0 || (code < 0 && name < 0) ? null : { code, name, number };
}

/** @throws InputError naming the columns when none can be told, and when no line has a code and a number */
export function readPopulations(
  bytes: Uint8Array,
  fileName: string,
): { readonly populations: readonly Population[]; readonly notes: readonly string[] } {
  const { headers, rows } = textTable(textOf(bytes, fileName, 'CSV with an area code and a population'), fileName);
  const columns = populationColumns(headers);
  if (!columns) {
    throw new InputError(
      `${fileName} has no pair of area and population among ${headersInWords(headers)} – name the columns “code” and “population”.`,
    );
  }
  const populations: Population[] = [];
  const seen = new Set<string>();
  const left = { nameless: 0, unreadable: [] as string[], repeated: 0 };
  for (const { cells } of rows) {
    const code = (cells[columns.code] ?? '').slice(0, 200);
    const name = (cells[columns.name] ?? '').slice(0, 200);
    const written = cells[columns.number] ?? '';
    const residents = residentsIn(written);
    const key = (code || name).toLowerCase();
    if (key === '') left.nameless += 1;
    else if (residents === null) left.unreadable.push(`${code || name} (“${written.slice(0, 40)}”)`);
    else if (seen.has(key)) left.repeated += 1;
    else {
      seen.add(key);
      populations.push({ code, name, residents });
    }
  }
  if (populations.length === 0) {
    throw new InputError(
      `${fileName} holds no population: no row has an area and a number of residents in “${headers[columns.number]}” – check its columns.`,
    );
  }
  const notes = [
    ...(left.nameless > 0 ? [`${rowsInWords(left.nameless)} without an area, left out.`] : []),
    ...(left.unreadable.length > 0
      ? [
          `${rowsInWords(left.unreadable.length)} without a readable number, left out: ${left.unreadable.slice(0, 3).join(', ')}.`,
        ]
      : []),
    ...(left.repeated > 0
      ? [`${rowsInWords(left.repeated)} for an area that has one already, left out: its first row counts.`]
      : []),
  ];
  return { populations, notes };
}

function firstOf(folded: readonly string[], patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    const at = folded.findIndex((header) => pattern.test(header));
    if (at >= 0) return at;
  }
  return -1;
}

/** "183,000" and "183 000" are numbers of residents; null for what is none, 0 or more. */
function residentsIn(written: string): number | null {
  const text = written.replace(/(?<=\d)[, \u00a0\u202f](?=\d{3}(\D|$))/g, '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function rowsInWords(n: number): string {
  return `${n} ${n === 1 ? 'row' : 'rows'}`;
}
