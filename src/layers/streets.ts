/**
 * Streets as layers of the map: ways, buildings, water and rail beneath the hexagons, a hairline over them where they
 * would hide the streets, and street names beneath all other names. Pure, for the three schemas of street tiles.
 */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { type StreetFile, type StreetSchema, type Streets, streetLayerOf } from '../core/geo/streets.ts';
import { fonts, type TextSettings } from './basemap.ts';
import { paletteOf, type Theme } from './palette.ts';

/** Source of the streets of a file, and the prefix of every layer and source of streets. */
export const STREETS = 'streets';

/** The layers of the built-in basemap that streets go directly beneath. */
export const streetSlots = { ground: 'outside', hairlines: 'outlines-casing', names: 'stations' } as const;

/** Layers in their drawing order, each group for its own slot. */
export interface StreetLayers {
  readonly ground: readonly LayerSpecification[];
  readonly hairlines: readonly LayerSpecification[];
  readonly names: readonly LayerSpecification[];
}

interface Colours {
  readonly building: string;
  readonly casing: string;
  readonly minor: string;
  readonly major: string;
  readonly motorway: string;
  readonly path: string;
  readonly rail: string;
  readonly hairline: string;
  readonly hairlineEdge: string;
}

/** Greys and a cold blue: warm colours belong to the hexagons. */
export const streetColours: Readonly<Record<Theme, Colours>> = {
  light: {
    building: '#ebe8e1',
    casing: '#c9c9c4',
    minor: '#ffffff',
    major: '#ffffff',
    motorway: '#d5dde6',
    path: '#d2d0c8',
    rail: '#b4bbc2',
    hairline: 'rgba(22, 32, 43, 0.32)',
    hairlineEdge: 'rgba(255, 255, 255, 0.3)',
  },
  dark: {
    building: '#1a222b',
    casing: '#0d1218',
    minor: '#2a343f',
    major: '#394653',
    motorway: '#45566a',
    path: '#27313b',
    rail: '#3a4550',
    hairline: 'rgba(232, 237, 242, 0.34)',
    hairlineEdge: 'rgba(8, 11, 15, 0.3)',
  },
};

type Class = 'motorway' | 'major' | 'minor' | 'path' | 'rail';

/** What a schema calls each class of way, and where the rest is. */
interface Words {
  readonly property: string;
  readonly classes: Readonly<Record<Class, readonly string[]>>;
  readonly names: string;
  readonly buildings: string;
  readonly water: string;
}

const words: Readonly<Record<StreetSchema, Words>> = {
  protomaps: {
    property: 'kind',
    classes: {
      motorway: ['highway'],
      major: ['major_road', 'medium_road'],
      minor: ['minor_road'],
      path: ['path', 'other'],
      rail: ['rail'],
    },
    names: 'roads',
    buildings: 'buildings',
    water: 'water',
  },
  openmaptiles: {
    property: 'class',
    classes: {
      motorway: ['motorway'],
      major: ['trunk', 'primary', 'secondary', 'tertiary'],
      minor: ['minor', 'service'],
      path: ['path', 'track', 'pedestrian'],
      rail: ['rail', 'transit'],
    },
    names: 'transportation_name',
    buildings: 'building',
    water: 'water',
  },
  shortbread: {
    property: 'kind',
    classes: {
      motorway: ['motorway'],
      major: ['trunk', 'primary', 'secondary', 'tertiary'],
      minor: ['unclassified', 'residential', 'living_street', 'service', 'busway'],
      path: ['pedestrian', 'track', 'footway', 'steps', 'path', 'cycleway'],
      rail: ['rail', 'light_rail', 'tram', 'subway', 'narrow_gauge', 'monorail'],
    },
    names: 'street_labels',
    buildings: 'buildings',
    water: 'water_polygons',
  },
};

type Stop = readonly [zoom: number, value: number];

/** Width of each class of way, px. Doubling per zoom: a street keeps its width on the ground. */
const widths: Readonly<Record<Class, readonly Stop[]>> = {
  motorway: [
    [6, 0.7],
    [10, 1.8],
    [13, 4],
    [18, 28],
  ],
  major: [
    [8, 0.5],
    [12, 1.8],
    [14, 4],
    [18, 24],
  ],
  minor: [
    [12, 0.6],
    [14, 2],
    [18, 16],
  ],
  path: [
    [14, 0.6],
    [18, 3],
  ],
  rail: [
    [10, 0.6],
    [16, 1.4],
  ],
};

/** Whose streets these are and, of a server, which hosts learn what is looked at. */
export function creditOf(streets: Streets): string {
  if (streets.kind === 'file') return streets.attribution;
  const from = `Streets from ${streets.hosts.join(', ')}`;
  return streets.attribution ? `${from}: ${streets.attribution}` : from;
}

