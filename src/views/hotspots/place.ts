/** What a cell is called: its location text, or the grid reference where no offence carries one. */
export function placeOf(cell: { readonly place: string; readonly gridRef: string; readonly cell: string }): string {
  return cell.place || cell.gridRef || cell.cell;
}
