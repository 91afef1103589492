/** The places of one complete file: which coordinate system, which rows have none, which lie elsewhere. */
import { bngToWgs84, GRID_HEIGHT_M, GRID_WIDTH_M } from '../geo/bng.ts';
import { inOutlineOfGreatBritain } from './great-britain.ts';
import type { ColumnMapping } from './mapping.ts';
import { doubtBit, dropCode, type FoundTexts } from './notes.ts';
import { PlaceState, type RawColumns } from './raw-columns.ts';
import type { Crs } from './report.ts';

export interface SettledPlaces {
  readonly crs: Crs;
  /** How the coordinate system was told, for the note. */
  readonly found: string;
  /** True unless most of the file's places lie outside Great Britain. */
  readonly inGreatBritain: boolean;
}

const BOTH = PlaceState.hasX | PlaceState.hasY;
const OUTSIDE = doubtBit('outside Great Britain');

/** Turns x and y of the rows from `start` to `end` (excluded) into WGS84 degrees and drops the rows that have no place. */
export function settlePlaces(
  raw: RawColumns,
  start: number,
  end: number,
  mapping: ColumnMapping,
  found: FoundTexts,
  chosen: 'auto' | Crs,
): SettledPlaces {
  const told = tellCrs(raw, start, end, mapping, chosen);
  for (let row = start; row < end; row++) {
    const reason = placeFault(raw, row, told.crs);
    if (reason === null) continue;
    raw.dropped[row] = dropCode(reason);
    if (reason === 'coordinates unreadable' && found.of(reason, row) === '') {
      found.keep(reason, row, `${raw.x[row]}, ${raw.y[row]}`);
    }
  }
  if (told.swapped) swapAxes(raw, start, end);
  if (told.crs === 'EPSG:27700') toDegrees(raw, start, end);
  return { crs: told.crs, found: told.found, inGreatBritain: doubtStrays(raw, start, end) };
}

/** Why a row cannot be placed, the first that applies. */
function placeFault(raw: RawColumns, row: number, crs: Crs) {
  const state = raw.place[row] ?? 0;
  if ((state & PlaceState.broken) !== 0) return 'unreadable row';
  // a row of the wrong length whose coordinates are nevertheless there is kept
  const ragged = (state & PlaceState.ragged) !== 0;
  if ((state & BOTH) !== BOTH) return ragged ? 'unreadable row' : 'no coordinates';
  if ((state & PlaceState.unreadable) !== 0) return ragged ? 'unreadable row' : 'coordinates unreadable';
  const x = raw.x[row] ?? 0;
  const y = raw.y[row] ?? 0;
  if (x === 0 && y === 0) return 'coordinates 0/0';
  if (crs === 'EPSG:27700' ? inMetres(x, y) : inDegrees(x, y)) return null;
  return ragged ? 'unreadable row' : 'coordinates unreadable';
}

function inDegrees(x: number, y: number): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function inMetres(x: number, y: number): boolean {
  return x >= 0 && x <= GRID_WIDTH_M && y >= 0 && y <= GRID_HEIGHT_M;
}

/** As chosen; else by the values of most rows, and by the header where no row decides. */
function tellCrs(raw: RawColumns, start: number, end: number, mapping: ColumnMapping, chosen: 'auto' | Crs) {
  let degrees = 0;
  let metres = 0;
  let swapped = 0;
  let example = -1;
  for (let row = start; row < end; row++) {
    const state = raw.place[row] ?? 0;
    if ((state & BOTH) !== BOTH || (state & PlaceState.unreadable) !== 0) continue;
    const x = raw.x[row] ?? 0;
    const y = raw.y[row] ?? 0;
    if (x === 0 && y === 0) continue;
    if (inDegrees(x, y)) {
      degrees++;
      if (inOutlineOfGreatBritain(y, x)) swapped++;
    } else if (inMetres(x, y)) metres++;
    else continue;
    if (example < 0) example = row;
  }
  const byName = mapping.x.field === 'easting';
  const guess: Crs = metres > degrees || (metres === degrees && byName) ? 'EPSG:27700' : 'EPSG:4326';
  const crs = chosen === 'auto' ? guess : chosen;
  const turned = crs === 'EPSG:4326' && swapped > degrees / 2;
  const values = example < 0 ? 'no value' : `values such as ${raw.x[example]}, ${raw.y[example]}`;
  const system = crs === 'EPSG:27700' ? 'British National Grid (EPSG:27700)' : 'WGS84 degrees (EPSG:4326)';
  const order = turned ? '; the columns hold latitude and longitude the other way round and were read swapped' : '';
  return {
    crs,
    swapped: turned,
    found: `${system}${chosen === 'auto' ? '' : ', as chosen'}, from the columns “${mapping.x.name}” and “${mapping.y.name}” and ${values}${order}`,
  };
}

function swapAxes(raw: RawColumns, start: number, end: number): void {
  for (let row = start; row < end; row++) {
    const x = raw.x[row] ?? 0;
    raw.x[row] = raw.y[row] ?? 0;
    raw.y[row] = x;
  }
}

function toDegrees(raw: RawColumns, start: number, end: number): void {
  for (let row = start; row < end; row++) {
    if (raw.dropped[row] !== 0) continue;
    const [lon, lat] = bngToWgs84(raw.x[row] ?? 0, raw.y[row] ?? 0);
    raw.x[row] = lon;
    raw.y[row] = lat;
  }
}

/** Doubts the rows outside Great Britain, unless most of the file's rows are; tells whether the file is British. */
function doubtStrays(raw: RawColumns, start: number, end: number): boolean {
  const strays: number[] = [];
  let placed = 0;
  for (let row = start; row < end; row++) {
    if (raw.dropped[row] !== 0) continue;
    placed++;
    if (!inOutlineOfGreatBritain(raw.x[row] ?? 0, raw.y[row] ?? 0)) strays.push(row);
  }
  if (strays.length > placed / 2) return false;
  for (const row of strays) raw.doubts[row] = (raw.doubts[row] ?? 0) | OUTSIDE;
  return true;
}
