import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { hasPlace, type MappingStep } from '../../state/mapping-step.ts';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import shell from '../shell/shell.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { FieldsPart } from './FieldsPart.tsx';
import styles from './mapping.module.css';
import { Outcome } from './Outcome.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { Select } from './Select.tsx';
import { ValuesPart } from './ValuesPart.tsx';

/** Asks how a file is read; what waits for the answer is given up with Cancel or Escape. */
export function MappingSheet() {
  const store = useStore();
  const step = useSlice((state) => state.mapping);
  return (
    <ModalOverlay
      className={cx(shell.overlay)}
      isOpen={step !== null}
      onOpenChange={(on) => on || store.cancelMapping()}
    >
      <Modal className={cx(styles.sheet)}>
        <Dialog className={cx(styles.dialog)}>{step && <Step step={step} />}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Step({ step }: { step: MappingStep }) {
  const { file, place, why, inspection } = step;
  return (
    <>
      <header className={styles.head}>
        <div>
          <Heading slot="title" className={cx(shell.sheetTitle)}>
            How is {file.name} read?
          </Heading>
          <p className={styles.why}>
            {why}
            {place.of > 1 && ` File ${place.at} of ${place.of} that need an answer.`}
          </p>
        </div>
        <p className={styles.format}>{inspection.format}</p>
      </header>
      <div className={styles.body} aria-busy={step.looking}>
        <div className={styles.left}>
          <SheetPicker step={step} />
          <FieldsPart step={step} />
        </div>
        <div className={styles.right}>
          <PreviewTable step={step} />
          <ValuesPart step={step} />
        </div>
      </div>
      <Foot key={file.name} step={step} />
    </>
  );
}

function SheetPicker({ step }: { step: MappingStep }) {
  const store = useStore();
  const { sheets, sheet } = step.inspection;
  if (sheets.length < 2) return null;
  return (
    <Select
      label="Sheet of the workbook"
      value={sheet ?? sheets[0] ?? ''}
      options={sheets.map((name) => ({ id: name, title: name }))}
      onChoose={(name) => void store.pickSheet(name)}
    />
  );
}

function Foot({ step }: { step: MappingStep }) {
  const store = useStore();
  const [keep, setKeep] = useState(step.inspection.ask !== null || step.profile !== null);
  const [name, setName] = useState(step.profile ?? step.file.name.replace(/\.\w+$/, ''));
  return (
    <footer className={styles.foot}>
      <Outcome step={step} />
      <div className={styles.profile}>
        <Toggle
          label="Save as profile"
          words="Read the next file with these columns the same way. Kept in this browser: headers and words, never rows."
          on={keep}
          onChange={setKeep}
        />
        {keep && (
          <input
            className={controls.input}
            aria-label="Name of the profile"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </div>
      <div className={styles.buttons}>
        <Button className={cx(controls.button)} onPress={() => store.cancelMapping()}>
          Cancel
        </Button>
        <Button
          className={cx(controls.primary)}
          isDisabled={!hasPlace(step) || step.looking || (keep && name.trim() === '')}
          onPress={() => store.finishMapping(keep ? name : null)}
        >
          Load
        </Button>
      </div>
    </footer>
  );
}
