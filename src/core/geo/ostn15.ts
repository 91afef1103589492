/**
 * The National Grid to the centimetre, with Ordnance Survey's grid of corrections, when the user supplies it.
 *
 * In words: latitude and longitude are projected on the GRS80 ellipsoid with the National Grid's own parameters; the shifts to
 * OSGB36 are read off a grid of 1 km, between its four corners in proportion to the distance from each (bilinear), and added.
 *
 * Ordnance Survey (2016), Transformations and OSGM15 user guide, and A guide to coordinate systems in Great Britain; the file
 * is OSTN15_OSGM15_DataFile.txt of the developer pack: Point_ID, ETRS89 easting and northing, shifts east and north, height
 * shift and a flag, 876,951 rows, point ids from 1 eastwards and then northwards over 701 columns and 1,251 rows.
 *
 * Choices: WGS84 is taken for ETRS89, half a metre to a metre apart by now, which is less than any receiver in a pocket is
 * off. Heights are not kept. The trap: it makes the transformation exact, not the place: offences are geocoded to the nearest
 * address, and published ones to a street.
 */
import proj4 from 'proj4';
import { InputError } from '../errors.ts';
import { GRID_HEIGHT_M, GRID_WIDTH_M, type GridTransform } from './bng.ts';

/** Columns and rows of the whole file, 1 km apart from (0, 0). */
const COLUMNS = 701;
const ROWS = 1251;
const STEP_M = 1000;

const ETRS89_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs';
const converter = proj4('EPSG:4326', ETRS89_GRID);

export interface ShiftGrid {
  /** Metres east and north at column c and row r: entry r × 701 + c; NaN where the file has no point. */
  readonly east: Float32Array;
  readonly north: Float32Array;
  /** Points read. */
  readonly points: number;
}

/** Reads the text of the file. @throws InputError for anything else */
export function parseOstn15(text: string): ShiftGrid {
  const east = new Float32Array(COLUMNS * ROWS).fill(Number.NaN);
  const north = new Float32Array(COLUMNS * ROWS).fill(Number.NaN);
  let points = 0;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells = text.slice(start, end).split(',');
    start = end + 1;
    const [, e, n, shiftE, shiftN] = cells.map(Number);
    if (e === undefined || n === undefined || shiftE === undefined || shiftN === undefined) continue;
    const column = e / STEP_M;
    const row = n / STEP_M;
    // the header is no number, and fails every comparison
    if (!(column >= 0 && column < COLUMNS && row >= 0 && row < ROWS && Number.isInteger(column + COLUMNS * row)))
      continue;
    if (!(Math.abs(shiftE) < 500 && Math.abs(shiftN) < 500)) continue;
    // the file marks points without a shift by zeros
    if (shiftE === 0 && shiftN === 0) continue;
    east[row * COLUMNS + column] = shiftE;
    north[row * COLUMNS + column] = shiftN;
    points += 1;
  }
  if (points < 4) {
    throw new InputError(
      'That is not the OSTN15 file: it has no shifts by kilometre – give OSTN15_OSGM15_DataFile.txt of Ordnance Survey’s developer pack.',
    );
  }
  return { east, north, points };
}

/** Degrees to metres on the National Grid and back by the grid; NaN where it has no shifts. */
export function exactTransform(grid: ShiftGrid): GridTransform {
  const shifted = (easting: number, northing: number): readonly [number, number] => {
    const [shiftE, shiftN] = shiftAt(grid, easting, northing);
    return [easting + shiftE, northing + shiftN];
  };
  return {
    errorM: 0.1,
    toGrid(lon, lat) {
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return [Number.NaN, Number.NaN];
      const [easting = Number.NaN, northing = Number.NaN] = converter.forward([lon, lat]);
      return shifted(easting, northing);
    },
    toDegrees(easting, northing) {
      // the shift hardly changes within a hundred metres, so a few rounds settle below a tenth of a millimetre
      let [e, n] = [easting, northing];
      for (let round = 0; round < 6; round++) {
        const [shiftE, shiftN] = shiftAt(grid, e, n);
        e = easting - shiftE;
        n = northing - shiftN;
      }
      if (!Number.isFinite(e) || !Number.isFinite(n)) return [Number.NaN, Number.NaN];
      const [lon = Number.NaN, lat = Number.NaN] = converter.inverse([e, n]);
      return [lon, lat];
    },
  };
}

/** Shifts in metres at a place of the ETRS89 grid, bilinear between the four corners about it. */
function shiftAt({ east, north }: ShiftGrid, easting: number, northing: number): readonly [number, number] {
  if (!(easting >= 0 && easting < GRID_WIDTH_M && northing >= 0 && northing < GRID_HEIGHT_M)) {
    return [Number.NaN, Number.NaN];
  }
  const column = Math.floor(easting / STEP_M);
  const row = Math.floor(northing / STEP_M);
  const t = easting / STEP_M - column;
  const u = northing / STEP_M - row;
  const at = row * COLUMNS + column;
  const between = (shift: Float32Array): number =>
    (1 - t) * (1 - u) * (shift[at] ?? Number.NaN) +
    t * (1 - u) * (shift[at + 1] ?? Number.NaN) +
    t * u * (shift[at + COLUMNS + 1] ?? Number.NaN) +
    (1 - t) * u * (shift[at + COLUMNS] ?? Number.NaN);
  return [between(east), between(north)];
}
