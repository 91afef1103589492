/**
 * How the cells of a grid are coloured, whatever the colours mean: a class per cell, a colour per class, and which cell
 * stands for a merged hexagon. Index i means cell i.
 */
import type { HotspotResult } from '../core/results.ts';
import { classOf } from './classes.ts';
import { magnitudeColours, paletteOf, type Rgba, significanceColour, type Theme } from './palette.ts';

export interface Paint {
  /** Index into `colours` for each cell. */
  readonly classes: Uint8Array;
  readonly colours: readonly Rgba[];
  /** Of the cells in a merged hexagon the one with the greatest strength is shown; ties go to the earlier cell. */
  readonly strength: Float64Array;
}

/** Colour classes of magnitudes by their lower bounds; what is not above 0 is in class 0, faint. */
export function magnitudePaint(
  value: Float64Array,
  strength: Float64Array,
  breaks: readonly number[],
  theme: Theme,
): Paint {
  const colours = [paletteOf(theme).zero, ...magnitudeColours(breaks.length, theme).map((c): Rgba => [...c, 255])];
  const classes = new Uint8Array(value.length);
  for (let i = 0; i < value.length; i++) classes[i] = classOf(value[i] as number, breaks) + 1;
  return { classes, colours, strength };
}

/** The value of each cell; a merged hexagon shows the best-ranked. */
export function valuePaint(
  { value, rank }: Pick<HotspotResult, 'value' | 'rank'>,
  breaks: readonly number[],
  theme: Theme,
): Paint {
  return magnitudePaint(value, byRank(rank), breaks, theme);
}

/** Gi* by bin; a merged hexagon shows its hottest cell, and where none is hot the coldest. Ties go to the better rank. */
export function significancePaint({ bin, rank }: Pick<HotspotResult, 'bin' | 'rank'>, theme: Theme): Paint {
  const colours = [-3, -2, -1, 0, 1, 2, 3].map((b) => significanceColour(b, theme));
  const strength = byRank(rank);
  for (let i = 0; i < bin.length; i++) {
    const b = bin[i] as number;
    // hot 4 … 6 before cold 1 … 3 before 0, and any rank within
    strength[i] = (strength[i] as number) + (b > 0 ? 3 + b : -b) * 2 * bin.length;
  }
  const classes = new Uint8Array(bin.length);
  for (let i = 0; i < bin.length; i++) classes[i] = (bin[i] as number) + 3;
  return { classes, colours, strength };
}

function byRank(rank: Uint32Array): Float64Array {
  // `from` with a function takes ten times as long
  const strength = new Float64Array(rank.length);
  for (let i = 0; i < rank.length; i++) strength[i] = -(rank[i] as number);
  return strength;
}
