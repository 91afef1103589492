/** The offences of the demo: for each district and row of the mix how many, then when, where and in which circumstances. */
import type { Position } from '../areas/borders.ts';
import { DISTRICTS, type District } from '../areas/districts.ts';
import { FIRST_DAY, LAST_DAY } from './calendar.ts';
import { harmOf, isArkKind, kindOf } from './catalogue.ts';
import { ageOf, circumstancesOf, type Household, knownHousehold, makePeople, relationshipOf } from './circumstances.ts';
import { MIX, type MixRow, PLANTED } from './mix.ts';
import { effectOf, type PhaseLabel, phaseOn } from './phases.ts';
import { DISTRICT_LEVELS } from './places.ts';
import { hourWeights, type ProfileName, season } from './profiles.ts';
import { cumulate, normal, pick, pickIndex, poisson, type Random, stream } from './random.ts';
import type { OffenceRecord } from './record.ts';
import { anywhereIn, displaced, type Ground, pointAt, type Site } from './surfaces.ts';
import { mildChance, TRIAL, type TrialDay } from './trial.ts';

export const SOUTHEND = 'E06000033';
export const CHELMSFORD = 'E07000070';

/** Near-miss offences per resident in Chelmsford against everywhere else. */
export const CHELMSFORD_FACTOR = 1.6;

/** Lifts the volumes of the mix so that lockdown leaves about 70 thousand offences. */
const VOLUME = 1.06;

/** Share of dwelling burglaries that are followed by another one near by and soon. */
export const NEAR_REPEAT = { share: 0.12, withinM: 200, withinDays: 14 } as const;

/** Sensitive offences are moved by up to this far and given to about 100 m. */
const COARSE = { withinM: 700, decimals: 3 } as const;

/** With pubs shut at ten, nights out end an hour and a half earlier. */
const EARLY_NIGHT_MIN = 90;
const EARLY_PHASES: ReadonlySet<string> = new Set(['22:00 curfew', 'tier 1', 'tier 2']);

export interface World {
  readonly seed: number;
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly trial: readonly TrialDay[];
  /** 1 for the whole demo; less for a quick one. */
  readonly scale: number;
}

interface Where {
  readonly site: Site | null;
  readonly at: Position;
}

const DAYS = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => FIRST_DAY + i);
const RESIDENTS = DISTRICTS.reduce((sum, district) => sum + district.population, 0);
const hoursByDay = new Map<ProfileName, readonly (readonly number[])[]>();

function hoursOf(profile: ProfileName): readonly (readonly number[])[] {
  const known = hoursByDay.get(profile);
  if (known) return known;
  const made = DAYS.map((day) => hourWeights(profile, day));
  hoursByDay.set(profile, made);
  return made;
}

const phasesByDistrict = new Map<string, readonly PhaseLabel[]>();

/** The phase of each day, remembered: every row of the mix asks for it. */
function phasesIn(district: string): readonly PhaseLabel[] {
  const known = phasesByDistrict.get(district);
  if (known) return known;
  const made = DAYS.map((day) => phaseOn(district, day));
  phasesByDistrict.set(district, made);
  return made;
}

/** Offences of a row that a district would see over the whole period without lockdown. */
function expectedCount(row: MixRow, district: District): number {
  const level = row.nearMiss
    ? district.code === CHELMSFORD
      ? CHELMSFORD_FACTOR
      : 1
    : (DISTRICT_LEVELS[district.code] ?? 1) * (district.code === SOUTHEND ? (row.southend ?? 1) : 1);
  return (row.count * VOLUME * district.population * level) / RESIDENTS;
}

/** Weight of each day for a row in a district, and the mean weight that a year without lockdown would have. */
function dayWeights(row: MixRow, district: string): { weights: number[]; plain: number } {
  const hours = hoursOf(row.profile);
  const [amplitude, peak] = row.season ?? [0, 1];
  const phases = phasesIn(district);
  let plain = 0;
  const weights = DAYS.map((day, i) => {
    const ordinary = (hours[i] ?? []).reduce((sum, weight) => sum + weight, 0) * season(day, amplitude, peak);
    plain += ordinary / DAYS.length;
    return ordinary * effectOf(phases[i] ?? 'normal', row.response);
  });
  return { weights, plain };
}

