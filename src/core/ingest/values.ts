import { Flag, type FlagName } from '../offences/table.ts';

const MISSING_WORDS = new Set(['', 'na', 'n/a', '#n/a', 'null', '(null)', 'nan', '-', '--', '\\n']);

const STARTS = new Set(['n', '#', '(', '-', '\\'].map((start) => start.charCodeAt(0) | 32));

/** Empty, NA, null, NaN and "-" say nothing. */
export function isMissing(trimmed: string): boolean {
  if (trimmed.length > 6) return false;
  // most short cells are numbers, yes or no: only these characters can begin one of the words
  const first = trimmed.charCodeAt(0) | 32;
  return (trimmed === '' || STARTS.has(first)) && MISSING_WORDS.has(trimmed.toLowerCase());
}

/** A decimal number as `Number` reads it, several times faster for what coordinates look like; NaN for anything else. */
export function decimal(text: string): number {
  const n = text.length;
  let i = 0;
  const negative = text.charCodeAt(0) === 45;
  if (negative) i = 1;
  let mantissa = 0;
  let digits = 0;
  let scale = -1;
  for (; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      mantissa = mantissa * 10 + (c - 48);
      digits++;
      if (scale >= 0) scale++;
    } else if (c === 46 && scale < 0) scale = 0;
    else return slowDecimal(text);
  }
  // up to 15 digits both numbers are exact, so that one division rounds as the standard demands
  if (digits === 0 || digits > 15) return slowDecimal(text);
  const value = scale > 0 ? mantissa / (POWERS[scale] ?? 1) : mantissa;
  return negative ? -value : value;
}

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

function slowDecimal(text: string): number {
  const trimmed = text.trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  // thousands as Excel writes them, and the decimal comma of other countries' exports
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed)) return Number(trimmed.replaceAll(',', ''));
  if (/^[-+]?\d{1,3},\d{4,}$/.test(trimmed)) return Number(trimmed.replace(',', '.'));
  return Number.NaN;
}

/** Home Office codes as three digits, slash, two digits: "8/06", "8/6" and "00806" are "008/06"; anything else as it is. */
export function offenceCode(text: string): string {
  const slashed = /^(\d{1,3})\s*[/\\]\s*(\d{1,2})$/.exec(text);
  if (slashed) return code(slashed[1], slashed[2]);
  const run = /^(\d{1,3})(\d{2})$/.exec(text);
  if (run) return code(run[1], run[2]);
  // "8/06" that a spreadsheet took for the eighth of June
  const date = /^(\d{1,2})-([A-Za-z]{3})$/.exec(text);
  const month = date ? MONTHS.indexOf((date[2] ?? '').toLowerCase()) + 1 : 0;
  return date && month > 0 ? code(date[1], String(month)) : text;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function code(main = '', sub = ''): string {
  return `${main.padStart(3, '0')}/${sub.padStart(2, '0')}`;
}

/** Age in whole years, 0…120; null for anything else. */
export function ageOf(text: string): number | null {
  const years = Math.floor(decimal(text));
  return years >= 0 && years <= 120 ? years : null;
}

/** What a yes/no cell says; null when it says something else. */
export function flagOf(name: FlagName, text: string): number | null {
  const word = text.toLowerCase();
  if (YES.has(word)) return Flag.yes;
  if (NO.has(word)) return Flag.no;
  if (UNKNOWN.has(word)) return Flag.unknown;
  const rules = WORDS[name];
  if (rules.no.test(word) || /^(no|not|non|none|nil|without|never)\b/.test(word)) return Flag.no;
  if (rules.yes.test(word) || /^yes\b/.test(word)) return Flag.yes;
  return null;
}

const YES = new Set(['yes', 'y', 'true', 't', '1', '1.0', 'x']);
const NO = new Set(['no', 'n', 'false', 'f', '0', '0.0', 'none', 'nil']);
const UNKNOWN = new Set(['unknown', 'not known', 'not recorded', 'not stated', 'u', '?']);

/** Words in the columns that forces fill with text instead of yes and no. */
const WORDS: Readonly<Record<FlagName, { readonly yes: RegExp; readonly no: RegExp }>> = {
  domestic: { yes: /^(domestic|da\b|dv\b|dva\b)/, no: /^non[- ]?domestic/ },
  publicPlace: {
    yes: /^(in )?(a )?(public|street|open space|on street|outdoors?)/,
    no: /^(in )?(a )?(private|dwelling|residential|indoors?|home)/,
  },
  knife: { yes: /knife|knives|blade|machete|sharp/, no: /^(no|other|firearm|gun|blunt|fists?|bodily)\b/ },
  weapon: {
    yes: /knife|knives|blade|machete|sword|axe|hammer|sharp|gun|firearm|pistol|rifle|weapon|bottle|glass|bat\b|club|stick|blunt|acid|corrosive|instrument|implement|screwdriver|vehicle|taser|spray|explosive|object|imitation/,
    no: /^(unarmed|fists?|hands?|feet|bodily force)/,
  },
  alcohol: { yes: /alcohol|drunk|drink|intoxicat|under the influence/, no: /^sober/ },
};

/** True when a weapon's description names a knife or another blade. */
export function namesKnife(weapon: string): boolean {
  return /knife|knives|blade|machete/i.test(weapon) && flagOf('weapon', weapon) === Flag.yes;
}
