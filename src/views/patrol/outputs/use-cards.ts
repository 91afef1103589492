import { useMemo } from 'react';
import type { CardsPage, StyledPage } from '../../../core/tables/patrol-html.ts';
import type { AppState } from '../../../state/app-state.ts';
import { cardsPageOf, shownCards } from '../../../state/patrol-outputs.ts';
import { useSlice, useStore } from '../../store-context.ts';
import { areaName, datasetOf, definitionName, markingOf, periodWords, shownValue } from '../../words.ts';

/** What the cards on screen are made of; null while there are none. */
export function cardsPageIn(state: AppState): CardsPage | null {
  const patrol = shownValue(state.patrol);
  const dataset = datasetOf(state);
  if (patrol === null || dataset === null || patrol.cards.length === 0) return null;
  // in the words of what was asked for, which a newer choice may have left behind
  const asked = { ...state, settings: { ...state.settings, ...patrol.query, patrol: state.settings.patrol } };
  const about = [areaName(asked), definitionName(asked.settings), periodWords(asked), dataset.name];
  return cardsPageOf(patrol, { marking: markingOf(state), about }, state.cardsOfPair);
}

/** The page of patrol cards, of the pair that is chosen; null while there are no cards. */
export function useCards(): StyledPage | null {
  const store = useStore();
  const patrol = useSlice((state) => state.patrol);
  const pair = useSlice((state) => state.cardsOfPair);
  const marking = useSlice(markingOf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else it is made of changes only with the answer
  return useMemo(() => {
    const page = cardsPageIn(store.getState());
    return page && shownCards(page);
  }, [store, patrol, pair, marking]);
}
