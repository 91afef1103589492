import type { HotspotResult } from '../../core/results.ts';
import { showsMethods } from '../../state/methods.ts';
import { useSlice } from '../store-context.ts';
import { MethodPage } from './MethodPage.tsx';
import { RankedPage } from './RankedPage.tsx';
import { usePrinting } from './use-printing.ts';

/** What is printed outside a presentation: the ranked list, or the tables of the method that the map shows. */
export function WorkPage({ outside }: { outside: HotspotResult | null }) {
  const measure = useSlice((state) => state.settings.measure);
  const methods = useSlice(showsMethods);
  if (!usePrinting()) return null;
  if (!methods || outside !== null || measure === 'value' || measure === 'gi-star')
    return <RankedPage outside={outside} />;
  return <MethodPage method={measure} />;
}
