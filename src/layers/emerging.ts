/**
 * Emerging hot spots as colours and words. Hot kinds are warm and cold kinds cool; what is new is yellow or teal, what lasts
 * red or blue, what comes and goes orange-brown or violet, what is over nearly grey. Lightness tells them apart within.
 */
import { type EmergingCategory, emergingCategories } from '../core/methods/emerging-categories.ts';
import type { EmergingResult } from '../core/results.ts';
import type { LegendEntry, LegendModel } from './legend.ts';
import type { Paint } from './paint.ts';
import { css, paletteOf, parseHex, type Rgba, type Theme } from './palette.ts';

type Patterned = Exclude<EmergingCategory, 'no-pattern'>;

const light: Readonly<Record<Patterned, string>> = {
  'new-hot': '#ffc400',
  'consecutive-hot': '#c98a00',
  'intensifying-hot': '#7d0a10',
  'persistent-hot': '#d0342a',
  'diminishing-hot': '#f79a86',
  'sporadic-hot': '#f5b678',
  'oscillating-hot': '#a4571f',
  'historical-hot': '#cdbcab',
  'new-cold': '#3fcabb',
  'consecutive-cold': '#11807a',
  'intensifying-cold': '#082f66',
  'persistent-cold': '#2a6cb8',
  'diminishing-cold': '#8dbbe6',
  'sporadic-cold': '#b9bdf0',
  'oscillating-cold': '#6553ad',
  'historical-cold': '#a5b4bd',
};

const dark: Readonly<Record<Patterned, string>> = {
  'new-hot': '#ffe066',
  'consecutive-hot': '#c79a1b',
  'intensifying-hot': '#ff9480',
  'persistent-hot': '#e0402f',
  'diminishing-hot': '#8a2a24',
  'sporadic-hot': '#b96f2c',
  'oscillating-hot': '#f0b183',
  'historical-hot': '#75675b',
  'new-cold': '#7ff0e3',
  'consecutive-cold': '#1f9e95',
  'intensifying-cold': '#a5d2ff',
  'persistent-cold': '#3f8adf',
  'diminishing-cold': '#234f86',
  'sporadic-cold': '#5a57a6',
  'oscillating-cold': '#a99cf7',
  'historical-cold': '#4e5f68',
};

/** The order in which they are listed: what calls for action first. */
const listed: readonly EmergingCategory[] = [
  'intensifying-hot',
  'new-hot',
  'consecutive-hot',
  'persistent-hot',
  'sporadic-hot',
  'oscillating-hot',
  'diminishing-hot',
  'historical-hot',
  'intensifying-cold',
  'new-cold',
  'consecutive-cold',
  'persistent-cold',
  'sporadic-cold',
  'oscillating-cold',
  'diminishing-cold',
  'historical-cold',
];

const kinds: Readonly<Record<string, string>> = {
  new: 'Significant in the last step, and never before.',
  consecutive: 'Significant in the last steps without a break, and never before these.',
  intensifying: 'Significant in nine tenths of the steps and in the last, and getting stronger.',
  persistent: 'Significant in nine tenths of the steps and in the last, without a trend.',
  diminishing: 'Significant in nine tenths of the steps and in the last, and getting weaker.',
  sporadic: 'Significant in the last step, and on and off before.',
  oscillating: 'Significant in the last step, and the opposite in an earlier one.',
  historical: 'Significant in nine tenths of the steps, but not in the last.',
};

/** A kind of cell, as the legend, the panel and the tooltip speak of it. */
export interface EmergingKind {
  /** Position in the result's categories. */
  readonly code: number;
  /** "Intensifying hot spot". */
  readonly name: string;
  /** "Intensifying". */
  readonly short: string;
  readonly hot: boolean;
  /** What makes a cell one. */
  readonly words: string;
}

/** All kinds but "no pattern", those that call for action first. */
export const emergingKinds: readonly EmergingKind[] = listed.map((category) => {
  const [kind = '', side = ''] = category.split('-');
  const short = kind.charAt(0).toUpperCase() + kind.slice(1);
  return {
    code: emergingCategories.indexOf(category),
    name: `${short} ${side} spot`,
    short,
    hot: side === 'hot',
    words: kinds[kind] ?? '',
  };
});

/** Null for "no pattern". */
export function emergingKind(code: number): EmergingKind | null {
  return emergingKinds.find((kind) => kind.code === code) ?? null;
}

export function emergingColour(code: number, theme: Theme): Rgba {
  const category = emergingCategories[code];
  if (category === undefined || category === 'no-pattern') return paletteOf(theme).zero;
  return [...parseHex((theme === 'dark' ? dark : light)[category]), 255];
}

/**
 * Colours of the categories, of one alone where it is to stand out. A merged hexagon shows what calls most for action, of
 * equals the better rank.
 */
export function emergingPaint(
  { category }: Pick<EmergingResult, 'category'>,
  rank: Uint32Array,
  highlight: number | null,
  theme: Theme,
): Paint {
  const shown = (code: number): boolean => highlight === null || code === highlight;
  const colours = emergingCategories.map((_, code) => emergingColour(shown(code) ? code : 0, theme));
  const urgency = emergingCategories.map((_, code) =>
    shown(code) ? emergingKinds.length - emergingKinds.findIndex((kind) => kind.code === code) : 0,
  );
  // "no pattern" is in no list: behind all others
  urgency[0] = 0;
  const n = category.length;
  const strength = Float64Array.from(category, (code, i) => (urgency[code] as number) * n - (rank[i] as number));
  return { classes: category, colours, strength };
}

/** Only the categories that occur, each with its number of cells. */
export function emergingLegend(
  { inCategory, unit, startDay, endDay }: Pick<EmergingResult, 'inCategory' | 'unit' | 'startDay' | 'endDay'>,
  theme: Theme,
): LegendModel {
  const present = emergingKinds.filter(({ code }) => (inCategory[code] ?? 0) > 0);
  const steps = startDay.length;
  const days = steps > 0 ? (endDay[0] as number) - (startDay[0] as number) + 1 : 0;
  const palette = paletteOf(theme);
  const none: LegendEntry = { kind: 'zero', label: 'No pattern', tick: '', colour: css(palette.zero) };
  return {
    title: 'Emerging hot and cold spots',
    unit: `cells by kind over ${steps} ${unit === 'month' ? 'months' : `steps of ${days} days`}`,
    entries: [
      ...present.map(
        ({ code, name }): LegendEntry => ({
          kind: 'class',
          label: name,
          tick: (inCategory[code] ?? 0).toLocaleString('en-GB'),
          colour: css(emergingColour(code, theme)),
        }),
      ),
      none,
      { kind: 'outside', label: 'Outside the area', tick: '', colour: palette.land },
    ],
    ticks: 'categories',
  };
}
