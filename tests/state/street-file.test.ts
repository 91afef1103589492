import { describe, expect, it } from 'vitest';
import { openStreetFile } from '../../src/state/street-file.ts';
import { motorways, southendTile, streetArchive, vectorTile } from '../street-file.ts';

const tile = vectorTile('roads', motorways);
const file = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], 'town.pmtiles');

describe('a street file', () => {
  it('says its schema, zooms, bounds and owners, the owners as plain text', async () => {
    const streets = await openStreetFile(file(streetArchive(southendTile, tile)));
    expect(streets).toMatchObject({
      kind: 'file',
      name: 'town.pmtiles',
      schema: 'protomaps',
      minZoom: 8,
      maxZoom: 8,
    });
    expect(streets.attribution).toBe('Made up');
    const [west, south, east, north] = streets.bounds;
    expect(west).toBeLessThan(0.71);
    expect(east).toBeGreaterThan(0.71);
    expect(south).toBeLessThan(51.545);
    expect(north).toBeGreaterThan(51.545);
  });

  it('hands out its tile, and nothing where it has none', async () => {
    const streets = await openStreetFile(file(streetArchive(southendTile, tile)));
    expect(await streets.readTile(...southendTile)).toEqual(tile);
    expect(await streets.readTile(8, 0, 0)).toHaveLength(0);
  });

  it.each([
    ['transportation', 'openmaptiles'],
    ['streets', 'shortbread'],
  ])('with a layer %s is read as %s', async (layer, schema) => {
    const bytes = streetArchive(southendTile, tile, { layers: ['water', layer] });
    expect((await openStreetFile(file(bytes))).schema).toBe(schema);
  });

  it.each([
    ['no PMTiles', new Uint8Array(300).fill(65), /no PMTiles file/],
    ['an empty file', new Uint8Array(0), /no PMTiles file/],
    ['one cut off in its head', streetArchive(southendTile, tile).slice(0, 60), /no PMTiles file/],
    ['raster tiles', streetArchive(southendTile, tile, { tileType: 2 }), /map pictures/],
    ['unknown layers', streetArchive(southendTile, tile, { layers: ['soil', 'rock'] }), /soil, rock/],
    ['no layers', streetArchive(southendTile, tile, { layers: [] }), /names no layers/],
  ])('%s is refused with a sentence', async (_, bytes, sentence) => {
    await expect(openStreetFile(file(bytes))).rejects.toThrow(sentence);
  });
});