/** Every offence, in the order of districts and mix: the writer sorts them. */
export function generateOffences(world: World): OffenceRecord[] {
  const people = makePeople();
  const treated = new Map(world.trial.map((day) => [day.day, new Set(day.treated)]));
  const mild = mildOffence();
  const records: OffenceRecord[] = [];

  for (const district of DISTRICTS) {
    const ground = world.grounds.get(district.code);
    if (!ground) continue;
    const households: Household<Where>[] = [];
    MIX.forEach((row, index) => {
      const random = stream(world.seed, `offences ${district.code} ${index}`);
      const { weights, plain } = dayWeights(row, district.code);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const mean = (expectedCount(row, district) * world.scale * total) / (plain * DAYS.length);
      const sums = cumulate(weights);
      const hours = hoursOf(row.profile);
      for (let n = poisson(random, mean); n > 0; n--) {
        const i = pickIndex(random, sums);
        const when = momentOf(random, row, district.code, DAYS[i] ?? FIRST_DAY, hours[i] ?? []);
        const household = row.scene === 'domestic' ? knownHousehold(random, households) : null;
        const where = household?.where ?? placeOf(random, ground, row);
        let used = row;
        if (treated.get(when.day)?.has(where.site?.area ?? -1) && isArk(row)) {
          if (random() < -TRIAL.effect.frequency) continue;
          if (random() < mild.chance) used = mild.row;
        }
        const record = recordOf(random, used, district.code, ground, where, when, people);
        if (row.scene !== 'domestic') records.push(record);
        else if (household) {
          const { victim, suspect, relationship, age } = household;
          records.push({
            ...record,
            victim,
            suspect,
            relationship,
            victimAge: row.kind === 'child-cruelty' ? record.victimAge : age,
          });
        } else {
          records.push(record);
          const { victim, suspect, relationship } = record;
          households.push({ victim, suspect, relationship, where, age: record.victimAge ?? ageOf(random, row) });
        }
        if (row.kind === 'burglary-dwelling' && random() < NEAR_REPEAT.share) {
          const next = nearRepeat(random, ground, where, when);
          if (next) records.push(recordOf(random, row, district.code, ground, next.where, next.when, people));
        }
      }
    });
  }
  records.push(...plantedOffences(world, people));
  return records;
}

interface Moment {
  readonly day: number;
  readonly minute: number;
}

function momentOf(random: Random, row: MixRow, district: string, day: number, hours: readonly number[]): Moment {
  const hour = pickIndex(random, cumulate(hours));
  const minuteOfHour = Math.floor(random() * 60);
  // People say "about ten past": most times are told to five minutes.
  let minute = hour * 60 + (random() < 0.7 ? minuteOfHour - (minuteOfHour % 5) : minuteOfHour);
  if (row.profile === 'night' && EARLY_PHASES.has(phaseOn(district, day))) minute -= EARLY_NIGHT_MIN;
  return minute < 0 ? { day: Math.max(FIRST_DAY, day - 1), minute: minute + 1440 } : { day, minute };
}

function placeOf(random: Random, ground: Ground, row: MixRow): Where {
  if (random() < ground.scattered[row.surface]) return { site: null, at: anywhereIn(ground, random) };
  const site = ground.sites[pickIndex(random, ground.surfaces[row.surface])];
  if (!site) throw new Error('A ground without sites: its places lie outside the district.');
  return { site, at: pointAt(ground, site, row.surface, random) };
}

function recordOf(
  random: Random,
  row: MixRow,
  district: string,
  ground: Ground,
  where: Where,
  when: Moment,
  people: ReturnType<typeof makePeople>,
): OffenceRecord {
  const kind = kindOf(row.kind);
  const street =
    where.site?.street ?? pick(random, ['Church Lane', 'Main Road', 'Station Road', 'Mill Lane', 'The Street']);
  return {
    kind: row.kind,
    code: kind.codes[0] ?? '',
    title: kind.title,
    district,
    ...when,
    spanMin: spanOf(random, row),
    at: row.coarse ? displaced(ground, where.at, random, COARSE.withinM, COARSE.decimals) : where.at,
    ...circumstancesOf(random, row, district, people),
    location: row.coarse || random() < 0.03 ? '' : `On or near ${street}`,
  };
}

/** Log-normal about the median; a tenth of the ends are not recorded, and most moments have none. */
function spanOf(random: Random, row: MixRow): number | null {
  if (random() < (row.spanMin ? 0.1 : 0.55)) return null;
  if (!row.spanMin) return Math.floor(random() * 3) * 5;
  const minutes = row.spanMin * Math.exp(0.7 * normal(random));
  return Math.max(1, Math.round(minutes < 30 ? minutes : minutes / 5 - ((minutes / 5) % 1)) * (minutes < 30 ? 1 : 5));
}

