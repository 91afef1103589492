import { describe, expect, it } from 'vitest';
import {
  expandColours,
  hexagonPx,
  hexColours,
  insetPositions,
  leadersOf,
  metresPerPixel,
  rollUpLevel,
} from '../../src/layers/hexes.ts';
import { hexagonAt, indexHexagons } from '../../src/layers/hit.ts';
import { significancePaint, valuePaint } from '../../src/layers/paint.ts';
import { magnitudeColours, paletteOf, significanceColour } from '../../src/layers/palette.ts';
import { breaks, coarse, fine, result } from './hex-fixture.ts';

const value = valuePaint(result, breaks, 'light');
const rgba = (colours: Uint8Array, k: number): number[] => [...colours.subarray(4 * k, 4 * k + 4)];

describe('rollUpLevel', () => {
  it('takes one pixel of zoom 0 at the equator for 78,272 m, and half of it one zoom further', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.517, 3);
    expect(metresPerPixel(1, 60)).toBeCloseTo(78_271.517 / 4, 3);
  });

  it('shows cells from 12 px and their parents below', () => {
    const zoomOf12Px = Math.log2((12 * metresPerPixel(0, 51.54)) / fine.acrossM);
    expect(hexagonPx(fine, zoomOf12Px, 51.54)).toBeCloseTo(12, 9);
    expect(rollUpLevel([fine, coarse], zoomOf12Px + 0.001, 51.54)).toBe(0);
    expect(rollUpLevel([fine, coarse], zoomOf12Px - 0.001, 51.54)).toBe(1);
    // a screen of twice the pixels needs twice as many of them
    expect(rollUpLevel([fine, coarse], zoomOf12Px + 0.5, 51.54, 2)).toBe(1);
    expect(rollUpLevel([fine, coarse], zoomOf12Px + 1.001, 51.54, 2)).toBe(0);
  });

  it('stays with the coarsest when even that is small, and is −1 without levels', () => {
    expect(rollUpLevel([fine, coarse], 4, 51.54)).toBe(1);
    expect(rollUpLevel([], 10, 51.54)).toBe(-1);
  });
});

describe('leadersOf', () => {
  it('lets each cell lead itself on the finest level', () => {
    expect([...leadersOf(value, fine)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('lets the worst cell lead a merged hexagon', () => {
    expect([...leadersOf(value, coarse)]).toEqual([3]);
  });

  it('prefers the hottest bin, then the coldest, then the better rank', () => {
    expect([...leadersOf(significancePaint(result, 'light'), coarse)]).toEqual([3]);
    const onlyCold = { ...result, bin: Int8Array.of(0, 0, 0, 0, -1, -3, 0) };
    expect([...leadersOf(significancePaint(onlyCold, 'light'), coarse)]).toEqual([5]);
    const none = { ...result, bin: new Int8Array(7) };
    expect([...leadersOf(significancePaint(none, 'light'), coarse)]).toEqual([3]);
  });

  it('leaves a hexagon without cells without a leader', () => {
    expect([...leadersOf(value, { ...coarse, n: 2 })]).toEqual([3, -1]);
  });
});

describe('hexColours', () => {
  it('gives known cells their class and a cell without harm the faint colour', () => {
    const colours = hexColours(value, fine);
    const ramp = magnitudeColours(4, 'light');
    expect(rgba(colours, 0)).toEqual([...paletteOf('light').zero]);
    expect(rgba(colours, 1)).toEqual([...(ramp[0] ?? []), 255]);
    expect(rgba(colours, 2)).toEqual([...(ramp[1] ?? []), 255]);
    expect(rgba(colours, 3)).toEqual([...(ramp[3] ?? []), 255]);
    expect(rgba(colours, 4)).toEqual([...(ramp[2] ?? []), 255]);
  });

  it('gives a merged hexagon the class of its worst cell', () => {
    const ramp = magnitudeColours(4, 'dark');
    expect(rgba(hexColours(valuePaint(result, breaks, 'dark'), coarse), 0)).toEqual([...(ramp[3] ?? []), 255]);
  });

  it('colours Gi* by bin, cold and hot apart', () => {
    const colours = hexColours(significancePaint(result, 'light'), fine);
    expect(rgba(colours, 3)).toEqual([...significanceColour(2, 'light')]);
    expect(rgba(colours, 5)).toEqual([...significanceColour(-3, 'light')]);
    expect(rgba(colours, 1)).toEqual([...significanceColour(0, 'light')]);
  });

  it('leaves a hexagon without cells transparent', () => {
    expect(rgba(hexColours(value, { ...coarse, n: 2 }), 1)).toEqual([0, 0, 0, 0]);
  });
});

describe('geometry', () => {
  it('repeats a colour for each vertex of its ring', () => {
    const colours = hexColours(value, fine);
    const perVertex = expandColours(colours, fine.starts);
    expect(perVertex.length).toBe(4 * 49);
    for (let v = 0; v < 49; v++) expect(rgba(perVertex, v)).toEqual(rgba(colours, Math.floor(v / 7)));
  });

  it('draws rings towards their centres and leaves the given ones alone', () => {
    const before = fine.positions.slice();
    const inset = insetPositions(fine, 0.5);
    expect(fine.positions).toEqual(before);
    expect(inset[0]).toBeCloseTo(((fine.positions[0] ?? 0) + (fine.lon[0] ?? 0)) / 2, 12);
  });

  it('recolours forty thousand cells in a few milliseconds', () => {
    const n = 40_000;
    const many = { ...fine, n, parentOf: Uint32Array.from({ length: n }, (_, i) => i) };
    const value = Float64Array.from({ length: n }, (_, i) => (i * 7_919) % 6_000);
    const starts = Uint32Array.from({ length: n + 1 }, (_, k) => 7 * k);
    const large = { ...result, value, rank: many.parentOf, bin: new Int8Array(n) };
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      expandColours(hexColours(valuePaint(large, breaks, 'light'), many), starts);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(30);
  });
});

describe('hexagonAt', () => {
  const index = indexHexagons(fine);

  it('finds every cell at its centre', () => {
    for (let k = 0; k < fine.n; k++) expect(hexagonAt(index, fine.lon[k] ?? 0, fine.lat[k] ?? 0)).toBe(k);
  });

  it('agrees with a search through all rings, over the whole flower and around it', () => {
    const all = indexHexagons({ ...fine, acrossM: fine.acrossM * 100 });
    for (let i = 0; i < 60; i++) {
      for (let j = 0; j < 60; j++) {
        const lon = 0.71 + (i - 30) * 1.1e-4;
        const lat = 51.54 + (j - 30) * 0.7e-4;
        expect(hexagonAt(index, lon, lat)).toBe(hexagonAt(all, lon, lat));
      }
    }
  });

  it('finds none outside and none on an empty level', () => {
    expect(hexagonAt(index, 0.72, 51.54)).toBe(-1);
    const empty = { ...fine, n: 0, lon: new Float64Array(), lat: new Float64Array() };
    expect(hexagonAt(indexHexagons(empty), 0.71, 51.54)).toBe(-1);
  });
});
