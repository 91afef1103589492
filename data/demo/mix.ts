/**
 * What is recorded, how often and in which circumstances. Volumes are invented for the whole county over the whole
 * period at the level of 2019, in the proportions of a police area with towns, before lockdown takes its share.
 */
import type { ResponseName } from './phases.ts';
import type { ProfileName } from './profiles.ts';

/** Where offences fall: by the risk factors of public places, at homes, or at shops and in centres. */
export type SurfaceName = 'public' | 'home' | 'retail';

/** public = street or venue; domestic = partner or family at home; private = known people indoors. */
export type Scene = 'public' | 'domestic' | 'private' | 'property' | 'police-found';

export interface MixRow {
  /** Kind of data/offences/catalogue.json. */
  readonly kind: string;
  readonly scene: Scene;
  readonly count: number;
  readonly profile: ProfileName;
  readonly response: ResponseName;
  readonly surface: SurfaceName;
  /** Amplitude and peak day of the yearly wave. */
  readonly season?: readonly [number, number];
  /** Chance that a weapon was used, and that it was a knife. */
  readonly weapon?: readonly [number, number];
  /** Median minutes between `from` and `to`; 0 or nothing: a moment. */
  readonly spanMin?: number;
  /** Counts towards the near-miss profile: the same rate per resident everywhere, Chelmsford aside. */
  readonly nearMiss?: boolean;
  /** More of it in Southend, so that a trial of 90 days has something to count. */
  readonly southend?: number;
  /** Position given coarsely, as for sexual offences. */
  readonly coarse?: boolean;
}

const SUMMER = [0.14, 200] as const;
const WINTER = [0.22, 345] as const;
const YULE = [0.08, 350] as const;

