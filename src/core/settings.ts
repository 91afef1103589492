/** What an analysis is made of: the settings that the app keeps in its URL and the command line takes as options. */

import type { KdeKernel } from './methods/kde.ts';

export const definitionIds = [
  'all',
  'ark',
  'near-miss',
  'near-miss-homicide',
  'community-violence',
  'knife',
  'nte',
  'domestic-gbh',
] as const;

export type DefinitionId = (typeof definitionIds)[number];

export const harmModes = ['harm', 'sqrt-harm', 'count'] as const;

/** harm = Σ weight, sqrt-harm = Σ √weight per offence, count = number of offences. */
export type HarmMode = (typeof harmModes)[number];

/** Which harm schedule weighs the offences: one that ships, or one read from a file. */
export const scheduleIds = ['cchi-2020', 'ons-css', 'own'] as const;

export type ScheduleId = (typeof scheduleIds)[number];

/** Who reads a table or a page: the force itself, or anyone outside it, who must not see small counts. */
export type Audience = 'force' | 'outside';

/** What the colours of the map show: what was recorded, or what a method makes of it. */
export const measures = ['value', 'gi-star', 'kde', 'emerging', 'near-repeat'] as const;

export type Measure = (typeof measures)[number];

/** How the methods on the map beside Gi* are set. */
export interface MethodSettings {
  /** Of the kernel density, in metres; 'auto' for the rule. */
  readonly bandwidthM: number | 'auto';
  readonly kernel: KdeKernel;
  /** Length of a step of emerging hot spots in days; where dates are months a step is a month. */
  readonly stepDays: number;
  /** Day of the near-repeat risk; null is the day of the last offence. */
  readonly asOfDay: number | null;
  /** Near-repeat: each of the four bands of distance and of time is so wide; the same place is a band of its own. */
  readonly bandM: number;
  readonly bandDays: number;
}

/** 300 m shows streets; the rule, made for one hump, would show towns. */
export const defaultMethodSettings: MethodSettings = {
  bandwidthM: 300,
  kernel: 'quartic',
  stepDays: 28,
  asOfDay: null,
  bandM: 100,
  bandDays: 7,
};

/** What Compare puts beside the view: another area in the same period, or another period (null is open) of the same area. */
export type Beside =
  | { readonly kind: 'area'; readonly areaId: string | null }
  | {
      readonly kind: 'period';
      readonly fromDay: number | null;
      readonly toDay: number | null;
      /** One map over the other with a divider between them, in place of side by side. */
      readonly swipe?: true;
    };

/** How the change at a key date is looked at. */
export interface KeyDateView {
  /** Id of the key date; null for the last easing step that the offences cover on both sides. */
  readonly id: string | null;
  /** Lengths of the windows before it and from it on; 'last-year' compares with the same weekdays a year earlier. */
  readonly beforeDays: number;
  readonly afterDays: number;
  readonly baseline: 'previous' | 'last-year';
  /** What the map shows the change of. */
  readonly show: 'count' | 'harm';
  /** Ids of key dates whose patrol areas are outlined too. */
  readonly overlays: readonly string[];
}

export const defaultKeyDateView: KeyDateView = {
  id: null,
  beforeDays: 28,
  afterDays: 28,
  baseline: 'previous',
  show: 'count',
  overlays: [],
};

/** More outlines than that on one map nobody can tell apart. */
export const MOST_OVERLAYS = 4;

/** Longest window, in days. */
export const LONGEST_WINDOW = 366;

/** What can be held against what came after, in the order of the table. */
export const evaluatedMethods = ['prior-count', 'prior-harm', 'kde', 'gi-star', 'emerging', 'rtm'] as const;

type EvaluatedMethod = (typeof evaluatedMethods)[number];

/** Shares of the cells that a patrol could cover, in per cent. */
export const evaluationBudgets = [1, 2, 5, 10] as const;

/** How methods are held against what came after. */
export interface EvaluationView {
  /** Last days of training and of the test; null for the last four weeks of the period, or if rolling its last months. */
  readonly trainToDay: number | null;
  readonly testToDay: number | null;
  /** Month by month, each trained on all before it. */
  readonly rolling: boolean;
  /** A risk terrain model too, where there are factors. */
  readonly withRisk: boolean;
  /** What the map shows the cells of. */
  readonly method: EvaluatedMethod;
  readonly budgetPercent: (typeof evaluationBudgets)[number];
  /** What hits are counted in. */
  readonly of: 'offences' | 'harm';
}

export const defaultEvaluationView: EvaluationView = {
  trainToDay: null,
  testToDay: null,
  rolling: false,
  withRisk: false,
  method: 'gi-star',
  budgetPercent: 2,
  of: 'harm',
};

/** Days on which the visits of a plan count: those of its shift, its weekday through the log, or each day of the log. */
export const planDays = ['shift', 'weekly', 'daily'] as const;

export type PlanDays = (typeof planDays)[number];

/** How a log of patrols is held against the plan. */
export interface LogView {
  /** Silence that ends a stay, minutes. */
  readonly gapMin: number;
  /** From how many minutes a stay is a visit. */
  readonly leastMin: number;
  /** Minute of the day at which a day begins, so that a night is one day. */
  readonly dayStartMinute: number;
  readonly planDays: PlanDays;
}

export const defaultLogView: LogView = { gapMin: 5, leastMin: 10, dayStartMinute: 360, planDays: 'shift' };

/** Longest of either, in minutes. */
export const LONGEST_GAP = 120;
export const LONGEST_LEAST = 240;

export interface HotspotSettings {
  readonly definition: DefinitionId;
  readonly mode: HarmMode;
  /** Weigh drug and weapon possession found by police activity (0 otherwise); count mode keeps every row either way. */
  readonly includeProactive: boolean;
  /** Inclusive local days since 1970-01-01; null is open. */
  readonly fromDay: number | null;
  readonly toDay: number | null;
  /** Hours of the week that count, 0 = Monday 00:00–00:59 … 167, ascending; null takes every hour and rows without one. */
  readonly hours: readonly number[] | null;
  /** H3 resolution, 7–11. */
  readonly resolution: number;
  /** Neighbourhood of Gi*: 1 = the cell and its 6 neighbours, 2 = 19 cells. */
  readonly ring: 1 | 2;
  /** 0 = normal approximation; otherwise conditional permutations for p. */
  readonly permutations: number;
  readonly seed: number;
}

export const defaultHotspotSettings: HotspotSettings = {
  definition: 'all',
  mode: 'harm',
  includeProactive: false,
  fromDay: null,
  toDay: null,
  hours: null,
  resolution: 10,
  ring: 1,
  permutations: 0,
  seed: 1,
};
