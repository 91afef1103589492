import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';

/** Asks for the test, and says beside it why it could not be made. */
export function TestButton() {
  const store = useStore();
  const { running, failure } = useSlice((state) => state.risk);
  return (
    <>
      <div className={controls.row}>
        <Button className={cx(controls.button)} isDisabled={running !== null} onPress={() => void store.testRisk()}>
          Test it
        </Button>
      </div>
      {failure?.what === 'test' && (
        <p className={panel.failure} role="alert">
          {failure.message}
        </p>
      )}
    </>
  );
}
