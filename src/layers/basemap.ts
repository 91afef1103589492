/**
 * The map style: sea, land, labels, and empty sources that the map view fills (area, patrol areas, ranks, offences).
 * Pure: the same theme and addresses give the same style, which a test holds against the MapLibre specification.
 *
 * Text has no `glyphs` address: MapLibre draws it from the page's own fonts, so nothing is fetched. The view registers
 * the two families named here. Symbols are placed from the last layer to the first: rank numbers come first and win,
 * place names give way.
 */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { markLayers } from './marked-areas.ts';
import { css, type Palette, paletteOf, type Theme } from './palette.ts';
import { stopLayer, wayLayers } from './ways.ts';

export const fonts = { text: 'Inter Medium', strong: 'Inter Semibold' } as const;

/** Hexagons are drawn directly under this layer, the selection directly under the second. */
export const slots = { hexagons: 'area-line', selection: 'stations' } as const;

export const attribution = '© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0)';

/** Absolute addresses of the three files of `public/basemap`. */
export interface BasemapUrls {
  readonly sea: string;
  readonly places: string;
  readonly stations: string;
}

const sourceNames = ['area', 'outside', 'outlines', 'marks', 'ways', 'offences', 'badges', 'ranks'] as const;
/** Sources that start empty and are filled by the map view. */
export type OverlaySource = (typeof sourceNames)[number];

const noFeatures = { type: 'FeatureCollection' as const, features: [] };

/** How text is set. */
export interface TextSettings {
  /** 1 on a desk, larger for a wall. */
  readonly scale: number;
  /** No text smaller than this, px. */
  readonly leastPx: number;
  /** Towns only. */
  readonly quiet: boolean;
}

export const deskText: TextSettings = { scale: 1, leastPx: 10.5, quiet: false };

/** Text for a picture seen from ten metres: none smaller than 1/45 of its height. */
export function wallText(heightPx: number): TextSettings {
  return { scale: Math.max(1, heightPx / 45 / 12), leastPx: heightPx / 45, quiet: true };
}

export function basemapStyle(theme: Theme, urls: BasemapUrls, text: TextSettings = deskText): StyleSpecification {
  const palette = paletteOf(theme);
  const overlays = Object.fromEntries(
    sourceNames.map((name): [string, SourceSpecification] => [
      name,
      { type: 'geojson', data: noFeatures, tolerance: 0 },
    ]),
  );
  return {
    version: 8,
    sources: {
      sea: { type: 'geojson', data: urls.sea, tolerance: 0.25, maxzoom: 13, attribution },
      places: { type: 'geojson', data: urls.places },
      stations: { type: 'geojson', data: urls.stations },
      ...overlays,
    },
    layers: [
      ...ground(palette),
      ...lines(palette),
      ...markLayers(palette, theme, text.scale),
      ...wayLayers(palette, theme, text.scale),
      ...labels(palette, text),
      ...offences(palette, text),
      stopLayer(palette, theme, { scale: text.scale, font: fonts.strong, size: sized(text, [10, 10.5], [14, 12]) }),
      ...numbers(palette, text),
    ],
  };
}

function ground(palette: Palette): LayerSpecification[] {
  return [
    { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
    {
      id: 'sea',
      type: 'fill',
      source: 'sea',
      filter: kind('sea'),
      paint: { 'fill-color': palette.sea, 'fill-antialias': false },
    },
    {
      id: 'coast',
      type: 'line',
      source: 'sea',
      filter: kind('coast'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.coast, 'line-width': byZoom([6, 0.5], [10, 0.8], [14, 1.4]) },
    },
    { id: 'outside', type: 'fill', source: 'outside', paint: { 'fill-color': css(palette.outside) } },
  ];
}

function lines(palette: Palette): LayerSpecification[] {
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'area-line',
      type: 'line',
      source: 'area',
      layout: round,
      paint: {
        'line-color': palette.areaLine,
        'line-width': byZoom([8, 0.7], [12, 1.2], [15, 2]),
        'line-opacity': 0.9,
      },
    },
    {
      id: 'outlines-casing',
      type: 'line',
      source: 'outlines',
      layout: round,
      paint: { 'line-color': palette.patrolCasing, 'line-width': byZoom([10, 2.5], [14, 6]), 'line-opacity': 0.85 },
    },
    {
      id: 'outlines',
      type: 'line',
      source: 'outlines',
      layout: round,
      paint: { 'line-color': palette.patrol, 'line-width': byZoom([10, 1.2], [14, 2.5]) },
    },
  ];
}

