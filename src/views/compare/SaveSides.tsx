import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import { fileName, saveFile } from '../download.ts';
import { useStore } from '../store-context.ts';
import { useSideNames } from './names.ts';

/** The numbers of both sides as a file, for the force or without small counts. */
export function SaveSides() {
  const store = useStore();
  const [outside, setOutside] = useState(false);
  const { one, other } = useSideNames();
  const save = () => {
    const text = store.sidesFile({ one: one.title, other: other.title }, outside);
    if (text === null) return;
    const name = fileName([one.title, other.title, one.rest, outside ? 'suppressed' : ''], 'csv');
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
  };
  return (
    <>
      <Toggle
        label="For outside the force"
        words="A side of under 5 offences has no figures; nor has one that a side around it would give away."
        on={outside}
        onChange={setOutside}
      />
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={save}>
          <Download size={15} aria-hidden />
          Download the numbers
        </Button>
      </div>
    </>
  );
}
