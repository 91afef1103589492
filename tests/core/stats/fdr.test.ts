import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/core/stats/fdr.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import spdep from '../../fixtures/gi-star/expected.json' with { type: 'json' };

const q = (...p: number[]) => [...benjaminiHochberg(Float64Array.from(p))];

describe('false discovery rate', () => {
  it('multiplies by m/rank and takes the least of all larger ones', () => {
    // 0.01·4/1, 0.03·4/3 for both of the middle (0.02·4/2 is the same 0.04), 0.5·4/4.
    const expected = [0.04, 0.04, 0.04, 0.5];
    q(0.01, 0.02, 0.03, 0.5).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 15);
    });
    expect(q(0.9, 1, 0.95)).toEqual([1, 1, 1]);
  });

  it("agrees with R's p.adjust to 1e-12 on spdep's p-values", () => {
    for (const [name, of] of Object.entries(spdep)) {
      if (typeof of === 'string') continue;
      const found = benjaminiHochberg(Float64Array.from(of.p));
      const worst = Math.max(...found.map((value, i) => Math.abs(value - (of.q[i] ?? Number.NaN))));
      expect(worst, name).toBeLessThan(1e-12);
    }
  });

  it('leaves NaN as it is and does not count it among the tests', () => {
    expect(q(Number.NaN, 0.01, 0.04)).toEqual([Number.NaN, ...q(0.01, 0.04)]);
    expect(q(Number.NaN)).toEqual([Number.NaN]);
    expect(q()).toEqual([]);
  });

  it('never makes a p-value smaller, never exceeds 1, and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
        const found = q(...p);
        found.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(p[i] ?? 2);
          expect(value).toBeLessThanOrEqual(1);
          found.forEach((other, j) => {
            if ((p[i] ?? 0) < (p[j] ?? 0)) expect(value).toBeLessThanOrEqual(other);
          });
        });
      }),
    );
  });

  it('calls something in at most α of the fields without any effect', () => {
    const random = randomFrom(5);
    let called = 0;
    for (let field = 0; field < 1_000; field++) {
      const p = Float64Array.from({ length: 200 }, () => random.uniform());
      if (benjaminiHochberg(p).some((value) => value <= 0.1)) called += 1;
    }
    // Expected 100; three standard errors are 28.
    expect(called).toBeGreaterThan(70);
    expect(called).toBeLessThan(130);
  });
});
