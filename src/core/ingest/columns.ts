/** Which columns of a table are the ones that its headers name. */
import { foldHeader } from './aliases.ts';

/** Index of the column of each, −1 without one; of several names, folded as `foldHeader` does, the first that is there. */
export function columnsAt<Column extends string>(
  headers: readonly string[],
  names: Readonly<Record<Column, readonly string[]>>,
): Readonly<Record<Column, number>> {
  const folded = headers.map(foldHeader);
  return Object.fromEntries(
    Object.entries<readonly string[]>(names).map(([column, known]) => [
      column,
      known.map((name) => folded.indexOf(name)).find((i) => i >= 0) ?? -1,
    ]),
  ) as Record<Column, number>;
}
