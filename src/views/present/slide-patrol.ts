/** The slide of a patrol: what the areas hold, and when each is visited by whom. Pure. */
import type { AppState } from '../../state/app-state.ts';
import { stopsOf } from '../../state/patrol.ts';
import { formatCount, formatShare } from '../format.ts';
import { clockWords, holdsTitle, shiftWords, shortName } from '../patrol/patrol-words.ts';
import { areaName, shownValue } from '../words.ts';
import type { Slide } from './slide.ts';

type PatrolSlide = Pick<Slide, 'title' | 'listTitle' | 'valueHeading' | 'rows' | 'limits'>;

const MOST_ROWS = 10;

/** Null in other modes, and before the areas are known. */
export function patrolSlide(state: AppState): PatrolSlide | null {
  const patrol = state.mode === 'patrol' ? shownValue(state.patrol) : null;
  if (patrol === null) return null;
  const { cards, plan } = patrol;
  const visits = cards.map((_, area) =>
    stopsOf(patrol)
      .flat()
      .filter((stop) => stop.area === area)
      .sort((a, b) => a.fromMinute - b.fromMinute),
  );
  return {
    title: `${areaName(state)}: ${holdsTitle(patrol)}`,
    listTitle: plan === null ? 'Patrol areas' : shiftWords(patrol),
    valueHeading: plan === null ? 'Share' : 'First visit',
    rows: cards.slice(0, MOST_ROWS).map((card, area) => {
      const [first] = visits[area] ?? [];
      const visit = first ? `${clockWords(first.fromMinute)} P${first.pair + 1}` : 'none';
      return {
        rank: formatCount(card.rank),
        place: shortName(card),
        value: plan === null ? formatShare(card.share) : visit,
        ...{ bin: 0, significance: '' },
      };
    }),
    limits: 'The areas fit the offences they were grown from: they will hold less next month.',
  };
}
