import { Button } from 'react-aria-components';
import { factorsUsed, isStale, modelOnScreen } from '../../state/risk.ts';
import controls from '../controls/controls.module.css';
import { LongJob } from '../controls/LongJob.tsx';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import styles from './risk.module.css';

/** Starts the model, shows how far it is, and says when what stands below is of older settings. */
export function RunPart() {
  const store = useStore();
  const { running, failure } = useSlice((state) => state.risk);
  const used = useSlice((state) => factorsUsed(state).length);
  const areaId = useSlice((state) => state.settings.areaId);
  const model = useSlice(modelOnScreen);
  const stale = useSlice((state) => model !== null && isStale(state, model));
  const current = model !== null && !stale;
  const hasDates = useSlice((state) => datasetOf(state)?.info.hasDates !== false);
  const testing = hasDates ? 'Testing on the last quarter' : 'Testing on parts of the area';
  return (
    <>
      {running ? (
        <LongJob
          words={running.what === 'model' ? 'Choosing variables' : testing}
          done={running.done}
          onCancel={() => store.cancelRisk()}
        />
      ) : (
        <div className={controls.row}>
          <Button
            className={cx(current ? controls.button : controls.primary)}
            isDisabled={used === 0 || current}
            onPress={() => void store.runRisk(areaId)}
          >
            {current ? 'The model is up to date' : stale ? 'Run again' : 'Run the model'}
          </Button>
        </div>
      )}
      {used === 0 && <p className={panel.small}>Tick at least one factor.</p>}
      {failure?.what === 'model' && (
        <p className={panel.failure} role="alert">
          {failure.message}
        </p>
      )}
      {stale && <p className={styles.stale}>The model below and on the map was made with older settings.</p>}
    </>
  );
}
