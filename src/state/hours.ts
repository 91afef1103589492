/** Hours of the week that a filter keeps: as a set that is painted, in words, and packed for the address. Pure. */
import type { Settings } from './app-state.ts';

const HOURS_OF_WEEK = 168;

type Hours = Settings['hours'];

/** Ascending; nothing painted and everything painted are both no filter. */
export function asHours(painted: Iterable<number>): Hours {
  const hours = [...new Set(painted)].sort((a, b) => a - b);
  return hours.length === 0 || hours.length === HOURS_OF_WEEK ? null : hours;
}

/** 42 hexadecimal digits, Monday 00:00 the first bit. */
export function packHours(hours: readonly number[]): string {
  const on = new Set(hours);
  const digits = Array.from({ length: HOURS_OF_WEEK / 4 }, (_, digit) =>
    [0, 1, 2, 3].reduce((bits, k) => bits * 2 + (on.has(digit * 4 + k) ? 1 : 0), 0).toString(16),
  );
  return digits.join('');
}

/** Null for what is no packed week. */
export function unpackHours(text: string | null): Hours {
  if (text === null || !/^[0-9a-f]{42}$/.test(text)) return null;
  return asHours(
    [...text].flatMap((digit, at) => {
      const bits = Number.parseInt(digit, 16);
      return [0, 1, 2, 3].filter((k) => (bits >> (3 - k)) & 1).map((k) => at * 4 + k);
    }),
  );
}
