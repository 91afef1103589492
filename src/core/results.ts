/** What the pipeline answers, in plain typed arrays that a worker can transfer. Index i means cell i of the grid. */
import type { ChangeWindows } from './methods/change-windows.ts';
import type { PatrolAreaChange } from './patrol/patrol-area-change.ts';
import type { DefinitionId, ScheduleId } from './settings.ts';
import type { RateRatio } from './stats/poisson-rates.ts';

/** Hexagons of one resolution, ready to draw. */
export interface HexLevel {
  readonly resolution: number;
  readonly n: number;
  /** [lon, lat] pairs of closed rings, ring k starting at vertex `starts[k]`; n + 1 starts. */
  readonly positions: Float64Array;
  readonly starts: Uint32Array;
  /** Vertex indices of the triangles that fill the rings. */
  readonly triangles: Uint32Array;
  /** Centres. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Mean distance across the flats in metres. */
  readonly acrossM: number;
  /** Cell i of the grid lies in hexagon `parentOf[i]` of this level (level 0: i itself). */
  readonly parentOf: Uint32Array;
}

export interface GridResult {
  readonly resolution: number;
  readonly cells: readonly string[];
  readonly areaM2: Float64Array;
  /** Level 0 is the grid itself; each next one is one resolution coarser, down to 6. */
  readonly levels: readonly HexLevel[];
}

/** One line of the ranked list. */
export interface RankedCell {
  /** Index into the grid. */
  readonly index: number;
  readonly cell: string;
  readonly rank: number;
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
  readonly harm: number;
  readonly value: number;
  /** value / Σ value, 0–1; NaN when the sum is 0. */
  readonly share: number;
  /** Share and area (m²) of this cell and all better-ranked ones together: "the first N cells hold …". */
  readonly cumulativeShare: number;
  readonly cumulativeAreaM2: number;
  readonly z: number;
  readonly q: number;
  readonly bin: number;
  /** Most frequent location text of its offences; '' when there is none. */
  readonly place: string;
  /** OS grid reference of the centre, eight figures; '' outside Great Britain. */
  readonly gridRef: string;
  /** Offence titles with counts (NaN: not shown), most harmful first (by count in count mode), at most 3. */
  readonly leading: readonly { readonly title: string; readonly count: number }[];
  /** The 3-hour window of the week with most offences ("Fri 22–01"); '' without times. */
  readonly peak: string;
}

export interface HotspotResult {
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly value: Float64Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** −3…3: cold/hot at 99, 95, 90 % after FDR. */
  readonly bin: Int8Array;
  /** 1…n by value descending, ties by cell id ascending. */
  readonly rank: Uint32Array;
  /** The best-ranked cells with a value above 0, at most 100. */
  readonly top: readonly RankedCell[];
  /** Offences in the definition and period: in the cells, in the polygon but in no cell of it, elsewhere. */
  readonly inCells: number;
  readonly inPolygonOnly: number;
  readonly outside: number;
  /** Offences counted whose kind has no weight in the schedule (0 in sums). */
  readonly withoutHarm: number;
  readonly totalHarm: number;
  readonly totalValue: number;
  /** Lower bounds of colour classes that suit these values; the app keeps the first it is given until re-classed. */
  readonly breaks: readonly number[];
  /** Sentences the panel must show: upper bounds, skewed harm, months only, fewer than 30 cells. */
  readonly cautions: readonly string[];
}

/** Loaded offences without a weight, by schedule; null where the schedule is not loaded. */
export type WithoutWeight = Readonly<Record<ScheduleId, number | null>>;

/** What one definition counts in the cells of an area. */
export interface ComparedSide {
  readonly count: number;
  readonly harm: number;
  /** Cells among its top 20, fewer when fewer have a value. */
  readonly top: number;
}

/** Two definitions over the same cells and period. */
export interface ComparisonResult {
  readonly one: ComparedSide;
  readonly other: ComparedSide;
  /** Offences in the cells that both count. */
  readonly bothCount: number;
  /** Cells in the top 20 of both. */
  readonly bothTop: number;
}

