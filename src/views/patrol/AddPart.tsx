import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { areaOfCell, type Patrol } from '../../state/patrol.ts';
import { added, movedTo } from '../../state/patrol-edits.ts';
import { areasBeside, cellAtPlace, startedArea } from '../../state/patrol-moves.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { shownValue } from '../words.ts';
import styles from './patrol.module.css';
import { cardName } from './patrol-words.ts';
import { useEdits } from './use-edits.ts';

/** Adds an area at a cell of the map, or at a place that is typed; or joins the cell to the area beside it. */
export function AddPart({ patrol }: { readonly patrol: Patrol }) {
  const cell = useSlice((state) => state.settings.cell);
  const free = cell !== null && areaOfCell(patrol.cards, cell) === null;
  return (
    <section className={styles.part} aria-labelledby="patrol-add-title">
      <h3 id="patrol-add-title" className={styles.partTitle}>
        Add an area
      </h3>
      {free ? (
        <FreeCell patrol={patrol} cell={cell} />
      ) : (
        <p className={styles.under}>Select a cell on the map that no area holds, or write a place.</p>
      )}
      <PlaceField patrol={patrol} />
    </section>
  );
}

function FreeCell({ patrol, cell }: { readonly patrol: Patrol; readonly cell: string }) {
  const store = useStore();
  const { possible, edit } = useEdits(patrol);
  const detail = useSlice((state) => shownValue(state.detail));
  const gridKey = useSlice((state) => state.gridKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change which areas lie beside it
  const beside = useMemo(() => areasBeside(store.getState(), cell), [store, cell, patrol, gridKey]);
  const words =
    detail?.cell === cell
      ? `${detail.place || detail.gridRef || 'This cell'}: ${plural(detail.count, 'offence')}`
      : 'This cell';
  const start = () => {
    const cells = startedArea(store.getState(), cell);
    if (cells !== null) edit((edits) => added(edits, cells));
  };
  return (
    <>
      <p>{words}</p>
      <div className={controls.row}>
        <Button className={cx(controls.button)} isDisabled={!possible} onPress={start}>
          <Plus size={15} aria-hidden />
          New area here
        </Button>
        {beside.map((card) => (
          <Button
            key={card.rank}
            className={cx(controls.button, styles.long)}
            isDisabled={!possible}
            onPress={() => edit((edits) => movedTo(edits, card, [...card.cells, cell]))}
          >
            Join to {card.rank} {cardName(card)}
          </Button>
        ))}
      </div>
    </>
  );
}

function PlaceField({ patrol }: { readonly patrol: Patrol }) {
  const store = useStore();
  const { possible, edit } = useEdits(patrol);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const add = async () => {
    if (text.trim() === '') return;
    const place = await store.place(text);
    if (typeof place === 'string') {
      setWrong(place);
      return;
    }
    const cell = cellAtPlace(store.getState(), place);
    const cells = cell && startedArea(store.getState(), cell);
    if (!cells) {
      setWrong('That place lies outside the study area.');
      return;
    }
    setWrong('');
    setText('');
    edit((edits) => added(edits, cells), { cell });
  };
  return (
    <form
      className={styles.place}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className={controls.field}>
        Place
        <input
          className={controls.input}
          autoComplete="off"
          placeholder="TQ 883 856 or 0.714, 51.538"
          value={text}
          aria-invalid={wrong !== ''}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="submit" className={cx(controls.button)} isDisabled={!possible || text.trim() === ''}>
        Add
      </Button>
      <span className={controls.wrong} role="alert">
        {wrong}
      </span>
    </form>
  );
}
