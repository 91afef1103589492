/** The change between two windows as a table: every cell of the area in the order of cell ids. */
import type { ChangeCells } from '../results.ts';
import { benjaminiHochberg } from '../stats/fdr.ts';
import { hiddenCells } from './suppress.ts';
import type { OutTable } from './table.ts';

type ChangeColumns = Pick<ChangeCells, 'before' | 'after' | 'ratio' | 'lo' | 'hi' | 'p' | 'q'>;

export function changeTable(cells: readonly string[], change: ChangeColumns): OutTable {
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

/**
 * The change as it may leave the force. A cell is hidden whole when its count of either window must be (tables/suppress),
 * since the ratio would give one back from the other; q is made afresh from the p of the cells that are shown.
 * `ancestors`: as for `hiddenCells`, coarsest first.
 *
 * The trap: windows that overlap those of another table given out can be taken from each other. Give out one baseline.
 */
export function changeForOutside(change: ChangeColumns, ancestors: readonly ArrayLike<number>[]): ChangeColumns {
  const [was, is] = [hiddenCells(change.before, ancestors), hiddenCells(change.after, ancestors)];
  const shown = (values: Float64Array): Float64Array =>
    values.map((value, cell) => (was[cell] === 1 || is[cell] === 1 ? Number.NaN : value));
  const p = shown(change.p);
  return {
    before: shown(change.before),
    after: shown(change.after),
    ratio: shown(change.ratio),
    lo: shown(change.lo),
    hi: shown(change.hi),
    p,
    q: benjaminiHochberg(p),
  };
}
