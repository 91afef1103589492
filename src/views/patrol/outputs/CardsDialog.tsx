import { Printer, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import { useTheme } from '../../use-theme.ts';
import { CardsFrame } from './CardsFrame.tsx';
import styles from './outputs.module.css';
import { useCards } from './use-cards.ts';

/** The cards on screen, as on a phone. The browser's own dialog: its Tab key reaches links inside the page of cards. */
export function CardsDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const page = useCards();
  const theme = useTheme();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: shortcuts keep away from what says that it is a dialog
    <dialog ref={dialog} role="dialog" className={styles.dialog} aria-label="Patrol cards" onClose={onClose}>
      <header className={styles.bar}>
        <h2 className={styles.title}>Patrol cards</h2>
        <Button className={cx(controls.button)} onPress={() => window.print()}>
          <Printer size={15} aria-hidden />
          Print
        </Button>
        <Button className={cx(controls.button)} onPress={() => dialog.current?.close()}>
          <X size={15} aria-hidden />
          Close
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className={styles.scroll} tabIndex={0} aria-label="Cards">
        {page === null ? (
          <p className={styles.none}>There are no cards any more.</p>
        ) : (
          <CardsFrame page={page} theme={theme} />
        )}
      </section>
    </dialog>
  );
}
