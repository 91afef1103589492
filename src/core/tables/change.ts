/** The change between two windows as a table: every cell of the area in the order of cell ids. */
import type { ChangeCells } from '../results.ts';
import type { OutTable } from './table.ts';

export function changeTable(cells: readonly string[], change: ChangeCells): OutTable {
  return {
    rows: cells.length,
    columns: [
      { name: 'cell', values: cells },
      { name: 'before', values: change.before },
      { name: 'after', values: change.after },
      { name: 'rate_ratio', values: change.ratio },
      { name: 'lo', values: change.lo },
      { name: 'hi', values: change.hi },
      { name: 'p', values: change.p },
      { name: 'q', values: change.q },
    ],
  };
}
