import { type KeyboardEvent, memo, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RankedCell } from '../../core/results.ts';
import type { HarmMode } from '../../core/settings.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatValue, formatZ } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { binWords, valueHeading } from '../words.ts';
import { rowReached } from './grid-keys.ts';
import styles from './hotspots.module.css';
import { placeOf } from './place.ts';

/**
 * The best-ranked cells; arrow keys move, Enter or a click picks, the pointer lights the cell up on the map. A native
 * table with one listener for all rows: a hundred rows of the component library held up the page for a third of a second.
 */
export function RankedList({ top }: { top: readonly RankedCell[] }) {
  const store = useStore();
  const mode = useSlice((state) => state.settings.mode);
  const cell = useSlice((state) => state.settings.cell);
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const reachable = Math.min(current, top.length - 1);

  // rows are laid out in the task that made them, not in the frame in which the map draws the same picture
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every new list
  useLayoutEffect(() => void body.current?.offsetHeight, [top]);

  useEffect(() => {
    const at = top.findIndex((ranked) => ranked.cell === cell);
    if (at < 0) return;
    setCurrent(at);
    body.current?.rows[at]?.scrollIntoView({ block: 'nearest' });
  }, [cell, top]);

  const pick = (index: number) => {
    const id = top[index]?.cell ?? null;
    store.dispatch({ type: 'set', patch: { cell: id === store.getState().settings.cell ? null : id } });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') pick(reachable);
    else {
      const next = rowReached(event.key, reachable, top.length);
      if (next === null) return;
      setCurrent(next);
      body.current?.rows[next]?.focus();
    }
    event.preventDefault();
  };
  const hover = (event: PointerEvent) => {
    const at = rowOf(event.target);
    store.dispatch({ type: 'hover', index: at === null ? null : (top[at]?.index ?? null) });
  };

  return (
    <div className={styles.scroller} id="ranked-list">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are picked is a grid (ARIA in HTML allows it) */}
      <table role="grid" aria-label="Cells by rank" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span aria-hidden>#</span>
              <span className={controls.visuallyHidden}>Rank</span>
            </th>
            <th scope="col">Place</th>
            <th scope="col" className={styles.number}>
              {valueHeading[mode]}
            </th>
            <th scope="col" className={cx(styles.number, styles.zColumn)}>
              Gi*&nbsp;z
            </th>
          </tr>
        </thead>
        <tbody
          ref={body}
          onClick={(event) => {
            const at = rowOf(event.target);
            if (at !== null) pick(at);
          }}
          onKeyDown={pressed}
          onFocus={(event) => setCurrent(rowOf(event.target) ?? reachable)}
          onPointerOver={hover}
          onPointerLeave={() => store.dispatch({ type: 'hover', index: null })}
        >
          {top.map((ranked, at) => (
            <RankedRow
              // by rank, so that another picture changes words and no rows
              key={ranked.rank}
              ranked={ranked}
              at={at}
              mode={mode}
              selected={ranked.cell === cell}
              reachable={at === reachable}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RankedRowProps {
  readonly ranked: RankedCell;
  readonly at: number;
  readonly mode: HarmMode;
  readonly selected: boolean;
  /** The one row that the Tab key reaches. */
  readonly reachable: boolean;
}

const RankedRow = memo(function RankedRow({ ranked, at, mode, selected, reachable }: RankedRowProps) {
  const lit = useSlice((state) => state.hovered === ranked.index);
  return (
    <tr
      data-key={ranked.cell}
      data-at={at}
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      className={cx(styles.row, lit && styles.lit)}
    >
      <td className={styles.rank}>{formatCount(ranked.rank)}</td>
      <td className={styles.place}>
        <span className={styles.placeName} title={placeOf(ranked)}>
          {placeOf(ranked)}
        </span>
      </td>
      <td className={styles.number}>{formatValue(ranked.value, mode)}</td>
      <td className={styles.number}>
        <BinMark bin={ranked.bin} />
        {formatZ(ranked.z)}
      </td>
    </tr>
  );
});

/** Place in the list of the row that an event happened in. */
function rowOf(target: EventTarget): number | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('tr[data-at]')?.dataset.at : undefined;
  return at === undefined ? null : Number(at);
}

/** One to three dots for 90, 95 and 99 %: full for hot, hollow for cold. */
function BinMark({ bin }: { bin: number }) {
  if (bin === 0) return null;
  const words = binWords(bin);
  return <span className={cx(styles.bin, binDots(bin))} role="img" aria-label={words} title={words} />;
}

function binDots(bin: number): string | undefined {
  const dots = [styles.oneDot, styles.twoDots, styles.threeDots][Math.abs(bin) - 1];
  return cx(dots, bin > 0 ? styles.hot : styles.cold);
}
