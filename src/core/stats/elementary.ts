// biome-ignore-all lint/correctness/noPrecisionLoss: the coefficients stand as published, to be compared digit by digit
/**
 * exp, log, sin, cos and the like from additions, multiplications, divisions and square roots alone, whose results IEEE 754
 * fixes to the last bit. The language leaves those of Math.exp and Math.sin to the engine: Node and a browser differ in
 * the last digit, and a project would not give the same tables to the byte in both.
 *
 * The minimax polynomials of fdlibm (Sun Microsystems 1993, netlib.org/fdlibm), after Cody & Waite (1980), Software
 * Manual for the Elementary Functions; each is off by less than two units in the last place. The trap: angles far
 * beyond a turn lose digits, for π/2 is carried to 118 bits only.
 */

const PI_LO = 1.2246467991473531772e-16;

/** e^x; 0 below −745.2, infinite above 709.8. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  // x = k·ln 2 + r with |r| ≤ ½ ln 2; ln 2 in two parts so that k·ln 2 is exact
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const hi = x - k * 6.9314718036912381649e-1;
  const lo = k * 1.90821492927058770002e-10;
  const r = hi - lo;
  const t = r * r;
  const even =
    t *
    (1.66666666666666019037e-1 +
      t *
        (-2.77777777770155933842e-3 +
          t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const c = r - even;
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  // in two steps, for a result below 2^−1022 has no power of two of its own
  const half = Math.trunc(k / 2);
  return y * powerOf2(half) * powerOf2(k - half);
}

const parts = new DataView(new ArrayBuffer(8));

/** The natural logarithm; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  // a number below 2^−1022 has no power of two of its own
  const tiny = x < 2.2250738585072014e-308;
  parts.setFloat64(0, tiny ? x * 2 ** 54 : x);
  // x = 2^k·(1 + f) with 1 + f between √½ and √2
  const high = parts.getUint32(0);
  const fraction = high & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (high >>> 20) - 1023 + (carry >>> 20) - (tiny ? 54 : 0);
  parts.setUint32(0, fraction | (carry ^ 0x3ff00000));
  const f = parts.getFloat64(0) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * 6.9314718036912381649e-1 - (half - (s * (half + even + odd) + k * 1.90821492927058770002e-10) - f);
}

/** 2^k for k from −1022 to 1023; a table, for writing the bits of one takes longer than the rest of exp. */
function powerOf2(k: number): number {
  return POWERS_OF_2[k + 1022] as number;
}

const POWERS_OF_2 = Float64Array.from({ length: 2046 }, (_, at) => {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint32(0, (at + 1) << 20);
  return bits.getFloat64(0);
});

/** x less the nearest multiple of π/2, as a head and a tail, and which multiple that was. */
function reduced(x: number): { n: number; head: number; tail: number } {
  const n = Math.floor(x * 0.636619772367581382 + 0.5);
  if (n === 0) return { n, head: x, tail: 0 };
  const first = x - n * 1.57079632673412561417;
  const second = n * 6.0771005063039659766e-11;
  const r = first - second;
  const rest = n * 2.02226624879595063154e-21 - (first - r - second);
  const head = r - rest;
  return { n, head, tail: r - head - rest };
}

/** sin of head + tail, within ±π/4. */
function sine(head: number, tail: number): number {
  const z = head * head;
  const v = z * head;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return head - (z * (0.5 * tail - v * r) - tail - v * -1.66666666666666324348e-1);
}

function cosine(head: number, tail: number): number {
  const z = head * head;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - head * tail));
}

export function sin(x: number): number {
  const { n, head, tail } = reduced(x);
  const value = (n & 1) === 0 ? sine(head, tail) : cosine(head, tail);
  return (n & 2) === 0 ? value : -value;
}

export function cos(x: number): number {
  const { n, head, tail } = reduced(x);
  const value = (n & 1) === 0 ? cosine(head, tail) : sine(head, tail);
  return ((n + 1) & 2) === 0 ? value : -value;
}

export function tan(x: number): number {
  const { n, head, tail } = reduced(x);
  const [s, c] = [sine(head, tail), cosine(head, tail)];
  return (n & 1) === 0 ? s / c : -c / s;
}

/** Upper bound of |x|, the point about which it is expanded, and its arctangent as a head and a tail. */
const regions = [
  {
    below: 11 / 16,
    head: 4.63647609000806093515e-1,
    tail: 2.26987774529616870924e-17,
    from: (x: number) => (2 * x - 1) / (2 + x),
  },
  {
    below: 19 / 16,
    head: 7.85398163397448278999e-1,
    tail: 3.06161699786838301793e-17,
    from: (x: number) => (x - 1) / (x + 1),
  },
  {
    below: 39 / 16,
    head: 9.82793723247329054082e-1,
    tail: 1.39033110312309984516e-17,
    from: (x: number) => (x - 1.5) / (1 + 1.5 * x),
  },
  {
    below: Number.POSITIVE_INFINITY,
    head: 1.570796326794896558,
    tail: 6.12323399573676603587e-17,
    from: (x: number) => -1 / x,
  },
] as const;

export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < 7 / 16) return x - x * arc(x);
  const region = regions.find(({ below }) => size < below) ?? regions[3];
  const t = region.from(size);
  const value = region.head - (t * arc(t) - region.tail - t);
  return x < 0 ? -value : value;
}

/** 1 − atan(t)/t for |t| < 7/16. */
function arc(t: number): number {
  const z = t * t;
  const w = z * z;
  const odd =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w * (6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))));
  const even =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 +
          w * (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))));
  return odd + even;
}

/** The angle of (x, y) in (−π, π]. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const left = x < 0 || Object.is(x, -0);
  const below = y < 0 || Object.is(y, -0);
  const steep = Math.abs(y) === Number.POSITIVE_INFINITY;
  // 0/0 is no direction and ∞/∞ is the diagonal
  const ratio = y === 0 ? 0 : steep && Math.abs(x) === Number.POSITIVE_INFINITY ? 1 : Math.abs(y / x);
  const angle = atan(ratio);
  // so steep that the side does not show
  const value = ratio > 2 ** 60 ? Math.PI / 2 : left ? Math.PI - (angle - PI_LO) : angle;
  return below ? -value : value;
}

export function asin(x: number): number {
  return atan2(x, Math.sqrt((1 - x) * (1 + x)));
}

export function acos(x: number): number {
  return atan2(Math.sqrt((1 - x) * (1 + x)), x);
}
