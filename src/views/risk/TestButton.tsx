import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';

export function TestButton() {
  const store = useStore();
  const busy = useSlice((state) => state.risk.running !== null);
  return (
    <div className={controls.row}>
      <Button className={cx(controls.button)} isDisabled={busy} onPress={() => void store.testRisk()}>
        Test it
      </Button>
    </div>
  );
}
