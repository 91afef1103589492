import { type SubmitEvent, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import shell from '../shell/shell.module.css';
import { useSlice, useStore } from '../store-context.ts';
import styles from './project.module.css';

/** Asks for the passphrase of a project that was opened and is locked. */
export function PassphraseDialog() {
  const store = useStore();
  const project = useSlice((state) => state.project);
  const locked = project?.status === 'locked' ? project.file : null;
  const forget = () => store.dispatch({ type: 'project', project: null });
  return (
    <ModalOverlay className={cx(shell.overlay)} isOpen={locked !== null} onOpenChange={(on) => on || forget()}>
      <Modal className={cx(shell.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title" className={cx(shell.sheetTitle)}>
            Locked project
          </Heading>
          <p className={styles.name}>{locked?.name} opens with its passphrase.</p>
          <PassphraseForm onCancel={forget} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PassphraseForm({ onCancel }: { onCancel: () => void }) {
  const store = useStore();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');

  const unlock = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setWrong('');
    setBusy(true);
    const message = await store.unlockProject(passphrase);
    setBusy(false);
    setWrong(message ?? '');
  };

  return (
    <form className={styles.form} onSubmit={(event) => void unlock(event)}>
      <label className={controls.field}>
        Passphrase
        <input
          className={controls.input}
          type="password"
          autoComplete="off"
          required
          // biome-ignore lint/a11y/noAutofocus: the dialog opened to ask for this
          autoFocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </label>
      <p className={controls.wrong} role="alert">
        {wrong}
      </p>
      <div className={styles.end}>
        <Button className={cx(controls.button)} onPress={onCancel}>
          Cancel
        </Button>
        <Button type="submit" className={cx(controls.primary)} isPending={busy}>
          {busy ? 'Opening …' : 'Open'}
        </Button>
      </div>
    </form>
  );
}
