/**
 * British National Grid ⇄ WGS84, and OS grid references.
 *
 * The datum shift is the seven-parameter Helmert transformation of OSGB36 (EPSG:1314, "OSGB36 to WGS 84 (6)"), not
 * OSTN15's grid of corrections: against OS's forty test points it is 2 m off on average and at most 5 m (Scilly, St
 * Kilda). That is enough for cells of 75 m and more; do not use it to tell one side of a street from the other.
 */
import proj4 from 'proj4';

const BNG =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

// One converter for all calls: parsing the definition costs more than thousands of conversions.
const converter = proj4('EPSG:4326', BNG);

/** Extent of the grid's lettered squares in metres. */
export const GRID_WIDTH_M = 700_000;
export const GRID_HEIGHT_M = 1_300_000;

/** Between degrees and metres on the National Grid, and how far off that is at most. */
export interface GridTransform {
  readonly errorM: number;
  /** [lon, lat] → [easting, northing]; NaN where it does not reach. */
  readonly toGrid: (lon: number, lat: number) => readonly [number, number];
  readonly toDegrees: (easting: number, northing: number) => readonly [number, number];
}

/** The one that needs no file. */
export const helmertTransform: GridTransform = { errorM: 5, toGrid: wgs84ToBng, toDegrees: bngToWgs84 };

/** Metres on the National Grid to [lon, lat] in WGS84 degrees, within about 5 m; NaN for what is not finite. */
export function bngToWgs84(easting: number, northing: number): [number, number] {
  if (!Number.isFinite(easting) || !Number.isFinite(northing)) return [Number.NaN, Number.NaN];
  const [lon = Number.NaN, lat = Number.NaN] = converter.inverse([easting, northing]);
  return [lon, lat];
}

/** WGS84 degrees to [easting, northing] in metres, within about 5 m; NaN for what is not finite. */
export function wgs84ToBng(lon: number, lat: number): [number, number] {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return [Number.NaN, Number.NaN];
  const [easting = Number.NaN, northing = Number.NaN] = converter.forward([lon, lat]);
  return [easting, northing];
}

/**
 * Whether a place lies on the National Grid. The grid is a rectangle, so the sea around Great Britain, the Isle of Man
 * and a strip of France and Ireland count as well.
 */
export function inGreatBritain(lon: number, lat: number): boolean {
  // The projection is only asked near the grid: far away it folds back onto itself.
  if (!(lon > -10 && lon < 4 && lat > 49 && lat < 62)) return false;
  const [easting, northing] = wgs84ToBng(lon, lat);
  return easting >= 0 && easting < GRID_WIDTH_M && northing >= 0 && northing < GRID_HEIGHT_M;
}

/**
 * OS grid reference of a place, "TQ 8812 8543" with 8 figures (a 10 m square) or "TQ 88126 85431" with 10 (1 m); the
 * square that holds the place, so digits are cut and not rounded. '' off the grid.
 */
export function gridReference(lon: number, lat: number, figures: 8 | 10, transform = helmertTransform): string {
  if (!inGreatBritain(lon, lat)) return '';
  const exact = transform.toGrid(lon, lat);
  // beyond the file's grid of corrections, out at sea, the ordinary one stands in
  const [easting, northing] = Number.isNaN(exact[0] + exact[1]) ? wgs84ToBng(lon, lat) : exact;
  const half = figures / 2;
  const unitM = 10 ** (5 - half);
  const digits = (metres: number) => String(Math.floor((metres % 100_000) / unitM)).padStart(half, '0');
  return `${squareLetters(Math.floor(easting / 100_000), Math.floor(northing / 100_000))} ${digits(easting)} ${digits(northing)}`;
}

// Squares are lettered A–Z without I, row by row from the north-west.
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';

/** Letters of the 100 km square whose south-west corner is (column, row) × 100 km from the false origin. */
function squareLetters(column: number, row: number): string {
  // The false origin is the south-west corner of the 500 km square S: third in the fourth row of the lettering.
  const east = column + 10;
  const south = 19 - row;
  const large = LETTERS.charAt(Math.floor(south / 5) * 5 + Math.floor(east / 5));
  const small = LETTERS.charAt((south % 5) * 5 + (east % 5));
  return large + small;
}
