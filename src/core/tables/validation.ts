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
