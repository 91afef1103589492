/**
 * When is a patrol area busy? Hours of the week of its own offences, and a profile that a plan can go by.
 *
 * In words: aoristic weights of the area's offences by hour of the week (methods/aoristic.ts), smoothed over three hours in a
 * circle. An area has some thirty offences for 168 hours, and what its Wednesdays show alone is mostly chance. So the profile
 * is a mixture, n / (n + 100) of the hours as they are and the rest of a plainer shape: how busy that hour of the day is, times
 * how busy that night of the week is, both of the same area. It is 1 on average.
 *
 * Mixing by n / (n + k) is the usual shrinkage (James & Stein 1961); k and the plainer shape are our choice. A night of the week
 * goes from 06:00 to 06:00, so that Saturday 01:00 belongs to Friday.
 * The trap: spans whose hour is not known look like quiet plateaus; and hours of recorded offences are not those of danger
 * where nobody reports.
 */

const HOURS = 168;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export interface AreaHours {
  /** Weights of the offences by hour of the week, Monday 00 first, smoothed. */
  readonly smoothed: Float64Array;
  /** What a plan goes by: 1 on average; all 1 when nothing is known. */
  readonly likely: Float64Array;
  /** Offences with a time of day. */
  readonly timed: number;
  /** The busiest stretches of the week, busiest first; none when nothing is known. */
  readonly peaks: readonly PeakHours[];
}

interface PeakHours {
  /** Hour of the week at which it begins, and its length. */
  readonly fromHour: number;
  readonly hours: number;
  /** "Fri 21:00–01:00". */
  readonly label: string;
}

/** Offences at which the hours as they are count for half. */
const OFFENCES_TO_TRUST = 100;
/** Hour of the day at which a night of the week begins. */
const NIGHT_FROM = 6;
/** Offences with a time below which no hours are told. */
const FEWEST = 5;
/** Hours of the week that make up the peaks. */
const PEAK_HOURS = 12;
const MOST_PEAKS = 3;

/** From aoristic weights by hour of the week, and the number of offences that they are of. */
export function areaHours(weight: Float64Array, timed: number): AreaHours {
  const ofWeek = weight.map(
    (own, hour) => ((weight[(hour + HOURS - 1) % HOURS] as number) + own + (weight[(hour + 1) % HOURS] as number)) / 3,
  );
  if (timed < FEWEST) return { smoothed: ofWeek, likely: new Float64Array(HOURS).fill(1), timed, peaks: [] };
  const likely = mixed(ofWeek, timed);
  return { smoothed: ofWeek, likely, timed, peaks: peaksOf(likely) };
}

/** The hours as they are and the plainer shape, by how much is known. */
function mixed(ofWeek: Float64Array, timed: number): Float64Array {
  const total = ofWeek.reduce((sum, w) => sum + w, 0);
  const ofDay = new Float64Array(24);
  const ofNight = new Float64Array(7);
  const nightOf = (hour: number): number => Math.floor(((hour + HOURS - NIGHT_FROM) % HOURS) / 24);
  ofWeek.forEach((w, hour) => {
    ofDay[hour % 24] = (ofDay[hour % 24] as number) + (24 * w) / total;
    ofNight[nightOf(hour)] = (ofNight[nightOf(hour)] as number) + w / total;
  });
  const own = timed / (timed + OFFENCES_TO_TRUST);
  const ofNights = timed / (timed + OFFENCES_TO_TRUST / 7);
  const plain = ofWeek.map(
    (_, hour) => (ofDay[hour % 24] as number) * (1 + ofNights * (7 * (ofNight[nightOf(hour)] as number) - 1)),
  );
  const plainMean = plain.reduce((sum, w) => sum + w, 0) / HOURS;
  return ofWeek.map((w, hour) => own * ((w * HOURS) / total) + (1 - own) * ((plain[hour] as number) / plainMean));
}

/** The busiest hours of the week, joined where they follow each other. */
function peaksOf(likely: Float64Array): PeakHours[] {
  const busiest = [...likely.keys()]
    .sort((a, b) => (likely[b] as number) - (likely[a] as number) || a - b)
    .slice(0, PEAK_HOURS);
  const chosen = new Set(busiest);
  const stretches = busiest
    .filter((hour) => !chosen.has((hour + HOURS - 1) % HOURS))
    .map((from) => {
      let hours = 1;
      let sum = likely[from] as number;
      while (hours < PEAK_HOURS && chosen.has((from + hours) % HOURS)) {
        sum += likely[(from + hours) % HOURS] as number;
        hours += 1;
      }
      return { fromHour: from, hours, sum };
    });
  return stretches
    .sort((a, b) => b.sum - a.sum || a.fromHour - b.fromHour)
    .slice(0, MOST_PEAKS)
    .map(({ fromHour, hours }) => ({ fromHour, hours, label: labelOf(fromHour, hours) }));
}

function labelOf(fromHour: number, hours: number): string {
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
  return `${DAYS[Math.floor(fromHour / 24)]} ${clock(fromHour)}–${clock(fromHour + hours)}`;
}
