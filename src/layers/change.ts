/**
 * The change at a key date as colours and words. Falls are blue and rises orange, as cold and hot are; what stayed about the
 * same is pale, and cells with too few offences to say are grey, so that grey is never read as "no change".
 */
import { type ChangeClass, changeClasses } from '../core/methods/change-classes.ts';
import type { ChangeResult } from '../core/results.ts';
import type { LegendEntry, LegendModel } from './legend.ts';
import type { Paint } from './paint.ts';
import { css, paletteOf, parseHex, type Rgba, significanceColour, type Theme } from './palette.ts';

/** From the largest fall to the largest rise. */
const told: readonly ChangeClass[] = ['halved', 'fell', 'same', 'rose', 'doubled'];

interface Words {
  readonly label: string;
  readonly tick: string;
}

const words: Readonly<Record<ChangeClass, Words>> = {
  nothing: { label: 'Nothing in either window', tick: '' },
  'too-few': { label: 'Too few to say', tick: '' },
  halved: { label: 'Fell to half or less', tick: '≤ ½' },
  fell: { label: 'Fell to between a half and three quarters', tick: '½ – ¾' },
  same: { label: 'About the same', tick: '¾ – 1⅓' },
  rose: { label: 'Rose by a third to twice', tick: '1⅓ – 2' },
  doubled: { label: 'Rose to twice or more', tick: '≥ 2' },
};

/** What a code of `ChangeResult.classes` stands for. */
export function changeKind(code: number): ChangeClass {
  return changeClasses[code] ?? 'nothing';
}

export function changeWords(change: ChangeClass): string {
  return words[change].label;
}

const same: Readonly<Record<Theme, string>> = { light: '#efe3a8', dark: '#6b6233' };
const tooFew: Readonly<Record<Theme, Rgba>> = { light: [84, 98, 112, 74], dark: [200, 210, 220, 62] };

const bins: Readonly<Partial<Record<ChangeClass, number>>> = { halved: -3, fell: -2, rose: 2, doubled: 3 };

function changeColour(change: ChangeClass, theme: Theme): Rgba {
  const bin = bins[change];
  if (bin !== undefined) return significanceColour(bin, theme);
  if (change === 'same') return [...parseHex(same[theme]), 255];
  return change === 'too-few' ? tooFew[theme] : paletteOf(theme).zero;
}

/** A merged hexagon shows its clearest change, of cells where none is told one with offences. */
export function changePaint({ classes, p }: Pick<ChangeResult, 'classes' | 'p'>, theme: Theme): Paint {
  const strength = Float64Array.from(classes, (code, i) => {
    const kind = changeKind(code);
    if (kind === 'nothing') return 0;
    if (kind === 'too-few') return 1;
    return kind === 'same' ? 2 : 4 - (p[i] as number);
  });
  return { classes, colours: changeClasses.map((change) => changeColour(change, theme)), strength };
}

export function changeLegend(theme: Theme): LegendModel {
  return {
    title: 'Change of offences',
    unit: 'rate after ÷ rate before',
    entries: [
      ...told.map(
        (change): LegendEntry => ({ kind: 'class', ...words[change], colour: css(changeColour(change, theme)) }),
      ),
      other('too-few', theme),
      other('nothing', theme),
      { kind: 'outside', label: 'Outside the area', tick: '', colour: paletteOf(theme).land },
    ],
    ticks: 'swatches',
    ends: ['Fell', 'Rose'],
  };
}

function other(change: ChangeClass, theme: Theme): LegendEntry {
  return { kind: 'zero', ...words[change], colour: css(changeColour(change, theme)) };
}

/** Days of harm: an assault with serious injury weighs more than a thousand, a robbery a year, most others less than a hundred. */
const harmCuts = [-1000, -100, 100, 1000] as const;

/** Small differences are the most, and quiet. */
const harmColours: readonly ChangeClass[] = ['halved', 'fell', 'too-few', 'rose', 'doubled'];

const harmWords: readonly Words[] = [
  { label: 'Fell by 1,000 days or more', tick: '≤ −1,000' },
  { label: 'Fell by 100 to 1,000 days', tick: '≤ −100' },
  { label: 'Less than 100 days either way', tick: '± 100' },
  { label: 'Rose by 100 to 1,000 days', tick: '≥ 100' },
  { label: 'Rose by 1,000 days or more', tick: '≥ 1,000' },
];

/** Difference of harm by size; cells with nothing in either window apart. A merged hexagon shows its largest difference. */
export function harmPaint(
  { classes, harmDifference }: Pick<ChangeResult, 'classes' | 'harmDifference'>,
  theme: Theme,
): Paint {
  const nothing = changeClasses.indexOf('nothing');
  const colours = [changeColour('nothing', theme), ...harmColours.map((change) => changeColour(change, theme))];
  const classOf = (days: number): number => 1 + harmCuts.filter((cut) => (cut < 0 ? days > cut : days >= cut)).length;
  return {
    classes: classes.map((code, i) => (code === nothing ? 0 : classOf(harmDifference[i] as number))),
    colours,
    strength: Float64Array.from(classes, (code, i) => (code === nothing ? -1 : Math.abs(harmDifference[i] as number))),
  };
}

/** @param schedule what harm is weighed by, as a sentence names it */
export function harmChangeLegend(theme: Theme, schedule: string): LegendModel {
  return {
    title: 'Change of harm',
    unit: `days of ${schedule}, after less before`,
    entries: [
      ...harmWords.map(
        (entry, i): LegendEntry => ({
          kind: 'class',
          ...entry,
          colour: css(changeColour(harmColours[i] ?? 'same', theme)),
        }),
      ),
      other('nothing', theme),
      { kind: 'outside', label: 'Outside the area', tick: '', colour: paletteOf(theme).land },
    ],
    ticks: 'swatches',
    ends: ['Fell', 'Rose'],
  };
}
