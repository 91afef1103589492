import { useMemo } from 'react';
import type { AppState, Theme } from '../../state/app-state.ts';
import { Legend } from '../map/Legend.tsx';
import { pictureOf } from '../map/picture.ts';
import { reClassed, useShown } from '../map/shown.ts';
import { useStore } from '../store-context.ts';
import styles from './panes.module.css';

/** One legend under both maps: they share their classes and their scale. `state` is that of the first map. */
export function SharedLegend({ state, theme }: { state: AppState; theme: Theme }) {
  const store = useStore();
  const shown = useShown(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change the legend
  const picture = useMemo(
    () => shown && pictureOf(state, shown, theme),
    [shown, theme, state.settings.measure, state.settings.classes, state.settings.schedule, state.ownSchedule],
  );
  if (picture === null || shown === null) return null;
  const reClass = (): void => store.dispatch({ type: 'set', patch: { classes: reClassed(state.settings, shown) } });
  return (
    <div className={styles.legend}>
      <Legend model={picture.legend} {...(picture.hasClasses ? { onReClass: reClass } : {})} />
      <p className={styles.legendNote}>Both maps: the same classes, the same scale.</p>
    </div>
  );
}
