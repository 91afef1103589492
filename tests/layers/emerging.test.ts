import { describe, expect, it } from 'vitest';
import { emergingCategories } from '../../src/core/methods/emerging-categories.ts';
import {
  emergingColour,
  emergingKind,
  emergingKinds,
  emergingLegend,
  emergingPaint,
} from '../../src/layers/emerging.ts';

const codeOf = (name: (typeof emergingCategories)[number]): number => emergingCategories.indexOf(name);

describe('kinds of emerging hot spots', () => {
  it('are the sixteen categories with a pattern, each named once', () => {
    expect(emergingKinds).toHaveLength(16);
    expect(new Set(emergingKinds.map(({ code }) => code)).size).toBe(16);
    expect(emergingKind(codeOf('new-hot'))?.name).toBe('New hot spot');
    expect(emergingKind(0)).toBeNull();
  });
});

/** What normal, deuteranopic and protanopic eyes see (Machado, Oliveira & Fernandes 2009, severity 1), row by row. */
const EYES = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
} as const;

/** OKLab of an sRGB colour as such eyes see it. */
function seen(rgb: readonly number[], eyes: readonly number[]): readonly number[] {
  const linear = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const times = (matrix: readonly number[], v: readonly number[]): number[] =>
    [0, 3, 6].map((row) => [0, 1, 2].reduce((sum, k) => sum + (matrix[row + k] ?? 0) * (v[k] ?? 0), 0));
  const there = times(eyes, linear).map((c) => Math.max(0, c));
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
      0.6299787005,
    ],
    there,
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
      -0.808675766,
    ],
    cones,
  );
}

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  it.each(Object.entries(EYES))('are told apart by eyes with %s sight', (_, eyes) => {
    const labs = emergingKinds.map(({ code }) => seen(emergingColour(code, theme).slice(0, 3), eyes));
    const distances = labs.flatMap((a, i) =>
      labs.slice(0, i).map((b) => Math.hypot(...a.map((x, k) => x - (b[k] ?? 0)))),
    );
    // 0.02 is just noticeable side by side
    expect(Math.min(...distances)).toBeGreaterThan(0.08);
  });

  it('of hot kinds are warm and of cold ones cool', () => {
    for (const { code, hot } of emergingKinds) {
      const [r, , b] = emergingColour(code, theme);
      expect(r > b).toBe(hot);
    }
  });
});

describe('the paint', () => {
  const category = Uint8Array.of(codeOf('persistent-hot'), codeOf('new-cold'), 0, codeOf('new-hot'));
  const rank = Uint32Array.of(2, 3, 1, 4);

  it('lets a merged hexagon show what calls for action first, hot before cold, no pattern last', () => {
    const { strength } = emergingPaint({ category }, rank, null, 'light');
    const order = [0, 1, 2, 3].sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0));
    expect(order).toEqual([3, 0, 1, 2]);
  });

  it('of one kind alone leaves the others as without pattern', () => {
    const { colours, strength } = emergingPaint({ category }, rank, codeOf('new-cold'), 'light');
    expect(colours[codeOf('persistent-hot')]).toEqual(colours[0]);
    expect(colours[codeOf('new-cold')]).not.toEqual(colours[0]);
    expect(strength.indexOf(Math.max(...strength))).toBe(1);
  });
});

describe('the legend', () => {
  it('lists only the kinds that occur, with their cells', () => {
    const inCategory = new Uint32Array(17);
    inCategory[0] = 90;
    inCategory[codeOf('new-hot')] = 1200;
    inCategory[codeOf('intensifying-hot')] = 3;
    const startDay = Int32Array.of(0, 28);
    const endDay = Int32Array.of(27, 55);
    const legend = emergingLegend({ inCategory, unit: 'days', startDay, endDay }, null, 'light');
    const classes = legend.entries.filter(({ kind }) => kind === 'class');
    expect(classes.map(({ label, tick }) => `${label} ${tick}`)).toEqual([
      'Intensifying hot spot 3',
      'New hot spot 1,200',
    ]);
    expect(legend.unit).toBe('cells by kind over 2 steps of 28 days');
    const alone = emergingLegend({ inCategory, unit: 'month', startDay, endDay }, codeOf('new-hot'), 'dark');
    expect(alone.entries.map(({ label }) => label)).toEqual(['New hot spot', 'Any other', 'Outside the area']);
    expect(alone.unit).toBe('cells by kind over 2 months');
  });
});
