import { describe, expect, it } from 'vitest';
import {
  blend,
  contrast,
  magnitudeColours,
  numeralOn,
  paletteOf,
  parseHex,
  type Rgb,
  significanceColour,
  type Theme,
} from '../../src/layers/palette.ts';

const themes: readonly Theme[] = ['light', 'dark'];

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10);
    expect(contrast([10, 20, 30], [10, 20, 30])).toBe(1);
  });

  it('agrees with the published example #767676 on white, 4.54', () => {
    expect(contrast(parseHex('#767676'), [255, 255, 255])).toBeCloseTo(4.54, 2);
  });
});

describe.each(themes)('the %s palette', (theme) => {
  const palette = paletteOf(theme);
  const land = parseHex(palette.land);
  const grounds: Rgb[] = [
    ...palette.magnitude,
    ...palette.significance.map((colour) => blend(colour, land)),
    blend(palette.zero, land),
  ];

  it('lets a numeral be read at 4.5:1 on every class', () => {
    for (const ground of grounds) expect(contrast(numeralOn(ground, theme), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('orders the magnitude by lightness, so that it reads without hue', () => {
    const lightness = palette.magnitude.map((colour) => contrast(colour, [0, 0, 0]));
    const sorted = [...lightness].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(lightness).toEqual(sorted);
  });

  it('sets the worst class off from the land at 3:1', () => {
    expect(contrast(palette.magnitude.at(-1) as Rgb, land)).toBeGreaterThan(3);
  });

  it('tells hot from cold by blue against orange, never by red against green', () => {
    for (const bin of [1, 2, 3]) {
      const [hotRed, hotGreen, hotBlue] = significanceColour(bin, theme);
      const [coldRed, , coldBlue] = significanceColour(-bin, theme);
      expect(hotRed).toBeGreaterThan(hotBlue);
      expect(coldBlue).toBeGreaterThan(coldRed);
      expect(hotRed).toBeGreaterThan(hotGreen);
    }
  });

  it('keeps labels, lines of patrol areas and the selection visible on land', () => {
    for (const colour of [palette.label, palette.labelStrong, palette.patrol]) {
      expect(contrast(parseHex(colour), land)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.selection, palette.selectionCasing)).toBeGreaterThan(10);
  });

  it('shows a cell with nothing recorded faintly: neither like land nor like the first class', () => {
    const zero = blend(palette.zero, land);
    expect(zero).not.toEqual(land);
    expect(contrast(zero, land)).toBeLessThan(1.3);
    expect(palette.magnitude).not.toContainEqual(zero);
  });
});

describe('magnitudeColours', () => {
  it('gives all seven, spreads fewer from least to most, and takes the middle for one', () => {
    const all = paletteOf('light').magnitude;
    expect(magnitudeColours(7, 'light')).toEqual(all);
    expect(magnitudeColours(3, 'light')).toEqual([all[0], all[3], all[6]]);
    expect(magnitudeColours(1, 'light')).toEqual([all[3]]);
  });
});
