import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { areaM2, boundsOf, pickArea, unionOf } from '../../../src/core/geo/area.ts';
import { containsOf } from '../../../src/core/geo/contains.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import { areaOf, rectangle } from '../hex/areas.ts';

const town = areaOf('Town', [rectangle(0, 51, 1, 52), rectangle(0.4, 51.4, 0.6, 51.6).reverse()]);
const island = areaOf('Island', [rectangle(2, 51, 2.1, 51.1)]);

describe('picking an area', () => {
  it('finds it by name or code whatever the case', () => {
    const coded = { ...island, id: 'E07000066' };
    expect(pickArea([town, coded], ' tOWN ')).toBe(town);
    expect(pickArea([town, coded], 'e07000066')).toBe(coded);
  });

  it('prefers a name to another area’s code', () => {
    const confusing = { ...island, id: 'Town' };
    expect(pickArea([confusing, town], 'town')).toBe(town);
  });

  it('names the areas there are when there is no such', () => {
    expect(() => pickArea([town, island], 'Basildon')).toThrow(
      new InputError('No area is called "Basildon" – choose one of Town, Island.'),
    );
    const many = Array.from({ length: 40 }, (_, k) => ({ ...town, id: `a${k}`, name: `a${k}` }));
    expect(() => pickArea(many, 'x')).toThrow(/a29 and 10 more\.$/);
  });
});

describe('a union', () => {
  it('holds the places of each area and has the bounds of all', () => {
    const both = unionOf([town, island], 'Both');
    expect([both.id, both.name, both.bounds]).toEqual(['Both', 'Both', [0, 51, 2.1, 52]]);
    expect(containsOf(both)(2.05, 51.05)).toBe(true);
    expect(containsOf(both)(0.1, 51.05)).toBe(true);
    expect(containsOf(both)(1.5, 51.05)).toBe(false);
  });

  it('holds the places that two overlapping areas share', () => {
    const overlapping = unionOf(
      [areaOf('A', [rectangle(0, 51, 1, 52)]), areaOf('B', [rectangle(0.5, 51, 1.5, 52)])],
      'C',
    );
    expect(containsOf(overlapping)(0.75, 51.5)).toBe(true);
  });

  it('of nothing contains nothing', () => {
    const nothing = unionOf([], 'Nothing');
    expect(nothing.bounds).toEqual([0, 0, 0, 0]);
    expect(containsOf(nothing)(0, 0)).toBe(false);
    expect(areaM2(nothing)).toBe(0);
  });
});

describe('inside or outside', () => {
  it('leaves holes and everything that is no number outside', () => {
    expect(containsOf(town)(0.2, 51.2)).toBe(true);
    expect(containsOf(town)(0.5, 51.5)).toBe(false);
    expect(containsOf(town)(Number.NaN, 51.5)).toBe(false);
    expect(containsOf(town)(0.5, Number.POSITIVE_INFINITY)).toBe(false);
  });

  it('gives a place on a shared edge to one of two neighbours', () => {
    const west = areaOf('West', [rectangle(0, 51, 1, 52)]);
    const east = areaOf('East', [rectangle(1, 51, 2, 52)]);
    const north = areaOf('North', [rectangle(0, 52, 1, 53)]);
    expect([west, east].filter((area) => containsOf(area)(1, 51.5))).toHaveLength(1);
    expect([west, north].filter((area) => containsOf(area)(0.5, 52))).toHaveLength(1);
  });

  it('agrees with the plain even-odd rule on a ragged outline', () => {
    const random = randomFrom(12);
    const ring = Array.from({ length: 500 }, (_, k): [number, number] => {
      const radius = 0.3 + 0.2 * random.uniform();
      return [0.7 + radius * Math.cos((k * Math.PI) / 250), 51.5 + radius * Math.sin((k * Math.PI) / 250)];
    });
    const ragged = areaOf('Ragged', [[...ring, ring[0] ?? [0, 0]]]);
    const plain = (lon: number, lat: number) =>
      ring.reduce((inside, [x1, y1], k) => {
        const [x2, y2] = ring[(k + 1) % ring.length] ?? [0, 0];
        return y1 > lat !== y2 > lat && lon < x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1) ? !inside : inside;
      }, false);
    const test = containsOf(ragged);
    for (let k = 0; k < 5_000; k++) {
      const lon = 0.1 + 1.2 * random.uniform();
      const lat = 50.9 + 1.2 * random.uniform();
      expect(test(lon, lat)).toBe(plain(lon, lat));
    }
  });
});

describe('measures', () => {
  it('of a degree square are those of the sphere, holes taken off', () => {
    // R²·Δλ·(sin φ₂ − sin φ₁) with the mean radius R = 6,371,008.8 m.
    const strip = (degrees: number, south: number, north: number) =>
      6_371_008.8 ** 2 *
      ((degrees * Math.PI) / 180) *
      (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180));
    const exact = strip(1, 51, 52) - strip(0.2, 51.4, 51.6);
    expect(areaM2(town) / exact).toBeCloseTo(1, 3);
  });

  it('of bounds come from the outer rings', () => {
    expect(boundsOf([...town.polygons, ...island.polygons])).toEqual([0, 51, 2.1, 52]);
  });
});
