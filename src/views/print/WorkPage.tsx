import type { HotspotResult } from '../../core/results.ts';
import { showsMethods } from '../../state/methods.ts';
import { useSlice } from '../store-context.ts';
import { shownValue } from '../words.ts';
import { MethodPage } from './MethodPage.tsx';
import { PatrolPage } from './PatrolPage.tsx';
import { RankedPage } from './RankedPage.tsx';
import { TrialPage, WddPage } from './TrialPage.tsx';
import { usePrinting } from './use-printing.ts';

/** What is printed outside a presentation: the ranked list, the tables of the method that the map shows, or patrol cards. */
export function WorkPage({ outside }: { outside: HotspotResult | null }) {
  const measure = useSlice((state) => state.settings.measure);
  const methods = useSlice((state) => state.mode !== 'compare' && showsMethods(state));
  const patrol = useSlice((state) => state.mode === 'patrol' && (shownValue(state.patrol)?.cards.length ?? 0) > 0);
  const evaluated = useSlice((state) => (state.mode === 'evaluate' ? state.settings.evaluatePart : null));
  const trial = useSlice((state) => state.settings.trial.show === 'result' && shownValue(state.trialResult) !== null);
  if (!usePrinting()) return null;
  if (evaluated === 'displacement') return <WddPage />;
  if (evaluated === 'trial' && trial) return <TrialPage />;
  if (patrol) return <PatrolPage />;
  if (!methods || outside !== null || measure === 'value' || measure === 'gi-star')
    return <RankedPage outside={outside} />;
  return <MethodPage method={measure} />;
}
