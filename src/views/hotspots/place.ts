import { formatLonLat } from '../format.ts';

/** data.police.uk puts this before every street; in a list it only hides where the names differ. */
const PREFIX = /^on or near\s+/i;

/** What a cell is called: its location text, or the grid reference where no offence carries one, or the coordinates outside Great Britain. */
export function placeOf(cell: {
  readonly place: string;
  readonly gridRef: string;
  readonly lon: number;
  readonly lat: number;
}): string {
  return cell.place.replace(PREFIX, '') || cell.gridRef || formatLonLat(cell.lon, cell.lat, 4);
}
