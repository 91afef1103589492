import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { HotspotResult } from '../../core/results.ts';
import { useStore } from '../store-context.ts';

interface RankedPrint {
  /** What the page shows instead of the view while it is printed for outside the force. */
  readonly outside: HotspotResult | null;
  readonly print: (outside: boolean) => void;
}

/** Prints the ranked list as it stands, or as readers outside the force may see it. */
export function useRankedPrint(): RankedPrint {
  const store = useStore();
  const [outside, setOutside] = useState<HotspotResult | null>(null);
  const printOutside = (result: HotspotResult) => {
    // the page must stand in the document before the browser takes its picture of it
    flushSync(() => setOutside(result));
    window.addEventListener('afterprint', () => setOutside(null), { once: true });
    window.print();
  };
  const print = (forOutside: boolean) => {
    if (!forOutside) {
      flushSync(() => setOutside(null));
      window.print();
      return;
    }
    store.forOutside().then(printOutside, (error: unknown) => {
      const message = error instanceof Error ? error.message : 'The list could not be printed.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    });
  };
  return { outside, print };
}
