/** What patrol cards and files are made of, of the areas and the plan on screen. Pure. */
import { type CardsPage, cardsPage, type StyledPage } from '../core/tables/patrol-html.ts';
import type { Client } from '../worker/client.ts';
import type { Patrol } from './patrol.ts';

/** The file of corrections that makes grid references exact, as the worker holds it. */
export type ExactGrid = Awaited<ReturnType<Client['openExactGrid']>>;

/** `pair`: the one that the page is for, from 0; null for all. */
export function cardsPageOf(
  { cards, cautions, plan, query, day }: Patrol,
  words: Pick<CardsPage, 'marking' | 'about'>,
  pair: number | null,
): CardsPage {
  return { cards, cautions, shift: plan && { plan, settings: { ...query, day } }, pair, ...words };
}

/** The page as it is shown and printed. */
export function shownCards(page: CardsPage): StyledPage {
  return cardsPage(page);
}
