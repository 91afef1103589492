/** Draws or changes a study area: tools for the map, the same by keyboard, and what the outlines amount to. */
import { Check, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { AppState } from '../../state/app-state.ts';
import { type Drawing, type DrawTool, withoutLastStep } from '../../state/drawing.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { Tick } from '../settings/Tick.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { acrossOf } from '../words.ts';
import { AroundPoint } from './AroundPoint.tsx';
import styles from './draw.module.css';
import { OutlineList } from './OutlineList.tsx';
import { cellsWords, groundWords } from './words.ts';

const TOOLS: readonly { readonly tool: DrawTool; readonly name: string; readonly how: string }[] = [
  {
    tool: 'polygon',
    name: 'Polygon',
    how: 'Click the corners one after the other; click the first again, or press Enter, to close the outline.',
  },
  { tool: 'rectangle', name: 'Rectangle', how: 'Click one corner, then the opposite one.' },
  { tool: 'circle', name: 'Circle', how: 'Click the middle, then how far it reaches.' },
  {
    tool: 'corners',
    name: 'Corners',
    how: 'Click an outline to take it up. Drag a corner to move it, the small dot between two to add one; right-click a corner to delete it.',
  },
];

export function DrawPanel({ drawing }: { drawing: Drawing }) {
  const store = useStore();
  const title = useRef<HTMLHeadingElement>(null);
  const change = (next: Drawing) => store.dispatch({ type: 'drawing', drawing: next });
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={panel.scroll}>
      <header>
        <h2 className={panel.title} tabIndex={-1} ref={title}>
          {drawing.changes === null ? 'Draw a study area' : 'Change a study area'}
        </h2>
        <p className={panel.lead}>On the map, or below by keyboard: both draw the same outlines.</p>
      </header>
      {drawing.note !== '' && <p className={panel.cautions}>{drawing.note}</p>}
      <label className={controls.field}>
        Name
        <input
          className={controls.input}
          value={drawing.name}
          maxLength={100}
          onChange={(event) => change({ ...drawing, name: event.target.value })}
        />
      </label>
      <Tools drawing={drawing} change={change} />
      <section className={styles.part} aria-label="By keyboard">
        <h3 className={styles.partTitle}>By keyboard</h3>
        <AroundPoint drawing={drawing} change={change} />
      </section>
      <OutlineList drawing={drawing} change={change} />
      <p className={panel.limits}>
        A cell belongs to the area when its centre lies inside, so the edge is stepped and an offence just inside the
        outline may not count. An area drawn around known offences makes them look more concentrated than they are.
      </p>
      <div className={styles.foot}>
        <Standing />
        <div className={controls.row}>
          <Finish />
          <IconButton
            icon={Undo2}
            label="Undo step"
            disabled={drawing.past.length === 0}
            onPress={() => change(withoutLastStep(drawing))}
          />
          <Button className={cx(controls.button)} onPress={() => store.dispatch({ type: 'drawing', drawing: null })}>
            Cancel
          </Button>
        </div>
      </div>
    </div>
  );
}

export interface DrawProps {
  readonly drawing: Drawing;
  readonly change: (next: Drawing) => void;
}

function Tools({ drawing, change }: DrawProps) {
  const chosen = TOOLS.find(({ tool }) => tool === drawing.tool);
  return (
    <fieldset className={styles.tools}>
      <legend className={styles.partTitle}>On the map</legend>
      <div className={styles.toolRow}>
        {TOOLS.map(({ tool, name }) => (
          <label key={tool} className={styles.tool}>
            <input
              type="radio"
              name="draw-tool"
              checked={drawing.tool === tool}
              onChange={() => change({ ...drawing, tool })}
            />
            {name}
          </label>
        ))}
      </div>
      <p className={panel.small}>{chosen?.how}</p>
      {drawing.pieces.length > 0 && (
        <Tick
          label="Cut the next outline out"
          on={drawing.cut}
          onChange={(cut) => change({ ...drawing, cut, tool: drawing.tool === 'corners' ? 'polygon' : drawing.tool })}
        />
      )}
    </fieldset>
  );
}

const shapeOf = (state: AppState) => state.shape;

/** What the outlines amount to, or why they cannot be used. */
function Standing() {
  const shape = useSlice(shapeOf);
  const resolution = useSlice((state) => state.settings.resolution);
  const report = 'value' in shape ? shape.value : undefined;
  return (
    <div className={styles.standing} role="status">
      {shape.status === 'failed' ? (
        <p className={styles.fault}>{shape.message}</p>
      ) : report?.fault ? (
        <p className={styles.fault}>{report.fault}</p>
      ) : report?.polygons ? (
        <>
          <p>
            <strong>{groundWords(report.areaM2)}</strong>, {cellsWords(report)} of {acrossOf(resolution)}
          </p>
          {report.cells === 0 && (
            <p className={styles.fault}>No cell has its centre inside – draw it larger, or choose smaller cells.</p>
          )}
        </>
      ) : (
        <p className={panel.small}>Nothing drawn yet.</p>
      )}
    </div>
  );
}

function Finish() {
  const store = useStore();
  const usable = useSlice(({ shape }) => shape.status === 'ready' && shape.value.polygons !== null);
  return (
    <Button
      className={cx(controls.primary)}
      isDisabled={!usable}
      onPress={() => store.dispatch({ type: 'drawing-finished' })}
    >
      <Check size={15} aria-hidden />
      Use this area
    </Button>
  );
}
