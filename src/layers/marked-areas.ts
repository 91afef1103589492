/** Patrol areas outlined on the map, each kind with a stroke of its own, and the letter badges that the lists repeat. */
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { ChangedArea } from '../core/results.ts';
import { css, type Palette, paletteOf, type Theme } from './palette.ts';

export type AreaState = ChangedArea['state'];

/**
 * What became of a patrol area, the place of another key date in the order of those laid over, or in Patrol whether an area is
 * one of the list, the chosen one, or dropped.
 */
export type Stroke = AreaState | 0 | 1 | 2 | 3 | 'patrol' | 'chosen' | 'faint';

export interface MarkedArea {
  readonly stroke: Stroke;
  /** '' for none. */
  readonly badge: string;
  /** Badges of lower order win where there is no room for all. */
  readonly order: number;
  readonly outline: ChangedArea['outline'];
  readonly lon: number;
  readonly lat: number;
}

/** A line of the legend. */
export interface LineKey {
  readonly label: string;
  readonly colour: string;
  readonly width: number;
  /** Lengths of dash and gap in widths of the line; none for a solid one. */
  readonly dash: readonly number[];
}

export const areaStates = ['new', 'emerging', 'lasting', 'cooling'] as const satisfies readonly AreaState[];

const letters: Readonly<Record<AreaState, string>> = { new: 'N', emerging: 'E', lasting: 'L', cooling: 'C' };

export const stateNames: Readonly<Record<AreaState, string>> = {
  new: 'New',
  emerging: 'Emerging',
  lasting: 'Lasting',
  cooling: 'Cooling',
};

/** "E2": the letter of what became of it and its rank, in the window after or, for a cooling one, before. */
export function badgeOf({ state, area }: Pick<ChangedArea, 'state' | 'area'>): string {
  return `${letters[state]}${area.rank}`;
}

const shapes: Readonly<Record<Stroke, { readonly width: number; readonly dash: readonly number[] }>> = {
  new: { width: 2, dash: [] },
  emerging: { width: 3.5, dash: [] },
  lasting: { width: 2.25, dash: [3, 1.5] },
  cooling: { width: 2.25, dash: [0.8, 1.3] },
  0: { width: 2.25, dash: [] },
  1: { width: 2.25, dash: [4, 1.5] },
  2: { width: 2.25, dash: [1.5, 1.2] },
  3: { width: 2.25, dash: [4, 1.2, 1, 1.2] },
  patrol: { width: 2.25, dash: [] },
  chosen: { width: 4, dash: [] },
  faint: { width: 1.25, dash: [2, 2] },
};

const overlayColours: Readonly<Record<Theme, readonly [string, string, string, string]>> = {
  light: ['#12436d', '#801650', '#13766f', '#7a4fb5'],
  dark: ['#6cb6ff', '#f08cc0', '#4fd1c5', '#bda6f0'],
};

function colourOf(stroke: Stroke, theme: Theme): string {
  return typeof stroke === 'number' ? overlayColours[theme][stroke] : css(paletteOf(theme).selection);
}

const strokes: readonly Stroke[] = [0, 1, 2, 3, 'cooling', 'lasting', 'new', 'emerging', 'faint', 'patrol', 'chosen'];

export function lineKey(stroke: Stroke, label: string, theme: Theme): LineKey {
  return { label, colour: colourOf(stroke, theme), ...shapes[stroke] };
}

/** Lines of areas that share no stroke with others: MapLibre takes one dash for a whole layer. */
export function markLayers(palette: Palette, theme: Theme, scale: number): LayerSpecification[] {
  const casing: LayerSpecification = {
    id: 'marks-casing',
    type: 'line',
    source: 'marks',
    filter: ['==', ['geometry-type'], 'Polygon'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': css(palette.selectionCasing), 'line-width': 5 * scale, 'line-opacity': 0.75 },
  };
  const lines = strokes.map(
    (stroke): LayerSpecification => ({
      id: `marks-${stroke}`,
      type: 'line',
      source: 'marks',
      filter: ['==', ['get', 'stroke'], String(stroke)],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colourOf(stroke, theme),
        'line-width': shapes[stroke].width * scale,
        ...(shapes[stroke].dash.length > 0 ? { 'line-dasharray': [...shapes[stroke].dash] } : {}),
      },
    }),
  );
  return [casing, ...lines];
}

/** Later features lie over earlier ones. */
export function markFeatures(areas: readonly MarkedArea[]): FeatureCollection {
  const byStroke = [...areas].sort((a, b) => strokes.indexOf(a.stroke) - strokes.indexOf(b.stroke));
  return {
    type: 'FeatureCollection',
    features: [
      ...byStroke.flatMap(({ stroke, outline }) =>
        outline.map((rings) => ({
          type: 'Feature' as const,
          properties: { stroke: String(stroke) },
          geometry: {
            type: 'Polygon' as const,
            coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
          },
        })),
      ),
      ...areas
        .filter(({ badge }) => badge !== '')
        .map(({ badge, order, lon, lat }) => ({
          type: 'Feature' as const,
          properties: { badge, order },
          geometry: { type: 'Point' as const, coordinates: [lon, lat] },
        })),
    ],
  };
}