/** How far the best-ranked cells depend on the weights. */
export interface StabilityResult {
  /** The top 20 under the default weights, fewer when fewer cells have a value, with their ranks under the others. */
  readonly rows: readonly {
    /** Index into the grid. */
    readonly index: number;
    readonly rank: number;
    /** Null where the cell's value is 0 under these weights. */
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** How many of them are in the top of the same length under low and under high weights. */
  readonly inLow: number;
  readonly inHigh: number;
  /** Greatest change of rank among those that keep a value. */
  readonly largestMove: number;
  /** Offences counted in the cells whose weight has a range; 0 means that nothing could move. */
  readonly ranged: number;
}

/** Everything the inspector shows of one cell. */
export interface CellDetail {
  readonly index: number;
  readonly cell: string;
  readonly lon: number;
  readonly lat: number;
  readonly areaM2: number;
  readonly gridRef: string;
  readonly place: string;
  readonly count: number;
  readonly harm: number;
  /** value / Σ value over the grid, 0–1; NaN when the sum is 0. */
  readonly share: number;
  readonly byOffence: readonly { readonly title: string; readonly count: number; readonly harm: number }[];
  /** 168 counts, Monday 00 first; null when no row of the cell has a time. */
  readonly hourOfWeek: Uint32Array | null;
  /** Up to 1,000 offences, newest first. */
  readonly offences: readonly {
    readonly lon: number;
    readonly lat: number;
    /** "14 Apr 2021 21:40", "Apr 2021" or "". */
    readonly when: string;
    readonly title: string;
    readonly place: string;
    readonly harm: number;
  }[];
}

/** A cell of a list beside a map: rank 1… in that list, and what the map shows there. */
export interface PlacedCell {
  /** Index into the grid. */
  readonly index: number;
  readonly cell: string;
  readonly rank: number;
  readonly lon: number;
  readonly lat: number;
  readonly value: number;
  /** Offences counted in the cell itself. */
  readonly count: number;
  /** Most frequent location text of its offences; '' when there is none. */
  readonly place: string;
  /** OS grid reference of the centre, eight figures; '' outside Great Britain. */
  readonly gridRef: string;
}

/** How hot and cold spots moved through the steps of a period. */
export interface EmergingResult {
  /** Position in `emergingCategories` (methods/emerging-categories.ts). */
  readonly category: Uint8Array;
  /** How many cells are in each category, by its position. */
  readonly inCategory: Uint32Array;
  /** Mann–Kendall of the cell's z over the steps; NaN where there is no z. */
  readonly trendZ: Float64Array;
  readonly trendP: Float64Array;
  /** Parts of the steps with data in which the cell is significantly hot and cold, 0–1. */
  readonly hotShare: Float64Array;
  readonly coldShare: Float64Array;
  /** z in the last step with data. */
  readonly lastZ: Float64Array;
  /** Months where dates are only months. */
  readonly unit: 'days' | 'month';
  /** First and last day of each step; `covered` is 1 where the load has data. */
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly covered: Uint8Array;
  /** Offences of the definition and period in the cells: in a step, and in none. */
  readonly inSteps: number;
  readonly outsideSteps: number;
  readonly cautions: readonly string[];
}

/** Pairs of offences by distance and days between: band of distance d and of time t is entry d · (bands of time) + t. */
export interface KnoxTable {
  /** Offences compared, and pairs of them within the longest distance. */
  readonly offences: number;
  readonly pairs: number;
  /** Upper edges of the bands, included; the first band of distance is the same place, that of time begins with 0. */
  readonly distanceEdgesM: readonly number[];
  readonly timeEdgesDays: readonly number[];
  readonly observed: Float64Array;
  /** Mean of the shuffles. */
  readonly expected: Float64Array;
  /** observed / expected; NaN where nothing is expected. */
  readonly ratio: Float64Array;
  /** One-sided: as many pairs or more by chance, by shuffles and by Poisson's approximation. */
  readonly p: Float64Array;
  readonly poissonP: Float64Array;
}

export interface NearRepeatResult extends KnoxTable {
  /** Per cell, the excess that offences up to `asOfDay` leave on that day (methods/near-repeat-risk.ts). */
  readonly risk: Float64Array;
  readonly asOfDay: number;
  /** The cells with most risk left, at most 20. */
  readonly top: readonly PlacedCell[];
  /** Offences in the cells that are not dated to the day and so not compared. */
  readonly withoutDay: number;
}

/** When in the week offences happen. All arrays are by local hour of the week, 0 = Monday 00:00–00:59 … 167. */
export interface HoursResult {
  /** Aoristic weights: each offence adds 1 in all, by the part of its span in each hour. */
  readonly weight: Float64Array;
  /** For comparison, whole offences by the middle, the start and the end of their spans. */
  readonly midpoint: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** How often the hour came round in the window. */
  readonly exposure: Float64Array;
  /** weight / exposure, NaN where the hour never came round; and its mean over three hours in a circle. */
  readonly rate: Float64Array;
  readonly smoothed: Float64Array;
  /** The window, days included. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Offences counted, how many of them have an end, and the mean of these spans in minutes (NaN without any). */
  readonly offences: number;
  readonly withEnd: number;
  readonly meanSpanMinutes: number;
  /** Spans of more than seven days, which tell nothing of the hour. */
  readonly longSpans: number;
  /** Offences left out for want of a time of day. */
  readonly withoutTime: number;
}

/** Kernel density of the offences at the centres of the cells. */
export interface KdeResult {
  /** Σ weight per km². */
  readonly density: Float64Array;
  /** As asked for, or as the rule gave it. */
  readonly bandwidthM: number;
  /** Cells denser than all their neighbours, the densest first, at most 20. */
  readonly peaks: readonly PlacedCell[];
  /** Lower bounds of colour classes that suit these densities. */
  readonly breaks: readonly number[];
}

/** In how few cells how much of the value lies; NaN where the value is 0 everywhere. */
export interface ConcentrationResult {
  readonly cells: number;
  /** Offences counted in them. */
  readonly offences: number;
  /** Which share of the cells (0–1) holds 25, 50 and 80 % of the value, and would if the offences fell by chance. */
  readonly holding: readonly { readonly share: number; readonly cells: number; readonly byChance: number }[];
  readonly gini: number;
  readonly giniByChance: number;
  /** Of counts only, NaN otherwise. */
  readonly generalisedGini: number;
  /** At most 500 points, the fullest cells first: shares of the cells and of the value, 0–1; empty without a value. */
  readonly curve: { readonly cells: Float64Array; readonly value: Float64Array; readonly byChance: Float64Array };
}

/** Offences over time, for the strip under the map. */
export interface SeriesResult {
  readonly unit: 'day' | 'week' | 'month';
  /** First day of each step; steps without data in a gap are present with NaN. */
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly count: Float64Array;
  readonly value: Float64Array;
}

export type Availability =
  | { readonly state: 'exact' }
  | { readonly state: 'upper-bound'; readonly why: string }
  | { readonly state: 'unavailable'; readonly why: string };

/** What the loaded offences can answer. */
export interface DatasetInfo {
  readonly rows: number;
  readonly snapped: boolean;
  readonly hasDates: boolean;
  /** Some are dated to the day, some to the hour. */
  readonly hasDays: boolean;
  readonly hasTimes: boolean;
  /** Some are named as an offence of the catalogue; none of the others has harm. */
  readonly hasKinds: boolean;
  /** First and last local day covered, MISSING when undated. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly definitions: Readonly<Record<DefinitionId, Availability>>;
}

/** How each cell changed between the window before a key date and the one after it. */
export interface ChangeCells {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly harmBefore: Float64Array;
  readonly harmAfter: Float64Array;
  /** Rate after / rate before by days covered, with its exact 95 % interval; NaN for 0/0, infinite for n/0. */
  readonly ratio: Float64Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** Exact two-sided p, and q over the cells with an offence in either window; NaN where the ratio is. */
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/** The same of all cells together. */
export interface ChangeTotal extends RateRatio {
  readonly before: number;
  readonly after: number;
  readonly harmBefore: number;
  readonly harmAfter: number;
}

export interface ChangeResult extends ChangeCells {
  /** Inclusive days as far as the data cover them, and how many are covered. */
  readonly windows: Pick<ChangeWindows, 'before' | 'after' | 'months'>;
  readonly total: ChangeTotal;
  /** In night-time-economy hours and outside them; null where no offence has a time. */
  readonly night: ChangeTotal | null;
  readonly otherHours: ChangeTotal | null;
  /** Position of each cell in `changeClasses` (methods/change-classes.ts), and its change of harm in days. */
  readonly classes: Uint8Array;
  readonly harmDifference: Float64Array;
  /** Cells that stand out by their interval, and those of them that do so with q < 0.1. */
  readonly told: number;
  readonly toldAmongAll: number;
  /** Of the cells that stand out the clearest, least p first, at most 20. */
  readonly clearest: readonly ChangedCell[];
  /** New, emerging, lasting and cooling patrol areas, in this order. */
  readonly areas: readonly ChangedArea[];
  /** Positions in `areas` of those to patrol first, at most five. */
  readonly first: readonly number[];
  readonly cautions: readonly string[];
}

/** A cell that stands out at a key date, and where it is. */
type ChangedCell = Pick<PlacedCell, 'index' | 'cell' | 'lon' | 'lat' | 'place' | 'gridRef'>;

/** A patrol area at a key date, with its offences and harm in all hours, at night and in other hours. */
export interface ChangedArea extends PatrolAreaChange {
  readonly place: PatrolPlace;
  readonly total: ChangeTotal;
  readonly night: ChangeTotal | null;
  readonly otherHours: ChangeTotal | null;
  /** Polygons of closed rings of [lon, lat], the outer one first. */
  readonly outline: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** A patrol area with what a card says of it. */
export interface PatrolPlace {
  readonly rank: number;
  /** Most frequent location text of its offences; '' when there is none. */
  readonly name: string;
  /** Indices into the grid, and H3 ids, the seed first. */
  readonly indices: readonly number[];
  readonly cells: readonly string[];
  readonly areaM2: number;
  readonly count: number;
  readonly harm: number;
  /** value / Σ value over all cells, 0–1. */
  readonly share: number;
  /** Centre of a cell of the area, and its OS grid reference, eight figures ('' outside Great Britain). */
  readonly lon: number;
  readonly lat: number;
  readonly gridRef: string;
}

export interface PatrolResult {
  readonly areas: readonly PatrolPlace[];
  /** Of the whole study area, 0–1: how much of its area, value and offences the patrol areas hold. */
  readonly areaShare: number;
  readonly valueShare: number;
  readonly countShare: number;
  readonly cautions: readonly string[];
}

/** One method at one budget; of a rolling test the means over its months. */
export interface MethodAccuracy {
  readonly method: string;
  readonly budgetPercent: number;
  /** Cells that the budget chooses. */
  readonly cells: number;
  /** 0–1. */
  readonly hitRate: number;
  readonly hitRange: readonly [least: number, most: number];
  readonly pai: number;
  readonly paiRange: readonly [least: number, most: number];
  readonly pei: number;
  /** The same of harm in place of offences; NaN where the test has no harm. */
  readonly harmHitRate: number;
  readonly harmPai: number;
  /** Of all cells, whatever the budget. */
  readonly auc: number;
  /** Jaccard index of the cells chosen for one month and the next; NaN without a next one. */
  readonly overlap: number;
}

interface HitRate {
  /** 0–1. */
  readonly hitRate: number;
  readonly pai: number;
}

/** A risk terrain model at one budget of the cells, on cells it was fitted to and on cells it has not seen. */
export interface SpatialAccuracy {
  readonly budgetPercent: number;
  readonly cells: number;
  readonly inSample: HitRate;
  readonly heldOut: HitRate;
  /** PAI within each part held out. */
  readonly foldPai: readonly [least: number, most: number];
}

/** A risk terrain model held against parts of its area that it was not fitted to; see evaluation/spatial-hold-out.ts. */
export interface SpatialTest {
  readonly folds: number;
  /** Squares that were dealt into the folds, and their width. */
  readonly blocks: number;
  readonly blockM: number;
  /** Expected offences of each cell by the model that has not seen it. */
  readonly heldOut: Float64Array;
  readonly rows: readonly SpatialAccuracy[];
  /** In a sentence or two, and what it is no test of. */
  readonly summary: string;
}

/** Shares of offences and of harm captured at each of `curvePercents` (evaluation/fold.ts); means of a rolling test. */
export interface CaptureCurves {
  readonly offences: Float64Array;
  readonly harm: Float64Array;
}

export interface ValidationResult {
  /** By method, then by budget. */
  readonly rows: readonly MethodAccuracy[];
  /** Of each method, with the cells that it chose in the last test, best first, as many as the largest budget. */
  readonly methods: readonly (CaptureCurves & { readonly method: string; readonly chosen: Uint32Array })[];
  /** Of whoever knew what would come. */
  readonly best: CaptureCurves;
  /** Per cell in the last test. */
  readonly observed: { readonly count: Float64Array; readonly harm: Float64Array };
  /** The tests: last day of training, days tested, offences in the cells. */
  readonly periods: readonly {
    readonly trainToDay: number;
    readonly fromDay: number;
    readonly toDay: number;
    readonly offences: number;
  }[];
  readonly cautions: readonly string[];
}
