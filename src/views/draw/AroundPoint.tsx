import { type SubmitEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { added, withPieces } from '../../state/drawing.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import type { DrawProps } from './DrawPanel.tsx';
import styles from './draw.module.css';

/** Outlines that need no pointer: a circle around a place, the map's own frame, or corner by corner. */
export function AroundPoint({ drawing, change }: DrawProps) {
  const store = useStore();
  const view = useSlice((state) => state.mapView);
  const [place, setPlace] = useState('');
  const [radius, setRadius] = useState('250');
  const [wrong, setWrong] = useState('');
  const wrongId = useId();

  const addCircle = async (event: SubmitEvent) => {
    event.preventDefault();
    const ring = await store.circle(place, Number(radius));
    setWrong(typeof ring === 'string' ? ring : '');
    const now = store.getState().drawing;
    if (typeof ring !== 'string' && now) change(added(now, ring));
  };
  const addView = () => {
    if (!view) return;
    const [west, south, east, north] = view;
    change(
      added(drawing, [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ]),
    );
  };

  return (
    <>
      <form className={styles.around} onSubmit={(event) => void addCircle(event)}>
        <label className={controls.field}>
          Around a point
          <input
            className={controls.input}
            value={place}
            placeholder="TQ 8812 8543"
            aria-describedby={wrongId}
            onChange={(event) => setPlace(event.target.value)}
          />
        </label>
        <label className={controls.field}>
          Radius, m
          <input
            className={controls.input}
            inputMode="numeric"
            value={radius}
            onChange={(event) => setRadius(event.target.value)}
          />
        </label>
        <Button type="submit" className={cx(controls.button)}>
          Add
        </Button>
      </form>
      <p id={wrongId} className={controls.wrong} role="alert">
        {wrong}
      </p>
      <div className={controls.row}>
        <Button className={cx(controls.button)} isDisabled={view === null} onPress={addView}>
          What the map shows
        </Button>
        <Button
          className={cx(controls.button)}
          onPress={() =>
            change(
              withPieces(drawing, [...drawing.pieces, { ring: [], cut: drawing.cut && drawing.pieces.length > 0 }]),
            )
          }
        >
          Corner by corner
        </Button>
      </div>
    </>
  );
}
