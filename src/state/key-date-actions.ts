/** Key dates from a file and to one. */
import { readKeyDates } from '../core/ingest/key-date-file.ts';
import { toCsv } from '../core/tables/csv.ts';
import { keyDateTable } from '../core/tables/key-dates.ts';
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { keyDatesOf } from './key-dates.ts';
import { messageOf } from './message-of.ts';

export function keyDateActions({ dispatch, getState }: Doing): Pick<Store, 'openKeyDates' | 'keyDatesFile'> {
  return {
    async openKeyDates(file) {
      try {
        const { list, notes } = readKeyDates(await file.text(), file.name);
        dispatch({ type: 'set', patch: { keyDates: { name: file.name, list } } });
        return { notes };
      } catch (error) {
        return messageOf(error);
      }
    },

    keyDatesFile: () => toCsv(keyDateTable(keyDatesOf(getState().settings))),
  };
}
