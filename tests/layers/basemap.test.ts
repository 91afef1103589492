import { readFileSync, statSync } from 'node:fs';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { attribution, basemapStyle, deskText, slots, wallText } from '../../src/layers/basemap.ts';
import type { Theme } from '../../src/layers/palette.ts';

const urls = {
  sea: 'https://example.org/sea.json',
  places: 'https://example.org/places.json',
  stations: 'https://example.org/stations.json',
};
const texts = { desk: deskText, wall: wallText(1080) };

describe.each(['light', 'dark'] as Theme[])('the %s style', (theme) => {
  it.each(Object.entries(texts))('is valid for the %s', (_, text) => {
    expect(validateStyleMin(basemapStyle(theme, urls, text) as never)).toEqual([]);
  });

  it('fetches nothing but its three files', () => {
    const style = basemapStyle(theme, urls);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const addresses = JSON.stringify(style).match(/https?:[^"]+/g);
    expect(addresses?.sort()).toEqual(Object.values(urls).sort());
  });
});

describe('the style', () => {
  const layers = basemapStyle('light', urls).layers;
  const at = (id: string): number => layers.findIndex((layer) => layer.id === id);

  it('places rank numbers before any name, so that names give way', () => {
    // MapLibre places symbols from the last layer to the first.
    const names = ['stations', 'villages', 'suburbs', 'small-towns', 'towns'];
    for (const name of names) expect(at('ranks')).toBeGreaterThan(at(name));
  });

  it('draws hexagons above land and mask and below every label', () => {
    expect(at(slots.hexagons)).toBeGreaterThan(at('outside'));
    expect(at(slots.selection)).toBeGreaterThan(at(slots.hexagons));
    expect(layers.slice(0, at(slots.hexagons)).some(({ type }) => type === 'symbol')).toBe(false);
  });

  it('differs between themes in colours only', () => {
    const bare = (theme: Theme) =>
      basemapStyle(theme, urls).layers.map(({ paint, ...rest }) => [rest, Object.keys(paint ?? {})]);
    expect(bare('dark')).toEqual(bare('light'));
  });

  it('sets no text smaller than 1/45 of a wall picture', () => {
    const sizes = basemapStyle('light', urls, wallText(1080)).layers.flatMap((layer) => {
      const size = layer.type === 'symbol' ? layer.layout?.['text-size'] : undefined;
      return Array.isArray(size) ? size.slice(3).filter((_, i) => i % 2 === 1) : [];
    });
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(24);
  });

  it('names its sources', () => {
    expect(attribution).toContain('OpenStreetMap');
    expect(attribution).toContain('GeoNames');
    expect(JSON.stringify(basemapStyle('dark', urls).sources)).toContain(attribution);
  });
});

describe('the basemap files', () => {
  const file = (name: string): URL => new URL(`../../public/basemap/${name}`, import.meta.url);
  const read = <T>(name: string): T => JSON.parse(readFileSync(file(name), 'utf8')) as T;

  it('hold less than 600 kB together', () => {
    const bytes = ['sea.json', 'places.json', 'stations.json'].reduce(
      (sum, name) => sum + statSync(file(name)).size,
      0,
    );
    expect(bytes).toBeLessThan(600_000);
  });

  it('have the sea off Southend and the Thames at Tilbury, and land in the town', () => {
    const sea = read<FeatureCollection<MultiPolygon>>('sea.json').features[0]?.geometry.coordinates ?? [];
    const wet = (lon: number, lat: number): boolean =>
      sea.some((polygon) => polygon.reduce((inside, ring) => inside !== crosses(ring, lon, lat), false));
    expect(wet(0.72, 51.5)).toBe(true);
    expect(wet(0.37, 51.4485)).toBe(true);
    expect(wet(0.505, 51.495)).toBe(true);
    expect(wet(0.71, 51.545)).toBe(false);
    expect(wet(0.47, 51.735)).toBe(false);
  });

  it('know the towns of Essex and their stations', () => {
    const names = (name: string): unknown[] =>
      read<FeatureCollection<Point>>(name).features.map((f) => f.properties?.name);
    expect(names('places.json')).toEqual(
      expect.arrayContaining([
        'Southend-on-Sea',
        'Basildon',
        'Chelmsford',
        'Colchester',
        'Harlow',
        'Clacton-on-Sea',
        'London',
      ]),
    );
    expect(names('stations.json')).toEqual(expect.arrayContaining(['Southend Central', 'Basildon', 'Chelmsford']));
  });
});

/** Whether a ray from the point crosses the ring an odd number of times. */
function crosses(ring: readonly (readonly number[])[], lon: number, lat: number): boolean {
  let inside = false;
  for (let v = 1; v < ring.length; v++) {
    const [ax = 0, ay = 0] = ring[v - 1] ?? [];
    const [bx = 0, by = 0] = ring[v] ?? [];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