/** A later burglary at an address in the same or a neighbouring street; null when it would fall after the last day. */
function nearRepeat(random: Random, ground: Ground, where: Where, when: Moment): { where: Where; when: Moment } | null {
  const day = when.day + 1 + Math.floor(random() * NEAR_REPEAT.withinDays);
  const { site } = where;
  if (!site || day > LAST_DAY) return null;
  const sameAddress = random() < 0.25;
  const at = sameAddress ? where.at : displaced(ground, where.at, random, NEAR_REPEAT.withinM, 6);
  return { where: { site, at }, when: { day, minute: Math.floor(random() * 1440) } };
}

const isArk = (row: MixRow) => (row.scene === 'public' || row.scene === 'police-found') && isArkKind(row.kind);

/** The offence that a treated day turns others into, and how often. */
function mildOffence(): { row: MixRow; chance: number } {
  const southend = DISTRICTS.find((district) => district.code === SOUTHEND) as District;
  const day = new Map(MIX.map((row) => [row, dayWeights(row, SOUTHEND)]));
  const ark = MIX.filter((row) => row.surface === 'public' && isArk(row));
  const row = ark.find((candidate) => candidate.kind === 'abh' && candidate.profile === 'street') as MixRow;
  // Offences per row on the days of the trial, for the mean harm without patrol.
  const volume = (candidate: MixRow) => {
    const { weights, plain } = day.get(candidate) as { weights: number[]; plain: number };
    const first = DAYS.findIndex((d) => phaseOn(SOUTHEND, d) === 'pubs open');
    const window = weights.slice(first, first + 90).reduce((sum, weight) => sum + weight, 0);
    return (expectedCount(candidate, southend) * window) / plain;
  };
  const count = ark.reduce((sum, candidate) => sum + volume(candidate), 0);
  const harm = ark.reduce((sum, candidate) => sum + volume(candidate) * harmOf(candidate.kind), 0);
  return { row, chance: mildChance(harm / count, harmOf('abh')) };
}

/** Homicides and attempts: shared out by population, largest remainders first, on any day and outside the patrol areas. */
function plantedOffences(world: World, people: ReturnType<typeof makePeople>): OffenceRecord[] {
  const random = stream(world.seed, 'planted');
  const records: OffenceRecord[] = [];
  for (const homicide of [true, false]) {
    const queue = PLANTED.filter(([kind]) => (kind !== 'attempted-murder') === homicide).flatMap(
      ([kind, scene, number]) =>
        Array.from({ length: Math.round(number * world.scale) }, () => ({ kind, scene, order: random() })),
    );
    queue.sort((a, b) => a.order - b.order);
    const shares = DISTRICTS.map((district) => (queue.length * district.population) / RESIDENTS);
    const seats = shares.map(Math.floor);
    const byRemainder = shares
      .map((share, i) => ({ i, remainder: share % 1 }))
      .sort((a, b) => b.remainder - a.remainder);
    const missing = queue.length - seats.reduce((sum, seat) => sum + seat, 0);
    for (const { i } of byRemainder.slice(0, missing)) seats[i] = (seats[i] ?? 0) + 1;
    const homes = DISTRICTS.flatMap((district, i) => Array.from({ length: seats[i] ?? 0 }, () => district.code));
    queue.forEach(({ kind, scene }, i) => {
      const district = homes[i] ?? SOUTHEND;
      const ground = world.grounds.get(district);
      if (!ground) return;
      const row: MixRow = {
        kind,
        scene,
        count: 1,
        profile: 'home',
        response: 'home',
        surface: 'home',
        weapon: [0.75, 0.5],
        nearMiss: kind === 'attempted-murder',
      };
      let where = placeOf(random, ground, row);
      while ((where.site?.area ?? -1) >= 0) where = placeOf(random, ground, row);
      const day = pick(random, DAYS);
      const when = momentOf(random, row, district, day, hoursOf('home')[day - FIRST_DAY] ?? []);
      const record = recordOf(random, row, district, ground, where, when, people);
      records.push({
        ...record,
        victimAge: ageOf(random, row),
        relationship: relationshipOf(random, row),
        status: 'Charged',
      });
    });
  }
  return records;
}
