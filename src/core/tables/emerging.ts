/** Emerging hot spots as a table: every cell of the grid, in its order. */
import { emergingCategories } from '../methods/emerging-categories.ts';
import type { EmergingResult } from '../results.ts';
import type { OutTable } from './table.ts';

export function emergingTable(cells: readonly string[], result: EmergingResult): OutTable {
  return {
    rows: cells.length,
    columns: [
      { name: 'cell', values: cells },
      { name: 'category', values: Array.from(result.category, (code) => emergingCategories[code] ?? '') },
      { name: 'trend_z', values: result.trendZ },
      { name: 'trend_p', values: result.trendP },
      { name: 'hot_share', values: result.hotShare },
      { name: 'last_z', values: result.lastZ },
    ],
  };
}
