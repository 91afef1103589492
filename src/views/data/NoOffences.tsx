import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { OpenButton } from './OpenButton.tsx';

/** What a panel over the offences shows while there are none. */
export function NoOffences() {
  const store = useStore();
  const dataset = useSlice((state) => state.dataset);
  if (dataset.status === 'running') return <p className={panel.lead}>Loading offences …</p>;
  return (
    <div className={panel.empty}>
      {dataset.status === 'failed' ? (
        <p role="alert">{dataset.message}</p>
      ) : (
        <p>No offences are loaded. Open your own files, or look around in the demo first.</p>
      )}
      <div className={controls.row}>
        <OpenButton />
        <Button className={cx(controls.button)} onPress={() => void store.openDemo()}>
          Open the demo
        </Button>
      </div>
    </div>
  );
}
