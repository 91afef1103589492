import { useMemo } from 'react';
import type { AppState, Theme } from '../../state/app-state.ts';
import { onGrid } from '../../state/methods.ts';
import { Legend } from '../map/Legend.tsx';
import { pictureOf } from '../map/picture.ts';
import { reClassed, useShown } from '../map/shown.ts';
import { useStore } from '../store-context.ts';
import styles from './panes.module.css';

interface SharedLegendProps {
  /** That of the first map. */
  readonly state: AppState;
  readonly theme: Theme;
  /** The sentence on merged hexagons, '' for none. */
  readonly note: string;
}

/** One legend under both maps: they share their classes and their scale. */
export function SharedLegend({ state, theme, note }: SharedLegendProps) {
  const store = useStore();
  const shown = useShown(state);
  const density = onGrid(state.kde, state.gridKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change the legend
  const picture = useMemo(
    () => shown && pictureOf(state, shown, theme),
    [shown, theme, state.settings.measure, state.settings.classes, state.settings.schedule, state.ownSchedule, density],
  );
  if (picture === null || shown === null) return null;
  const classes = picture.reClassed ?? reClassed(state.settings, shown);
  const reClass = (): void => store.dispatch({ type: 'set', patch: { classes } });
  return (
    <div className={styles.legend}>
      <Legend model={picture.legend} {...(picture.hasClasses ? { onReClass: reClass } : {})} />
      <p className={styles.legendNote}>Both maps: the same classes, the same scale. {note}</p>
    </div>
  );
}
