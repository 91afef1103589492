import { describe, expect, it } from 'vitest';
import { outcomeLegend, outcomePaint, outcomesOf } from '../../src/layers/evaluation.ts';

const count = Float64Array.from([0, 0, 1, 3, 1, 2]);
const classes = outcomesOf(count, Uint32Array.from([1, 4, 5]));

describe('what a method caught', () => {
  it('is told from what it missed and what it chose for nothing', () => {
    expect([...classes]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('stands for a merged hexagon before what was missed, and more before fewer', () => {
    const { strength } = outcomePaint(classes, count, 'light');
    expect([...strength.keys()].toSorted((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0))).toEqual([
      5, 4, 3, 2, 1, 0,
    ]);
  });

  it('has six colours that differ, in either theme', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { colours } = outcomePaint(classes, count, theme);
      expect(new Set(colours.map(String)).size).toBe(6);
    }
  });

  it('is counted in the legend, which names the outlines only where there are some', () => {
    const legend = outcomeLegend(classes, 'Gi*', 'June', true, 'light');
    expect(legend.entries.filter(({ kind }) => kind === 'class').map(({ tick }) => tick)).toEqual([
      '1',
      '1',
      '1',
      '1',
      '1',
    ]);
    expect(legend.lines).toHaveLength(1);
    expect(outcomeLegend(classes, 'Gi*', 'June', false, 'light').lines).toBeUndefined();
  });
});