function labels(palette: Palette, text: TextSettings): LayerSpecification[] {
  const paint = {
    'text-halo-color': palette.halo,
    'text-halo-width': 1.6 * text.scale,
    'text-halo-blur': 0.4,
  };
  const places = (
    id: string,
    ranks: ExpressionSpecification,
    minzoom: number,
    sizes: readonly Stop[],
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'places',
    minzoom,
    filter: ranks,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [id === 'towns' ? fonts.strong : fonts.text],
      'text-size': sized(text, ...sizes),
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.6,
      'text-max-width': 9,
      'text-padding': 6,
      'text-letter-spacing': 0.01,
      'symbol-sort-key': ['-', ['*', ['get', 'rank'], 1e8], ['get', 'population']],
    },
    paint: { ...paint, 'text-color': id === 'towns' ? palette.labelStrong : palette.label },
  });
  const stations: LayerSpecification = {
    id: 'stations',
    type: 'symbol',
    source: 'stations',
    minzoom: 13,
    layout: {
      'text-field': ['concat', '◦ ', ['get', 'name']],
      'text-font': [fonts.text],
      'text-size': sized(text, [13, 10.5], [16, 12]),
      'text-variable-anchor': ['left', 'right'],
      'text-padding': 8,
      visibility: text.quiet ? 'none' : 'visible',
    },
    paint: { ...paint, 'text-color': palette.label },
  };
  const small = [
    places('villages', ['>=', ['get', 'rank'], 6], 12, [
      [12, 10.5],
      [15, 13],
    ]),
    places('suburbs', ['==', ['get', 'rank'], 5], 10.8, [
      [10.5, 10.5],
      [14, 14],
    ]),
  ];
  return [
    stations,
    ...(text.quiet ? [] : small),
    places('small-towns', ['==', ['get', 'rank'], 4], 9.2, [
      [9, 10.5],
      [14, 15],
    ]),
    places('towns', ['<=', ['get', 'rank'], 3], 4, [
      [5, 10.5],
      [9, 12.5],
      [14, 17],
    ]),
  ];
}

/** The selected cell's offences: dots, and discs with a number where several lie together. */
function offences(palette: Palette, text: TextSettings): LayerSpecification[] {
  return [
    {
      id: 'offences',
      type: 'circle',
      source: 'offences',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['get', 'count'], 1, 4, 2, 8, 10, 10, 100, 15],
        'circle-color': palette.patrol,
        'circle-stroke-color': palette.patrolCasing,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'offence-counts',
      type: 'symbol',
      source: 'offences',
      filter: ['>', ['get', 'count'], 1],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': [fonts.strong],
        'text-size': sized(text, [13, 10.5]),
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.patrolCasing },
    },
  ];
}

/** Rank numbers: inside the hexagons when these are large, else on badges tied to their cells by a line. */
function numbers(palette: Palette, text: TextSettings): LayerSpecification[] {
  return [
    {
      id: 'badge-casings',
      type: 'line',
      source: 'badges',
      filter: kind('line'),
      paint: { 'line-color': css(palette.selectionCasing), 'line-width': 4 * text.scale },
    },
    {
      id: 'badge-lines',
      type: 'line',
      source: 'badges',
      filter: kind('line'),
      paint: { 'line-color': css(palette.selection), 'line-width': 1.75 * text.scale },
    },
    {
      id: 'badges',
      type: 'circle',
      source: 'badges',
      filter: kind('badge'),
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': css(palette.selection),
        'circle-stroke-color': css(palette.selectionCasing),
        'circle-stroke-width': 1.5 * text.scale,
      },
    },
    {
      id: 'badge-numbers',
      type: 'symbol',
      source: 'badges',
      filter: kind('badge'),
      layout: {
        'text-field': ['get', 'rank'],
        'text-font': [fonts.strong],
        'text-size': sized(text, [13, 12.5]),
        'text-allow-overlap': true,
        // As wide as the badge: names keep clear of the disc, not only of its number.
        'text-padding': 8 * text.scale,
      },
      paint: { 'text-color': css(palette.selectionCasing) },
    },
    {
      id: 'mark-badges',
      type: 'symbol',
      source: 'marks',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'badge'],
        'text-font': [fonts.strong],
        'text-size': sized(text, [10, 12], [14, 14]),
        // above the area, which may be smaller than its badge
        'text-anchor': 'bottom',
        'text-offset': [0, -0.5],
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: {
        'text-color': css(palette.selection),
        'text-halo-color': css(palette.selectionCasing),
        'text-halo-width': 2.2 * text.scale,
      },
    },
    {
      id: 'ranks',
      type: 'symbol',
      source: 'ranks',
      layout: {
        'text-field': ['get', 'rank'],
        'text-font': [fonts.strong],
        'text-size': sized(text, [13, 13], [17, 22]),
        'text-allow-overlap': true,
        'text-padding': 4,
      },
      paint: { 'text-color': ['get', 'colour'] },
    },
  ];
}

type Stop = readonly [zoom: number, value: number];

const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];

function sized(text: TextSettings, ...stops: readonly Stop[]): ExpressionSpecification {
  return byZoom(...stops.map(([zoom, px]): Stop => [zoom, Math.max(px * text.scale, text.leastPx)]));
}

function byZoom(...stops: readonly Stop[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}
