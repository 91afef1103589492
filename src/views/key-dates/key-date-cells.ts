/** What stands in the cells of the table of key dates and what is made of what was typed. Pure. */
import type { KeyDate, KeyDateKind } from '../../core/offences/key-dates.ts';
import { districtsIn } from '../../state/key-dates.ts';
import { dayOfText, formatDay } from '../format.ts';

export const kindWords: Readonly<Record<KeyDateKind, string>> = {
  restriction: 'Restriction',
  easing: 'Easing',
  announcement: 'Announcement',
  event: 'Event',
};

export type TextCell = 'from' | 'to' | 'area' | 'label' | 'source' | 'remark';

const MOST_TEXT = 500;

/** A day in a field, its spaces ones that can be typed over. */
const typed = (day: number): string => formatDay(day).replaceAll('\u00a0', ' ');

export function cellText(keyDate: KeyDate, cell: TextCell): string {
  switch (cell) {
    case 'from':
      return typed(keyDate.fromDay);
    case 'to':
      return keyDate.toDay === null ? '' : typed(keyDate.toDay);
    case 'area':
      return keyDate.areas?.join(' ') ?? 'all';
    default:
      return keyDate[cell];
  }
}

/** The change that the text makes, or a sentence when it makes none. */
export function changeOf(keyDate: KeyDate, cell: TextCell, text: string): Partial<Omit<KeyDate, 'id'>> | string {
  const written = text.trim().slice(0, MOST_TEXT);
  if (cell === 'area') return { areas: districtsIn(written) };
  if (cell === 'label') return written === '' ? 'A key date needs a label.' : { label: written };
  if (cell === 'source' || cell === 'remark') return { [cell]: written };
  if (cell === 'to' && written === '') return { toDay: null };
  const day = dayOfText(written);
  if (day === null) return `“${written.slice(0, 40)}” is no date: write 12/04/2021 or 12 Apr 2021.`;
  const fromDay = cell === 'from' ? day : keyDate.fromDay;
  const toDay = cell === 'to' ? day : keyDate.toDay;
  if (toDay !== null && fromDay > toDay) return 'The first day is after the last.';
  return cell === 'from' ? { fromDay } : { toDay };
}