// biome-ignore format: a table is read in rows
export const MIX: readonly MixRow[] = [
  // violence in public: half of it the night-time economy
  { kind: 'abh', scene: 'public', count: 2900, profile: 'night', response: 'night', surface: 'public', season: SUMMER, weapon: [0.06, 0.02], southend: 2.8 },
  { kind: 'abh', scene: 'public', count: 3000, profile: 'street', response: 'street', surface: 'public', season: SUMMER, weapon: [0.06, 0.02], southend: 2.8 },
  { kind: 'common-assault', scene: 'public', count: 1800, profile: 'night', response: 'night', surface: 'public', season: SUMMER, southend: 1.4 },
  { kind: 'common-assault', scene: 'public', count: 2200, profile: 'street', response: 'street', surface: 'public', season: SUMMER, southend: 1.4 },
  { kind: 'common-assault-aggravated', scene: 'public', count: 150, profile: 'street', response: 'street', surface: 'public' },
  { kind: 'assault-constable', scene: 'public', count: 700, profile: 'night', response: 'home', surface: 'public' },
  { kind: 'wounding-unspecified', scene: 'public', count: 330, profile: 'night', response: 'night', surface: 'public', season: SUMMER, weapon: [0.45, 0.2], nearMiss: true },
  { kind: 'wounding-unspecified', scene: 'public', count: 330, profile: 'street', response: 'street', surface: 'public', season: SUMMER, weapon: [0.45, 0.25], nearMiss: true },
  { kind: 'wounding-with-intent', scene: 'public', count: 190, profile: 'night', response: 'night', surface: 'public', season: SUMMER, weapon: [0.8, 0.5], nearMiss: true },
  { kind: 'wounding-with-intent', scene: 'public', count: 200, profile: 'street', response: 'street', surface: 'public', season: SUMMER, weapon: [0.8, 0.55], nearMiss: true },
  // violence at home
  { kind: 'abh', scene: 'domestic', count: 3100, profile: 'home', response: 'home', surface: 'home', season: YULE, weapon: [0.06, 0.02] },
  { kind: 'abh', scene: 'private', count: 1200, profile: 'evening', response: 'home', surface: 'home' },
  { kind: 'common-assault', scene: 'domestic', count: 3500, profile: 'home', response: 'home', surface: 'home', season: YULE },
  { kind: 'common-assault', scene: 'private', count: 1400, profile: 'evening', response: 'home', surface: 'home' },
  { kind: 'wounding-unspecified', scene: 'domestic', count: 380, profile: 'home', response: 'home', surface: 'home', season: YULE, weapon: [0.4, 0.2], nearMiss: true },
  { kind: 'wounding-with-intent', scene: 'domestic', count: 190, profile: 'home', response: 'home', surface: 'home', season: YULE, weapon: [0.6, 0.4], nearMiss: true },
  { kind: 'wounding-unspecified', scene: 'private', count: 150, profile: 'evening', response: 'home', surface: 'home', weapon: [0.4, 0.2], nearMiss: true },
  { kind: 'coercive-control', scene: 'domestic', count: 420, profile: 'any', response: 'home', surface: 'home', spanMin: 40_000 },
  { kind: 'threats-to-kill', scene: 'domestic', count: 280, profile: 'home', response: 'home', surface: 'home' },
  { kind: 'threats-to-kill', scene: 'private', count: 220, profile: 'evening', response: 'online', surface: 'home' },
  { kind: 'harassment', scene: 'domestic', count: 900, profile: 'any', response: 'online', surface: 'home', spanMin: 10_000 },
  { kind: 'harassment', scene: 'private', count: 1500, profile: 'any', response: 'online', surface: 'home', spanMin: 10_000 },
  { kind: 'malicious-communications', scene: 'private', count: 2100, profile: 'any', response: 'online', surface: 'home', spanMin: 2000 },
  { kind: 'stalking-basic', scene: 'domestic', count: 330, profile: 'any', response: 'online', surface: 'home', spanMin: 20_000 },
  { kind: 'stalking-fear', scene: 'domestic', count: 130, profile: 'any', response: 'online', surface: 'home', spanMin: 20_000 },
  { kind: 'stalking-serious-alarm', scene: 'domestic', count: 100, profile: 'any', response: 'online', surface: 'home', spanMin: 20_000 },
  { kind: 'kidnapping', scene: 'private', count: 35, profile: 'evening', response: 'home', surface: 'home', weapon: [0.4, 0.2], spanMin: 180 },
  { kind: 'false-imprisonment', scene: 'domestic', count: 30, profile: 'evening', response: 'home', surface: 'home', spanMin: 240 },
  { kind: 'child-cruelty', scene: 'domestic', count: 150, profile: 'any', response: 'home', surface: 'home', spanMin: 20_000 },
  { kind: 'death-dangerous-driving', scene: 'public', count: 12, profile: 'evening', response: 'street', surface: 'retail' },
  // sexual offences: positions coarse
  { kind: 'rape-16-and-over', scene: 'private', count: 330, profile: 'night', response: 'sexual', surface: 'home', coarse: true, spanMin: 120 },
  { kind: 'rape-16-and-over', scene: 'domestic', count: 210, profile: 'home', response: 'home', surface: 'home', coarse: true, spanMin: 120 },
  { kind: 'rape-under-16', scene: 'private', count: 100, profile: 'any', response: 'sexual', surface: 'home', coarse: true, spanMin: 20_000 },
  { kind: 'rape-under-13', scene: 'private', count: 55, profile: 'any', response: 'sexual', surface: 'home', coarse: true, spanMin: 20_000 },
  { kind: 'sexual-assault-adult', scene: 'private', count: 560, profile: 'night', response: 'sexual', surface: 'retail', coarse: true },
  { kind: 'sexual-assault-under-13', scene: 'private', count: 60, profile: 'any', response: 'sexual', surface: 'home', coarse: true },
  { kind: 'exposure', scene: 'public', count: 240, profile: 'street', response: 'street', surface: 'retail', season: SUMMER, coarse: true },
  // robbery
  { kind: 'robbery-personal', scene: 'public', count: 420, profile: 'evening', response: 'robbery', surface: 'public', weapon: [1, 0.65], nearMiss: true },
  { kind: 'robbery-personal', scene: 'public', count: 900, profile: 'evening', response: 'robbery', surface: 'public', weapon: [0, 0], southend: 1.3 },
  { kind: 'robbery-business', scene: 'public', count: 90, profile: 'evening', response: 'robbery', surface: 'retail', weapon: [1, 0.6], nearMiss: true },
  { kind: 'robbery-business', scene: 'public', count: 60, profile: 'shop', response: 'robbery', surface: 'retail', weapon: [0, 0] },
  // burglary
  { kind: 'burglary-dwelling', scene: 'property', count: 3500, profile: 'day-out', response: 'burglary-home', surface: 'home', season: WINTER, spanMin: 420 },
  { kind: 'burglary-residential-non-dwelling', scene: 'property', count: 850, profile: 'overnight', response: 'burglary-home', surface: 'home', spanMin: 900 },
  { kind: 'burglary-distraction-dwelling', scene: 'property', count: 60, profile: 'shop', response: 'burglary-home', surface: 'home', spanMin: 15 },
  { kind: 'burglary-aggravated-residential', scene: 'property', count: 55, profile: 'evening', response: 'burglary-home', surface: 'home', weapon: [1, 0.5], spanMin: 10 },
  { kind: 'burglary-business', scene: 'property', count: 1300, profile: 'closed', response: 'burglary-business', surface: 'retail', season: WINTER, spanMin: 780 },
  // damage and arson
  { kind: 'damage-under-5000', scene: 'property', count: 6300, profile: 'overnight', response: 'damage', surface: 'home', season: [0.06, 130], spanMin: 360 },
  { kind: 'damage-5000-and-over', scene: 'property', count: 80, profile: 'overnight', response: 'damage', surface: 'retail', spanMin: 360 },
  { kind: 'arson-not-endangering-life', scene: 'property', count: 320, profile: 'evening', response: 'damage', surface: 'home', season: SUMMER },
  { kind: 'arson-endangering-life', scene: 'property', count: 90, profile: 'evening', response: 'damage', surface: 'home', nearMiss: true },
  // vehicles
  { kind: 'theft-of-vehicle', scene: 'property', count: 2400, profile: 'overnight', response: 'vehicle', surface: 'home', season: WINTER, spanMin: 600 },
  { kind: 'unauthorised-taking', scene: 'property', count: 400, profile: 'overnight', response: 'vehicle', surface: 'home', spanMin: 420 },
  { kind: 'theft-from-vehicle', scene: 'property', count: 4000, profile: 'overnight', response: 'vehicle', surface: 'home', season: WINTER, spanMin: 600 },
  { kind: 'vehicle-interference', scene: 'property', count: 600, profile: 'overnight', response: 'vehicle', surface: 'home', spanMin: 480 },
  // theft
  { kind: 'theft-from-person', scene: 'property', count: 750, profile: 'street', response: 'theft', surface: 'retail', season: YULE, spanMin: 20 },
  { kind: 'theft-pedal-cycle', scene: 'property', count: 1200, profile: 'shop', response: 'theft', surface: 'retail', season: [0.3, 210], spanMin: 240 },
  { kind: 'theft-other', scene: 'property', count: 4000, profile: 'any', response: 'theft', surface: 'retail', spanMin: 180 },
  { kind: 'theft-in-dwelling', scene: 'property', count: 400, profile: 'any', response: 'burglary-home', surface: 'home', spanMin: 1440 },
  { kind: 'theft-by-employee', scene: 'property', count: 130, profile: 'shop', response: 'shop', surface: 'retail', spanMin: 10_000 },
  { kind: 'shoplifting', scene: 'property', count: 5000, profile: 'shop', response: 'shop', surface: 'retail', season: [0.1, 340] },
  { kind: 'making-off', scene: 'property', count: 1000, profile: 'evening', response: 'vehicle', surface: 'retail' },
  // drugs and weapons found by the police
  { kind: 'possession-cannabis', scene: 'police-found', count: 2400, profile: 'evening', response: 'drugs', surface: 'public', southend: 1.2 },
  { kind: 'possession-class-a', scene: 'police-found', count: 650, profile: 'evening', response: 'drugs', surface: 'public', southend: 1.2 },
  { kind: 'intent-to-supply-class-a', scene: 'police-found', count: 330, profile: 'evening', response: 'trafficking', surface: 'public' },
  { kind: 'supply-class-a', scene: 'police-found', count: 310, profile: 'evening', response: 'trafficking', surface: 'public' },
  { kind: 'intent-to-supply-class-b-c', scene: 'police-found', count: 300, profile: 'evening', response: 'trafficking', surface: 'public' },
  { kind: 'production-class-b', scene: 'private', count: 140, profile: 'shop', response: 'trafficking', surface: 'home' },
  { kind: 'bladed-article', scene: 'police-found', count: 600, profile: 'evening', response: 'drugs', surface: 'public', weapon: [1, 1] },
  { kind: 'offensive-weapon', scene: 'police-found', count: 320, profile: 'evening', response: 'drugs', surface: 'public', weapon: [1, 0] },
  { kind: 'threaten-with-weapon-public', scene: 'public', count: 90, profile: 'evening', response: 'street', surface: 'public', weapon: [1, 0.8] },
  // public order
  { kind: 'affray', scene: 'public', count: 450, profile: 'night', response: 'night', surface: 'public', season: SUMMER },
  { kind: 'violent-disorder', scene: 'public', count: 20, profile: 'night', response: 'night', surface: 'public' },
  { kind: 'fear-or-provocation-of-violence', scene: 'public', count: 850, profile: 'evening', response: 'order', surface: 'public' },
  { kind: 'intentional-harassment-alarm-distress', scene: 'public', count: 2600, profile: 'street', response: 'order', surface: 'public', season: SUMMER },
  { kind: 'harassment-alarm-distress', scene: 'public', count: 1000, profile: 'evening', response: 'order', surface: 'public', season: SUMMER },
  { kind: 'blackmail', scene: 'private', count: 60, profile: 'any', response: 'online', surface: 'home', spanMin: 2000 },
];

/** Planted one by one, by population, never inside a Southend patrol area: [kind, scene, number]. */
export const PLANTED: readonly (readonly [kind: string, scene: Scene, number: number])[] = [
  ['murder', 'domestic', 11],
  ['murder', 'private', 8],
  ['murder', 'public', 6],
  ['manslaughter', 'private', 3],
  ['attempted-murder', 'domestic', 16],
  ['attempted-murder', 'private', 6],
  ['attempted-murder', 'public', 8],
];
