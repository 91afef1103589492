import { type CSSProperties, lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Action, AppState, Theme } from '../state/app-state.ts';
import { isComparing, isSwiped, sideStates } from '../state/compare.ts';
import { useSideNames } from './compare/names.ts';
import { PaneHead } from './compare/PaneHead.tsx';
import styles from './compare/panes.module.css';
import { SharedLegend } from './compare/SharedLegend.tsx';
import { SideTabs } from './compare/SideTabs.tsx';
import { SwipeDivider } from './compare/SwipeDivider.tsx';
import { cx } from './cx.ts';
import { useLinked } from './map/use-linked.ts';
import { areasOf, boundsOf } from './map/view.ts';
import { useSlice, useStore } from './store-context.ts';

/** The map libraries are most of the app's bytes: the panels do not wait for them. */
const MapView = lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView }));

type LiveMap = Parameters<typeof useLinked>[0]['one'];

/** The map, or in Compare two of them: the first is the same one, which only makes room. */
export function MapArea({ theme }: { theme: Theme }) {
  const store = useStore();
  const state = useSlice((whole) => whole);
  const comparing = isComparing(state);
  const sides = useMemo(() => (comparing ? sideStates(state) : null), [state, comparing]);
  const [one, setOne] = useState<LiveMap>(null);
  const [other, setOther] = useState<LiveMap>(null);
  const [onTop, setOnTop] = useState<'one' | 'other'>('one');
  const swiped = isSwiped(state);
  const [divide, setDivide] = useState(50);
  const names = useSideNames();
  const [note, setNote] = useState('');
  const sameCells = state.gridKey !== null && sides?.other?.gridKey === state.gridKey;
  const [hoveredOther, setHoveredOther] = useState<number | null>(null);

  useLinked({
    one: comparing ? one : null,
    other,
    boundsOne: boundsFor(sides?.one),
    boundsOther: boundsFor(sides?.other),
    sameCentre: sides?.other?.settings.areaId === state.settings.areaId,
    fitRequest: state.fitRequest,
    present: state.presenting,
  });

  const toOne = useCallback((action: Action) => store.dispatch(action), [store]);
  const pickedNothing = (hover: (index: number | null) => void) => (action: Action) => {
    // a cell picked would belong to one map only
    if (action.type === 'set') return;
    if (action.type === 'hover') hover(action.index);
    else store.dispatch(action);
  };
  const hoverBoth = (index: number | null) => store.dispatch({ type: 'hover', index });
  const present = state.presenting;
  return (
    <div
      className={cx(styles.panes, comparing && styles.pair, swiped && styles.swiped, present && styles.wall)}
      data-top={onTop}
      style={swiped ? divideAt(divide) : undefined}
    >
      {comparing && !swiped && <SideTabs value={onTop} onChange={setOnTop} />}
      <div className={styles.pane} data-pane="one">
        {comparing && <PaneHead side="one" />}
        <div className={styles.map}>
          <Suspense>
            <MapView
              state={sides?.one ?? state}
              theme={theme}
              dispatch={comparing ? pickedNothing(hoverBoth) : toOne}
              present={present}
              numbered={!swiped}
              onMap={comparing ? setOne : null}
              onNote={setNote}
            />
          </Suspense>
        </div>
      </div>
      {sides?.other && (
        <div className={styles.pane} data-pane="other">
          <PaneHead side="other" />
          <div className={styles.map}>
            <Suspense>
              <MapView
                state={{ ...sides.other, hovered: sameCells ? state.hovered : hoveredOther }}
                theme={theme}
                dispatch={pickedNothing(sameCells ? hoverBoth : setHoveredOther)}
                present={present}
                numbered={!swiped}
                onMap={setOther}
              />
            </Suspense>
          </div>
        </div>
      )}
      {sides?.other && swiped && (
        <SwipeDivider percent={divide} onMove={setDivide} left={names.one.title} right={names.other.title} />
      )}
      {sides && !present && <SharedLegend state={sides.one} theme={theme} note={note} />}
    </div>
  );
}

/** The second map is cut off left of it. */
function divideAt(percent: number): CSSProperties {
  return { '--divide': `${percent}%` } as CSSProperties;
}

function boundsFor(state: AppState | null | undefined) {
  return state ? boundsOf(areasOf(state.areaSet.areas, state.settings.areaId)) : null;
}
