/** The map of Patrol: the areas with their ranks over what was recorded, and the way of each pair. Pure. */
import type { PatrolPlace } from '../../core/results.ts';
import { outlineOfCells } from '../../layers/cell-outline.ts';
import { lineKey, type MarkedArea, type Stroke } from '../../layers/marked-areas.ts';
import { type Way, wayKey } from '../../layers/ways.ts';
import type { AppState, Theme } from '../../state/app-state.ts';
import { onGrid } from '../../state/methods.ts';
import { areaOfCell, type Patrol, stopsOf } from '../../state/patrol.ts';
import { formatShare, plural } from '../format.ts';
import { cardName, peakWords } from '../patrol/patrol-words.ts';
import type { CellWords, Picture } from './picture.ts';

/** More pairs than that are told apart by their numbers alone: a legend has no room for them. */
const MOST_KEYS = 8;

/** The picture with the patrol over it, in its mode and once the areas of its cells are known. */
export function patrolOver(
  picture: Picture,
  state: Pick<AppState, 'mode' | 'patrol' | 'gridKey' | 'settings'>,
  theme: Theme,
): Picture {
  const patrol = state.mode === 'patrol' ? onGrid(state.patrol, state.gridKey) : null;
  const level = picture.grid.levels[0];
  if (patrol === null || level === undefined) return picture;
  const { cards, plan, dropped } = patrol;
  const chosen = areaOfCell(cards, state.settings.cell);
  const beyond = new Set(plan?.dropped ?? []);
  const marked = (place: PatrolPlace, stroke: Stroke, badge: string): MarkedArea => ({
    ...{ stroke, badge, order: place.rank, lon: place.lon, lat: place.lat },
    outline: outlineOfCells(level, place.indices),
  });
  const faint = [
    ...dropped.map(({ place }) => marked(place, 'faint', '')),
    ...cards.filter((_, i) => beyond.has(i)).map((card) => marked(card, 'faint', String(card.rank))),
  ];
  const visited = cards.filter((card, i) => !beyond.has(i) && card !== chosen);
  return {
    ...picture,
    top: [],
    marks: [
      ...faint,
      ...visited.map((card) => marked(card, 'patrol', String(card.rank))),
      ...(chosen ? [marked(chosen, 'chosen', String(chosen.rank))] : []),
    ],
    ways: waysOf(patrol),
    legend: {
      ...picture.legend,
      linesTitle: 'Patrol',
      lines: [
        ...(cards.length > 0 ? [lineKey('patrol', 'Area, by rank', theme)] : []),
        ...(faint.length > 0 ? [lineKey('faint', 'Dropped', theme)] : []),
        ...waysOf(patrol)
          .slice(0, MOST_KEYS)
          .map(({ pair }) => wayKey(pair, `Pair ${pair + 1}`, theme)),
      ],
    },
    about: (index) => wordsOf(picture.about(index), patrol, picture.grid.cells[index] ?? null),
  };
}

/** Pairs with a visit, each through the centres of its areas. */
function waysOf(patrol: Patrol): readonly Way[] {
  return stopsOf(patrol).flatMap((stops, pair) =>
    stops.length === 0
      ? []
      : [
          {
            pair,
            stops: stops.map(({ area }) => {
              const { lon = 0, lat = 0 } = patrol.cards[area] ?? {};
              return [lon, lat] as const;
            }),
          },
        ],
  );
}

function wordsOf(cell: CellWords, { cards }: Patrol, id: string | null): CellWords {
  const card = areaOfCell(cards, id);
  if (card === null) return { ...cell, rank: '' };
  const peaks = peakWords(card);
  return {
    rank: String(card.rank),
    place: cardName(card),
    lines: [
      `${plural(card.count, 'offence')} in the area, ${formatShare(card.share)} of all`,
      ...cell.lines.map((line) => `This cell: ${line}`),
    ],
    quiet: peaks === '' ? '' : `Busiest ${peaks}`,
  };
}
