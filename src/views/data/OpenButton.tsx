import { FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useStore } from '../store-context.ts';

/** Picks files from the disk: offences, study areas, several at once. */
export function OpenButton() {
  const store = useStore();
  return (
    <FileTrigger allowsMultiple onSelect={(files) => files && void store.openFiles([...files])}>
      <Button className={cx(controls.primary)}>
        <FileUp size={16} aria-hidden />
        Open files
      </Button>
    </FileTrigger>
  );
}
