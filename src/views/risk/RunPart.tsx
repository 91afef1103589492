import { Button } from 'react-aria-components';
import { factorsUsed, isStale, modelOnScreen } from '../../state/risk.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
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
  return (
    <>
      {running ? (
        <Running what={running.what} done={running.done} />
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
      {failure !== null && (
        <p className={panel.failure} role="alert">
          {failure.message}
        </p>
      )}
      {stale && <p className={styles.stale}>The model below and on the map was made with older settings.</p>}
    </>
  );
}

function Running({ what, done }: { readonly what: 'model' | 'test'; readonly done: number }) {
  const store = useStore();
  const words = what === 'model' ? 'Choosing variables' : 'Testing on the last quarter';
  const percent = Math.round(100 * done);
  return (
    <div className={styles.running}>
      <div className={styles.runningHead}>
        <span>{words} …</span>
        <span>{percent} %</span>
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={words}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className={styles.fill} style={{ width: `${percent}%` }} />
      </div>
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={() => store.cancelRisk()}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
