import { describe, expect, it } from 'vitest';
import { densityLegend, riskBreaks, riskLegend } from '../../src/layers/density.ts';

const classesOf = (legend: ReturnType<typeof riskLegend>) => legend.entries.filter(({ kind }) => kind === 'class');

describe('the legend of density', () => {
  it('names unit and bandwidth, and shortens what seven ticks have no room for', () => {
    const legend = densityLegend([0, 80, 12_000], 'harm', 300.4, 'quartic', 'light');
    expect(legend.unit).toBe('days of harm per km², within 300\u00a0m');
    expect(classesOf(legend).map(({ tick }) => tick)).toEqual(['>0', '80', '12k']);
    expect(classesOf(legend).map(({ label }) => label)).toEqual(['Under 80', '80 to 12k', '12k and over']);
  });

  it('tells a radius from a standard deviation', () => {
    expect(densityLegend([0], 'count', 500, 'gaussian', 'dark').unit).toBe('offences per km², Gaussian, SD 500\u00a0m');
  });
});

describe('the legend of near-repeat risk', () => {
  it('has the same classes for all data, and says of which day it is', () => {
    const legend = riskLegend('30 Jun 2020', 'light');
    expect(classesOf(legend)).toHaveLength(riskBreaks.length);
    expect(legend.unit).toBe('excess over chance on 30 Jun 2020');
  });
});
