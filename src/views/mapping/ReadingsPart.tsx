import { Download, FileUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { BatchInfo } from '../../core/batches/batch.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import data from '../data/data.module.css';
import { fileName, saveFile } from '../download.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import styles from './readings.module.css';

/** By what each loaded file is read, how to change that, and the profiles that this browser remembers. */
export function ReadingsPart() {
  const batches = useSlice((state) => state.batches?.batches);
  const dataset = useSlice(datasetOf);
  const loaded = dataset !== null && dataset.source !== 'demo' && batches ? batches : [];
  return (
    <section className={data.part} aria-label="How files are read">
      <h3 className={data.partTitle}>How files are read</h3>
      {loaded.length > 0 && (
        <ul className={styles.list}>
          {loaded.flatMap((batch) =>
            sourcesOf(batch).map((name) => <Reading key={`${batch.id} ${name}`} batch={batch.id} name={name} />),
          )}
        </ul>
      )}
      <Profiles />
    </section>
  );
}

/** Files as they were opened: members of an archive are named behind it. */
function sourcesOf({ files }: BatchInfo): readonly string[] {
  return [...new Set(files.map(({ name }) => name.split('/')[0] ?? name))];
}

function Reading({ batch, name }: { batch: number; name: string }) {
  const store = useStore();
  const profile = useSlice((state) => state.readBy[name]);
  return (
    <li className={styles.item}>
      <p className={styles.text}>
        {name}
        {profile !== undefined && <span className={data.under}>Read by the profile “{profile}”</span>}
      </p>
      <Button
        className={cx(controls.link)}
        aria-label={`Change how ${name} was read`}
        onPress={() => void store.changeReading(batch, name)}
      >
        Change how it was read
      </Button>
    </li>
  );
}

function Profiles() {
  const store = useStore();
  const profiles = useSlice((state) => state.profiles);
  const [wrong, setWrong] = useState('');
  const open = async (file: File | undefined) => {
    if (file) setWrong((await store.importProfile(file)) ?? '');
  };
  const save = (name: string) => {
    const file = new Blob([store.exportProfile(name)], { type: 'application/json' });
    saveFile(file, fileName([name, 'profile'], 'json'));
  };
  return (
    <>
      <p className={panel.small}>
        A file whose columns are not understood is asked about; the answer can be kept as a profile for the next one.
        Profiles hold column names and the words of offences and yes/no values, never rows.
      </p>
      {profiles.length > 0 && (
        <ul className={styles.list} aria-label="Profiles">
          {profiles.map(({ name }) => (
            <li key={name} className={styles.item}>
              <span className={styles.text}>{name}</span>
              <span className={styles.actions}>
                <IconButton icon={Download} label={`Save the profile ${name} as a file`} onPress={() => save(name)} />
                <IconButton
                  icon={Trash2}
                  label={`Delete the profile ${name}`}
                  onPress={() => store.deleteProfile(name)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <FileTrigger acceptedFileTypes={['.json']} onSelect={(files) => void open(files?.[0])}>
          <Button className={cx(controls.button)}>
            <FileUp size={15} aria-hidden />
            Open a profile
          </Button>
        </FileTrigger>
      </div>
      <p className={controls.wrong} role="alert">
        {wrong}
      </p>
    </>
  );
}
