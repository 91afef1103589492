/** One patrol card: what an officer needs of one place, on half a sheet or a phone's screen. */
import type { PatrolCard } from '../patrol/cards.ts';
import { formatClock } from './clock.ts';
import { hoursPicture } from './hours-picture.ts';
import { element, type Markup, type MarkupElement } from './markup.ts';

/** A planned visit: pair from 1, minutes since midnight at the start of the shift's day. */
export interface CardVisit {
  readonly pair: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface CardAbout {
  /** At the head and foot: "OFFICIAL-SENSITIVE". */
  readonly marking: string;
  /** What the cards are made of, in a few words each. */
  readonly about: readonly string[];
  /** Length of a visit. */
  readonly visitMin: number;
  /** Hours of the week of the shift, the end not included; null without a plan. */
  readonly shiftHours: { readonly from: number; readonly to: number } | null;
}

/** Boxes to tick or write a time in, a row of them. */
const TALLY = 8;

/** Name by which a card is told; the rank for want of a better. */
export function cardName({ name, rank }: PatrolCard): string {
  return name === '' ? `Patrol area ${rank}` : name;
}

/** What a link to the card names. */
export function cardAnchor({ rank }: PatrolCard): string {
  return `area-${rank}`;
}

export function cardMarkup(card: PatrolCard, visits: readonly CardVisit[], about: CardAbout): MarkupElement {
  const marking = element('p', { class: 'marking' }, about.marking);
  return element(
    'article',
    { class: 'card', id: cardAnchor(card), tabindex: '-1' },
    marking,
    element(
      'div',
      { class: 'head' },
      element('span', { class: 'rank', role: 'img', 'aria-label': `Rank ${card.rank}` }, String(card.rank)),
      element('div', {}, element('h2', {}, cardName(card)), element('p', { class: 'about' }, about.about.join(' · '))),
    ),
    ...tally(visits, about.visitMin),
    element(
      'div',
      { class: 'columns' },
      element(
        'div',
        { class: 'column' },
        element('dl', {}, ...where(card)),
        element('div', { class: 'offences' }, leading(card)),
      ),
      element(
        'div',
        { class: 'column' },
        element(
          'div',
          {},
          element('h3', {}, `When, by hour of the week${about.shiftHours ? ' (this shift framed)' : ''}`),
          ...when(card, about),
        ),
        element(
          'div',
          {},
          element('h3', {}, 'Why here'),
          element('ul', {}, ...card.why.map((said) => element('li', {}, said))),
        ),
      ),
    ),
    marking,
  );
}

function where(card: PatrolCard): MarkupElement[] {
  const rows: [string, Markup[]][] = [];
  if (card.gridRef !== '') {
    const off = card.gridErrorM >= 1 ? `within ${card.gridErrorM} m` : `exact to ${card.gridErrorM} m (OSTN15)`;
    rows.push(['OS grid', [element('strong', {}, card.gridRef)]], ['10 figures', [`${card.gridRef10}, ${off}`]]);
  }
  rows.push(
    ['Lon, lat', [`${card.lon.toFixed(5)}, ${card.lat.toFixed(5)}`]],
    ['Size', [`${(card.areaM2 / 1000).toFixed(0)} thousand m²`]],
    ['Once round', [`${card.walkM} m, about ${card.walkMin} min on foot`]],
  );
  return rows.flatMap(([term, said]) => [element('dt', {}, term), element('dd', {}, ...said)]);
}

function when({ hours, count }: PatrolCard, { shiftHours }: CardAbout): MarkupElement[] {
  if (hours.peaks.length === 0)
    return [element('p', {}, `Not known: ${hours.timed} of ${count} offences have a time of day.`)];
  return [hoursPicture(hours, shiftHours)];
}

function leading({ offences }: PatrolCard): MarkupElement {
  const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(0)} %`);
  const heading = (name: string): MarkupElement => element('th', { scope: 'col' }, name);
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, heading('Leading offences'), heading('number'), heading('harm'))),
    element(
      'tbody',
      {},
      ...offences.map(({ title, count, harmShare }) =>
        element(
          'tr',
          {},
          element('td', {}, title),
          element('td', {}, String(count)),
          element('td', {}, percent(harmShare)),
        ),
      ),
    ),
  );
}

/** Planned visits first, then boxes for others; a phone shows the planned ones only. */
function tally(visits: readonly CardVisit[], visitMin: number): MarkupElement[] {
  const boxes = TALLY * Math.max(1, Math.ceil(visits.length / TALLY));
  const planned = visits.map(({ pair, fromMinute, toMinute }) =>
    element(
      'li',
      {},
      element('strong', {}, `${formatClock(fromMinute)}–${formatClock(toMinute)}`),
      element('span', { class: 'who' }, `Pair ${pair}`),
    ),
  );
  const blank = Array.from({ length: boxes - visits.length }, (_, i) =>
    element('li', { class: 'blank' }, String(visits.length + i + 1)),
  );
  const words = visits.length > 0 ? 'Planned visits' : `Visits of ${visitMin} minutes`;
  return [
    element(
      'div',
      { class: visits.length > 0 ? 'visits' : 'visits unplanned' },
      element('h3', {}, words, element('span', { class: 'paper' }, ': time and initials')),
      element('ol', { class: 'tally' }, ...planned, ...blank),
    ),
  ];
}
