/** Puts our functions in place of those of Math: H3 takes what it finds there once, as it is loaded. */
import { acos, asin, atan, atan2, cos, sin, tan } from '../stats/elementary.ts';

const fixed = { acos, asin, atan, atan2, cos, sin, tan } as const;
const own = Object.fromEntries(Object.keys(fixed).map((name) => [name, Math[name as keyof typeof fixed]]));

Object.assign(Math, fixed);

export function giveBack(): void {
  Object.assign(Math, own);
}
