import { describe, expect, it } from 'vitest';
import { factorsOf } from '../../src/core/geo/factor.ts';
import { readFactorJson } from '../../src/core/geo/factor-json.ts';
import { factorAt } from '../../src/layers/factor-hit.ts';
import { factorKey, factorLayers } from '../../src/layers/factors.ts';
import { contrast, paletteOf, parseHex, type Rgb } from '../../src/layers/palette.ts';

const factorFrom = (name: string, type: string, coordinates: unknown) => {
  const [factor] = factorsOf(readFactorJson({ type, coordinates }, name), null);
  if (!factor) throw new Error('no factor');
  return factor;
};
const pubs = factorFrom('pubs', 'MultiPoint', [
  [0.7, 51.5],
  [0.8, 51.6],
]);
const route = factorFrom('route', 'LineString', [
  [0.7, 51.5],
  [0.8, 51.5],
]);
const park = factorFrom('park', 'Polygon', [
  [
    [0.7, 51.5],
    [0.8, 51.5],
    [0.8, 51.6],
    [0.7, 51.6],
  ],
  [
    [0.74, 51.54],
    [0.76, 51.54],
    [0.76, 51.56],
    [0.74, 51.56],
  ],
]);

describe('factors on the map', () => {
  it('are symbols for points, and a line in its casing for each line and ring', () => {
    const layers = factorLayers(
      [pubs, route, park].map((factor, colour) => ({ factor, colour })),
      'light',
    );
    expect(layers.map(({ id }) => id)).toEqual([
      'factor-pubs',
      'factor-casing-route',
      'factor-route',
      'factor-casing-park',
      'factor-park',
    ]);
    const [symbols, , line, , outline] = layers.map(
      ({ props }) => props.data as unknown as { length: number; attributes: Record<string, { value: Float64Array }> },
    );
    expect(symbols?.length).toBe(2);
    expect([...(symbols?.attributes.getPosition?.value ?? [])]).toEqual([0.7, 51.5, 0.8, 51.6]);
    expect(line?.length).toBe(1);
    expect(outline?.length).toBe(2);
  });

  it('hand over the same positions for another colour, so that nothing is uploaded twice', () => {
    const values = [0, 1].map((colour) => {
      const [layer] = factorLayers([{ factor: pubs, colour }], 'light');
      const data = layer?.props.data as unknown as { attributes: { getPosition: { value: Float64Array } } } | undefined;
      return data?.attributes.getPosition.value;
    });
    expect(values[0]).toHaveLength(4);
    expect(values[0]).toBe(values[1]);
  });

  it('take the colours of the categories in turn, the second round hollow', () => {
    const keys = Array.from({ length: 12 }, (_, colour) => factorKey({ factor: pubs, colour }, 'light'));
    expect(keys[0]).toEqual({ id: 'pubs', name: 'Pubs', kind: 'points', colour: 'rgb(18, 67, 109)', hollow: false });
    expect(keys[6]).toMatchObject({ colour: 'rgb(18, 67, 109)', hollow: true });
    expect(new Set(keys.map(({ colour, hollow }) => `${colour} ${hollow}`)).size).toBe(12);
  });

  it('keep 3:1 against the ground in dark', () => {
    const ground = parseHex(paletteOf('dark').land);
    for (let colour = 0; colour < 6; colour++) {
      const rgb = factorKey({ factor: pubs, colour }, 'dark').colour.match(/\d+/g)?.map(Number) as unknown as Rgb;
      expect(contrast(rgb, ground)).toBeGreaterThan(3);
    }
  });
});

describe('the factor under the pointer', () => {
  const at = (lon: number, lat: number) => factorAt([park, route, pubs], lon, lat, 0.002, 0.001)?.name ?? null;

  it('is the point within reach, before what lies below it', () => {
    expect(at(0.7015, 51.5)).toBe('Pubs');
    expect(at(0.75, 51.5005)).toBe('Route');
  });

  it('is the polygon around it, but not in its hole', () => {
    expect(at(0.72, 51.55)).toBe('Park');
    expect(at(0.75, 51.55)).toBeNull();
    expect(at(0.7405, 51.55)).toBe('Park');
    expect(at(0.9, 51.55)).toBeNull();
  });
});
