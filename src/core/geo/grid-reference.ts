/** Places as people write them: OS grid references, eastings and northings, longitude and latitude. */
import { InputError } from '../errors.ts';
import type { LonLat } from './area.ts';
import { bngToWgs84, GRID_HEIGHT_M, GRID_WIDTH_M, inGreatBritain } from './bng.ts';

// Squares are lettered A–Z without I, row by row from the north-west.
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';

/**
 * The middle of the square that an OS grid reference names, [lon, lat] in WGS84 degrees: "TQ 8812 8543" is 10 m wide,
 * so its middle is 7 m off at most. Two to ten figures, with or without spaces; null for anything else.
 */
export function parseGridReference(text: string): LonLat | null {
  const match = /^([A-HJ-Z])([A-HJ-Z])\s*(\d{1,5}\s*\d{1,5}|\d{2,10})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const [large = '', small = '', figures = ''] = match.slice(1);
  const parted = figures.split(/\s+/);
  const digits = parted.join('');
  // "TQ 881 85" is a slip of the pen: both halves must be as long as each other
  if (digits.length % 2 === 1 || (parted.length === 2 && parted[0]?.length !== parted[1]?.length)) return null;
  const half = digits.length / 2;
  const unitM = 10 ** (5 - half);
  const [l, s] = [LETTERS.indexOf(large), LETTERS.indexOf(small)];
  // the false origin is the south-west corner of the 500 km square S: third in the fourth row of the lettering
  const column = (l % 5) * 5 + (s % 5) - 10;
  const row = 19 - (Math.floor(l / 5) * 5 + Math.floor(s / 5));
  const easting = column * 100_000 + (Number(digits.slice(0, half)) + 0.5) * unitM;
  const northing = row * 100_000 + (Number(digits.slice(half)) + 0.5) * unitM;
  return onGrid(easting, northing) ? bngToWgs84(easting, northing) : null;
}

/**
 * A place as typed: "TQ 8812 8543", "588120, 185430" (easting, northing) or "0.7123, 51.5412" (longitude, latitude).
 * @throws InputError saying what is wrong with it
 */
export function readPlace(text: string): LonLat {
  const typed = text.trim().slice(0, 60);
  const fromReference = parseGridReference(typed);
  if (fromReference) return fromReference;
  const pair = /^([-+−]?\d+(?:\.\d+)?)\s*°?\s*[,;\s]\s*([-+−]?\d+(?:\.\d+)?)\s*°?$/.exec(typed);
  if (!pair) {
    throw new InputError(
      typed === ''
        ? 'No place is written – give longitude and latitude, or a grid reference such as TQ 8812 8543.'
        : `“${typed}” is no place that can be read – write longitude, latitude (0.7123, 51.5412) or a grid reference (TQ 8812 8543).`,
    );
  }
  const [x, y] = [Number(pair[1]?.replace('−', '-')), Number(pair[2]?.replace('−', '-'))];
  if (Math.abs(x) > 180 || Math.abs(y) > 90) {
    if (onGrid(x, y)) return bngToWgs84(x, y);
    throw new InputError(
      `${typed} is neither on the British National Grid nor a longitude and latitude – check the numbers.`,
    );
  }
  // "51.54, 0.71" would lie in the Indian Ocean: the order is asked for, never turned round in silence
  if (!inGreatBritain(x, y) && inGreatBritain(y, x)) {
    throw new InputError(`${typed} looks like latitude first – write longitude first: ${pair[2]}, ${pair[1]}.`);
  }
  return [x, y];
}

function onGrid(easting: number, northing: number): boolean {
  return easting >= 0 && easting < GRID_WIDTH_M && northing >= 0 && northing < GRID_HEIGHT_M;
}