/** The tiles of a file, asked for at an address that only this page answers. */
export function fileSource(streets: StreetFile, tileAddress: string): SourceSpecification {
  const { minZoom, maxZoom, bounds, attribution } = streets;
  return {
    type: 'vector',
    tiles: [tileAddress],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [...bounds],
    attribution,
  };
}

export function streetLayers(schema: StreetSchema, theme: Theme, text: TextSettings): StreetLayers {
  const palette = paletteOf(theme);
  const colours = streetColours[theme];
  const { property, classes, names, buildings, water } = words[schema];
  // Older Protomaps files write "pmap:kind".
  const what: ExpressionSpecification = ['coalesce', ['get', property], ['get', `pmap:${property}`], ''];
  const of = (...wanted: readonly Class[]): ExpressionSpecification => [
    'in',
    what,
    ['literal', wanted.flatMap((name) => classes[name])],
  ];
  const ways = (
    id: string,
    name: Class,
    minzoom: number,
    colour: string,
    extraPx = 0,
  ): Extract<LayerSpecification, { type: 'line' }> => ({
    id: `${STREETS}-${id}`,
    type: 'line',
    source: STREETS,
    'source-layer': streetLayerOf[schema],
    minzoom,
    filter: of(name),
    layout: { 'line-join': 'round', 'line-cap': extraPx > 0 ? 'butt' : 'round' },
    paint: { 'line-color': colour, 'line-width': byZoom(widths[name].map(([zoom, px]) => [zoom, px + extraPx])) },
  });
  const rail = ways('rail', 'rail', 11, colours.rail);
  return {
    ground: [
      {
        id: `${STREETS}-water`,
        type: 'fill',
        source: STREETS,
        'source-layer': water,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': palette.sea, 'fill-antialias': false },
      },
      {
        id: `${STREETS}-buildings`,
        type: 'fill',
        source: STREETS,
        'source-layer': buildings,
        minzoom: 14,
        paint: { 'fill-color': colours.building },
      },
      { ...rail, paint: { ...rail.paint, 'line-dasharray': [4, 2] } },
      ways('path', 'path', 14, colours.path),
      ways('minor-casing', 'minor', 13, colours.casing, 1.2),
      ways('major-casing', 'major', 10, colours.casing, 1.4),
      ways('motorway-casing', 'motorway', 8, colours.casing, 1.6),
      ways('minor', 'minor', 12, colours.minor),
      ways('major', 'major', 8, colours.major),
      ways('motorway', 'motorway', 6, colours.motorway),
    ],
    hairlines: hairlines(schema, STREETS, theme),
    names: text.quiet ? [] : [nameLayer(names, of('motorway', 'major', 'minor', 'path'), theme, text)],
  };
}

/** Thin lines over the hexagons, dark in a light edge (or the reverse), so that they read on every class of colour. */
export function hairlines(schema: StreetSchema, source: string, theme: Theme): readonly LayerSpecification[] {
  const colours = streetColours[theme];
  const { property, classes } = words[schema];
  const line = (id: string, colour: string, px: number): LayerSpecification => ({
    id: `${source}-${id}`,
    type: 'line',
    source,
    'source-layer': streetLayerOf[schema],
    minzoom: 12.5,
    filter: [
      'in',
      ['coalesce', ['get', property], ['get', `pmap:${property}`], ''],
      ['literal', [...classes.motorway, ...classes.major, ...classes.minor]],
    ],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': byZoom([
        [12.5, px * 0.5],
        [15, px],
        [18, px * 1.5],
      ]),
    },
  });
  return [line('hairline-edges', colours.hairlineEdge, 2.6), line('hairlines', colours.hairline, 1.1)];
}

function nameLayer(
  layer: string,
  filter: ExpressionSpecification,
  theme: Theme,
  text: TextSettings,
): LayerSpecification {
  const palette = paletteOf(theme);
  return {
    id: `${STREETS}-names`,
    type: 'symbol',
    source: STREETS,
    'source-layer': layer,
    minzoom: 14,
    filter: ['all', ['has', 'name'], filter],
    layout: {
      'symbol-placement': 'line',
      'text-field': ['to-string', ['get', 'name']],
      'text-font': [fonts.text],
      'text-size': byZoom([
        [14, Math.max(10.5 * text.scale, text.leastPx)],
        [18, Math.max(13 * text.scale, text.leastPx)],
      ]),
      'text-padding': 4,
      'text-max-angle': 30,
      'symbol-spacing': 300,
    },
    paint: {
      'text-color': palette.label,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4 * text.scale,
    },
  };
}

function byZoom(stops: readonly Stop[]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}
