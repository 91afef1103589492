import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './shell.module.css';
import { shortcuts } from './shortcuts.ts';

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const store = useStore();
  const letterKeys = useSlice((state) => state.letterKeys);
  return (
    <ModalOverlay className={cx(styles.overlay)} isOpen={open} onOpenChange={(on) => on || onClose()} isDismissable>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.help)}>
          <Heading slot="title" className={cx(styles.sheetTitle)}>
            Keyboard
          </Heading>
          <dl className={styles.shortcuts}>
            {shortcuts.map(({ command, keys, words }) => (
              <div key={command} className={styles.shortcut}>
                <dt>
                  <kbd className={styles.kbd}>{keys}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className={controls.note}>
            In the ranked list the arrow keys move and Enter picks a cell. On the map the arrow keys pan, + and − zoom.
          </p>
          <Toggle
            label="Single letters are shortcuts"
            words="Turn this off when speech input or a stray key sets them off."
            on={letterKeys}
            onChange={(on) => store.dispatch({ type: 'letter-keys', on })}
          />
          <div className={styles.formEnd}>
            <Button className={cx(controls.primary)} onPress={onClose} autoFocus>
              Close
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
