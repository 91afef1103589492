import { ChevronDown, ChevronUp } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from 'react-aria-components';
import styles from './App.module.css';
import { cx } from './cx.ts';
import { DrawPanel } from './draw/DrawPanel.tsx';
import { modes, type PanelProps } from './modes.ts';
import { useSlice } from './store-context.ts';

/** The panel of the mode: at the right of the map, or in a narrow window a sheet below it that can cover it. */
export function Inspector({ onPrint }: PanelProps) {
  // the next panel is drawn in slices behind the one that stands, so that no change of mode holds up the page
  const mode = useDeferredValue(useSlice((state) => state.mode));
  const drawing = useSlice((state) => state.drawing);
  const [tall, setTall] = useState(false);
  const shown = modes.find((entry) => entry.mode === mode);
  const Chevron = tall ? ChevronDown : ChevronUp;
  return (
    <aside className={cx(styles.inspector, tall && styles.tall)} aria-label={shown?.name}>
      <Button className={cx(styles.handle)} onPress={() => setTall(!tall)}>
        <Chevron size={16} aria-hidden />
        {tall ? 'Show the map' : 'Show more'}
      </Button>
      <div className={styles.content}>
        {drawing ? <DrawPanel drawing={drawing} /> : shown && <shown.Panel onPrint={onPrint} />}
      </div>
    </aside>
  );
}
