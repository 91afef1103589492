/** The ways of patrols on the map: a line per pair through its stops in their order, each in a colour and pattern of its own. */
import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LineKey } from './marked-areas.ts';
import { css, type Palette, type Theme } from './palette.ts';

export interface Way {
  /** 0 for the first pair. */
  readonly pair: number;
  /** Centres of the areas visited, in order. */
  readonly stops: readonly (readonly [lon: number, lat: number])[];
}

const colours: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#12436d', '#801650', '#13766f', '#7a4fb5'],
  dark: ['#6cb6ff', '#f08cc0', '#4fd1c5', '#bda6f0'],
};

/** Pairs beyond the colours take the next pattern; beyond all patterns their numbers tell them apart. */
const dashes: readonly (readonly number[])[] = [[], [3, 1.5], [1, 1.2]];
const WIDTH = 2.5;

export function wayColour(pair: number, theme: Theme): string {
  const own = colours[theme];
  return own[pair % own.length] ?? '';
}

function patternOf(pair: number): number {
  return Math.floor(pair / colours.light.length) % dashes.length;
}

export function wayKey(pair: number, label: string, theme: Theme): LineKey {
  return { label, colour: wayColour(pair, theme), width: WIDTH, dash: dashes[patternOf(pair)] ?? [] };
}

/** "P2·3": the third stop of pair 2, as on the map and in the timetable. */
export function stopName(pair: number, stop: number): string {
  return `P${pair + 1}·${stop + 1}`;
}

/** The lines, a layer per pattern: MapLibre takes one dash for a whole layer. */
export function wayLayers(palette: Palette, theme: Theme, scale: number): LayerSpecification[] {
  const colour: ExpressionSpecification = [
    'match',
    ['get', 'colour'],
    ...colours[theme].slice(0, -1).flatMap((own, k) => [k, own]),
    wayColour(colours[theme].length - 1, theme),
  ] as unknown as ExpressionSpecification;
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'ways-casing',
      type: 'line',
      source: 'ways',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: round,
      paint: { 'line-color': css(palette.selectionCasing), 'line-width': (WIDTH + 2.5) * scale, 'line-opacity': 0.8 },
    },
    ...dashes.map(
      (dash, pattern): LayerSpecification => ({
        id: `ways-${pattern}`,
        type: 'line',
        source: 'ways',
        filter: ['==', ['get', 'pattern'], pattern],
        layout: dash.length === 0 ? round : { 'line-join': 'round' },
        paint: {
          'line-color': colour,
          'line-width': WIDTH * scale,
          ...(dash.length > 0 ? { 'line-dasharray': [...dash] } : {}),
        },
      }),
    ),
  ];
}

/** Names of the stops under their areas; `size` as MapLibre takes it. */
export function stopLayer(
  palette: Palette,
  theme: Theme,
  text: { readonly scale: number; readonly font: string; readonly size: ExpressionSpecification },
): LayerSpecification {
  return {
    id: 'way-stops',
    type: 'symbol',
    source: 'ways',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'text-field': ['get', 'names'],
      'text-font': [text.font],
      'text-size': text.size,
      'text-anchor': 'top',
      'text-offset': [0, 0.35],
      'text-padding': 1,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: {
      'text-color': [
        'match',
        ['get', 'colour'],
        ...colours[theme].slice(0, -1).flatMap((own, k) => [k, own]),
        wayColour(colours[theme].length - 1, theme),
      ] as unknown as ExpressionSpecification,
      'text-halo-color': css(palette.selectionCasing),
      'text-halo-width': 2 * text.scale,
    },
  };
}

/** Lines, and a point per place visited with the names of its stops. */
export function wayFeatures(ways: readonly Way[]): FeatureCollection {
  const places = new Map<string, { at: readonly [number, number]; pair: number; names: string[] }>();
  for (const { pair, stops } of ways) {
    stops.forEach((at, stop) => {
      const key = at.join(' ');
      const place = places.get(key) ?? { at, pair, names: [] };
      place.names.push(stopName(pair, stop));
      places.set(key, place);
    });
  }
  const kindOf = (pair: number) => ({ colour: pair % colours.light.length, pattern: patternOf(pair) });
  return {
    type: 'FeatureCollection',
    features: [
      ...ways
        .filter(({ stops }) => stops.length > 1)
        .map(({ pair, stops }) => ({
          type: 'Feature' as const,
          properties: kindOf(pair),
          geometry: { type: 'LineString' as const, coordinates: stops.map(([lon, lat]) => [lon, lat]) },
        })),
      ...[...places.values()].map(({ at: [lon, lat], pair, names }, order) => ({
        type: 'Feature' as const,
        properties: { colour: kindOf(pair).colour, names: names.join(' '), order },
        geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      })),
    ],
  };
}
