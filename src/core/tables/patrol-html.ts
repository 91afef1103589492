/**
 * Patrol cards as one page of HTML that needs nothing else: two to an A4 sheet when printed, one below the other on a phone.
 * No script; every text from a file is escaped. The app shows and prints the same page from the same tree.
 */
import { weekdayOf } from '../offences/time.ts';
import type { PatrolCard } from '../patrol/cards.ts';
import { element, type MarkupElement, toHtml } from './markup.ts';
import { type CardVisit, cardMarkup } from './patrol-card.ts';
import { type Shift, sheetMarkup } from './patrol-sheet.ts';
import { patrolStyle } from './patrol-style.ts';

export interface CardsPage {
  /** By rank; all areas of the plan, in its order. */
  readonly cards: readonly PatrolCard[];
  /** At the head and foot of every card: "OFFICIAL-SENSITIVE". */
  readonly marking: string;
  /** What the cards are made of, in a few words each: area, offences, period, source. */
  readonly about: readonly string[];
  /** What the numbers cannot tell. */
  readonly cautions: readonly string[];
  /** The plan that the cards are for; null for cards without times. */
  readonly shift: Shift | null;
  /** The pair that they are for, from 0: its areas only, in the order of its visits; null for all areas by rank. */
  readonly pair: number | null;
}

/** Minutes of a visit where no plan says otherwise. */
const VISIT_MIN = 15;

/** A page to be shown: the style belongs to this tree alone. */
export interface StyledPage {
  readonly style: string;
  readonly content: MarkupElement;
}

export function cardsPage(page: CardsPage): StyledPage {
  const { cards: areas, marking, about, shift } = page;
  // a pair that the plan no longer has would have no cards at all
  const pair = page.pair !== null && shift !== null && page.pair < shift.plan.pairs.length ? page.pair : null;
  const cards = cardsFor(areas, shift, pair);
  const shared = {
    marking,
    about,
    visitMin: shift?.settings.visitMin ?? VISIT_MIN,
    shiftHours: shift && hoursOf(shift),
  };
  const content = element(
    'main',
    { class: 'page', 'data-theme': 'auto' },
    sheetMarkup({ ...page, cards, areas, pair }),
    ...cards.map((card) => cardMarkup(card, visitsTo(areas.indexOf(card), shift, pair), shared)),
  );
  return { style: patrolStyle, content };
}

export function cardsHtml(page: CardsPage): string {
  const { style, content } = cardsPage(page);
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    // nothing may be fetched or run, whatever a file's text holds
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Patrol cards</title><style>body { margin: 0; }\n@page { size: A4 portrait; margin: 0; }${style}</style></head>`,
    `<body>${toHtml(content)}</body></html>`,
    '',
  ].join('\n');
}

/** Areas that dropped off the list of the plan have no card. */
function cardsFor(areas: readonly PatrolCard[], shift: Shift | null, pair: number | null): readonly PatrolCard[] {
  if (shift === null) return areas;
  const { stops, dropped } = shift.plan;
  if (pair === null) return areas.filter((_, area) => !dropped.includes(area));
  const visited = new Set(stops.filter((stop) => stop.pair === pair).map((stop) => stop.area));
  return [...visited].flatMap((area) => areas[area] ?? []);
}

function visitsTo(area: number, shift: Shift | null, pair: number | null): CardVisit[] {
  if (shift === null) return [];
  return shift.plan.stops
    .filter((stop) => stop.area === area && (pair === null || stop.pair === pair))
    .map((stop) => ({ pair: stop.pair + 1, fromMinute: stop.fromMinute, toMinute: stop.toMinute }))
    .sort((a, b) => a.fromMinute - b.fromMinute || a.pair - b.pair);
}

/** Hours of the week that the shift touches. */
function hoursOf({ plan, settings }: Shift): { from: number; to: number } {
  const start = weekdayOf(settings.day) * 24;
  const { fromMinute } = settings;
  return {
    from: start + Math.floor(fromMinute / 60),
    to: start + Math.ceil((fromMinute + plan.shiftMin) / 60),
  };
}
