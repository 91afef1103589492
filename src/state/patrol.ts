/** Patrol areas and the plan of a shift: what is asked, what was found, and what has moved since it was last looked at. Pure. */
import { weekdayOf } from '../core/offences/time.ts';
import { type AreaMove, type AreaSeen, refreshMoves } from '../core/patrol/edits.ts';
import type { PlannedStop } from '../core/patrol/plan.ts';
import type { ShiftResult } from '../core/patrol/shift.ts';
import { type PatrolView, seenKey } from '../core/patrol/view.ts';
import type { Client } from '../worker/client.ts';
import type { AppState, Settings } from './app-state.ts';
import { rewrite } from './history.ts';
import type { queryOf } from './requests.ts';

export { patrolLimits } from '../core/patrol/limits.ts';

type PatrolQuery = Parameters<Client['patrolShift']>[0];

/** What was found, with what was asked. */
export interface Patrol extends ShiftResult {
  readonly query: PatrolQuery;
  /** Which cells the indices of the cards count. */
  readonly gridKey: string;
}

/** The view without what was accepted, which changes no answer. */
export function patrolQueryOf(query: ReturnType<typeof queryOf>, view: PatrolView): PatrolQuery {
  const { accepted: _, ...asked } = view;
  // the seed is that of the plan: nothing of Gi* is asked for
  return { ...query, ...asked };
}

/** The settings with another look at the patrol. */
export function patrolViewed({ patrol }: Pick<Settings, 'patrol'>, change: Partial<PatrolView>): Partial<Settings> {
  return { patrol: { ...patrol, ...change } };
}

/** What the areas are known by when they are looked at again. */
function seenOf({ cards }: Pick<Patrol, 'cards'>): readonly AreaSeen[] {
  return cards.map(({ rank, name, cells }) => ({ rank, name, cells }));
}

/** The areas as they are now are those that were last looked at. */
export function accepted(settings: Pick<Settings, 'patrol'>, patrol: Patrol): Partial<Settings> {
  const key = seenKey(patrol.query);
  return patrolViewed(settings, { accepted: { ...settings.patrol.accepted, [key]: seenOf(patrol) } });
}

/** Areas never looked at before are looked at now: nothing can have moved. */
export function withFirstAreas(state: AppState): AppState {
  if (state.patrol.status !== 'ready') return state;
  const { value } = state.patrol;
  const key = seenKey(value.query);
  if (state.settings.patrol.accepted[key] !== undefined) return state;
  const change = (s: Settings): Settings =>
    s.patrol.accepted[key] === undefined ? { ...s, ...accepted(s, value) } : s;
  return { ...state, ...rewrite(state, change) };
}

/**
 * What has become of the areas since they were last looked at, those that stayed as they were included. What was done by
 * hand in the meantime is no news: dropped areas are not told as gone, added and moved ones not as new or moved.
 */
export function movesOf({ patrol: { accepted: seen } }: Pick<Settings, 'patrol'>, patrol: Patrol): readonly AreaMove[] {
  const before = seen[seenKey(patrol.query)];
  if (before === undefined) return [];
  const byHand = new Set(patrol.cards.filter(({ edits }) => isOwn(patrol, edits)).flatMap(({ cells }) => cells));
  const dropped = new Set(patrol.dropped.flatMap(({ place }) => place.cells));
  return refreshMoves(before, seenOf(patrol)).flatMap((move): readonly AreaMove[] => {
    if (move.state === 'gone') return move.lost.some((cell) => dropped.has(cell)) ? [] : [move];
    if (move.state === 'same' || !move.gained.some((cell) => byHand.has(cell))) return [move];
    return move.state === 'new' ? [] : [{ ...move, state: 'same', gained: [], lost: [] }];
  });
}

/** Whether the cells are the officer's. */
function isOwn({ query }: Patrol, edits: readonly number[]): boolean {
  return edits.some((position) => ['add', 'nudge'].includes(query.edits[position]?.kind ?? ''));
}

/** The area that a cell belongs to; null for none. */
export function areaOfCell<A extends { readonly cells: readonly string[] }>(
  areas: readonly A[],
  cell: string | null,
): A | null {
  return cell === null ? null : (areas.find(({ cells }) => cells.includes(cell)) ?? null);
}

/** The stops of each pair, by time; a pair without a visit has none. */
export function stopsOf({ plan }: Pick<Patrol, 'plan'>): readonly (readonly PlannedStop[])[] {
  return (plan?.pairs ?? []).map((_, pair) => (plan?.stops ?? []).filter((stop) => stop.pair === pair));
}

/** How busy the areas that are visited are in each hour of the shift: 0 the quietest of these hours, 1 the busiest. */
export function busyHours({
  cards,
  plan,
  day,
  query,
}: Patrol): readonly { readonly minute: number; readonly busy: number }[] {
  if (plan === null) return [];
  const visited = cards.filter((_, i) => !plan.dropped.includes(i));
  const firstHour = Math.floor(query.fromMinute / 60);
  const lastHour = Math.ceil((query.fromMinute + plan.shiftMin) / 60);
  const hours = Array.from({ length: lastHour - firstHour }, (_, i) => {
    const ofWeek = (weekdayOf(day) * 24 + firstHour + i) % 168;
    return visited.reduce((sum, { hours: { likely } }) => sum + (likely[ofWeek] ?? 0), 0);
  });
  const [least, most] = [Math.min(...hours), Math.max(...hours)];
  return hours.map((sum, i) => ({
    minute: (firstHour + i) * 60,
    busy: most > least ? (sum - least) / (most - least) : 0,
  }));
}
