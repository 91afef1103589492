import type { PatrolEdit } from '../../core/patrol/edits.ts';
import { type Patrol, patrolViewed } from '../../state/patrol.ts';
import { useSlice, useStore } from '../store-context.ts';

type Edits = readonly PatrolEdit[];

/** Edits by hand name areas by what was found: they wait while that is not what the settings ask for any more. */
export function useEdits(patrol: Patrol) {
  const store = useStore();
  const edits = useSlice((state) => state.settings.patrol.edits);
  const ready = useSlice((state) => state.patrol.status === 'ready');
  const possible = ready && patrol.query.edits === edits;
  const edit = (change: (edits: Edits) => Edits, patch: { readonly cell?: string | null } = {}) => {
    if (!possible) return;
    const { settings } = store.getState();
    const next = change(settings.patrol.edits);
    if (next !== settings.patrol.edits) {
      store.dispatch({ type: 'set', patch: { ...patrolViewed(settings, { edits: next }), ...patch } });
    }
  };
  return { possible, edit };
}
