/** Patrol areas, their edits by hand and the shift, in a project file; absent when nothing of it was changed. */
import type { AreaSeen, PatrolEdit } from '../patrol/edits.ts';
import { patrolLimits } from '../patrol/limits.ts';
import { defaultPatrolView, type PatrolView } from '../patrol/view.ts';
import { at, listOf, oneOf, orNull, type Part, recordOf, text, whole, wrong } from './check.ts';

const MOST_DAYS = 1_000_000;
const H3_ID = /^8[0-9a-f]{14}$/;

export function readPatrol(part: Part): PatrolView {
  if (part.value === undefined) return defaultPatrolView;
  const limited = (name: keyof typeof patrolLimits, value = at(part, name)): number => {
    const [least, most] = patrolLimits[name];
    return whole(value, least, most);
  };
  return {
    areas: limited('areas'),
    maxAreaM2: orNull(at(part, 'maxAreaM2'), (value) => limited('maxAreaM2', value)),
    minCount: limited('minCount'),
    spacingM: limited('spacingM'),
    day: orNull(at(part, 'day'), (day) => whole(day, -MOST_DAYS, MOST_DAYS)),
    weekday: whole(at(part, 'weekday'), 0, 6),
    fromMinute: limited('fromMinute'),
    toMinute: limited('toMinute'),
    pairs: limited('pairs'),
    visitMin: limited('visitMin'),
    visitsPerArea: limited('visitsPerArea'),
    mostAreas: orNull(at(part, 'mostAreas'), (value) => limited('mostAreas', value)),
    moving: oneOf(at(part, 'moving'), ['walk', 'drive'] as const),
    apartMin: limited('apartMin'),
    seed: limited('seed'),
    edits: listOf(at(part, 'edits'), readPatrolEdit),
    accepted: recordOf(at(part, 'accepted'), (areas) => listOf(areas, readSeen)),
  };
}

/** Absent before there were any. */
export function readPatrolEdits(part: Part): readonly PatrolEdit[] {
  return part.value === undefined ? [] : listOf(part, readPatrolEdit);
}

function readPatrolEdit(part: Part): PatrolEdit {
  const kind = oneOf(at(part, 'kind'), ['drop', 'rename', 'nudge', 'add'] as const);
  const cells = readCells(at(part, 'cells'));
  if (kind === 'drop') return { kind, cells };
  if (kind === 'nudge') return { kind, cells, to: readCells(at(part, 'to')) };
  return { kind, cells, name: text(at(part, 'name')) };
}

function readSeen(part: Part): AreaSeen {
  return {
    rank: whole(at(part, 'rank'), 1, MOST_DAYS),
    name: text(at(part, 'name')),
    cells: readCells(at(part, 'cells')),
  };
}

function readCells(part: Part): readonly string[] {
  const cells = listOf(part, (cell) => {
    if (!H3_ID.test(text(cell))) throw wrong(cell, 'the id of a cell');
    return text(cell);
  });
  if (cells.length === 0) throw wrong(part, 'a list of at least one cell');
  return cells;
}

/** Fields in one order, whatever order they were made in. */
export function patrolEditJson(edit: PatrolEdit): PatrolEdit {
  const { cells } = edit;
  if (edit.kind === 'drop') return { kind: edit.kind, cells };
  return edit.kind === 'nudge' ? { kind: edit.kind, cells, to: edit.to } : { kind: edit.kind, cells, name: edit.name };
}

/** Null when all is as it starts and nothing was looked at. */
export function patrolJson(view: PatrolView): PatrolView | null {
  const json = ordered(view);
  return JSON.stringify(json) === JSON.stringify(ordered(defaultPatrolView)) ? null : json;
}

function ordered(view: PatrolView): PatrolView {
  const { areas, maxAreaM2, minCount, spacingM, day, weekday, fromMinute, toMinute, pairs, visitMin } = view;
  const { visitsPerArea, mostAreas, moving, apartMin, seed, edits, accepted } = view;
  return {
    ...{ areas, maxAreaM2, minCount, spacingM, day, weekday, fromMinute, toMinute, pairs, visitMin },
    ...{ visitsPerArea, mostAreas, moving, apartMin, seed },
    edits: edits.map(patrolEditJson),
    accepted: Object.fromEntries(
      Object.entries(accepted)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, seen]) => [key, seen.map(({ rank, name, cells }) => ({ rank, name, cells }))]),
    ),
  };
}
