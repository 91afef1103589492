import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './present.module.css';

const SHOWN_MS = 2_500;

interface PresentKeysProps {
  readonly onSave: () => void;
  /** Null where there is no page to print. */
  readonly onPrint: (() => void) | null;
  readonly onLeave: () => void;
}

/** What can be done with the slide; there only while the pointer moves or one of the buttons has the focus. */
export function PresentKeys({ onSave, onPrint, onLeave }: PresentKeysProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      setShown(true);
      clearTimeout(timer);
      timer = setTimeout(() => setShown(false), SHOWN_MS);
    };
    window.addEventListener('pointermove', show);
    window.addEventListener('pointerdown', show);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', show);
      window.removeEventListener('pointerdown', show);
    };
  }, []);
  return (
    <div className={cx(styles.keys, shown && styles.keysShown)}>
      <Button className={cx(styles.key)} onPress={onSave}>
        Save picture <kbd>S</kbd>
      </Button>
      {onPrint && (
        <Button className={cx(styles.key)} onPress={onPrint}>
          Print <kbd>Ctrl P</kbd>
        </Button>
      )}
      <Button className={cx(styles.key)} onPress={onLeave}>
        Leave <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
