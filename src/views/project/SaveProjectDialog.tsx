import { type SubmitEvent, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import shell from '../shell/shell.module.css';
import styles from './project.module.css';
import { useProjectFiles } from './use-project-files.ts';

export function SaveProjectDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <ModalOverlay className={cx(shell.overlay)} isOpen={open} onOpenChange={(on) => on || onClose()} isDismissable>
      <Modal className={cx(shell.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title" className={cx(shell.sheetTitle)}>
            Save project
          </Heading>
          <SaveForm onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SaveForm({ onClose }: { onClose: () => void }) {
  const { saveProject } = useProjectFiles();
  const [withRows, setWithRows] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (passphrase !== again) {
      setWrong('The two passphrases differ – type the same twice.');
      return;
    }
    setWrong('');
    setBusy(true);
    const message = await saveProject({ withRows, passphrase: passphrase === '' ? null : passphrase });
    setBusy(false);
    if (message === null) onClose();
    else setWrong(message);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Toggle
        label="With the offences"
        words="The files themselves go into the project. It then opens without them, and must be guarded as they are."
        on={withRows}
        onChange={setWithRows}
      />
      <label className={controls.field}>
        Passphrase (optional)
        <input
          className={controls.input}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </label>
      {passphrase !== '' && (
        <label className={controls.field}>
          The same again
          <input
            className={controls.input}
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </label>
      )}
      <p className={controls.note}>
        With a passphrase the file is encrypted on this machine (AES-256). Nobody can open it without the passphrase,
        and nobody can find it again.
      </p>
      <p className={controls.wrong} role="alert">
        {wrong}
      </p>
      <div className={styles.end}>
        <Button className={cx(controls.button)} onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" className={cx(controls.primary)} isPending={busy}>
          {busy ? 'Saving …' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
