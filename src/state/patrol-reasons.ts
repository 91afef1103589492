/** What the screens of other modes have found out about patrol areas. Pure. */
import { changeReason, riskReason } from '../core/patrol/reasons.ts';
import type { AppState } from './app-state.ts';
import { changeAt, chosenKeyDate } from './key-date-view.ts';
import { isStale, modelOnScreen } from './risk.ts';

interface Reasons {
  /** Everything that they depend on. */
  readonly key: readonly string[];
  /** Of an area of these cells, by their indices, for a shift on this day. */
  readonly of: (indices: readonly number[], day: number) => readonly string[];
}

/** Of the key date chosen last and the model made last, where they were looked at with these cells; none before. */
export function reasonsOf(state: AppState, gridKey: string): Reasons {
  const keyDate = chosenKeyDate(state);
  const found = keyDate && changeAt(state, keyDate.id);
  const change = found?.result && found.gridKey === gridKey ? found : null;
  const made = modelOnScreen(state);
  const model = made?.gridKey === gridKey && !isStale(state, made) ? made : null;
  return {
    key: [change?.asked ?? '', model?.key ?? ''],
    of(indices, day) {
      // what a later date changed is nothing that a plan could know
      const known = keyDate && change?.result && keyDate.fromDay <= day;
      const byDate = known ? [changeReason(indices, change.result, keyDate)] : [];
      const byRisk = model && riskReason(indices, model.result);
      return [...byDate, ...(byRisk ? [byRisk] : [])];
    },
  };
}
