/**
 * Colours of the map, light and dark. Magnitude is one sequential ramp, significance one diverging ramp from blue to
 * orange (never red–green), selection one strong outline. `tests/layers/palette.test.ts` holds the contrasts.
 */

export type Theme = 'light' | 'dark';
export type Rgb = readonly [number, number, number];
export type Rgba = readonly [number, number, number, number];

export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  /** Laid over everything outside the study area. */
  readonly outside: Rgba;
  readonly areaLine: string;
  readonly label: string;
  readonly labelStrong: string;
  readonly halo: string;
  /** Planted or planned patrol areas. */
  readonly patrol: string;
  readonly patrolCasing: string;
  readonly selection: Rgb;
  readonly selectionCasing: Rgb;
  /** A cell of the area with nothing recorded in it. */
  readonly zero: Rgba;
  /** Least to most, seven classes. */
  readonly magnitude: readonly Rgb[];
  /** Gi* bins −3 … 3 at index 0 … 6; the middle is "not significant". */
  readonly significance: readonly Rgba[];
  /** Numerals on a coloured hexagon: the one with more contrast is taken. */
  readonly numerals: readonly [Rgb, Rgb];
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const opaque = (hex: string): Rgba => [...rgb(hex), 255];
const ramp = (hexes: string): readonly Rgb[] => hexes.split(' ').map(rgb);
const numerals = [rgb('#0f151c'), rgb('#ffffff')] as const;

const light: Palette = {
  sea: '#dfe8ee',
  land: '#f7f6f2',
  coast: '#bcc7cf',
  outside: [255, 255, 255, 110],
  areaLine: '#7c8896',
  label: '#4d5966',
  labelStrong: '#16202b',
  halo: '#fbfaf7',
  patrol: '#0b5cad',
  patrolCasing: '#ffffff',
  selection: rgb('#16202b'),
  selectionCasing: rgb('#ffffff'),
  zero: [22, 32, 43, 16],
  magnitude: ramp('#fdeacb #fdd09c #fcb27c #f98a57 #e95f43 #c93025 #7d0a10'),
  significance: [
    opaque('#1b5a96'),
    opaque('#5b9bd0'),
    opaque('#abcfea'),
    [22, 32, 43, 16],
    opaque('#fbc58a'),
    opaque('#ec7f35'),
    opaque('#a63a06'),
  ],
  numerals,
};

const dark: Palette = {
  sea: '#0c1117',
  land: '#151c24',
  coast: '#33404d',
  outside: [8, 11, 15, 105],
  areaLine: '#66737f',
  label: '#a3b0bd',
  labelStrong: '#e8edf2',
  halo: '#10161d',
  patrol: '#6cb6ff',
  patrolCasing: '#0b1015',
  selection: rgb('#ffffff'),
  selectionCasing: rgb('#0b1015'),
  zero: [232, 237, 242, 14],
  magnitude: ramp('#33204d #5b1f6a #8f2a6b #c2415a #e8693f #f9a03a #fbe68a'),
  significance: [
    opaque('#9bd3ff'),
    opaque('#4690cf'),
    opaque('#28527c'),
    [232, 237, 242, 14],
    opaque('#7d4417'),
    opaque('#d9742a'),
    opaque('#ffc078'),
  ],
  numerals,
};

export function paletteOf(theme: Theme): Palette {
  return theme === 'dark' ? dark : light;
}

export function css(colour: Rgb | Rgba): string {
  const [r, g, b] = colour;
  const a = colour.length === 4 ? colour[3] : 255;
  return a === 255 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${Math.round((a / 255) * 1000) / 1000})`;
}

/** `top` over `ground`, both sRGB. */
export function blend(top: Rgba, ground: Rgb): Rgb {
  const a = top[3] / 255;
  const mix = (k: 0 | 1 | 2): number => Math.round(top[k] * a + ground[k] * (1 - a));
  return [mix(0), mix(1), mix(2)];
}

export function parseHex(hex: string): Rgb {
  return rgb(hex);
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Rgb): number {
  const linear = (channel: number): number => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/** Contrast ratio of two opaque colours, 1–21, WCAG 2.2. */
export function contrast(a: Rgb, b: Rgb): number {
  const la = luminance(a);
  const lb = luminance(b);
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** Dark or light numerals, whichever reads better on the colour. */
export function numeralOn(colour: Rgb, theme: Theme): Rgb {
  const [darkNumeral, lightNumeral] = paletteOf(theme).numerals;
  return contrast(darkNumeral, colour) >= contrast(lightNumeral, colour) ? darkNumeral : lightNumeral;
}

/** The seven colours spread over fewer classes, least to most; a single class takes the middle one. */
export function magnitudeColours(classes: number, theme: Theme): readonly Rgb[] {
  const all = paletteOf(theme).magnitude;
  const last = all.length - 1;
  if (classes === 1) return [all[last >> 1] as Rgb];
  return Array.from({ length: classes }, (_, k) => all[Math.round((k * last) / (classes - 1))] as Rgb);
}

/** Colour of a Gi* bin −3 … 3. */
export function significanceColour(bin: number, theme: Theme): Rgba {
  return paletteOf(theme).significance[bin + 3] as Rgba;
}
