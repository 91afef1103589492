import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointsM } from '../../../src/core/geo/local-metres.ts';
import { autoBandwidthM, bandwidthNrd, type KdeKernel, kernelDensity } from '../../../src/core/methods/kde.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/kde/expected.json' with { type: 'json' };
import input from '../../fixtures/kde/input.json' with { type: 'json' };

const pointsOf = (...places: readonly (readonly [number, number])[]): PointsM => ({
  x: Float64Array.from(places, ([x]) => x),
  y: Float64Array.from(places, ([, y]) => y),
});
const ORIGIN = pointsOf([0, 0]);
const KERNELS: readonly KdeKernel[] = ['quartic', 'gaussian'];

describe('kernel density on paper', () => {
  it.each<[KdeKernel, readonly number[]]>([
    ['quartic', [2.387324e-5, 2.098234e-5, 1.34287e-5, 4.569488e-6, 0]],
    ['gaussian', [3.978874e-6, 3.856457e-6, 3.511344e-6, 3.003411e-6, 2.413309e-6]],
  ])('the %s of h = 200 m has its heights at 0, 50, 100, 150 and 200 m', (kernel, heights) => {
    const at = pointsOf(...heights.map((_, k): [number, number] => [k * 50, 0]));
    kernelDensity(at, ORIGIN, { bandwidthM: 200, kernel }).forEach((density, k) => {
      expect(density / 1e6).toBeCloseTo(heights[k] ?? Number.NaN, 11);
    });
  });

  it('three offences give 41.87 per km² as counts and 1705.16 as harm', () => {
    const points = pointsOf([0, 0], [100, 0], [0, 150]);
    const options = { bandwidthM: 200, kernel: 'quartic' } as const;
    expect(kernelDensity(ORIGIN, points, options)[0]).toBeCloseTo(41.871427, 6);
    const weights = Float64Array.of(1, 1, 365);
    expect(kernelDensity(ORIGIN, points, { ...options, weights })[0]).toBeCloseTo(1705.164923, 6);
  });

  it('0, 10, …, 90 have the bandwidth 80.997493', () => {
    expect(bandwidthNrd(Float64Array.from({ length: 10 }, (_, i) => 10 * i))).toBeCloseTo(80.997493, 6);
  });
});

describe('kernel density against R', () => {
  const points = { x: Float64Array.from(input.x), y: Float64Array.from(input.y) };
  const at = { x: Float64Array.from(input.atX), y: Float64Array.from(input.atY) };
  const harm = Float64Array.from(input.w);
  const agree = (found: Float64Array, reference: readonly number[]): void => {
    expect(found.length).toBe(reference.length);
    reference.forEach((value, i) => {
      expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
    });
  };

  it('the quartic is that of a plain loop, weighted or not', () => {
    const { h250, h250harm, h900 } = expected.quartic;
    agree(kernelDensity(at, points, { bandwidthM: 250, kernel: 'quartic' }), h250);
    agree(kernelDensity(at, points, { bandwidthM: 250, kernel: 'quartic', weights: harm }), h250harm);
    agree(kernelDensity(at, points, { bandwidthM: 900, kernel: 'quartic' }), h900);
  });

  it('the Gaussian is that of a plain loop cut at 4h', () => {
    const { h150, h150harm, h400 } = expected.gaussian;
    agree(kernelDensity(at, points, { bandwidthM: 150, kernel: 'gaussian' }), h150);
    agree(kernelDensity(at, points, { bandwidthM: 150, kernel: 'gaussian', weights: harm }), h150harm);
    agree(kernelDensity(at, points, { bandwidthM: 400, kernel: 'gaussian' }), h400);
  });

  it.each([150, 400] as const)('the Gaussian of %d m lacks of spatstat’s no more than what lies beyond 4h', (h) => {
    const beyond = (1e6 / (2 * Math.PI * h * h)) * Math.exp(-8) * points.x.length;
    const ours = kernelDensity(at, points, { bandwidthM: h, kernel: 'gaussian' });
    expected.uncut[`h${h}`].forEach((value, i) => {
      const lacking = value - (ours[i] ?? Number.NaN);
      expect(lacking).toBeGreaterThan(-1e-8);
      expect(lacking).toBeLessThan(beyond);
    });
  });

  it('the bandwidths are those of MASS, and auto is the true mean of both', () => {
    const { x, y, three } = expected.nrd;
    expect(bandwidthNrd(points.x)).toBeCloseTo(x, 9);
    expect(bandwidthNrd(points.y)).toBeCloseTo(y, 9);
    expect(bandwidthNrd(Float64Array.of(30, 1, 5))).toBeCloseTo(three, 9);
    expect(autoBandwidthM(points, 'quartic')).toBeCloseTo((x + y) / 2, 9);
    expect(autoBandwidthM(points, 'gaussian')).toBeCloseTo((x + y) / 8, 9);
  });
});

