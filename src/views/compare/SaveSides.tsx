import { Download } from 'lucide-react';
import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { fileName, saveFile } from '../download.ts';
import panel from '../panel.module.css';
import { useStore } from '../store-context.ts';
import { useSideNames } from './names.ts';

/** The numbers of both sides as a file; there is no version of it for outside the force. */
export function SaveSides() {
  const store = useStore();
  const { one, other } = useSideNames();
  const save = () => {
    const text = store.sidesFile({ one: one.title, other: other.title });
    if (text === null) return;
    const name = fileName([one.title, other.title, one.rest], 'csv');
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
  };
  return (
    <div className={controls.row}>
      <Button className={cx(controls.button)} onPress={save}>
        <Download size={15} aria-hidden />
        Download the numbers
      </Button>
      <p className={panel.small}>For the force: small counts are not hidden.</p>
    </div>
  );
}
