/**
 * A coarse outline of Great Britain and its islands, drawn well out to sea so that no place ashore falls outside.
 * Ireland, Man and the Continent lie outside. Only for the doubt 'outside Great Britain' and for choosing the London clock.
 */

// [lon, lat] clockwise from Scilly, by headland
const OUTLINE: readonly (readonly [number, number])[] = [
  [-6.9, 49.7],
  [-5.0, 49.7],
  [-3.5, 50.0],
  [-1.2, 50.35],
  [0.4, 50.5],
  [1.2, 50.75],
  [1.62, 51.1],
  [1.75, 51.5],
  [2.0, 52.3],
  [2.0, 52.9],
  [1.2, 53.2],
  [0.6, 53.4],
  [0.4, 53.8],
  [0.2, 54.3],
  [-1.1, 55.1],
  [-1.3, 55.8],
  [-1.8, 56.2],
  [-1.4, 57.3],
  [-1.5, 57.9],
  [-2.4, 58.4],
  [-2.0, 59.2],
  [-1.2, 59.5],
  [-0.3, 60.3],
  [-0.4, 61.0],
  [-1.6, 61.0],
  [-2.6, 60.2],
  [-3.2, 59.7],
  [-4.5, 59.1],
  [-6.2, 58.9],
  [-7.4, 58.4],
  [-8.2, 58.1],
  [-8.9, 57.9],
  [-8.9, 57.5],
  [-8.1, 57.0],
  [-7.9, 56.5],
  [-7.2, 56.1],
  [-6.9, 55.55],
  [-5.95, 55.2],
  [-5.4, 54.95],
  [-5.3, 54.55],
  [-4.4, 54.5],
  [-3.9, 54.2],
  [-3.9, 53.7],
  [-4.95, 53.5],
  [-5.1, 52.7],
  [-5.4, 52.15],
  [-5.9, 51.85],
  [-5.4, 51.4],
  [-5.0, 51.0],
  [-5.5, 50.6],
  [-6.9, 50.2],
];

const WEST = -9;
const SOUTH = 49;
const COLUMNS = 120;
const ROWS = 130;
const STEP = 0.1;

// 1 = inside, by the middle of each tenth of a degree: a million rows ask
let squares: Uint8Array | null = null;

export function inOutlineOfGreatBritain(lon: number, lat: number): boolean {
  const column = Math.floor((lon - WEST) / STEP);
  const row = Math.floor((lat - SOUTH) / STEP);
  if (!(column >= 0 && column < COLUMNS && row >= 0 && row < ROWS)) return false;
  squares ??= drawSquares();
  return squares[row * COLUMNS + column] === 1;
}

function drawSquares(): Uint8Array {
  const drawn = new Uint8Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const inside = inOutline(WEST + (column + 0.5) * STEP, SOUTH + (row + 0.5) * STEP);
      drawn[row * COLUMNS + column] = inside ? 1 : 0;
    }
  }
  return drawn;
}

/** Even-odd rule: how many edges lie east of the point. */
function inOutline(lon: number, lat: number): boolean {
  let inside = false;
  let [lon1, lat1] = OUTLINE.at(-1) ?? [0, 0];
  for (const [lon2, lat2] of OUTLINE) {
    if (lat1 > lat !== lat2 > lat && lon < lon1 + ((lat - lat1) / (lat2 - lat1)) * (lon2 - lon1)) inside = !inside;
    [lon1, lat1] = [lon2, lat2];
  }
  return inside;
}
