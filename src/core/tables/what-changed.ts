import type { ChangeRow, WhatChanged } from '../batches/what-changed.ts';
import type { OutTable } from './table.ts';

/** What changed since the last batch: a line for all together, one for each area, one for each offence. */
export function whatChangedTable({ total, byArea, byOffence }: WhatChanged): OutTable {
  const lines: readonly (ChangeRow & { readonly by: string })[] = [
    { by: 'all', name: '', ...total },
    ...byArea.map((row) => ({ by: 'area', ...row })),
    ...byOffence.map((row) => ({ by: 'offence', ...row })),
  ];
  const numbers = (of: (line: ChangeRow) => number): Float64Array => Float64Array.from(lines, of);
  return {
    rows: lines.length,
    columns: [
      { name: 'by', values: lines.map((line) => line.by) },
      { name: 'name', values: lines.map((line) => line.name) },
      { name: 'new', values: numbers((line) => line.new) },
      { name: 'updated', values: numbers((line) => line.updated) },
      { name: 'reclassified', values: numbers((line) => line.reclassified) },
      { name: 'moved', values: numbers((line) => line.moved) },
    ],
  };
}
