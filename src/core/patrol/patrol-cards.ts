/** The cards of a study area: areas grown, edited by hand, and what there is to say of each. */
import { type GridTransform, helmertTransform } from '../geo/bng.ts';
import { cellIndex } from '../hex/lookup.ts';
import { selectedRows } from '../hex/rows-by-cell.ts';
import type { CellFacts } from '../methods/cell-facts.ts';
import type { PatrolPlace } from '../results.ts';
import type { HarmMode } from '../settings.ts';
import { areaHours } from './area-hours.ts';
import { type PatrolCard, patrolCard } from './cards.ts';
import { type EditedAreas, type PatrolEdit, withEdits } from './edits.ts';
import { measureArea, type PatrolInput, type PatrolSettings, patrolAreas } from './patrol-areas.ts';
import { type PlaceInput, patrolPlace } from './patrol-places.ts';
import { type Route, shortRoute } from './route.ts';

export interface CardsInput extends Omit<PatrolInput, 'areaM2'>, Omit<PlaceInput, 'placeOf'> {
  /** What areas are grown by. */
  readonly mode: HarmMode;
  readonly factsOf: (rows: readonly number[]) => CellFacts;
  /** Aoristic weights of rows by hour of the week, and how many of them have a time of day. */
  readonly weightsOf: (rows: readonly number[]) => { readonly weight: Float64Array; readonly offences: number };
}

export interface CardsSettings extends PatrolSettings {
  readonly edits?: readonly PatrolEdit[];
  /** What other methods say of an area's cells (H3 ids). */
  readonly alsoWhy?: (cells: readonly string[]) => readonly string[];
}

export interface CardsResult {
  readonly cards: readonly PatrolCard[];
  /** In which order the cards are walked or driven with the least way. */
  readonly route: Route;
  /** Of the whole study area, 0–1: how much of its area, value and offences the patrol areas hold. */
  readonly areaShare: number;
  readonly valueShare: number;
  readonly countShare: number;
  /** Areas dropped by hand, each with the position of its edit. */
  readonly dropped: readonly { readonly edit: number; readonly place: PatrolPlace }[];
  /** Edits by hand that found nothing to act on, by their positions, in words; and how many are of another area or resolution. */
  readonly idle: EditedAreas['idle'];
  readonly elsewhere: number;
}

/** @throws InputError when every cell is above the cap */
export function patrolCards(
  input: CardsInput,
  settings: CardsSettings,
  transform: GridTransform = helmertTransform,
): CardsResult {
  const { grid, rows, mask, mode, factsOf, weightsOf } = input;
  const columns = { ...input, areaM2: grid.areaM2 };
  const index = cellIndex(grid);
  const { areas, dropped, idle, elsewhere } = withEdits(patrolAreas(columns, settings), settings.edits ?? [], {
    indexOf: (cell) => index.get(cell),
    measure: (rank, cells) => measureArea(rank, cells, columns),
  });
  const placed = { grid, rows, mask };
  const cards = areas.map((area) => {
    const own = area.cells.flatMap((cell) => selectedRows(rows, cell, mask));
    const facts = factsOf(own);
    const { weight, offences } = weightsOf(own);
    const hours = areaHours(weight, offences);
    const place = patrolPlace(area, { ...placed, placeOf: () => area.name ?? facts.place });
    const edited = area.edited || area.name !== null;
    const [x, y] = [input.x[area.centre] ?? Number.NaN, input.y[area.centre] ?? Number.NaN];
    const alsoWhy = settings.alsoWhy?.(place.cells) ?? [];
    return patrolCard({ place, mode, edited, edits: area.edits, x, y, facts, hours, alsoWhy }, transform);
  });
  const shareOf = (column: 'areaM2' | 'count' | 'value'): number =>
    areas.reduce((sum, area) => sum + area[column], 0) / columns[column].reduce((sum, v) => sum + v, 0);
  const route = shortRoute(
    cards.map((card) => card.x),
    cards.map((card) => card.y),
  );
  return {
    cards,
    route,
    areaShare: shareOf('areaM2'),
    valueShare: shareOf('value'),
    countShare: shareOf('count'),
    dropped: dropped.map(({ edit, area }) => ({
      edit,
      place: patrolPlace(area, { ...placed, placeOf: (of) => area.name ?? factsOf(of).place }),
    })),
    idle,
    elsewhere,
  };
}
