/** What the legend says: the same entries on the map, in Present and on paper. */
import type { HarmMode } from '../core/settings.ts';
import type { LineKey } from './marked-areas.ts';
import { css, magnitudeColours, paletteOf, significanceColour, type Theme } from './palette.ts';

/** What hotspots show: values by class, or the levels of Gi*. */
export type HotspotMeasure = 'value' | 'gi-star';

export interface LegendEntry {
  readonly kind: 'class' | 'zero' | 'outside';
  /** Whole text, "1,000 to 2,500". */
  readonly label: string;
  /** The same for a slide, where it is too long for one. */
  readonly short?: string;
  /** Text under the left edge of the swatch in a strip: the class's lower bound, or the level of a Gi* bin. */
  readonly tick: string;
  /** CSS colour. */
  readonly colour: string;
}

export interface LegendModel {
  readonly title: string;
  readonly unit: string;
  readonly entries: readonly LegendEntry[];
  /**
   * For magnitudes a tick names an edge between swatches, for Gi* it names the swatch; categories are a list, and a tick is
   * how many cells are in one.
   */
  readonly ticks: 'edges' | 'swatches' | 'categories';
  /** What the first and the last swatch stand for, of ticks that name swatches; cold and hot where not given. */
  readonly ends?: readonly [first: string, last: string];
  /** Outlines on the map, of patrol areas where `linesTitle` says nothing else. */
  readonly lines?: readonly LineKey[];
  readonly linesTitle?: string;
}

const titles: Readonly<Record<HarmMode, string>> = { harm: 'Harm', 'sqrt-harm': '√Harm', count: 'Offences' };

const unitOf = (mode: HarmMode, schedule: string): string => {
  if (mode === 'count') return 'recorded offences per cell';
  return mode === 'harm'
    ? `days of ${schedule} per cell`
    : `root of each offence’s days of ${schedule}, summed per cell`;
};

const binNames: readonly string[] = [
  'Cold spot, 99 %',
  'Cold spot, 95 %',
  'Cold spot, 90 %',
  'Not significant',
  'Hot spot, 90 %',
  'Hot spot, 95 %',
  'Hot spot, 99 %',
];

/** "Hot spot, 99 %" for a Gi* bin −3 … 3. */
export function binName(bin: number): string {
  return binNames[bin + 3] ?? 'Not significant';
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

/** "12,840 days", "12,840 √days" or "17 offences": a cell's value with its unit. */
export function valueText(value: number, mode: HarmMode): string {
  if (mode === 'count') return `${figure(value)} ${value === 1 ? 'offence' : 'offences'}`;
  return mode === 'harm' ? `${figure(value)} ${value === 1 ? 'day' : 'days'} of harm` : `${figure(value)} √harm`;
}

/**
 * @param breaks lower bounds of the classes (not read for Gi*)
 * @param schedule what harm is weighed by, as a sentence names it
 */
export function legendOf(
  measure: HotspotMeasure,
  mode: HarmMode,
  breaks: readonly number[],
  theme: Theme,
  schedule = 'the Cambridge Crime Harm Index',
): LegendModel {
  if (measure === 'gi-star') return significanceLegend(mode, theme);
  return { title: titles[mode], unit: unitOf(mode, schedule), ...magnitudeClasses(mode, breaks, theme) };
}

function magnitudeClasses(
  mode: HarmMode,
  breaks: readonly number[],
  theme: Theme,
): Pick<LegendModel, 'entries' | 'ticks'> {
  const colours = magnitudeColours(breaks.length, theme);
  const classes = breaks.map((from, k): LegendEntry => {
    const colour = colours[k];
    return {
      kind: 'class',
      label: classLabel(from, breaks[k + 1], mode),
      tick: from === 0 ? (mode === 'count' ? '1' : '>0') : figure(from),
      colour: colour === undefined ? 'transparent' : css(colour),
    };
  });
  return {
    entries: [...classes, zeroEntry('Nothing recorded', theme), outsideEntry(theme)],
    ticks: 'edges',
  };
}

function classLabel(from: number, to: number | undefined, mode: HarmMode): string {
  if (mode === 'count') {
    const first = Math.max(1, from);
    if (to === undefined) return from === 0 ? '1 and over' : `${figure(first)} and over`;
    return to - 1 <= first ? figure(first) : `${figure(first)} to ${figure(to - 1)}`;
  }
  if (from === 0) return to === undefined ? 'Above 0' : `Under ${figure(to)}`;
  return to === undefined ? `${figure(from)} and over` : `${figure(from)} to under ${figure(to)}`;
}

function significanceLegend(mode: HarmMode, theme: Theme): LegendModel {
  const bins = [-3, -2, -1, 1, 2, 3].map(
    (bin): LegendEntry => ({
      kind: 'class',
      label: binName(bin),
      tick: `${[90, 95, 99][Math.abs(bin) - 1]} %`,
      colour: css(significanceColour(bin, theme)),
    }),
  );
  return {
    title: 'Gi* cold and hot spots',
    unit: `${titles[mode].toLowerCase()} of a cell and its neighbours, level after false-discovery correction`,
    entries: [...bins, zeroEntry('Not significant', theme), outsideEntry(theme)],
    ticks: 'swatches',
  };
}

function zeroEntry(label: string, theme: Theme): LegendEntry {
  return { kind: 'zero', label, tick: '', colour: css(paletteOf(theme).zero) };
}

function outsideEntry(theme: Theme): LegendEntry {
  return { kind: 'outside', label: 'Outside the area', tick: '', colour: paletteOf(theme).land };
}

/** The sentence a legend must show when hexagons are merged, or '' when each is a cell; `stands` is which cell one shows. */
export function rollUpSentence(level: number, cellsPerHexagon: number, stands = 'the worst'): string {
  if (level === 0) return '';
  return `Zoomed out: each hexagon shows ${stands} of about ${Math.round(cellsPerHexagon)} cells. Zoom in to see every cell.`;
}

/** The same on a picture, which nobody can zoom. */
export function wallNote(level: number, cellsPerHexagon: number, stands = 'the worst'): string {
  return level === 0 ? '' : `Each hexagon shows ${stands} of about ${Math.round(cellsPerHexagon)} cells.`;
}
