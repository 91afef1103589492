import { Layers2 } from 'lucide-react';
import { Button, ToggleButton } from 'react-aria-components';
import type { KeyDate } from '../../core/offences/key-dates.ts';
import { lineKey, type Stroke } from '../../layers/marked-areas.ts';
import type { Theme } from '../../layers/palette.ts';
import { hasSides, keyDatesInView, keyDateViewed, overlaid, overlaidKeyDates } from '../../state/key-date-view.ts';
import { LineSwatch } from '../controls/LineSwatch.tsx';
import { cx } from '../cx.ts';
import { formatDay } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { useTheme } from '../use-theme.ts';
import { datasetOf } from '../words.ts';
import styles from './panel.module.css';

/** Every key date of the area, to choose one and to lay the outlines of others over the map. */
export function KeyDateList({ chosen }: { readonly chosen: KeyDate | null }) {
  const store = useStore();
  const theme = useTheme();
  const settings = useSlice((state) => state.settings);
  const areaSet = useSlice((state) => state.areaSet);
  const dataset = useSlice((state) => state.dataset);
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  const laid = overlaidKeyDates({ settings, areaSet, dataset });
  return (
    <section className={styles.part} aria-labelledby="list-title">
      <h3 id="list-title" className={styles.partTitle}>
        All key dates of this area
      </h3>
      <p className={panel.small}>The second button lays the patrol areas of that date over the map, at most four.</p>
      <ul className={styles.dates}>
        {keyDatesInView({ settings, areaSet }).map((keyDate) => {
          const usable = info !== null && hasSides(keyDate, info);
          const on = settings.keyDateView.overlays.includes(keyDate.id);
          const stroke = laid.findIndex(({ id }) => id === keyDate.id);
          return (
            <li key={keyDate.id} data-chosen={keyDate.id === chosen?.id ? '' : undefined}>
              <Button
                className={cx(styles.date)}
                isDisabled={!usable}
                aria-current={keyDate.id === chosen?.id ? 'date' : false}
                onPress={() =>
                  store.dispatch({ type: 'set', patch: keyDateViewed(store.getState().settings, { id: keyDate.id }) })
                }
              >
                <span className={styles.day}>{formatDay(keyDate.fromDay)}</span>
                <span>
                  {keyDate.label}
                  {!usable && <span className={styles.under}>outside the data</span>}
                </span>
              </Button>
              <ToggleButton
                className={cx(styles.overlay)}
                aria-label={`Outlines of ${formatDay(keyDate.fromDay)}, ${keyDate.label}`}
                isDisabled={!usable}
                isSelected={on}
                onChange={(next) =>
                  store.dispatch({ type: 'set', patch: overlaid(store.getState().settings, keyDate.id, next) })
                }
              >
                {stroke >= 0 ? <Line stroke={stroke} theme={theme} /> : <Layers2 size={16} aria-hidden />}
              </ToggleButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Line({ stroke, theme }: { readonly stroke: number; readonly theme: Theme }) {
  return <LineSwatch line={lineKey((stroke % 4) as Stroke, '', theme)} />;
}
