/** What stands beside the view in Compare, in a project file; absent until something was chosen. */
import type { Beside } from '../settings.ts';
import { at, oneOf, orNull, type Part, text, whole } from './check.ts';

const MOST_DAYS = 1_000_000;

export function readBeside(part: Part): Beside | null {
  if (part.value === undefined) return null;
  if (oneOf(at(part, 'kind'), ['area', 'period'] as const) === 'area') {
    return { kind: 'area', areaId: orNull(at(part, 'areaId'), text) };
  }
  const day = (name: string): number | null => orNull(at(part, name), (value) => whole(value, -MOST_DAYS, MOST_DAYS));
  const period = { kind: 'period', fromDay: day('fromDay'), toDay: day('toDay') } as const;
  return at(part, 'swipe').value === true ? { ...period, swipe: true } : period;
}

export function besideJson(beside: Beside): Beside {
  return beside.kind === 'area'
    ? { kind: 'area', areaId: beside.areaId }
    : { kind: 'period', fromDay: beside.fromDay, toDay: beside.toDay, ...(beside.swipe ? { swipe: true } : {}) };
}
