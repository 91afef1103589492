/** What there is to say of outlines while they are drawn: their ground, their cells, and their corners in grid references. */
import { boundsOf, type StudyArea } from '../geo/area.ts';
import { gridReference } from '../geo/bng.ts';
import { type Piece, type Shape, shapeOf } from '../geo/draw.ts';
import { cellsOf, estimateCells } from './cells.ts';

export interface ShapeReport extends Shape {
  /** Cells at the resolution asked for; 0 without polygons. */
  readonly cells: number;
  /** Whether the cells were estimated, because they are too many to be counted while drawing. */
  readonly about: boolean;
  /** OS grid reference of each corner of each outline; '' off the grid. */
  readonly gridRefs: readonly (readonly string[])[];
}

/** More cells than this are estimated. */
const MOST_COUNTED = 30_000;

export function shapeReport(pieces: readonly Piece[], resolution: number): ShapeReport {
  const shape = shapeOf(pieces);
  const gridRefs = pieces.map(({ ring }) => ring.map(([lon, lat]) => gridReference(lon, lat, 10)));
  if (!shape.polygons) return { ...shape, cells: 0, about: false, gridRefs };
  const area: StudyArea = { id: '', name: 'The area', polygons: shape.polygons, bounds: boundsOf(shape.polygons) };
  const expected = estimateCells(area, resolution);
  if (expected > MOST_COUNTED) return { ...shape, cells: expected, about: true, gridRefs };
  return { ...shape, cells: cellCount(area, resolution), about: false, gridRefs };
}

function cellCount(area: StudyArea, resolution: number): number {
  try {
    return cellsOf(area, resolution).cells.length;
  } catch {
    // an area without the centre of any cell is none to be refused while it is still drawn
    return 0;
  }
}
