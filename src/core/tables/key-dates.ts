import type { KeyDate } from '../offences/key-dates.ts';
import { isoDay } from '../offences/time.ts';
import type { OutTable } from './table.ts';

/** The columns that `readKeyDates` reads back. */
export function keyDateTable(list: readonly KeyDate[]): OutTable {
  const column = (name: string, of: (keyDate: KeyDate) => string) => ({ name, values: list.map(of) });
  return {
    rows: list.length,
    columns: [
      column('id', ({ id }) => id),
      column('from', ({ fromDay }) => isoDay(fromDay)),
      column('to', ({ toDay }) => (toDay === null ? '' : isoDay(toDay))),
      column('kind', ({ kind }) => kind),
      column('area', ({ areas }) => areas?.join(' ') ?? 'all'),
      column('label', ({ label }) => label),
      column('source', ({ source }) => source),
      column('remark', ({ remark }) => remark),
    ],
  };
}
