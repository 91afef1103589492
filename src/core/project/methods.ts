/** How the methods on the map are set, in a project file; absent when nothing of it was changed. */
import { kdeKernels } from '../methods/kde.ts';
import { defaultMethodSettings, type MethodSettings } from '../settings.ts';
import { at, oneOf, orNull, type Part, whole, within } from './check.ts';

/** Far beyond any use, and short of what would stop a machine. */
const LONGEST_M = 100_000;
const MOST_DAYS = 1_000_000;

export function readMethods(part: Part): MethodSettings {
  if (part.value === undefined) return defaultMethodSettings;
  return {
    bandwidthM: at(part, 'bandwidthM').value === 'auto' ? 'auto' : within(at(part, 'bandwidthM'), 1, LONGEST_M),
    kernel: oneOf(at(part, 'kernel'), kdeKernels),
    stepDays: whole(at(part, 'stepDays'), 1, 366),
    asOfDay: orNull(at(part, 'asOfDay'), (day) => whole(day, -MOST_DAYS, MOST_DAYS)),
    bandM: whole(at(part, 'bandM'), 1, 1000),
    bandDays: whole(at(part, 'bandDays'), 1, 60),
  };
}

/** Null when all is as it starts. */
export function methodsJson(methods: MethodSettings): MethodSettings | null {
  const { bandwidthM, kernel, stepDays, asOfDay, bandM, bandDays } = methods;
  const json = { bandwidthM, kernel, stepDays, asOfDay, bandM, bandDays };
  const same = (Object.keys(json) as (keyof MethodSettings)[]).every((key) => json[key] === defaultMethodSettings[key]);
  return same ? null : json;
}
