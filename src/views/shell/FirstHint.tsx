import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import { useSlice } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import styles from './shell.module.css';

const KEY = 'harmscape.hint-read';

/** Storage may be forbidden; then the hint just comes back with the next visit. */
function alreadyRead(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Nothing to do: see above.
  }
}

/** The one sentence of a first visit: what is on screen and what to do next. */
export function FirstHint() {
  const [read, setRead] = useState(alreadyRead);
  const demo = useSlice((state) => datasetOf(state)?.source === 'demo');
  const outlines = useSlice((state) => state.outlines.length);
  if (read || !demo) return null;
  const close = () => {
    remember();
    setRead(true);
  };
  return (
    <aside className={styles.hint} aria-label="Where to begin">
      <p>
        {outlines > 0
          ? `Made-up offences; the ${outlines} outlines are patrol areas planted in them. Pick a cell on the map or a line of the list to see what happened there, or drop your own files anywhere.`
          : 'Made-up offences. Pick a cell on the map or a line of the list to see what happened there, or drop your own files anywhere.'}
      </p>
      <IconButton icon={X} label="Close hint" onPress={close} />
    </aside>
  );
}
