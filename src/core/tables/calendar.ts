/**
 * The visits of a shift as a calendar file, for phones and diaries.
 *
 * iCalendar: Desruisseaux, B. (2009), RFC 5545. Lines end in CR LF and are folded before the 76th octet, never inside a
 * character; texts are escaped; times name Europe/London, whose rules stand in the file, so that a diary abroad shows them right. Outside
 * Great Britain the zone is not known, and times are those of the clock wherever the file is read.
 */
import { MINUTES_PER_DAY } from '../offences/time.ts';
import type { PatrolCard } from '../patrol/cards.ts';
import { basicMinute } from './clock.ts';
import { inBritain, type PlanOut } from './plan.ts';

const MOST_OCTETS = 75;

/** The summer time of Great Britain since 1996. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;

/** An event per visit. `madeAtUtcMinute` is the time of making, which the format asks for. */
export function planCalendar({ day, plan, cards }: PlanOut, madeAtUtcMinute: number): string {
  const madeDay = Math.floor(madeAtUtcMinute / MINUTES_PER_DAY);
  const stamp = `${basicMinute(madeDay, madeAtUtcMinute - madeDay * MINUTES_PER_DAY)}Z`;
  const british = inBritain(cards);
  const zone = british ? ';TZID=Europe/London' : '';
  const events = plan.stops.flatMap((stop) => {
    const card = cards[stop.area];
    if (!card) return [];
    const start = basicMinute(day, stop.fromMinute);
    return [
      'BEGIN:VEVENT',
      // the same visit keeps its id when the plan is sent again
      `UID:${start}-pair${stop.pair + 1}-area${card.rank}@harmscape`,
      `DTSTAMP:${stamp}`,
      `DTSTART${zone}:${start}`,
      `DTEND${zone}:${basicMinute(day, stop.toMinute)}`,
      `SUMMARY:${escaped(`Pair ${stop.pair + 1}: ${card.rank} ${card.name}`.trimEnd())}`,
      ...(card.gridRef === '' ? [] : [`LOCATION:${escaped(card.gridRef)}`]),
      `GEO:${card.lat.toFixed(6)};${card.lon.toFixed(6)}`,
      `DESCRIPTION:${escaped(aboutOf(card))}`,
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Harmscape//Patrol plan//EN',
    ...(british ? LONDON : []),
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function aboutOf(card: PatrolCard): string {
  const offences = card.offences.map(({ title, count }) => `${title} ${count}`);
  return [...offences, ...card.hours.peaks.map((peak) => `busy ${peak.label}`)].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

/** A line of at most 75 octets, and its rest on lines that begin with a space. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let held = '';
  let octets = 0;
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (octets + size > MOST_OCTETS) {
      lines.push(held);
      held = ' ';
      octets = 1;
    }
    held += character;
    octets += size;
  }
  return [...lines, held];
}
