/** A table to be written out: named columns of equal length. Numbers are numbers until a writer makes text of them. */
export interface Column {
  readonly name: string;
  readonly values: ArrayLike<number> | readonly string[];
}

export interface OutTable {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** The table's column of that name; an Error when a caller asks for one that it did not make. */
export function columnOf(table: OutTable, name: string): Column {
  const column = table.columns.find((c) => c.name === name);
  if (!column) throw new Error(`No column "${name}" in the table.`);
  return column;
}
