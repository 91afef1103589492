/** data.police.uk puts this before every street; in a list it only hides where the names differ. */
const PREFIX = /^on or near\s+/i;

/** What a cell is called: its location text, or the grid reference where no offence carries one. */
export function placeOf(cell: { readonly place: string; readonly gridRef: string; readonly cell: string }): string {
  return cell.place.replace(PREFIX, '') || cell.gridRef || cell.cell;
}
