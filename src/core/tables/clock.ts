/** Times of a shift as text. Minutes count from midnight at the start of its day and may run past 1,440. */
import { civilFromDay, isoDay, MINUTES_PER_DAY } from '../offences/time.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** "01:30", whatever the day. */
export function formatClock(minute: number): string {
  const ofDay = minute % MINUTES_PER_DAY;
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** "2020-07-11T01:30" by the local clock. */
export function isoMinuteLocal(day: number, minute: number): string {
  return `${isoDay(day + Math.floor(minute / MINUTES_PER_DAY))}T${formatClock(minute)}`;
}

/** "2020-07-11T00:30:00Z" of a minute since 1970 in UTC. */
export function isoUtc(utcMinute: number): string {
  const day = Math.floor(utcMinute / MINUTES_PER_DAY);
  return `${isoDay(day)}T${formatClock(utcMinute - day * MINUTES_PER_DAY)}:00Z`;
}

/** "20200711T013000", as calendars write it; `day` and `minute` as in `isoMinuteLocal`. */
export function basicMinute(day: number, minute: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day + Math.floor(minute / MINUTES_PER_DAY));
  return `${String(year).padStart(4, '0')}${two(month)}${two(dayOfMonth)}T${formatClock(minute).replace(':', '')}00`;
}
