import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { OnlineStreets, StreetFile, StreetSchema } from '../../src/core/geo/streets.ts';
import { basemapStyle, deskText, wallText } from '../../src/layers/basemap.ts';
import { onlineLayers, onlineSources } from '../../src/layers/online-streets.ts';
import type { Theme } from '../../src/layers/palette.ts';
import { fileSource, STREETS, type StreetLayers, streetLayers, streetSlots } from '../../src/layers/streets.ts';

const urls = { sea: 'https://a.example/s', places: 'https://a.example/p', stations: 'https://a.example/t' };
const themes: readonly Theme[] = ['light', 'dark'];
const schemas: readonly StreetSchema[] = ['protomaps', 'openmaptiles', 'shortbread'];

const file = (schema: StreetSchema): StreetFile => ({
  kind: 'file',
  name: 'town.pmtiles',
  schema,
  minZoom: 0,
  maxZoom: 14,
  bounds: [0, 51, 1, 52],
  attribution: '© OpenStreetMap contributors',
  readTile: async () => new Uint8Array(),
});

const online: OnlineStreets = {
  kind: 'online',
  hosts: ['tiles.example'],
  sources: {
    osm: { type: 'vector', tiles: ['https://tiles.example/{z}/{x}/{y}'], minZoom: 0, maxZoom: 14, tileSize: 512 },
    air: { type: 'raster', tiles: ['https://tiles.example/a/{z}/{x}/{y}'], minZoom: 0, maxZoom: 19, tileSize: 256 },
  },
  layers: [
    { id: 'bg', type: 'background', paint: { 'background-color': '#fff', 'background-pattern': 'dots' } },
    { id: 'photo', type: 'raster', source: 'air' },
    { id: 'roads', type: 'line', source: 'osm', 'source-layer': 'transportation', paint: { 'line-color': '#abc' } },
    {
      id: 'road-names',
      type: 'symbol',
      source: 'osm',
      'source-layer': 'transportation_name',
      layout: { 'symbol-placement': 'line', 'text-field': '{name}', 'text-font': ['Noto'], 'icon-image': 'shield' },
    },
    { id: 'towns', type: 'symbol', source: 'osm', 'source-layer': 'place', layout: { 'text-field': '{name}' } },
  ],
  attribution: '',
};

/** The basemap's style with streets put in at their slots. */
function styleWith(theme: Theme, layers: StreetLayers, sources: object): ReturnType<typeof basemapStyle> {
  const base = basemapStyle(theme, urls);
  const put = (slot: string): StreetLayers['ground'] =>
    slot === streetSlots.ground
      ? layers.ground
      : slot === streetSlots.hairlines
        ? layers.hairlines
        : slot === streetSlots.names
          ? layers.names
          : [];
  return {
    ...base,
    sources: { ...base.sources, ...sources },
    layers: base.layers.flatMap((layer) => [...put(layer.id), layer]),
  };
}

describe.each(themes)('streets in %s', (theme) => {
  it.each(schemas)('of a file in the schema %s are a valid style, on a desk and on a wall', (schema) => {
    for (const text of [deskText, wallText(1080)]) {
      const sources = { [STREETS]: fileSource(file(schema), 'https://a.example/{z}/{x}/{y}') };
      const style = styleWith(theme, streetLayers(schema, theme, text), sources);
      expect(validateStyleMin(style as never)).toEqual([]);
    }
  });

  it('of a server are a valid style', () => {
    const style = styleWith(theme, onlineLayers(online, theme, false), onlineSources(online));
    expect(validateStyleMin(style as never)).toEqual([]);
  });
});

describe('streets', () => {
  it('lie beneath the mask and the hexagons, their names above', () => {
    const style = styleWith('light', streetLayers('protomaps', 'light', deskText), {});
    const at = (id: string): number => style.layers.findIndex((layer) => layer.id === id);
    expect(at('streets-motorway')).toBeGreaterThan(at('sea'));
    expect(at('streets-motorway')).toBeLessThan(at('outside'));
    expect(at('streets-hairlines')).toBeGreaterThan(at('area-line'));
    expect(at('streets-names')).toBeLessThan(at('towns'));
  });

  it('have no names on a wall', () => {
    expect(streetLayers('protomaps', 'light', wallText(1080)).names).toEqual([]);
    expect(onlineLayers(online, 'light', true).names).toEqual([]);
  });

  it('differ between themes in colours only', () => {
    const bare = (theme: Theme) =>
      Object.values(streetLayers('shortbread', theme, deskText)).map((group: StreetLayers['ground']) =>
        group.map(({ paint, ...rest }) => [rest, Object.keys(paint ?? {})]),
      );
    expect(bare('dark')).toEqual(bare('light'));
  });

  it('of a server bring no pictures, fonts or place names', () => {
    const text = JSON.stringify(onlineLayers(online, 'light', false));
    expect(text).not.toMatch(/dots|shield|Noto|streets-online-towns/);
    expect(text).toMatch(/streets-online-road-names/);
  });

  it('of a server get hairlines where its layers are recognised', () => {
    expect(onlineLayers(online, 'light', false).hairlines.map(({ id }) => id)).toEqual([
      'streets-osm-hairline-edges',
      'streets-osm-hairlines',
    ]);
  });
});
