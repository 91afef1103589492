// biome-ignore-all lint/style/noNonNullAssertion: rows and hours of the week stay below the lengths of their arrays
/**
 * At which hours of the week do offences happen whose time is only known as "between then and then"? Aoristic analysis.
 *
 * In words: an offence that lasted, or may have happened at any time, from A to B counts in each hour by the part of the
 * span that lies in it: weight = overlap / span. The weights of an offence add up to 1.
 *
 * Ratcliffe, J. H. & McCullagh, M. J. (1998), Aoristic crime analysis, Int. J. Geogr. Inf. Sci. 12:751–764, doi
 * 10.1080/136588198241644; Ratcliffe, J. H. (2002), Aoristic signatures and the spatio-temporal analysis of high volume
 * crime patterns, J. Quant. Criminol. 18:23–43, doi 10.1023/A:1013240828824.
 *
 * Choices: minutes that passed, on the London clock: the hour that comes twice in autumn counts twice, the one left out in
 * spring never. No end, or an end in the same hour: the whole offence in that hour. A span of more than seven days tells
 * nothing of the hour: 1/168 for each, or left out. An offence without a time of day is left out and counted.
 *
 * The trap: a weight is ignorance spread evenly, not a time seen. Long nights between closing and finding make a plateau
 * that looks like a peak; compare the starts, and look at the mean span.
 */
import { MISSING, NO_HOUR, type OffenceTable } from '../offences/table.ts';
import { londonOffset } from '../offences/time.ts';

/** What becomes of a span of more than seven days: 1/168 in each hour of the week, or nothing. */
export type LongSpans = 'spread' | 'leave-out';

export const HOURS_OF_WEEK = 168;
const LONGEST_SPAN = HOURS_OF_WEEK * 60;

export interface HourWeights {
  /** By hour of the week, 0 = Monday 00:00–00:59: weights, and whole offences by middle, start and end. */
  readonly weight: Float64Array;
  readonly midpoint: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Offences counted, how many of them have an end, and the mean of their spans in minutes (NaN without any). */
  readonly offences: number;
  readonly withEnd: number;
  readonly meanSpanMinutes: number;
  /** Spans of more than seven days, counted or left out. */
  readonly longSpans: number;
  /** Left out for want of a time of day. */
  readonly withoutTime: number;
}

/** Sums over the rows with `mask` 1 and a cell (not negative). */
export function hourWeights(
  table: OffenceTable,
  mask: Uint8Array,
  cellOfRow: Int32Array,
  longSpans: LongSpans,
): HourWeights {
  const { from, to, hourOfWeek, file } = table;
  const onLondonClock = londonClockByFile(table);
  const [weight, midpoint, start, end] = [hours(), hours(), hours(), hours()];
  let offences = 0;
  let withEnd = 0;
  let minutes = 0;
  let long = 0;
  let withoutTime = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1 || cellOfRow[row]! < 0) continue;
    const first = hourOfWeek[row]!;
    if (first === NO_HOUR) {
      withoutTime += 1;
      continue;
    }
    const a = from[row]!;
    const b = to[row] === MISSING ? a : to[row]!;
    const isLong = b - a > LONGEST_SPAN;
    long += Number(isLong);
    if (isLong && longSpans === 'leave-out') continue;
    offences += 1;
    if (to[row] !== MISSING) {
      withEnd += 1;
      minutes += b - a;
    }
    const london = onLondonClock[file[row]!] === 1;
    start[first]! += 1;
    midpoint[a === b ? first : hourOfWeekAt(Math.floor((a + b) / 2), london)]! += 1;
    end[a === b ? first : hourOfWeekAt(b, london)]! += 1;
    if (isLong) for (let hour = 0; hour < HOURS_OF_WEEK; hour++) weight[hour]! += 1 / HOURS_OF_WEEK;
    else if (Math.floor(a / 60) === Math.floor(b / 60)) weight[first]! += 1;
    else spreadOver(weight, a, b, london);
  }
  const meanSpanMinutes = minutes / withEnd;
  return { weight, midpoint, start, end, offences, withEnd, meanSpanMinutes, longSpans: long, withoutTime };
}

/** The same of single sets of rows, one after the other, whatever their cells. */
export function hourWeightsReader(table: OffenceTable, longSpans: LongSpans): (rows: readonly number[]) => HourWeights {
  const mask = new Uint8Array(table.from.length);
  const anywhere = new Int32Array(table.from.length);
  return (rows) => {
    for (const row of rows) mask[row] = 1;
    const weights = hourWeights(table, mask, anywhere, longSpans);
    for (const row of rows) mask[row] = 0;
    return weights;
  };
}

/** Adds the parts of the span from `a` to `b` (UTC minutes, b later) that lie in each hour of the week; they add up to 1. */
function spreadOver(weight: Float64Array, a: number, b: number, london: boolean): void {
  const span = b - a;
  // London is a whole number of hours from UTC: hours begin at the same instants on both clocks
  const firstHour = Math.floor(a / 60);
  const lastHour = Math.floor((b - 1) / 60);
  const changes = london && londonOffset(a) !== londonOffset(b);
  let slot = hourOfWeekAt(a, london);
  for (let hour = firstHour; hour <= lastHour; hour++) {
    if (changes) slot = hourOfWeekAt(60 * hour, london);
    weight[slot]! += (Math.min(b, 60 * hour + 60) - Math.max(a, 60 * hour)) / span;
    slot = slot + 1 === HOURS_OF_WEEK ? 0 : slot + 1;
  }
}

/** Local hour of the week of an instant in UTC minutes. */
export function hourOfWeekAt(utcMinute: number, london: boolean): number {
  const local = london ? utcMinute + londonOffset(utcMinute) : utcMinute;
  // 1970-01-01 was a Thursday, 72 hours into its week
  const hour = (Math.floor(local / 60) + 72) % HOURS_OF_WEEK;
  return hour < 0 ? hour + HOURS_OF_WEEK : hour;
}

/**
 * 1 for each file whose clock is London's. The table does not say, but a row in summer shows it: there London's hour is not
 * that of UTC. A file with winter rows only is taken for a British one.
 */
export function londonClockByFile({ from, hourOfWeek, file }: OffenceTable): Uint8Array {
  const clocks = new Uint8Array(file.reduce((most, at) => Math.max(most, at), 0) + 1).fill(1);
  const settled = new Uint8Array(clocks.length);
  for (let row = 0; row < file.length; row++) {
    const at = file[row]!;
    if (settled[at] === 1 || hourOfWeek[row] === NO_HOUR || londonOffset(from[row]!) === 0) continue;
    settled[at] = 1;
    clocks[at] = Number(hourOfWeek[row] === hourOfWeekAt(from[row]!, true));
  }
  return clocks;
}

const hours = (): Float64Array => new Float64Array(HOURS_OF_WEEK);
