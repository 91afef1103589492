/** What the Patrol mode says, in sentences. Pure. */
import { weekdayOf } from '../../core/offences/time.ts';
import type { PatrolCard } from '../../core/patrol/cards.ts';
import type { AreaMove } from '../../core/patrol/edits.ts';
import type { Patrol } from '../../state/patrol.ts';
import type { MadeByHand } from '../../state/patrol-edits.ts';
import { formatArea, formatDay, formatLonLat, formatShare, plural } from '../format.ts';
import { wholeOf } from '../words.ts';

const MINUTES_PER_DAY = 1440;
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "20 patrol areas hold 41 % of harm and 33 % of the offences in 2.6 % of the area." */
export function holdsWords({ cards, query, valueShare, countShare, areaShare }: Patrol): string {
  if (cards.length === 0) {
    return `No place holds ${plural(query.minCount, 'offence')} of these: no patrol area. Take a longer period, a wider definition or fewer offences as the least.`;
  }
  const areas = cards.length === 1 ? 'One patrol area holds' : `${cards.length} patrol areas hold`;
  const value = `${formatShare(valueShare)} of ${wholeOf[query.mode]}`;
  const offences = query.mode === 'count' ? '' : ` and ${formatShare(countShare)} of the offences`;
  return `${areas} ${value}${offences} in ${formatShare(areaShare)} of the area.`;
}

/** The same for a title: "20 patrol areas hold 41 % of harm in 2.6 % of the area". */
export function holdsTitle({ cards, query, valueShare, areaShare }: Patrol): string {
  if (cards.length === 0) return 'no patrol area';
  const areas = cards.length === 1 ? 'one patrol area holds' : `${cards.length} patrol areas hold`;
  return `${areas} ${formatShare(valueShare)} of ${wholeOf[query.mode]} in ${formatShare(areaShare)} of the area`;
}

/** How the areas came to be. */
export function sizeWords({ query, maxAreaM2 }: Patrol): string {
  const apart = query.spacingM > 0 ? `, ${query.spacingM} m apart` : '';
  return `Of at most ${formatArea(maxAreaM2)} and at least ${plural(query.minCount, 'offence')} each${apart}. The share is of the offences that they were grown from: expect less next month.`;
}

type Placed = Pick<PatrolCard, 'name' | 'gridRef' | 'lon' | 'lat'>;

/** An area by its name, or by where it lies. */
export function cardName({ name, gridRef, lon, lat }: Placed): string {
  return name || gridRef || formatLonLat(lon, lat);
}

/** The same where there is little room: without the "On or near" of published places. */
export function shortName(card: Placed): string {
  return cardName(card).replace(/^on or near /i, '');
}

/** "Fri 21:00–01:00, Sat 22:00–02:00"; '' where nothing is known. */
export function peakWords({ hours }: Pick<PatrolCard, 'hours'>): string {
  return hours.peaks
    .slice(0, 2)
    .map(({ label }) => label)
    .join(', ');
}

/** "20:45"; minutes beyond midnight belong to the next day. */
export function clockWords(minute: number): string {
  const ofDay = ((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** Minutes of the day of "20:45", "2045" or "20"; null when it is no time. */
export function minuteOfText(text: string): number | null {
  const match = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** "Fri 3 Jul 2020, 20:00–02:00". */
export function shiftWords({ day, query }: Pick<Patrol, 'day' | 'query'>): string {
  const weekday = weekdays[weekdayOf(day)] ?? '';
  return `${weekday.slice(0, 3)} ${formatDay(day)}, ${clockWords(query.fromMinute)}–${clockWords(query.toMinute)}`;
}

/** "20 visits to 20 areas by 4 pairs." */
export function planWords({ plan, query }: Pick<Patrol, 'plan' | 'query'>): string {
  if (plan === null) return '';
  const areas = new Set(plan.stops.map(({ area }) => area)).size;
  const moving = Math.round(plan.pairs.reduce((sum, { movingMin }) => sum + movingMin, 0) / plan.pairs.length);
  const how = query.moving === 'walk' ? 'on foot' : 'by car';
  return `${plural(plan.stops.length, 'visit')} to ${plural(areas, 'area')} by ${plural(query.pairs, 'pair')}, each about ${plural(moving, 'minute')} on the way ${how}.`;
}

/** "Visited 20:45 by pair 1"; '' without a plan. */
export function visitWords(card: PatrolCard, { plan, cards }: Pick<Patrol, 'plan' | 'cards'>): string {
  if (plan === null) return '';
  const stops = plan.stops.filter(({ area }) => cards[area]?.rank === card.rank);
  if (stops.length === 0) return 'No visit in this shift.';
  const visits = [...stops].sort((a, b) => a.fromMinute - b.fromMinute);
  return `Visited ${visits.map(({ fromMinute, pair }) => `${clockWords(fromMinute)} by pair ${pair + 1}`).join(', ')}.`;
}

/** What was done to an area by hand: "moved, named"; '' for nothing. */
export function handWords({ edits }: Pick<PatrolCard, 'edits'>, { query }: Pick<Patrol, 'query'>): string {
  const kinds = new Set(edits.map((position) => query.edits[position]?.kind));
  const words = [kinds.has('add') && 'added', kinds.has('nudge') && 'moved', kinds.has('rename') && 'named'];
  return words.filter(Boolean).join(', ');
}

const verbs: Readonly<Record<MadeByHand['kind'], string>> = {
  add: 'Added',
  drop: 'Dropped',
  nudge: 'Moved',
  rename: 'Named',
};

export function editWords({ kind, name, rank }: MadeByHand): string {
  return rank === null ? `${verbs[kind]} an area` : `${verbs[kind]} ${rank} ${name}`;
}

export function elsewhereWords(elsewhere: number): string {
  const [changes, wait] = elsewhere === 1 ? ['One change was', 'waits'] : [`${elsewhere} changes were`, 'wait'];
  return `${changes} made in another study area or at another size of cell, and ${wait} there.`;
}

/** What became of an area; '' for one that stands as it did. */
export function moveWords({ state, rankBefore, rankAfter, gained, lost }: AreaMove): string {
  const rank =
    rankBefore !== rankAfter && state !== 'new' && state !== 'gone' ? `rank ${rankBefore} → ${rankAfter}` : '';
  if (state === 'new') return 'new';
  if (state === 'gone') return `gone, was ${rankBefore}`;
  if (state === 'same') return rank;
  const cells = [
    gained.length > 0 ? `+${plural(gained.length, 'cell')}` : '',
    lost.length > 0 ? `−${plural(lost.length, 'cell')}` : '',
  ];
  return [...cells, rank].filter(Boolean).join(', ');
}

/** "3 new, 2 gone, 4 moved, 6 with another rank; 5 as they were." */
export function movesWords(moves: readonly AreaMove[]): string {
  const number = (is: (move: AreaMove) => boolean) => moves.filter(is).length;
  const sameRank = (move: AreaMove) => move.rankBefore === move.rankAfter;
  const parts = [
    [number(({ state }) => state === 'new'), 'new'],
    [number(({ state }) => state === 'gone'), 'gone'],
    [number(({ state }) => state === 'moved'), 'moved'],
    [number((move) => move.state === 'same' && !sameRank(move)), 'with another rank'],
  ] as const;
  const told = parts.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : []));
  return `${told.join(', ')}; ${number((move) => move.state === 'same' && sameRank(move))} as they were.`;
}
