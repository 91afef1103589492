/**
 * Emerging hot spots as colours and words. Hot kinds are warm and cold kinds cool; what is new is yellow or teal, what lasts
 * red or blue, what comes and goes orange-brown or violet, what is over nearly grey. Lightness tells them apart within, also
 * for eyes that do not see red or green (tests/layers/emerging.test.ts).
 */
import { type EmergingCategory, emergingCategories } from '../core/methods/emerging-categories.ts';
import type { EmergingResult } from '../core/results.ts';
import type { LegendEntry, LegendModel } from './legend.ts';
import type { Paint } from './paint.ts';
import { css, paletteOf, parseHex, type Rgba, type Theme } from './palette.ts';

type Patterned = Exclude<EmergingCategory, 'no-pattern'>;

const light: Readonly<Record<Patterned, string>> = {
  'new-hot': '#e3c507',
  'consecutive-hot': '#b17b0a',
  'intensifying-hot': '#550104',
  'persistent-hot': '#be3335',
  'diminishing-hot': '#e8816d',
  'sporadic-hot': '#ffcd94',
  'oscillating-hot': '#763000',
  'historical-hot': '#c3baae',
  'new-cold': '#79f8db',
  'consecutive-cold': '#1d7362',
  'intensifying-cold': '#122666',
  'persistent-cold': '#3574c0',
  'diminishing-cold': '#8ba8d4',
  'sporadic-cold': '#d4bdfc',
  'oscillating-cold': '#57369e',
  'historical-cold': '#778495',
};

const dark: Readonly<Record<Patterned, string>> = {
  'new-hot': '#fee84d',
  'consecutive-hot': '#d5a316',
  'intensifying-hot': '#fc9d90',
  'persistent-hot': '#d00c0b',
  'diminishing-hot': '#602116',
  'sporadic-hot': '#b28351',
  'oscillating-hot': '#fdd0a7',
  'historical-hot': '#776d60',
  'new-cold': '#90fef8',
  'consecutive-cold': '#33999d',
  'intensifying-cold': '#9ed2ff',
  'persistent-cold': '#2584f2',
  'diminishing-cold': '#0a3c83',
  'sporadic-cold': '#6d59ac',
  'oscillating-cold': '#b1a1e1',
  'historical-cold': '#484f54',
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

/** Only the categories that occur, each with its number of cells; one alone where it is to stand out. */
export function emergingLegend(
  { inCategory, unit, startDay, endDay }: Pick<EmergingResult, 'inCategory' | 'unit' | 'startDay' | 'endDay'>,
  highlight: number | null,
  theme: Theme,
): LegendModel {
  const present = emergingKinds.filter(
    ({ code }) => (inCategory[code] ?? 0) > 0 && (highlight === null || code === highlight),
  );
  const steps = startDay.length;
  const days = steps > 0 ? (endDay[0] as number) - (startDay[0] as number) + 1 : 0;
  const palette = paletteOf(theme);
  const none: LegendEntry = {
    kind: 'zero',
    label: highlight === null ? 'No pattern' : 'Any other',
    tick: '',
    colour: css(palette.zero),
  };
  return {
    title: 'Emerging hot and cold spots',
    unit: `cells by kind over ${steps} ${unit === 'month' ? 'months' : `steps of ${days} days`}`,
    entries: [
      ...present.map(
        ({ code, name }): LegendEntry => ({
          kind: 'class',
          label: name,
          short: name.replace(/ spot$/, ''),
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
