/** How well each method did at each budget, as a table. */
import type { MethodAccuracy } from '../results.ts';
import type { OutTable } from './table.ts';

export function validationTable(rows: readonly MethodAccuracy[]): OutTable {
  const numbers = (of: (row: MethodAccuracy) => number): Float64Array => Float64Array.from(rows, of);
  return {
    rows: rows.length,
    columns: [
      { name: 'method', values: rows.map((row) => row.method) },
      { name: 'budget_percent', values: numbers((row) => row.budgetPercent) },
      { name: 'hit_rate', values: numbers((row) => row.hitRate) },
      { name: 'pai', values: numbers((row) => row.pai) },
      { name: 'pei', values: numbers((row) => row.pei) },
    ],
  };
}

/** The same with everything that is known of each. */
export function accuracyTable(rows: readonly MethodAccuracy[]): OutTable {
  const numbers = (of: (row: MethodAccuracy) => number): Float64Array => Float64Array.from(rows, of);
  const { columns } = validationTable(rows);
  return {
    rows: rows.length,
    columns: [
      ...columns,
      { name: 'cells', values: numbers((row) => row.cells) },
      { name: 'hit_rate_least', values: numbers((row) => row.hitRange[0]) },
      { name: 'hit_rate_most', values: numbers((row) => row.hitRange[1]) },
      { name: 'pai_least', values: numbers((row) => row.paiRange[0]) },
      { name: 'pai_most', values: numbers((row) => row.paiRange[1]) },
      { name: 'harm_hit_rate', values: numbers((row) => row.harmHitRate) },
      { name: 'harm_pai', values: numbers((row) => row.harmPai) },
      { name: 'auc', values: numbers((row) => row.auc) },
      { name: 'overlap', values: numbers((row) => row.overlap) },
    ],
  };
}
