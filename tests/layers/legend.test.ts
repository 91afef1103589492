import { describe, expect, it } from 'vitest';
import { classOf } from '../../src/layers/classes.ts';
import { binName, legendOf, rollUpSentence, valueText, wallNote } from '../../src/layers/legend.ts';
import { css, magnitudeColours, significanceColour } from '../../src/layers/palette.ts';

const labels = (...args: Parameters<typeof legendOf>): string[] => legendOf(...args).entries.map(({ label }) => label);

describe('classOf', () => {
  const breaks = [0, 50, 200, 1_000];

  it('puts a value on a break into the class that starts there', () => {
    expect([0.1, 49.9, 50, 199, 200, 1_000, 1e9].map((value) => classOf(value, breaks))).toEqual([0, 0, 1, 1, 2, 3, 3]);
  });

  it('puts nothing, less than nothing and not a number in no class', () => {
    expect([0, -1, Number.NaN].map((value) => classOf(value, breaks))).toEqual([-1, -1, -1]);
  });

  it('knows one class', () => {
    expect(classOf(7, [0])).toBe(0);
  });
});

describe('legendOf', () => {
  it('names another schedule in the unit', () => {
    expect(legendOf('value', 'harm', [0], 'light', 'mine.csv').unit).toBe('days of mine.csv per cell');
  });

  it('says harm in days of the Cambridge Crime Harm Index, class by class, with zero and outside', () => {
    const legend = legendOf('value', 'harm', [0, 250, 1_000], 'light');
    expect(`${legend.title}, ${legend.unit}`).toBe('Harm, days of the Cambridge Crime Harm Index per cell');
    expect(legend.entries.map(({ label }) => label)).toEqual([
      'Under 250',
      '250 to under 1,000',
      '1,000 and over',
      'Nothing recorded',
      'Outside the area',
    ]);
    expect(legend.entries.map(({ tick }) => tick)).toEqual(['>0', '250', '1,000', '', '']);
  });

  it('says counts as whole numbers', () => {
    expect(labels('value', 'count', [0, 2, 3, 5, 20], 'light').slice(0, 5)).toEqual([
      '1',
      '2',
      '3 to 4',
      '5 to 19',
      '20 and over',
    ]);
    expect(labels('value', 'count', [0], 'light')[0]).toBe('1 and over');
  });

  it('shows the colours that the hexagons take', () => {
    const { entries } = legendOf('value', 'harm', [0, 250, 1_000], 'dark');
    const colours = magnitudeColours(3, 'dark');
    expect(entries.slice(0, 3).map(({ colour }) => colour)).toEqual(colours.map(css));
  });

  it('names the six levels of Gi* from cold to hot, without classes of magnitude', () => {
    const legend = legendOf('gi-star', 'harm', [0, 250], 'light');
    expect(legend.entries.map(({ label }) => label)).toEqual([
      'Cold spot, 99 %',
      'Cold spot, 95 %',
      'Cold spot, 90 %',
      'Hot spot, 90 %',
      'Hot spot, 95 %',
      'Hot spot, 99 %',
      'Not significant',
      'Outside the area',
    ]);
    expect(legend.entries[5]?.colour).toBe(css(significanceColour(3, 'light')));
    expect(legend.unit).toContain('false-discovery');
  });
});

describe('words', () => {
  it('says what merged hexagons show, and nothing when each is a cell', () => {
    expect(rollUpSentence(0, 1)).toBe('');
    expect(rollUpSentence(1, 6.6)).toBe(
      'Zoomed out: each hexagon shows the worst of about 7 cells. Zoom in to see every cell.',
    );
    expect(wallNote(0, 1)).toBe('');
    expect(wallNote(1, 6.6)).toBe('Each hexagon shows the worst of about 7 cells.');
  });

  it('gives values their unit', () => {
    expect(valueText(14_077, 'harm')).toBe('14,077 days of harm');
    expect(valueText(1, 'count')).toBe('1 offence');
    expect(valueText(17, 'count')).toBe('17 offences');
    expect(valueText(38.25, 'sqrt-harm')).toBe('38.3 √harm');
  });

  it('calls bin 0 not significant', () => {
    expect(binName(0)).toBe('Not significant');
    expect(binName(-2)).toBe('Cold spot, 95 %');
  });
});
