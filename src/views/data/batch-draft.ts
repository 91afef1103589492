/** What is typed about a batch, and what it means. Pure. */
import type { BatchAbout, BatchLabel } from '../../core/batches/batch.ts';
import { dayOfText, formatDay, formatPeriod } from '../format.ts';

export interface BatchDraft {
  readonly name: string;
  readonly received: string;
  readonly kind: 'none' | BatchLabel['kind'];
  readonly day: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export type BatchMeaning = Pick<BatchAbout, 'name' | 'receivedDay' | 'label'>;

const FORTNIGHT = 13;

export function draftOf({ name, receivedDay, label }: BatchMeaning): BatchDraft {
  const fortnight = label?.kind === 'fortnight' ? label : null;
  const keyDate = label?.kind === 'key-date' ? label : null;
  return {
    name,
    received: typed(receivedDay),
    kind: label?.kind ?? 'none',
    day: typed(keyDate?.day ?? null),
    text: keyDate?.text ?? '',
    from: typed(fortnight?.fromDay ?? null),
    to: typed(fortnight?.toDay ?? null),
  };
}

/** What the draft says, or a sentence about what is wrong with it. A fortnight without an end has fourteen days. */
export function meaningOf(draft: BatchDraft): BatchMeaning | string {
  const name = draft.name.trim();
  if (name === '') return 'The batch has no name – give it one to know it by.';
  const receivedDay = dayOfText(draft.received);
  if (receivedDay === null && draft.received.trim() !== '') return wrongDate('Received', draft.received);
  if (draft.kind === 'none') return { name, receivedDay, label: null };
  if (draft.kind === 'key-date') {
    const day = dayOfText(draft.day);
    if (day === null) return wrongDate('Key date', draft.day);
    return { name, receivedDay, label: { kind: 'key-date', day, text: draft.text.trim() } };
  }
  const fromDay = dayOfText(draft.from);
  if (fromDay === null) return wrongDate('From', draft.from);
  const toDay = draft.to.trim() === '' ? fromDay + FORTNIGHT : dayOfText(draft.to);
  if (toDay === null) return wrongDate('To', draft.to);
  if (toDay < fromDay) return 'The fortnight ends before it starts – put the earlier day first.';
  return { name, receivedDay, label: { kind: 'fortnight', fromDay, toDay } };
}

function wrongDate(field: string, text: string): string {
  return `“${field}” is ${text.trim() === '' ? 'empty' : `“${text.trim()}”`} – write a date such as 12/04/2021 or 12 Apr 2021.`;
}

/** "Received 12 Apr 2021, for the key date 12 Apr 2021, step 2". */
export function aboutBatch({ receivedDay, label }: Pick<BatchAbout, 'receivedDay' | 'label'>): string {
  const received = receivedDay === null ? 'Day of receipt not known' : `Received ${formatDay(receivedDay)}`;
  if (label === null) return received;
  if (label.kind === 'fortnight') return `${received}, for ${formatPeriod(label.fromDay, label.toDay)}`;
  return `${received}, for the key date ${formatDay(label.day)}${label.text === '' ? '' : `, ${label.text}`}`;
}

/** A day in a field: its no-break spaces would be hard to type over. */
function typed(day: number | null): string {
  return day === null ? '' : formatDay(day).replaceAll('\u00a0', ' ');
}
