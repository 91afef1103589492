/**
 * Seeded random numbers: the same seed gives the same sequence on every machine.
 *
 * xoshiro128** 1.1 (Blackman, D. & Vigna, S. (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47:36,
 * doi 10.1145/3460772): 128 bits of state, period 2¹²⁸ − 1. The state is filled from the seed by SplitMix32, the
 * 32-bit form of SplitMix with MurmurHash3's finaliser, so that neighbouring seeds give unrelated sequences. Whole numbers
 * by multiplication (Lemire, D. (2019), Fast random integer generation in an interval, ACM TOMACS 29:3,
 * doi 10.1145/3230636), which takes half the time of a remainder.
 */

const TWO_32 = 0x100000000;
const TO_UNIT = 1 / TWO_32;

export interface Random {
  /** The next 32 bits, 0 … 2³² − 1. */
  bits(): number;
  /** Uniform in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A whole number 0 … n − 1, each equally likely; n from 1 to 2²¹. */
  below(n: number): number;
}

/** A generator for a whole-number seed, which is folded into 32 bits. */
export function randomFrom(seed: number): Random {
  // The high word goes in as well, so that large and negative seeds differ.
  const mix = splitMix32(seed ^ splitMix32(Math.floor(seed / TWO_32))());
  return randomFromState(mix(), mix(), mix(), mix());
}

/** The bare generator with its four words of state, at least one of them not 0. */
export function randomFromState(a: number, b: number, c: number, d: number): Random {
  const bits = (): number => {
    const x = Math.imul(b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  return {
    bits,
    uniform: () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992,
    below: (n) => {
      for (;;) {
        // bits·n is below 2⁵³ and therefore exact: its high word is the answer, its low word how far into it the draw fell.
        const product = bits() * n;
        const answer = (product * TO_UNIT) | 0;
        const low = product - answer * TWO_32;
        // The first 2³² mod n places of each answer are thrown away, or some answers would come once more than others.
        if (low >= n || low >= TWO_32 % n) return answer;
      }
    },
  };
}

/** Shuffles in place, every order equally likely (Fisher–Yates, from the end), and returns the same array. */
export function shuffle<T extends { readonly length: number; [index: number]: unknown }>(items: T, random: Random): T {
  const list: { [index: number]: unknown } = items;
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = list[i];
    list[i] = list[j];
    list[j] = held;
  }
  return items;
}

function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let x = state ^ (state >>> 16);
    x = Math.imul(x, 0x85ebca6b);
    x ^= x >>> 13;
    x = Math.imul(x, 0xc2b2ae35);
    return x ^ (x >>> 16);
  };
}
