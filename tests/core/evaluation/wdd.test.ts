import { describe, expect, it } from 'vitest';
import { wdd, wddCautions, wddHarm } from '../../../src/core/evaluation/wdd.ts';

const paper = {
  control: [308, 318],
  treatment: [207, 110],
  controlDisplacement: [150, 140],
  treatmentDisplacement: [178, 157],
} as const;

describe('weighted displacement difference', () => {
  it('the example of the paper: 118 fewer, between 40 and 196', () => {
    const found = wdd(paper);
    expect(found.wdd).toBe(-118);
    expect(found.se).toBeCloseTo(Math.sqrt(1568), 12);
    expect(found.z).toBeCloseTo(-2.98, 3);
    expect([found.lo, found.hi]).toEqual([expect.closeTo(-195.61, 2), expect.closeTo(-40.39, 2)]);
    expect(found.p).toBeCloseTo(0.002883, 6);
  });

  it('without displacement areas: ten fewer, which could be chance', () => {
    const found = wdd({ control: [100, 90], treatment: [100, 80] });
    expect(found.wdd).toBe(-10);
    expect(found.se).toBeCloseTo(19.235, 3);
    expect(found.z).toBeCloseTo(-0.52, 3);
    expect([found.lo, found.hi]).toEqual([expect.closeTo(-47.7, 2), expect.closeTo(27.7, 2)]);
  });

  it('a period before that is twice as long', () => {
    const found = wdd({ control: [100, 50], treatment: [80, 20] }, { periods: [2, 1] });
    expect(found.wdd).toBe(-20);
    expect(found.se).toBeCloseTo(Math.sqrt(115), 12);
  });

  it('areas of unequal size', () => {
    const areas = { control: 0.9, treatment: 1.2, controlDisplacement: 1.6, treatmentDisplacement: 1.5 };
    const found = wdd(paper, { areas });
    expect(found.wdd).toBeCloseTo(-99.69444, 5);
    expect(found.se).toBeCloseTo(35.42808, 5);
    expect(found.z).toBeCloseTo(-2.813995, 6);
    expect([found.lo, found.hi]).toEqual([expect.closeTo(-169.1322, 4), expect.closeTo(-30.25669, 5)]);
  });

  it('harm: five kinds of offence by their weights', () => {
    const kinds = [
      { counts: { control: [133, 91], treatment: [130, 74] }, harmDays: 3 },
      { counts: { control: [388, 305], treatment: [327, 202] }, harmDays: 2 },
      { counts: { control: [148, 97], treatment: [398, 190] }, harmDays: 5 },
      { counts: { control: [86, 64], treatment: [144, 92] }, harmDays: 7 },
      { counts: { control: [94, 67], treatment: [183, 96] }, harmDays: 10 },
    ] as const;
    const found = wddHarm(kinds);
    expect(found.kinds.map((kind) => kind.wdd)).toEqual([-14, -42, -157, -30, -60]);
    expect(found.total.wdd).toBe(-1721);
    expect(found.total.se).toBeCloseTo(304.1036, 4);
    expect(found.total.z).toBeCloseTo(-5.659256, 6);
    expect([found.total.lo, found.total.hi]).toEqual([expect.closeTo(-2317.032, 3), expect.closeTo(-1124.968, 3)]);
  });

  it('areas and periods of 1 change nothing; before and after swapped turn the sign', () => {
    expect(wdd(paper, { periods: [1, 1], areas: { control: 1 } })).toEqual(wdd(paper));
    const swapped = wdd({ control: [318, 308], treatment: [110, 207] });
    expect(swapped.wdd).toBe(-wdd({ control: [308, 318], treatment: [207, 110] }).wdd);
  });

  it('says when counts are too small, and has no p without any', () => {
    expect(wdd({ control: [0, 0], treatment: [0, 0] })).toMatchObject({ wdd: 0, se: 0, z: Number.NaN, p: Number.NaN });
    expect(wddCautions({ control: [4, 9], treatment: [8, 2] })[0]).toContain('2 of the counts are under 5');
    expect(wddCautions(paper)).toHaveLength(1);
  });
});
