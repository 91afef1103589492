/** The first sheet of patrol cards: the shift's timetable pair by pair, or the list of areas, and what they cannot tell. */
import { formatDay, weekdayOf } from '../offences/time.ts';
import type { PatrolCard } from '../patrol/cards.ts';
import type { PlannedStop, PlanSettings, ShiftPlan } from '../patrol/plan.ts';
import { formatClock } from './clock.ts';
import { element, type Markup, type MarkupElement } from './markup.ts';
import { cardAnchor, cardName } from './patrol-card.ts';

export interface Shift {
  readonly plan: ShiftPlan;
  readonly settings: PlanSettings;
}

export interface SheetInput {
  /** Those that have a card on the sheets after it. */
  readonly cards: readonly PatrolCard[];
  /** All areas of the plan, in its order. */
  readonly areas: readonly PatrolCard[];
  readonly marking: string;
  readonly about: readonly string[];
  readonly cautions: readonly string[];
  readonly shift: Shift | null;
  /** Of the one pair that it is for, from 0; null for all. */
  readonly pair: number | null;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const FITTED =
  'Places were grown from past offences: less of the next ones will fall into them than of those they were grown from. It is about places, not about the people who live there.';
const STRAIGHT = 'Ways are estimated from straight lines: rivers, railways and one-way streets are not known.';

export function sheetMarkup({ cards, areas, marking, about, cautions, shift, pair }: SheetInput): MarkupElement {
  const mark = element('tr', {}, element('td', { class: 'marking' }, marking));
  const title = pair === null ? 'Patrol cards' : `Patrol cards of pair ${pair + 1}`;
  const limits = [...cautions, ...(shift ? [STRAIGHT] : []), FITTED];
  const body = [
    element(
      'div',
      {},
      element('h1', {}, title),
      ...(shift ? [element('p', {}, shiftWords(shift))] : []),
      element('p', { class: 'about' }, about.join(' · ')),
    ),
    ...(shift ? timetableOf(shift, areas, pair) : [listOf(cards)]),
    ...saidOf('What could not be met', shift?.plan.said ?? []),
    ...saidOf('What the cards cannot tell', limits),
  ];
  // a table, because its head and foot stand on every page that it takes
  return element(
    'table',
    { class: 'sheet', role: 'presentation' },
    element('thead', {}, mark),
    element('tfoot', {}, mark),
    element('tbody', {}, element('tr', {}, element('td', {}, ...body))),
  );
}

/** "Friday 10 Jul 2020, 20:00–02:00: 4 pairs, visits of 15 minutes, driving between them". */
function shiftWords({ settings }: Shift): string {
  const { day, fromMinute, toMinute, pairs, visitMin, moving } = settings;
  const number = pairs === 1 ? '1 pair' : `${pairs} pairs`;
  const going = moving === 'walk' ? 'on foot between them' : 'driving between them';
  return `${WEEKDAYS[weekdayOf(day)]} ${formatDay(day)}, ${formatClock(fromMinute)}–${formatClock(toMinute)}: ${number}, visits of ${visitMin} minutes, ${going}`;
}

function timetableOf({ plan }: Shift, areas: readonly PatrolCard[], only: number | null): MarkupElement[] {
  return plan.pairs.flatMap(({ visitingMin, movingMin, freeMin }, pair) => {
    if (only !== null && pair !== only) return [];
    const stops = plan.stops.filter((stop) => stop.pair === pair);
    const visits = stops.length === 1 ? '1 visit' : `${stops.length} visits`;
    const words = `${visits}, ${visitingMin} min; on the way ${movingMin} min; free ${freeMin} min`;
    const rows = stops.flatMap((stop) => {
      const card = areas[stop.area];
      return card ? [stopRow(stop, card)] : [];
    });
    return [
      element(
        'section',
        { class: 'pair' },
        element('h2', {}, `Pair ${pair + 1}`),
        element('p', { class: 'about' }, stops.length > 0 ? words : 'No visits.'),
        ...(rows.length > 0 ? [element('table', { class: 'stops' }, element('tbody', {}, ...rows))] : []),
      ),
    ];
  });
}

function stopRow({ fromMinute, toMinute, wayM, wayMin }: PlannedStop, card: PatrolCard): MarkupElement {
  const way = wayMin > 0 ? `${(wayM / 1000).toFixed(1)}\u00a0km, ${wayMin}\u00a0min` : '';
  return row(card, [formatClock(fromMinute), `–${formatClock(toMinute)}`], way);
}

function listOf(cards: readonly PatrolCard[]): MarkupElement {
  const rows = cards.map((card) => row(card, null, card.hours.peaks[0]?.label ?? ''));
  return element('table', { class: 'stops' }, element('tbody', {}, ...rows));
}

/** A line that leads to its card; `time` stands first, what is said `besides` last. */
function row(card: PatrolCard, time: readonly [string, string] | null, besides: string): MarkupElement {
  const cell = (kind: string, ...children: readonly Markup[]): MarkupElement =>
    element('td', { class: kind }, ...children);
  const narrow = [card.gridRef, besides].filter((text) => text !== '').join(' · ');
  return element(
    'tr',
    {},
    ...(time ? [cell('time', element('strong', {}, time[0]), element('span', {}, time[1]))] : []),
    cell('number', element('span', { class: 'rank' }, String(card.rank))),
    element(
      'td',
      {},
      element(
        'a',
        { href: `#${cardAnchor(card)}` },
        element('span', { class: 'name' }, cardName(card)),
        element('span', { class: 'narrow' }, narrow),
      ),
    ),
    cell('ref', card.gridRef),
    cell('way', besides),
  );
}

function saidOf(title: string, sentences: readonly string[]): MarkupElement[] {
  if (sentences.length === 0) return [];
  return [
    element(
      'section',
      { class: 'said' },
      element('h3', {}, title),
      element('ul', {}, ...sentences.map((said) => element('li', {}, said))),
    ),
  ];
}
