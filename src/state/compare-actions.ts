/** The two sides of Compare to a file. */
import { toCsv } from '../core/tables/csv.ts';
import { sidesForOutside, sidesTable } from '../core/tables/sides.ts';
import type { Store } from './app-state.ts';
import { isNested } from './compare.ts';
import type { Doing } from './doing.ts';

export function compareActions({ getState }: Doing): Pick<Store, 'sidesFile'> {
  return {
    sidesFile(names, outside) {
      const state = getState();
      const { sides } = state;
      const result = 'value' in sides ? sides.value : undefined;
      if (!result) return null;
      return toCsv(sidesTable(outside ? sidesForOutside(result, isNested(state)) : result, names));
    },
  };
}
