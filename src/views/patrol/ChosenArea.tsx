import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { PatrolCard } from '../../core/patrol/cards.ts';
import type { Patrol } from '../../state/patrol.ts';
import { dropped, movedTo, renamed } from '../../state/patrol-edits.ts';
import { type Direction, movedArea, withoutCell } from '../../state/patrol-moves.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatArea } from '../format.ts';
import { useStore } from '../store-context.ts';
import styles from './patrol.module.css';
import { cardName, visitWords } from './patrol-words.ts';
import { useEdits } from './use-edits.ts';

interface ChosenAreaProps {
  readonly card: PatrolCard;
  readonly patrol: Patrol;
  /** The selected one, which is one of the area's. */
  readonly cell: string;
}

/** What is known of an area, and what an officer can do to it. */
export function ChosenArea({ card, patrol, cell }: ChosenAreaProps) {
  const visits = visitWords(card, patrol);
  return (
    <div className={styles.chosen}>
      <ul className={styles.why} aria-label="Why here">
        {card.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={styles.under}>
        {card.gridRef === '' ? '' : `${card.gridRef} · `}
        {formatArea(card.areaM2)} · {card.walkMin} min once round
      </p>
      {visits !== '' && <p className={styles.under}>{visits}</p>}
      <Name key={card.name} card={card} patrol={patrol} />
      <Deeds card={card} patrol={patrol} cell={cell} />
    </div>
  );
}

/** Taken when the field is left or Enter pressed; emptied it gives back the name of the offences. */
function Name({ card, patrol }: Omit<ChosenAreaProps, 'cell'>) {
  const { possible, edit } = useEdits(patrol);
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const name = typed?.trim() ?? null;
    if (name !== null && name !== card.name) edit((edits) => renamed(edits, card, name));
    setTyped(null);
  };
  return (
    <label className={controls.field}>
      Name
      <input
        className={controls.input}
        autoComplete="off"
        maxLength={80}
        disabled={!possible}
        value={typed ?? cardName(card)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </label>
  );
}

const arrows = [
  { direction: 'north', Icon: ArrowUp },
  { direction: 'east', Icon: ArrowRight },
  { direction: 'south', Icon: ArrowDown },
  { direction: 'west', Icon: ArrowLeft },
] as const satisfies readonly { direction: Direction; Icon: unknown }[];

function Deeds({ card, patrol, cell }: ChosenAreaProps) {
  const store = useStore();
  const { possible, edit } = useEdits(patrol);
  const move = (direction: Direction) => {
    const to = movedArea(store.getState(), card, direction);
    if (to === null) {
      const message = 'The area cannot be moved there: it would leave the study area.';
      store.dispatch({ type: 'toast', toast: { kind: 'info', message } });
    } else edit((edits) => movedTo(edits, card, to), { cell: to[0] ?? null });
  };
  const takeOut = () => {
    const left = withoutCell(store.getState(), card, cell);
    if (left === null) {
      const message = 'Without this cell the area would fall apart: take out one at its edge.';
      store.dispatch({ type: 'toast', toast: { kind: 'info', message } });
    } else edit((edits) => movedTo(edits, card, left), { cell: left[0] ?? null });
  };
  return (
    <div className={styles.deeds}>
      <fieldset className={styles.moves} aria-label="Move by a cell">
        <span aria-hidden>Move by a cell</span>
        {arrows.map(({ direction, Icon }) => (
          <Button
            key={direction}
            className={cx(controls.icon)}
            aria-label={`Move ${direction}`}
            isDisabled={!possible}
            onPress={() => move(direction)}
          >
            <Icon size={16} aria-hidden />
          </Button>
        ))}
      </fieldset>
      {card.cells.length > 1 && (
        <Button className={cx(controls.link)} isDisabled={!possible} onPress={takeOut}>
          Take out the selected cell
        </Button>
      )}
      <Button
        className={cx(controls.link, styles.drop)}
        isDisabled={!possible}
        onPress={() => edit((edits) => dropped(edits, card), { cell: null })}
      >
        <Trash2 size={14} aria-hidden />
        Drop this area
      </Button>
    </div>
  );
}
