/** The cells where risk and recorded harm come together. Pure. */
import type { PlacedCell } from '../../core/results.ts';
import type { RiskModel } from '../../state/risk.ts';
import { priorityOf } from '../../state/risk.ts';
import type { Shown } from '../map/shown.ts';

const LISTED = 20;

/** The highest by priority, of equal ones the earlier cell; none where nothing is recorded or the cells are others. */
export function priorityTop({ result }: RiskModel, { grid, result: hotspots }: Shown): readonly PlacedCell[] {
  if (result.rrs.length !== grid.cells.length) return [];
  const priority = priorityOf(result.rrs, hotspots.value);
  const [level] = grid.levels;
  return [...priority.keys()]
    .filter((i) => (priority[i] ?? 0) > 0)
    .sort((a, b) => (priority[b] ?? 0) - (priority[a] ?? 0) || a - b)
    .slice(0, LISTED)
    .map((index, k): PlacedCell => {
      const known = hotspots.top.find((cell) => cell.index === index);
      return {
        index,
        cell: grid.cells[index] ?? '',
        rank: k + 1,
        lon: level?.lon[index] ?? Number.NaN,
        lat: level?.lat[index] ?? Number.NaN,
        value: priority[index] ?? 0,
        count: hotspots.count[index] ?? 0,
        place: known?.place ?? '',
        gridRef: known?.gridRef ?? '',
      };
    });
}
