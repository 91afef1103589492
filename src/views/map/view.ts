/** What a state asks the map to show, apart from hexagons: areas, bounds, the selected cell. */
import type { Bounds, StudyArea } from '../../core/geo/area.ts';
import { togetherAreas } from '../../state/drawing.ts';

/** The study areas on screen: the chosen one, or all that are taken together. */
export function areasOf(areas: readonly StudyArea[], areaId: string | null): readonly StudyArea[] {
  const chosen = areas.filter((area) => area.id === areaId);
  return chosen.length > 0 ? chosen : togetherAreas(areas);
}

/** The rectangle around the areas, null without any. Offences outside do not widen it. */
export function boundsOf(areas: readonly StudyArea[]): Bounds | null {
  if (areas.length === 0) return null;
  return [
    Math.min(...areas.map((area) => area.bounds[0])),
    Math.min(...areas.map((area) => area.bounds[1])),
    Math.max(...areas.map((area) => area.bounds[2])),
    Math.max(...areas.map((area) => area.bounds[3])),
  ];
}

/** Index of a cell in the ascending ids of a grid, or null. */
export function indexOfCell(cells: readonly string[], cell: string | null): number | null {
  if (cell === null) return null;
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = cells[middle] as string;
    if (at === cell) return middle;
    if (at < cell) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
