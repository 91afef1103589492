import { Save } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import data from '../data/data.module.css';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { SaveProjectDialog } from './SaveProjectDialog.tsx';
import { type TableName, useProjectFiles } from './use-project-files.ts';

const TABLES: readonly TableName[] = ['ranked.csv', 'hotspots.csv'];

/** Saving a project, and the tables it stands for. */
export function ProjectPart() {
  const loaded = useSlice((state) => datasetOf(state) !== null);
  const { saveTable } = useProjectFiles();
  const [saving, setSaving] = useState(false);
  return (
    <section className={data.part} aria-label="Project">
      <h3 className={data.partTitle}>Project</h3>
      <p className={panel.small}>
        A project file holds settings, study areas and the SHA-256 of the files, so that opening it again gives the same
        tables. It holds offences only when you ask for it. Open one like any other file.
      </p>
      {loaded && (
        <>
          <div className={controls.row}>
            <Button className={cx(controls.button)} onPress={() => setSaving(true)}>
              <Save size={15} aria-hidden />
              Save project
            </Button>
          </div>
          <p className={panel.small}>
            Tables of this project, as “project run” on the command line writes them:{' '}
            {TABLES.map((name, i) => (
              <span key={name}>
                {i > 0 && ', '}
                <Button className={cx(controls.link)} onPress={() => saveTable(name)}>
                  {name}
                </Button>
              </span>
            ))}
          </p>
        </>
      )}
      <SaveProjectDialog open={saving} onClose={() => setSaving(false)} />
    </section>
  );
}
