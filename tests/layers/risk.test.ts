import { describe, expect, it } from 'vitest';
import { css } from '../../src/layers/palette.ts';
import {
  priorityLegend,
  priorityPaint,
  residualLegend,
  residualPaint,
  scoreClass,
  scoreLegend,
  scorePaint,
} from '../../src/layers/risk.ts';

const edges = [2, 3, 4] as const;
const rrs = Float64Array.of(1, 2, 2.5, 3.5, 9);

describe('risk scores on the map', () => {
  it('are classed above the mean, + 1 and + 2 standard deviations, as RTMDx does', () => {
    expect([...rrs].map((score) => scoreClass(score, edges))).toEqual([0, 0, 1, 2, 3]);
    expect([...scorePaint(rrs, edges, 'light').classes]).toEqual([0, 0, 1, 2, 3]);
  });

  it.each(['light', 'dark'] as const)(
    'have in the legend the colours of the map and the cells of each, %s',
    (theme) => {
      const { colours } = scorePaint(rrs, edges, theme);
      const { entries, ticks } = scoreLegend(rrs, edges, '', theme);
      const classes = entries.filter(({ kind }) => kind === 'class');
      expect(ticks).toBe('categories');
      expect(classes.map(({ colour }) => colour)).toEqual([3, 2, 1].map((k) => css(colours[k] ?? [0, 0, 0])));
      expect(classes.map(({ tick }) => tick)).toEqual(['1', '1', '1']);
      expect(new Set(colours.map(String)).size).toBe(4);
    },
  );

  it('say of two areas that the classes are both’s', () => {
    expect(scoreLegend(rrs, edges, 'Basildon and Chelmsford', 'light').unit).toContain('Basildon and Chelmsford');
  });
});

describe('joint priority and residuals on the map', () => {
  it('priority is 0 where nothing is recorded', () => {
    const { classes } = priorityPaint(Float64Array.of(0, 0.2, 1, 30), 'light');
    expect([...classes]).toEqual([0, 1, 3, 7]);
    expect(priorityLegend('harm recorded', 'light').unit).toBe('risk score × harm recorded, as multiples of the mean');
  });

  it('residuals go both ways from within one offence, and the farthest stands for a merged hexagon', () => {
    const { classes, strength } = residualPaint(Float64Array.of(-7, -1.5, 0.9, 1, 2.2, 6), 'dark');
    expect([...classes]).toEqual([0, 2, 3, 4, 5, 6]);
    expect(strength[0]).toBe(7);
    const { entries } = residualLegend('dark');
    expect(entries.filter(({ kind }) => kind === 'class').map(({ tick }) => tick)).toEqual([
      '−5',
      '−2',
      '−1',
      '+1',
      '+2',
      '+5',
    ]);
  });
});
