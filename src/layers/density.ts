/** Density and near-repeat risk as legends: the magnitude palette over classes of their own. */
import type { HarmMode } from '../core/settings.ts';
import { figure, type LegendEntry, type LegendModel } from './legend.ts';
import { css, magnitudeColours, paletteOf, type Theme } from './palette.ts';

/**
 * Classes of the risk that is left, the same for all data: 1 is one pair at a distance and delay where pairs are twice as
 * many as chance.
 */
export const riskBreaks: readonly number[] = [0, 0.05, 0.1, 0.25, 0.5, 1, 2];

const amounts: Readonly<Record<HarmMode, string>> = { harm: 'days of harm', 'sqrt-harm': '√harm', count: 'offences' };

/** "days of harm per km²". */
export function densityUnit(mode: HarmMode): string {
  return `${amounts[mode]} per km²`;
}

export function densityLegend(
  breaks: readonly number[],
  mode: HarmMode,
  bandwidthM: number,
  kernel: 'quartic' | 'gaussian',
  theme: Theme,
): LegendModel {
  const width = `${figure(Math.round(bandwidthM))}\u00a0m`;
  const reach = kernel === 'gaussian' ? `Gaussian, SD ${width}` : `within ${width}`;
  return {
    title: 'Density',
    unit: `${densityUnit(mode)}, ${reach}`,
    entries: magnitudeEntries(breaks, short, 'Nothing near', theme),
    ticks: 'edges',
  };
}

export function riskLegend(day: string, theme: Theme): LegendModel {
  return {
    title: 'Near-repeat risk left',
    unit: `excess over chance on ${day}`,
    entries: magnitudeEntries(riskBreaks, figure, 'None left', theme),
    ticks: 'edges',
  };
}

function magnitudeEntries(
  breaks: readonly number[],
  words: (value: number) => string,
  none: string,
  theme: Theme,
): LegendEntry[] {
  const colours = magnitudeColours(breaks.length, theme);
  const palette = paletteOf(theme);
  const classes = breaks.map((from, k): LegendEntry => {
    const to = breaks[k + 1];
    const colour = colours[k];
    return {
      kind: 'class',
      label:
        to === undefined
          ? `${words(from)} and over`
          : from === 0
            ? `Under ${words(to)}`
            : `${words(from)} to ${words(to)}`,
      tick: from === 0 ? '>0' : words(from),
      colour: colour === undefined ? 'transparent' : css(colour),
    };
  });
  return [
    ...classes,
    { kind: 'zero', label: none, tick: '', colour: css(palette.zero) },
    { kind: 'outside', label: 'Outside the area', tick: '', colour: palette.land },
  ];
}

/** "12k" from ten thousand up: seven ticks share one line. */
function short(value: number): string {
  return value >= 10_000 ? `${figure(value / 1000)}k` : figure(value);
}
