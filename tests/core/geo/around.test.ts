import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { areaAround } from '../../../src/core/geo/around.ts';
import { containsOf } from '../../../src/core/geo/contains.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

const random = randomFrom(3);
const lon = Float64Array.from({ length: 3000 }, () => -90 + random.uniform() * 0.2);
const lat = Float64Array.from({ length: 3000 }, () => 35 + random.uniform() * 0.2);

describe('an area around the offences', () => {
  it('holds nearly all of them', () => {
    const area = areaAround(lon, lat);
    const inside = lon.filter((x, i) => containsOf(area)(x, lat[i] ?? Number.NaN)).length;
    expect(inside / lon.length).toBeGreaterThan(0.97);
  });

  it('a few far away do not stretch it', () => {
    const far = areaAround(Float64Array.of(...lon, 12, 13), Float64Array.of(...lat, 55, 56));
    expect(far.bounds[2]).toBeLessThan(-89.7);
  });

  it('one spot has no area', () => {
    expect(() => areaAround(Float64Array.of(1, 1, 1), Float64Array.of(50, 50, 50))).toThrow(InputError);
    expect(() => areaAround(new Float64Array(), new Float64Array())).toThrow(InputError);
  });
});
