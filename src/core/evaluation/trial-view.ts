/** What the analyst chooses of a trial and of a displacement test: settings that undo, the address and the project keep. */
import type { Power, TrialPlan } from './trial-design.ts';

export const evaluateParts = ['methods', 'trial', 'displacement'] as const;

/** What Evaluate shows: methods held against what came after, a randomised trial, or the test without randomisation. */
export type EvaluatePart = (typeof evaluateParts)[number];

/** A place of a trial and the cells (H3 ids) that are it. */
export interface TrialPlace {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A trial as it was drawn, whatever becomes of the offences and settings since: the lots follow from the seed. */
export interface DrawnTrial extends Omit<TrialPlan, 'places'> {
  readonly places: readonly TrialPlace[];
  /** Of the cells. */
  readonly resolution: number;
}

export const trialSources = ['demo', 'file', 'drawn'] as const;

/** Where a result comes from: the demo's trial, a file of place-days, or the trial drawn here and the offences loaded. */
export type TrialSource = (typeof trialSources)[number];

export interface TrialView {
  readonly show: 'result' | 'design';
  /** Null until chosen: the demo's trial on the demo, else the one drawn. */
  readonly source: TrialSource | null;
  /** Most patrol areas to take, and how many of them are treated a day. */
  readonly areas: number;
  readonly perDay: number;
  /** First local day, null for the day after the period, and how many follow each other. */
  readonly fromDay: number | null;
  readonly days: number;
  readonly seed: number;
  readonly drawn: DrawnTrial | null;
  /** Minutes from which a patrol counts as delivered, and within what lots were drawn: of the result. */
  readonly leastMin: number;
  readonly drawnWithin: 'day' | 'place';
}

/** What a trial could be made of. */
export interface TrialPlanResult {
  /** By rank. */
  readonly places: readonly PlannedPlace[];
  readonly resolution: number;
  /** Days of the past that the power rests on, and the offences in the places in them. */
  readonly past: { readonly fromDay: number; readonly toDay: number; readonly offences: number };
  readonly power: readonly Power[];
}

interface PlannedPlace extends TrialPlace {
  readonly lon: number;
  readonly lat: number;
  /** Of the past. */
  readonly count: number;
  readonly harm: number;
}

/** Operation Ark: 8 of 20 places a day for 90 days. */
export const defaultTrialView: TrialView = {
  show: 'result',
  source: null,
  areas: 20,
  perDay: 8,
  fromDay: null,
  days: 90,
  seed: 1,
  drawn: null,
  leastMin: 10,
  drawnWithin: 'day',
};

/** More areas or days than that nobody treats. */
export const MOST_TRIAL_AREAS = 60;
export const MOST_TRIAL_DAYS = 366;

export const wddZones = ['treatment', 'control', 'treatmentDisplacement', 'controlDisplacement'] as const;

export type WddZone = (typeof wddZones)[number];

/** What is typed for a zone of one row; null where nothing is. */
export interface WddEntry {
  readonly before: number | null;
  readonly after: number | null;
  /** Size, in any unit. */
  readonly size: number | null;
}

/** One place, or one kind of offence. */
export interface WddRow {
  readonly name: string;
  readonly zones: Readonly<Record<WddZone, WddEntry>>;
  /** Days of harm of one offence. */
  readonly harmDays: number | null;
}

export interface WddView {
  readonly rows: readonly WddRow[];
  /** What of the rows counts. */
  readonly displacement: boolean;
  readonly sizes: boolean;
  readonly harm: boolean;
  /** Lengths of the periods before and after, in any unit; null where they are equal. */
  readonly periods: readonly [before: number, after: number] | null;
}

export const MOST_WDD_ROWS = 30;

const entry = (before: number | null, after: number | null): WddEntry => ({ before, after, size: null });

/** A row to be typed into. */
export const emptyWddRow: WddRow = {
  name: '',
  zones: {
    treatment: entry(null, null),
    control: entry(null, null),
    treatmentDisplacement: entry(null, null),
    controlDisplacement: entry(null, null),
  },
  harmDays: null,
};

/** The published example (Wheeler & Ratcliffe 2018), to be looked at first. */
export const defaultWddView: WddView = {
  rows: [
    {
      name: 'Published example',
      zones: {
        treatment: entry(207, 110),
        control: entry(308, 318),
        treatmentDisplacement: entry(178, 157),
        controlDisplacement: entry(150, 140),
      },
      harmDays: null,
    },
  ],
  displacement: true,
  sizes: false,
  harm: false,
  periods: null,
};
