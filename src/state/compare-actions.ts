/** The two sides of Compare to a file. */
import { toCsv } from '../core/tables/csv.ts';
import { sidesTable } from '../core/tables/sides.ts';
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';

export function compareActions({ getState }: Doing): Pick<Store, 'sidesFile'> {
  return {
    sidesFile(names) {
      const { sides } = getState();
      const result = 'value' in sides ? sides.value : undefined;
      return result ? toCsv(sidesTable(result, names)) : null;
    },
  };
}
