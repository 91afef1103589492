/** Which coordinates a layer is written in, by what most of its positions can be; one typing error refuses no file. */
import { InputError } from '../errors.ts';
import type { LonLat } from './area.ts';
import { bngToWgs84 } from './bng.ts';

export type ShapeSystem = 'EPSG:4326' | 'EPSG:27700';

export interface ShapeCrs {
  readonly system: ShapeSystem;
  /** What to tell the user; '' when everything is in degrees as one expects. */
  readonly note: string;
  /** A position in WGS84; null when it can be none of this system, or is 0/0. */
  readonly toLonLat: (x: number, y: number) => LonLat | null;
}

/**
 * @param named the system that the file itself names; the values have the last word
 * @throws InputError when most positions fit neither WGS84 nor British National Grid
 */
export function tellShapeCrs(positions: Iterable<LonLat>, named: ShapeSystem | null, fileName: string): ShapeCrs {
  let degrees = 0;
  let metres = 0;
  let neither = 0;
  let odd: LonLat | undefined;
  for (const position of positions) {
    const [x, y] = position;
    if (x === 0 && y === 0) continue;
    if (inDegrees(x, y)) degrees += 1;
    else if (inMetres(x, y)) metres += 1;
    else {
      neither += 1;
      odd ??= position;
    }
  }
  if (neither > degrees + metres) {
    throw new InputError(
      `${fileName} has coordinates that are neither WGS84 nor British National Grid` +
        `${odd ? ` (${odd[0]}, ${odd[1]})` : ''} – save it in WGS84 (EPSG:4326).`,
    );
  }
  if (metres > degrees || (metres === degrees && named === 'EPSG:27700')) {
    const how = named === 'EPSG:27700' ? "by the file's crs" : 'by their values';
    return {
      system: 'EPSG:27700',
      note: `Coordinates read as British National Grid ${how} and converted to WGS84.`,
      toLonLat: (x, y) => (inMetres(x, y) && !(x === 0 && y === 0) ? bngToWgs84(x, y) : null),
    };
  }
  return {
    system: 'EPSG:4326',
    note: named === 'EPSG:27700' ? 'Coordinates read as WGS84 by their values; the file names EPSG:27700.' : '',
    toLonLat: (x, y) => (inDegrees(x, y) && !(x === 0 && y === 0) ? [x, y] : null),
  };
}

function inDegrees(x: number, y: number): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

/** A little beyond the grid, because shapes reach out to sea. */
function inMetres(x: number, y: number): boolean {
  return x >= -200_000 && x <= 900_000 && y >= -200_000 && y <= 1_500_000;
}
