/** How a log of patrols is held against the plan, in a project file; absent when nothing of it was changed. The log never is in one. */
import { defaultLogView, LONGEST_GAP, LONGEST_LEAST, type LogView, planDays } from '../settings.ts';
import { at, oneOf, type Part, whole } from './check.ts';

export function readLogView(part: Part): LogView {
  if (part.value === undefined) return defaultLogView;
  return {
    gapMin: whole(at(part, 'gapMin'), 1, LONGEST_GAP),
    leastMin: whole(at(part, 'leastMin'), 1, LONGEST_LEAST),
    dayStartMinute: whole(at(part, 'dayStartMinute'), 0, 720),
    planDays: oneOf(at(part, 'planDays'), planDays),
  };
}

/** Null when all is as it starts. */
export function logViewJson({ gapMin, leastMin, dayStartMinute, planDays: on }: LogView): LogView | null {
  const json = { gapMin, leastMin, dayStartMinute, planDays: on };
  return JSON.stringify(json) === JSON.stringify(defaultLogView) ? null : json;
}
