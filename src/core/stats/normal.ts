// biome-ignore-all lint/correctness/noPrecisionLoss: the coefficients stand as published, to be compared digit by digit
/**
 * Tail areas of the standard normal distribution, accurate in relative terms down to the smallest double (|z| ≈ 38).
 *
 * Rational Chebyshev approximations on three intervals, in words: near 0, Φ(z) = ½ + z·R(z²); further out the tail is
 * e^(−z²/2)·R(|z|); beyond √32 it is e^(−z²/2)/|z| · (1/√(2π) − R(1/z²)/z²).
 *
 * Cody, W. J. (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23:631–637,
 * doi 10.1090/S0025-5718-1969-0247736-4, in the form for Φ of Cody, W. J. (1993), Algorithm 715: SPECFUN, ACM TOMS
 * 19:22–32, doi 10.1145/151271.151273 (function ANORM). It works on z itself: going through erfc(z/√2) would lose two
 * digits in the far tail to the rounding of z/√2.
 *
 * The trap: 1 − Φ(z) is 0 for z > 8.3. Always ask for the tail you want.
 */
import { exp } from './elementary.ts';

const NEAR = 0.67448975;
const ROOT_32 = Math.sqrt(32);
const INVERSE_ROOT_2PI = 0.3989422804014327;

/** e^(−y²/2) at the sixteenths up to 40, beyond which it is 0. */
const COARSE = Float64Array.from({ length: 640 }, (_, sixteenths) => {
  const y = sixteenths / 16;
  return exp(-0.5 * y * y);
});

/** Φ(z), the area below z; NaN for NaN. */
export function normalCdf(z: number): number {
  if (Math.abs(z) <= NEAR) return 0.5 + central(z);
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

/** 2·(1 − Φ(|z|)), the two-sided p-value of z; NaN for NaN. */
export function normalTwoSided(z: number): number {
  const y = Math.abs(z);
  return y <= NEAR ? 1 - 2 * central(y) : 2 * upperTail(y);
}

/** Φ(z) − ½ for |z| ≤ NEAR. */
function central(z: number): number {
  const s = z * z;
  let numerator = 0.065682337918207449113 * s;
  let denominator = s;
  numerator = (numerator + 2.2352520354606839287) * s;
  denominator = (denominator + 47.20258190468824187) * s;
  numerator = (numerator + 161.02823106855587881) * s;
  denominator = (denominator + 976.09855173777669322) * s;
  numerator = (numerator + 1067.6894854603709582) * s;
  denominator = (denominator + 10260.932208618978205) * s;
  return (z * (numerator + 18154.981253343561249)) / (denominator + 45507.789335026729956);
}

/** 1 − Φ(y) for y > NEAR; NaN for NaN. */
function upperTail(y: number): number {
  if (y <= ROOT_32) return exponential(y) * middle(y);
  if (y === Number.POSITIVE_INFINITY) return 0;
  return (exponential(y) * (INVERSE_ROOT_2PI - far(1 / (y * y)))) / y;
}

/** e^(−y²/2), with y² split at sixteenths so that its rounding error does not grow with the exponent. */
function exponential(y: number): number {
  const sixteenths = Math.trunc(y * 16);
  const coarse = sixteenths / 16;
  const rest = (y - coarse) * (y + coarse);
  return (COARSE[sixteenths] ?? exp(-0.5 * coarse * coarse)) * exp(-0.5 * rest);
}

function middle(y: number): number {
  let numerator = 1.0765576773720192317e-8 * y;
  let denominator = y;
  numerator = (numerator + 0.39894151208813466764) * y;
  denominator = (denominator + 22.266688044328115691) * y;
  numerator = (numerator + 8.8831497943883759412) * y;
  denominator = (denominator + 235.38790178262499861) * y;
  numerator = (numerator + 93.506656132177855979) * y;
  denominator = (denominator + 1519.377599407554805) * y;
  numerator = (numerator + 597.27027639480026226) * y;
  denominator = (denominator + 6485.558298266760755) * y;
  numerator = (numerator + 2494.5375852903726711) * y;
  denominator = (denominator + 18615.571640885098091) * y;
  numerator = (numerator + 6848.1904505362823326) * y;
  denominator = (denominator + 34900.952721145977266) * y;
  numerator = (numerator + 11602.651437647350124) * y;
  denominator = (denominator + 38912.003286093271411) * y;
  return (numerator + 9842.7148383839780218) / (denominator + 19685.429676859990727);
}

/** R(s)·s for s = 1/y². */
function far(s: number): number {
  let numerator = 0.02307344176494017303 * s;
  let denominator = s;
  numerator = (numerator + 0.21589853405795699) * s;
  denominator = (denominator + 1.28426009614491121) * s;
  numerator = (numerator + 0.1274011611602473639) * s;
  denominator = (denominator + 0.468238212480865118) * s;
  numerator = (numerator + 0.022235277870649807) * s;
  denominator = (denominator + 0.0659881378689285515) * s;
  numerator = (numerator + 0.001421619193227893466) * s;
  denominator = (denominator + 0.00378239633202758244) * s;
  return (s * (numerator + 2.9112874951168792e-5)) / (denominator + 7.29751555083966205e-5);
}
