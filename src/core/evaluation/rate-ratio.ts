/**
 * By how much do rates of two groups of place-days differ? The rate ratio with its exact interval, and the usual
 * approximate one beside it.
 *
 * In words: RR = (Y_T / D_T) / (Y_C / D_C); the change in per cent is 100·(RR − 1). Exact interval and p: conditional
 * binomial, stats/poisson-rates.ts. Approximate: ln RR ± 1.96·√(1/Y_T + 1/Y_C), with ½ added to both counts when one is 0.
 *
 * Przyborowski & Wilenski (1940), doi 10.1093/biomet/31.3-4.313; Rothman, K. J., Greenland, S. & Lash, T. L. (2008), Modern
 * Epidemiology, ch. 14. The trap: 720 treated and 1,080 control days make equal rates look like a fall by a third when counts
 * are compared and not rates.
 */
import { exp, log } from '../stats/elementary.ts';
import { normalTwoSided } from '../stats/normal.ts';
import { type RateRatio, rateRatio } from '../stats/poisson-rates.ts';

const Z_95 = 1.959963984540054;

/** Events in place-days. */
export interface Arm {
  readonly events: number;
  readonly placeDays: number;
}

export interface ArmsCompared extends RateRatio {
  readonly treated: Arm;
  readonly control: Arm;
  readonly changePercent: number;
  /** From the normal approximation to ln RR; NaN without events. */
  readonly approximate: {
    readonly se: number;
    readonly z: number;
    readonly p: number;
    readonly lo: number;
    readonly hi: number;
  };
}

/** 95 % intervals. Counts are whole. */
export function compareArms(treated: Arm, control: Arm): ArmsCompared {
  const exact = rateRatio(treated.events, treated.placeDays, control.events, control.placeDays);
  const none = treated.events + control.events === 0;
  const added = treated.events === 0 || control.events === 0 ? 0.5 : 0;
  const [a, b] = [treated.events + added, control.events + added];
  const center = log(a / treated.placeDays / (b / control.placeDays));
  const se = none ? Number.NaN : Math.sqrt(1 / a + 1 / b);
  const z = center / se;
  return {
    treated,
    control,
    ...exact,
    changePercent: 100 * (exact.ratio - 1),
    approximate: { se, z, p: normalTwoSided(z), lo: exp(center - Z_95 * se), hi: exp(center + Z_95 * se) },
  };
}
