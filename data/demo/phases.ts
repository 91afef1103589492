/**
 * Lockdown: which restrictions held where and when, and how they multiply the volume of each sort of offence.
 * Dates and districts follow England's rules of 2020–21; the multipliers are invented and are the planted truth.
 */
import { dayOf } from './calendar.ts';

/** Sorts of offence that restrictions move together. */
const RESPONSES = [
  'night',
  'street',
  'home',
  'online',
  'sexual',
  'robbery',
  'burglary-home',
  'burglary-business',
  'vehicle',
  'theft',
  'shop',
  'drugs',
  'trafficking',
  'damage',
  'order',
] as const;
export type ResponseName = (typeof RESPONSES)[number];

/** Multipliers against the same day without restrictions, in the order of RESPONSES. */
// biome-ignore format: a table is read in rows
const EFFECTS = {
  //                  night street home online sexual robbery b-home b-bus vehicle theft shop drugs traff damage order
  normal:            [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  advice:            [0.6, 0.85, 1, 1.05, 0.9, 0.85, 0.9, 1, 0.9, 0.8, 0.9, 1, 1, 0.95, 0.9],
  'pubs closed':     [0.15, 0.7, 1.05, 1.1, 0.8, 0.6, 0.75, 1.05, 0.75, 0.6, 0.7, 1.1, 1, 0.85, 0.85],
  'lockdown 1':      [0.04, 0.5, 1.15, 1.25, 0.65, 0.4, 0.5, 0.9, 0.5, 0.4, 0.4, 1.45, 1.1, 0.7, 0.85],
  'outdoor easing':  [0.07, 0.75, 1.2, 1.25, 0.75, 0.6, 0.55, 0.85, 0.6, 0.55, 0.5, 1.4, 1.1, 0.85, 1.05],
  'shops open':      [0.12, 0.9, 1.15, 1.15, 0.85, 0.75, 0.65, 0.8, 0.7, 0.7, 0.75, 1.2, 1, 0.95, 1.1],
  'pubs open':       [0.9, 1.05, 1.1, 1.1, 0.95, 0.85, 0.7, 0.75, 0.8, 0.8, 0.8, 1, 1, 1, 1.1],
  'rule of six':     [0.8, 1, 1.05, 1.05, 0.95, 0.85, 0.75, 0.75, 0.8, 0.8, 0.8, 1, 1, 0.95, 1.05],
  '22:00 curfew':    [0.65, 0.95, 1.05, 1.05, 0.9, 0.8, 0.7, 0.75, 0.8, 0.75, 0.8, 1, 1, 0.95, 1],
  'tier 1':          [0.62, 0.95, 1.05, 1.05, 0.9, 0.8, 0.7, 0.75, 0.8, 0.75, 0.8, 1, 1, 0.95, 1],
  'tier 2':          [0.42, 0.9, 1.1, 1.1, 0.85, 0.75, 0.65, 0.75, 0.75, 0.7, 0.78, 1.05, 1, 0.9, 0.95],
  'lockdown 2':      [0.08, 0.75, 1.12, 1.15, 0.75, 0.6, 0.55, 0.7, 0.65, 0.6, 0.6, 1.15, 1.05, 0.85, 0.9],
  'tier 3':          [0.12, 0.8, 1.12, 1.15, 0.8, 0.65, 0.6, 0.75, 0.7, 0.65, 0.75, 1.1, 1, 0.85, 0.9],
  'tier 4':          [0.06, 0.65, 1.2, 1.2, 0.7, 0.5, 0.5, 0.7, 0.6, 0.5, 0.5, 1.15, 1, 0.75, 0.85],
  'lockdown 3':      [0.04, 0.6, 1.12, 1.25, 0.65, 0.45, 0.45, 0.6, 0.55, 0.45, 0.5, 1.25, 1.05, 0.75, 0.85],
  'step 1a':         [0.05, 0.75, 1.1, 1.2, 0.75, 0.55, 0.5, 0.6, 0.6, 0.5, 0.55, 1.2, 1, 0.85, 0.95],
  'step 1b':         [0.1, 0.9, 1.1, 1.15, 0.85, 0.6, 0.55, 0.6, 0.65, 0.6, 0.55, 1.15, 1, 0.95, 1.05],
  'step 2':          [0.5, 1, 1.05, 1.15, 0.9, 0.7, 0.55, 0.65, 0.7, 0.7, 0.75, 1.05, 1, 1, 1.1],
  'step 3':          [0.85, 1.05, 1.05, 1.1, 1, 0.8, 0.6, 0.65, 0.75, 0.75, 0.8, 1, 1, 1, 1.1],
  'step 4':          [1.1, 1.05, 1, 1.05, 1.05, 0.85, 0.65, 0.7, 0.8, 0.85, 0.85, 1, 1, 1, 1.1],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type PhaseLabel = keyof typeof EFFECTS;

/** A phase holds from its first day until another phase of the same district begins. */
export interface PhaseStart {
  readonly from: string;
  readonly label: PhaseLabel;
  /** District codes; 'all' for the whole county. */
  readonly districts: readonly string[] | 'all';
}

const SOUTHEND = 'E06000033';
const THURROCK = 'E06000034';
const NORTH = ['E07000071', 'E07000076', 'E07000077'];
const MIDDLE_AND_WEST = [
  'E07000066',
  'E07000067',
  'E07000068',
  'E07000069',
  'E07000070',
  'E07000072',
  'E07000073',
  'E07000074',
  'E07000075',
];

export const PHASE_STARTS: readonly PhaseStart[] = [
  { from: '2019-07-01', label: 'normal', districts: 'all' },
  { from: '2020-03-16', label: 'advice', districts: 'all' },
  { from: '2020-03-20', label: 'pubs closed', districts: 'all' },
  { from: '2020-03-23', label: 'lockdown 1', districts: 'all' },
  { from: '2020-05-13', label: 'outdoor easing', districts: 'all' },
  { from: '2020-06-15', label: 'shops open', districts: 'all' },
  { from: '2020-07-04', label: 'pubs open', districts: 'all' },
  { from: '2020-09-14', label: 'rule of six', districts: 'all' },
  { from: '2020-09-24', label: '22:00 curfew', districts: 'all' },
  { from: '2020-10-14', label: 'tier 1', districts: 'all' },
  // The county council's area went up three days later; Southend and Thurrock did not.
  { from: '2020-10-17', label: 'tier 2', districts: [...MIDDLE_AND_WEST, ...NORTH] },
  { from: '2020-11-05', label: 'lockdown 2', districts: 'all' },
  { from: '2020-12-02', label: 'tier 2', districts: 'all' },
  { from: '2020-12-16', label: 'tier 3', districts: [SOUTHEND, THURROCK, ...MIDDLE_AND_WEST] },
  { from: '2020-12-20', label: 'tier 4', districts: [SOUTHEND, THURROCK, ...MIDDLE_AND_WEST] },
  { from: '2020-12-26', label: 'tier 4', districts: NORTH },
  { from: '2021-01-05', label: 'lockdown 3', districts: 'all' },
  { from: '2021-03-08', label: 'step 1a', districts: 'all' },
  { from: '2021-03-29', label: 'step 1b', districts: 'all' },
  { from: '2021-04-12', label: 'step 2', districts: 'all' },
  { from: '2021-05-17', label: 'step 3', districts: 'all' },
  { from: '2021-07-19', label: 'step 4', districts: 'all' },
];

const starts = PHASE_STARTS.map((start) => ({ ...start, day: dayOf(start.from) }));

/** The restrictions that held in a district on a day. */
export function phaseOn(district: string, day: number): PhaseLabel {
  const held = starts.findLast((s) => s.day <= day && (s.districts === 'all' || s.districts.includes(district)));
  return held?.label ?? 'normal';
}

/** What a phase multiplies a sort of offence by. */
export function effectOf(label: PhaseLabel, response: ResponseName): number {
  return EFFECTS[label][RESPONSES.indexOf(response)] ?? 1;
}

/** All multipliers of a phase by name, for the record of the truth. */
export function effectsOf(label: PhaseLabel): Record<string, number> {
  return Object.fromEntries(RESPONSES.map((response) => [response, effectOf(label, response)]));
}
