/** Flags, people and outcomes of an offence. References are invented and name nobody. */
import { kindOf } from './catalogue.ts';
import type { MixRow } from './mix.ts';
import { normal, pick, pickWeighted, type Random } from './random.ts';
import type { Answer, OffenceRecord } from './record.ts';

type Circumstances = Pick<
  OffenceRecord,
  | 'domestic'
  | 'publicPlace'
  | 'knife'
  | 'weapon'
  | 'alcohol'
  | 'victimAge'
  | 'relationship'
  | 'victim'
  | 'suspect'
  | 'status'
>;

/** A couple or family that offends against the same person at the same address again and again. */
export interface Household<Where> {
  readonly victim: string;
  readonly suspect: string;
  readonly age: number;
  readonly relationship: string;
  readonly where: Where;
}

/** Hands out references; a few people stand for much of it, as they do in life. */
export interface People {
  newVictim(): string;
  /** A victim seen before in this district with a small chance, else a new one. */
  victim(random: Random, district: string): string;
  suspect(random: Random, district: string): string;
}

export function makePeople(): People {
  const counters = { V: 0, S: 0 };
  const known = { V: new Map<string, string[]>(), S: new Map<string, string[]>() };
  const fresh = (letter: 'V' | 'S') => `${letter}${String(++counters[letter]).padStart(6, '0')}`;
  const draw = (random: Random, letter: 'V' | 'S', district: string, again: number): string => {
    const seen = known[letter].get(district) ?? [];
    known[letter].set(district, seen);
    if (seen.length > 0 && random() < again) {
      // Squaring a uniform favours those met first: a power few.
      return seen[Math.floor(random() ** 2 * seen.length)] as string;
    }
    const ref = fresh(letter);
    seen.push(ref);
    return ref;
  };
  return {
    newVictim: () => fresh('V'),
    victim: (random, district) => draw(random, 'V', district, 0.07),
    suspect: (random, district) => draw(random, 'S', district, 0.38),
  };
}

const HAS_NO_PERSON: ReadonlySet<string> = new Set([
  'shoplifting',
  'making-off',
  'burglary-business',
  'theft-by-employee',
]);

export function circumstancesOf(random: Random, row: MixRow, district: string, people: People): Circumstances {
  const [weaponChance, knifeChance] = row.weapon ?? [0, 0];
  // One draw for both: every knife is a weapon.
  const drawn = random();
  const weapon = drawn < weaponChance;
  const knife = drawn < knifeChance;
  const outside = row.scene === 'public' || (row.scene === 'police-found' && random() < 0.92);
  const againstPerson =
    row.scene !== 'police-found' && !HAS_NO_PERSON.has(row.kind) && kindOf(row.kind).group !== 'public-order';
  const drunk = row.profile === 'night' ? 0.58 : row.scene === 'domestic' ? 0.36 : row.scene === 'public' ? 0.16 : 0.02;
  const suspectKnown = { public: 0.55, domestic: 0.97, private: 0.75, property: 0.16, 'police-found': 0.95 }[row.scene];
  return {
    domestic: maybe(random, row.scene === 'domestic', 0.003),
    publicPlace: maybe(random, outside || (row.scene === 'property' && row.surface === 'retail'), 0.005),
    knife: maybe(random, knife, 0.02),
    weapon: maybe(random, weapon, 0.01),
    alcohol: maybe(random, random() < drunk, 0.08),
    victimAge: againstPerson && random() < 0.95 ? ageOf(random, row) : null,
    relationship: againstPerson ? relationshipOf(random, row) : '',
    victim: againstPerson ? people.victim(random, district) : '',
    suspect: random() < suspectKnown ? people.suspect(random, district) : '',
    status: statusOf(random, row),
  };
}

const maybe = (random: Random, yes: boolean, unknown: number): Answer =>
  random() < unknown ? null : yes ? 'yes' : 'no';

export function ageOf(random: Random, row: MixRow): number {
  const between = (mean: number, sd: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, mean + sd * normal(random))));
  if (row.kind === 'rape-under-13' || row.kind === 'sexual-assault-under-13') return between(8, 3, 2, 12);
  if (row.kind === 'rape-under-16') return between(14, 1, 13, 15);
  if (row.kind === 'child-cruelty') return between(7, 4, 0, 15);
  if (row.kind === 'rape-16-and-over' || row.kind === 'sexual-assault-adult') return between(27, 10, 16, 80);
  if (row.kind === 'robbery-personal') return between(23, 10, 11, 78);
  if (row.kind === 'burglary-distraction-dwelling') return between(79, 8, 55, 97);
  if (row.scene === 'domestic') return between(35, 12, 16, 88);
  if (row.scene === 'public') return between(29, 12, 11, 84);
  if (row.scene === 'private') return between(32, 14, 12, 86);
  return between(44, 17, 16, 94);
}

export function relationshipOf(random: Random, row: MixRow): string {
  if (row.kind === 'child-cruelty') return 'Parent';
  if (row.scene === 'domestic') {
    return pickWeighted(random, { 'Ex-partner': 36, Partner: 38, Parent: 8, Child: 7, Sibling: 6, 'Other family': 5 });
  }
  if (row.scene === 'private') {
    return pickWeighted(random, { Acquaintance: 52, Friend: 12, Neighbour: 16, Stranger: 10, '': 10 });
  }
  if (row.scene === 'public') return pickWeighted(random, { Stranger: 56, Acquaintance: 28, Friend: 4, '': 12 });
  return '';
}

const VIOLENT = {
  'Evidential difficulties': 46,
  'Victim does not support': 22,
  Charged: 15,
  'Under investigation': 9,
  'Community resolution': 8,
};
const OUTCOMES = {
  public: { ...VIOLENT, 'No suspect identified': 24 },
  domestic: { ...VIOLENT, 'Victim does not support': 55 },
  private: VIOLENT,
  property: {
    'No suspect identified': 74,
    'Evidential difficulties': 9,
    Charged: 8,
    'Under investigation': 5,
    'Community resolution': 4,
  },
  'police-found': { Charged: 44, 'Community resolution': 34, Caution: 12, 'Under investigation': 10 },
} as const;

const statusOf = (random: Random, row: MixRow): string =>
  pickWeighted(random, OUTCOMES[row.scene] as Record<string, number>);

/** Draws a household already known to the district, or none. */
export function knownHousehold<Where>(
  random: Random,
  households: readonly Household<Where>[],
): Household<Where> | null {
  return households.length > 20 && random() < 0.34 ? pick(random, households) : null;
}
