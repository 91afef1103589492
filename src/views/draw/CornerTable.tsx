import { Move, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { LonLat } from '../../core/geo/area.ts';
import { cornerAfter, nudged, withRing } from '../../state/drawing.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import type { DrawProps } from './DrawPanel.tsx';
import styles from './draw.module.css';

interface CornerTableProps extends DrawProps {
  readonly piece: number;
  readonly asRefs: boolean;
}

/** East and north of an arrow key, in steps. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const STEP_M = 10;
const LARGE_STEP_M = 100;

/** Every corner as a place to type over, to push about with the arrow keys, to add after and to delete. */
export function CornerTable({ drawing, change, piece, asRefs }: CornerTableProps) {
  const store = useStore();
  const refs = useSlice(({ shape }) => ('value' in shape ? shape.value?.gridRefs[piece] : undefined));
  const [wrong, setWrong] = useState('');
  const wrongId = useId();
  const ring = drawing.pieces[piece]?.ring ?? [];

  const put = async (corner: number, text: string): Promise<boolean> => {
    const place = await store.place(text);
    const now = store.getState().drawing;
    setWrong(typeof place === 'string' ? place : '');
    if (typeof place === 'string' || !now) return false;
    const corners = now.pieces[piece]?.ring ?? [];
    const next = corner < corners.length ? corners.map((at, k) => (k === corner ? place : at)) : [...corners, place];
    change(withRing(now, piece, next));
    return true;
  };
  const remove = (corner: number) =>
    change(
      withRing(
        drawing,
        piece,
        ring.filter((_, k) => k !== corner),
      ),
    );
  const onKey = (corner: number) => (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const stepM = event.shiftKey ? LARGE_STEP_M : STEP_M;
      change(nudged(drawing, piece, corner, arrow[0] * stepM, arrow[1] * stepM));
    } else if (event.key === 'Delete' || event.key === 'Backspace') remove(corner);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {ring.length > 0 && (
        <table className={styles.corners}>
          <thead>
            <tr>
              <th scope="col">Corner</th>
              <th scope="col">{asRefs ? 'OS grid reference' : 'Longitude, latitude'}</th>
              <th scope="col">
                <span className={controls.visuallyHidden}>Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ring.map((at, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the order
              <tr key={k}>
                <th scope="row">{k + 1}</th>
                <td>
                  <PlaceField
                    label={`Place of corner ${k + 1}`}
                    text={(asRefs && refs?.[k]) || lonLatText(at)}
                    describedBy={wrongId}
                    onText={(text) => put(k, text)}
                  />
                </td>
                <td>
                  <span className={styles.cornerButtons}>
                    <button
                      type="button"
                      className={styles.iconButton}
                      title="Arrow keys move the corner by 10 m, with Shift by 100 m; Delete removes it"
                      aria-label={`Move corner ${k + 1}: arrow keys 10 m, with Shift 100 m`}
                      onKeyDown={onKey(k)}
                    >
                      <Move size={14} aria-hidden />
                    </button>
                    <button
                      type="button"
                      className={styles.iconButton}
                      title="Add a corner half-way to the next"
                      aria-label={`Add a corner after ${k + 1}`}
                      onClick={() => change(cornerAfter(drawing, piece, k))}
                    >
                      <Plus size={14} aria-hidden />
                    </button>
                    <button
                      type="button"
                      className={styles.iconButton}
                      title="Delete"
                      aria-label={`Delete corner ${k + 1}`}
                      onClick={() => remove(k)}
                    >
                      <Trash2 size={14} aria-hidden />
                    </button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ring.length > 0 && (
        <p className={panel.small}>On the move button: arrow keys 10 m, with Shift 100 m, Delete removes the corner.</p>
      )}
      <NewCorner outline={piece + 1} describedBy={wrongId} onText={(text) => put(ring.length, text)} />
      <p id={wrongId} className={controls.wrong} role="alert">
        {wrong}
      </p>
    </>
  );
}

/** "0.71234, 51.54123": a metre. */
function lonLatText([lon, lat]: LonLat): string {
  return `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}

interface FieldProps {
  readonly describedBy: string;
  /** @returns whether it was taken */
  readonly onText: (text: string) => Promise<boolean>;
}

/** Taken over with Enter or on leaving; what is typed stays while it cannot be read. */
function PlaceField({ label, text, describedBy, onText }: FieldProps & { label: string; text: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = async () => {
    if (typed === null || typed === text) setTyped(null);
    else if (await onText(typed)) setTyped(null);
  };
  return (
    <input
      className={styles.place}
      aria-label={label}
      aria-describedby={describedBy}
      value={typed ?? text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void take()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void take();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

function NewCorner({ outline, describedBy, onText }: FieldProps & { outline: number }) {
  const [typed, setTyped] = useState('');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await onText(typed)) setTyped('');
  };
  return (
    <form className={styles.newCorner} onSubmit={(event) => void add(event)}>
      <input
        className={styles.place}
        aria-label={`Next corner of outline ${outline}: longitude, latitude or grid reference`}
        aria-describedby={describedBy}
        placeholder="0.7123, 51.5412"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" className={cx(controls.button)}>
        Add corner
      </Button>
    </form>
  );
}
