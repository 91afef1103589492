/** A risk terrain model as colours: scores by RTMDx's classes, priority by its multiples of the mean, residuals both ways. */
import { figure, type LegendEntry, type LegendModel } from './legend.ts';
import { magnitudePaint, type Paint } from './paint.ts';
import { css, magnitudeColours, paletteOf, type Rgba, significanceColour, type Theme } from './palette.ts';

/** Lower bounds of the classes from the mean up: mean, + 1 and + 2 standard deviations. */
export type ScoreEdges = readonly [mean: number, one: number, two: number];

/** Multiples of the mean, the same for every area and period. */
const priorityBreaks: readonly number[] = [0, 0.5, 1, 2, 5, 10, 20];

/** Offences more or fewer than expected, the same for every area. */
const RESIDUAL_EDGES = [1, 2, 5] as const;

export function scorePaint(rrs: Float64Array, edges: ScoreEdges, theme: Theme): Paint {
  const classes = new Uint8Array(rrs.length);
  for (let i = 0; i < rrs.length; i++) classes[i] = scoreClass(rrs[i] as number, edges);
  return { classes, colours: scoreColours(theme), strength: rrs };
}

/** 0: up to the mean, 1: above it, 2: above mean + 1 SD, 3: above mean + 2 SD. */
export function scoreClass(score: number, [mean, one, two]: ScoreEdges): number {
  return score > two ? 3 : score > one ? 2 : score > mean ? 1 : 0;
}

function scoreColours(theme: Theme): readonly Rgba[] {
  return [paletteOf(theme).zero, ...magnitudeColours(4, theme).map((c): Rgba => [...c, 255])].filter((_, k) => k !== 1);
}

/** `areas`: the names that the classes are made of together; '' for the one on the map. */
export function scoreLegend(rrs: Float64Array, edges: ScoreEdges, areas: string, theme: Theme): LegendModel {
  const [mean, one, two] = edges;
  const colours = scoreColours(theme);
  const cells = [0, 0, 0, 0];
  for (const score of rrs) {
    const k = scoreClass(score, edges);
    cells[k] = (cells[k] ?? 0) + 1;
  }
  const entry = (k: number, label: string): LegendEntry => ({
    kind: 'class',
    label,
    tick: (cells[k] ?? 0).toLocaleString('en-GB'),
    colour: css(colours[k] ?? paletteOf(theme).zero),
  });
  return {
    title: 'Relative risk score',
    unit: `times the least of the area${areas === '' ? '' : `; classes of ${areas} together`}`,
    entries: [
      entry(3, `Over ${figure(two)}, +2 SD`),
      entry(2, `Over ${figure(one)}, +1 SD`),
      entry(1, `Over ${figure(mean)}, mean`),
      { kind: 'zero', label: 'Up to the mean', tick: '', colour: css(paletteOf(theme).zero) },
      outside(theme),
    ],
    ticks: 'categories',
  };
}

export function priorityPaint(priority: Float64Array, theme: Theme): Paint {
  return magnitudePaint(priority, priority, priorityBreaks, theme);
}

export function priorityLegend(what: string, theme: Theme): LegendModel {
  const colours = magnitudeColours(priorityBreaks.length, theme);
  const classes = priorityBreaks.map((from, k): LegendEntry => {
    const to = priorityBreaks[k + 1];
    const colour = colours[k];
    return {
      kind: 'class',
      label: to === undefined ? `${from} and over` : `${from} to ${to}`,
      tick: from === 0 ? '>0' : figure(from),
      colour: colour === undefined ? 'transparent' : css(colour),
    };
  });
  return {
    title: 'Joint priority',
    unit: `risk score × ${what}, as multiples of the mean`,
    entries: [
      ...classes,
      { kind: 'zero', label: 'Nothing recorded', tick: '', colour: css(paletteOf(theme).zero) },
      outside(theme),
    ],
    ticks: 'edges',
  };
}

/** A merged hexagon shows the cell that the model misses most. */
export function residualPaint(residual: Float64Array, theme: Theme): Paint {
  const classes = new Uint8Array(residual.length);
  for (let i = 0; i < residual.length; i++) classes[i] = residualBin(residual[i] as number) + 3;
  return {
    classes,
    colours: [-3, -2, -1, 0, 1, 2, 3].map((bin) => significanceColour(bin, theme)),
    strength: residual.map(Math.abs),
  };
}

function residualBin(residual: number): number {
  const size = Math.abs(residual);
  const bin = RESIDUAL_EDGES.filter((edge) => size >= edge).length;
  return residual < 0 ? -bin : bin;
}

export function residualLegend(theme: Theme): LegendModel {
  const words = (bin: number): string => {
    const from = RESIDUAL_EDGES[Math.abs(bin) - 1] ?? 0;
    const to = RESIDUAL_EDGES[Math.abs(bin)];
    const side = bin < 0 ? 'fewer' : 'more';
    return to === undefined ? `${from} or more offences ${side}` : `${from} to ${to} offences ${side}`;
  };
  const tick = (bin: number): string => {
    const from = RESIDUAL_EDGES[Math.abs(bin) - 1] ?? 0;
    return `${bin < 0 ? '\u2212' : '+'}${from}`;
  };
  return {
    title: 'Recorded less expected',
    unit: 'offences per cell beyond what the model expects',
    entries: [
      ...[-3, -2, -1, 1, 2, 3].map(
        (bin): LegendEntry => ({
          kind: 'class',
          label: words(bin),
          tick: tick(bin),
          colour: css(significanceColour(bin, theme)),
        }),
      ),
      { kind: 'zero', label: 'Within one offence', tick: '', colour: css(paletteOf(theme).zero) },
      outside(theme),
    ],
    ticks: 'swatches',
    ends: ['Fewer', 'More'],
  };
}

function outside(theme: Theme): LegendEntry {
  return { kind: 'outside', label: 'Outside the area', tick: '', colour: paletteOf(theme).land };
}
