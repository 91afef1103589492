/**
 * What a method's cells caught of what came: caught is orange, missed grey, chosen for nothing pale blue. Two depths each:
 * one offence, or more.
 */
import type { LegendEntry, LegendModel } from './legend.ts';
import { lineKey } from './marked-areas.ts';
import type { Paint } from './paint.ts';
import { css, paletteOf, parseHex, type Rgba, significanceColour, type Theme } from './palette.ts';

const missed: Readonly<Record<Theme, readonly [string, string]>> = {
  light: ['#b3bcc5', '#6a7683'],
  dark: ['#4c5865', '#98a5b2'],
};

const names = [
  'Neither chosen nor anything came',
  'Chosen, nothing came',
  'Missed: 1 offence',
  'Missed: 2 and more',
  'Caught: 1 offence',
  'Caught: 2 and more',
] as const;

export function outcomeName(code: number): string {
  return names[code] ?? names[0];
}

/** Class of each cell, as `names` has them. */
export function outcomesOf(count: Float64Array, chosen: Uint32Array): Uint8Array {
  const classes = Uint8Array.from(count, (n) => (n > 1 ? 3 : n > 0 ? 2 : 0));
  for (const cell of chosen) {
    const n = count[cell] as number;
    classes[cell] = n > 1 ? 5 : n > 0 ? 4 : 1;
  }
  return classes;
}

function coloursOf(theme: Theme): readonly Rgba[] {
  const [one, more] = missed[theme];
  return [
    paletteOf(theme).zero,
    significanceColour(-1, theme),
    [...parseHex(one), 255],
    [...parseHex(more), 255],
    significanceColour(2, theme),
    significanceColour(3, theme),
  ];
}

/** A merged hexagon shows what was caught before what was missed, and more before fewer. */
export function outcomePaint(classes: Uint8Array, count: Float64Array, theme: Theme): Paint {
  const strength = Float64Array.from(
    classes,
    (code, i) => (code >= 4 ? 2e6 : code >= 2 ? 1e6 : code) + (count[i] ?? 0),
  );
  return { classes, colours: coloursOf(theme), strength };
}

/** Each with its number of cells. */
export function outcomeLegend(
  classes: Uint8Array,
  title: string,
  unit: string,
  outlined: boolean,
  theme: Theme,
): LegendModel {
  const palette = paletteOf(theme);
  const colours = coloursOf(theme);
  const cells = names.map(() => 0);
  for (const code of classes) cells[code] = (cells[code] ?? 0) + 1;
  const entries = [5, 4, 3, 2, 1].map(
    (code): LegendEntry => ({
      kind: 'class',
      label: outcomeName(code),
      tick: (cells[code] ?? 0).toLocaleString('en-GB'),
      colour: css(colours[code] ?? palette.zero),
    }),
  );
  return {
    title,
    unit,
    entries: [
      ...entries,
      { kind: 'zero', label: names[0], tick: '', colour: css(palette.zero) },
      { kind: 'outside', label: 'Outside the area', tick: '', colour: palette.land },
    ],
    ticks: 'categories',
    ...(outlined ? { lines: [lineKey(0, 'Cells chosen', theme)], linesTitle: 'Outlined' } : {}),
  };
}