describe('kernel density', () => {
  const random = randomFrom(3);
  const places = Array.from({ length: 200 }, (): [number, number] => [500 * random.uniform(), 500 * random.uniform()]);
  const lattice = (from: number, to: number, step: number): PointsM => {
    const side = Array.from({ length: (to - from) / step }, (_, k) => from + (k + 0.5) * step);
    return pointsOf(...side.flatMap((x) => side.map((y): [number, number] => [x, y])));
  };

  it.each(KERNELS)('of the %s adds up to the offences', (kernel) => {
    const density = kernelDensity(lattice(-500, 1000, 10), pointsOf(...places), { bandwidthM: 110, kernel });
    const total = density.reduce((sum, value) => sum + value, 0) * 1e-4;
    expect(total / 200).toBeGreaterThan(0.9995);
    expect(total / 200).toBeLessThan(1.0001);
  });

  it.each(KERNELS)('of the %s does not depend on the order of the offences', (kernel) => {
    const at = lattice(0, 500, 50);
    const options = { bandwidthM: 90, kernel };
    const before = kernelDensity(at, pointsOf(...places), options);
    const after = kernelDensity(at, pointsOf(...shuffle([...places], random)), options);
    after.forEach((value, i) => {
      expect(value).toBeCloseTo(before[i] ?? Number.NaN, 6);
    });
  });

  it.each(KERNELS)('of the %s is a plain double loop’s, whatever the places and the bandwidth', (kernel) => {
    const place = fc.tuple(
      fc.double({ min: -2e3, max: 2e3, noNaN: true }),
      fc.double({ min: -2e3, max: 2e3, noNaN: true }),
    );
    const some = fc.array(place, { maxLength: 30 });
    fc.assert(
      fc.property(some, some, fc.double({ min: 1, max: 5000, noNaN: true }), (points, at, bandwidthM) => {
        const found = kernelDensity(pointsOf(...at), pointsOf(...points), { bandwidthM, kernel });
        at.forEach(([x, y], i) => {
          const heights = points.map(([px, py]) => {
            const u = ((px - x) ** 2 + (py - y) ** 2) / bandwidthM ** 2;
            if (kernel === 'quartic') return u < 1 ? 3 * (1 - u) ** 2 : 0;
            return u < 16 ? Math.exp(-u / 2) / 2 : 0;
          });
          const sum = heights.reduce((a, b) => a + b, 0);
          expect(((found[i] ?? Number.NaN) * Math.PI * bandwidthM ** 2) / 1e6).toBeCloseTo(sum, 8);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('counts what lies around the places asked for, and only what is wanted and has metres', () => {
    const points = pointsOf([-50, 0], [50, 0], [Number.NaN, 0], [0, Number.NaN]);
    const alone = kernelDensity(ORIGIN, pointsOf([50, 0]), { bandwidthM: 100, kernel: 'quartic' })[0] ?? 0;
    const options = { bandwidthM: 100, kernel: 'quartic' } as const;
    expect(kernelDensity(ORIGIN, points, options)[0]).toBeCloseTo(2 * alone, 9);
    expect(kernelDensity(ORIGIN, points, { ...options, wanted: Uint8Array.of(0, 1, 1, 1) })[0]).toBeCloseTo(alone, 9);
  });

  it('of nothing is zero everywhere, and of no places nothing', () => {
    const options = { bandwidthM: 100, kernel: 'quartic' } as const;
    expect([...kernelDensity(lattice(0, 200, 100), pointsOf(), options)]).toEqual([0, 0, 0, 0]);
    expect(kernelDensity(pointsOf(), ORIGIN, options)).toHaveLength(0);
  });

  it('needs a bandwidth above 0', () => {
    for (const bandwidthM of [0, -5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => kernelDensity(ORIGIN, ORIGIN, { bandwidthM, kernel: 'quartic' })).toThrow(/give metres above 0/);
    }
  });
});

describe('the bandwidth rule', () => {
  it('falls back on the standard deviation where half of the values are the same', () => {
    // MASS answers 0 here
    expect(bandwidthNrd(Float64Array.of(0, 5, 5, 5, 5, 5, 5, 10))).toBeCloseTo(4.24 * Math.sqrt(50 / 7) * 8 ** -0.2, 9);
  });

  it('says what it lacks', () => {
    expect(() => autoBandwidthM(pointsOf(), 'quartic')).toThrow('from no offences – give it in metres');
    expect(() => autoBandwidthM(ORIGIN, 'quartic')).toThrow('from one offence – give it in metres');
    expect(() => autoBandwidthM(pointsOf([1, 2], [1, 2]), 'quartic')).toThrow('from 2 offences at one place');
  });

  it('takes a street that runs due north', () => {
    expect(autoBandwidthM(pointsOf([0, 0], [0, 100], [0, 200]), 'quartic')).toBeGreaterThan(0);
  });

  it('looks only at what is wanted', () => {
    const near = pointsOf([0, 0], [10, 5], [20, 30]);
    const wanted = Uint8Array.of(1, 1, 1, 0, 1);
    const all = pointsOf([0, 0], [10, 5], [20, 30], [9000, 9000], [Number.NaN, Number.NaN]);
    expect(autoBandwidthM(all, 'quartic', wanted)).toBe(autoBandwidthM(near, 'quartic'));
  });
});
