/** Days, clock times and bank holidays. A day is a count since 1970-01-01; clock times are Europe/London wall-clock. */

const MS_PER_DAY = 86_400_000;

export const dayOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00Z`) / MS_PER_DAY;
export const isoDate = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** 0 = Monday. */
export const weekdayOf = (day: number): number => (day + 3) % 7;

/** First and last day of the demo. */
export const FIRST_DAY = dayOf('2019-07-01');
export const LAST_DAY = dayOf('2021-08-31');

/** Bank holidays in England, 2019–21. Source: gov.uk/bank-holidays. */
export const BANK_HOLIDAYS: ReadonlySet<number> = new Set(
  [
    '2019-08-26',
    '2019-12-25',
    '2019-12-26',
    '2020-01-01',
    '2020-04-10',
    '2020-04-13',
    '2020-05-08',
    '2020-05-25',
    '2020-08-31',
    '2020-12-25',
    '2020-12-28',
    '2021-01-01',
    '2021-04-02',
    '2021-04-05',
    '2021-05-03',
    '2021-05-31',
    '2021-08-30',
  ].map(dayOf),
);

/** The nights on which clocks went forward: 01:00 to 01:59 did not exist. */
const CLOCKS_FORWARD: ReadonlySet<number> = new Set(['2020-03-29', '2021-03-28'].map(dayOf));

/** "yyyy-mm-ddThh:mm" of a minute counted from the start of a day; an hour that did not exist becomes the next one. */
export function clockTime(day: number, minute: number): string {
  const wholeDays = Math.floor(minute / 1440);
  const realDay = day + wholeDays;
  let minuteOfDay = minute - wholeDays * 1440;
  if (CLOCKS_FORWARD.has(realDay) && minuteOfDay >= 60 && minuteOfDay < 120) minuteOfDay += 60;
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  const minutes = String(minuteOfDay % 60).padStart(2, '0');
  return `${isoDate(realDay)}T${hours}:${minutes}`;
}
