import { describe, expect, it } from 'vitest';
import { creditOf } from '../../src/layers/streets.ts';
import { openOnlineStreets } from '../../src/state/online-streets.ts';

const roads = { id: 'roads', type: 'line', source: 'osm', 'source-layer': 'transportation' };
const tiled = { type: 'vector', tiles: ['https://tiles.example/{z}/{x}/{y}.pbf'], attribution: '&copy; <b>OSM</b>' };
const style = (over: object = {}) => ({ version: 8, sources: { osm: tiled }, layers: [roads], ...over });

/** Answers by address; anything else is not there. */
const web = (pages: Record<string, unknown>) => async (address: URL) => {
  if (!(address.href in pages)) throw new Error(`${address.host} answered 404`);
  return pages[address.href];
};
const at = 'https://maps.example/style.json';
const open = (answer: unknown) => openOnlineStreets(at, web({ [at]: answer }));

describe('an online style', () => {
  it('is reduced to tiles and layers, and names every host that is asked', async () => {
    const streets = await open(style());
    expect(streets.sources.osm?.tiles).toEqual(['https://tiles.example/{z}/{x}/{y}.pbf']);
    expect(streets.hosts).toEqual(['tiles.example']);
    expect(creditOf(streets)).toBe('Streets from tiles.example: © OSM');
  });

  it('has the addresses of its TileJSON looked up at once, relative ones included', async () => {
    const streets = await openOnlineStreets(
      at,
      web({
        [at]: style({ sources: { osm: { type: 'vector', url: '/osm.json' } } }),
        'https://maps.example/osm.json': { tiles: ['t/{z}/{x}/{y}.mvt'], maxzoom: 13 },
      }),
    );
    expect(streets.sources.osm).toMatchObject({ tiles: ['https://maps.example/t/{z}/{x}/{y}.mvt'], maxZoom: 13 });
  });

  it('loses fonts, icons, inline data and what is drawn from it', async () => {
    const streets = await open(
      style({
        glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
        sprite: 'https://icons.example/sprite',
        sources: { osm: tiled, pins: { type: 'geojson', data: 'https://spy.example/pins.json' } },
        layers: [
          roads,
          { id: 'pins', type: 'circle', source: 'pins' },
          { id: '3d', type: 'fill-extrusion', source: 'osm' },
        ],
      }),
    );
    expect(streets.layers.map(({ id }) => id)).toEqual(['roads']);
    expect(JSON.stringify(streets)).not.toMatch(/fonts\.example|icons\.example|spy\.example/);
  });

  it.each([
    ['an address without https', 'http://maps.example/style.json', /https/],
    ['no address', 'maps example', /no address/],
    ['an address with a password', 'https://me:secret@maps.example/style.json', /password/],
    ['another scheme', 'javascript:alert(1)', /https/],
  ])('%s is refused with a sentence', async (_, address, sentence) => {
    await expect(openOnlineStreets(address, web({}))).rejects.toThrow(sentence);
  });

  it.each([
    ['something else than a style', { hello: 1 }, /not with a map style/],
    ['a list', [], /not with a map style/],
    ['no tiles', style({ sources: {} }), /0 sources/],
    [
      'tiles without https',
      style({ sources: { osm: { ...tiled, tiles: ['http://tiles.example/{z}/{x}/{y}'] } } }),
      /https/,
    ],
    ['a source without tiles', style({ sources: { osm: { type: 'vector' } } }), /names no tiles/],
    ['nothing to draw', style({ layers: [] }), /draws nothing/],
  ])('a server that answers with %s is refused with a sentence', async (_, answer, sentence) => {
    await expect(open(answer)).rejects.toThrow(sentence);
  });
});
