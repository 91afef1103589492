import { useEffect, useRef } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { RankedCell } from '../../core/results.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatValue, formatZ } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { binWords, valueHeading } from '../words.ts';
import styles from './hotspots.module.css';
import { placeOf } from './place.ts';

/** The best-ranked cells; arrow keys move, Enter or a click picks, the pointer lights the cell up on the map. */
export function RankedList({ top }: { top: readonly RankedCell[] }) {
  const store = useStore();
  const mode = useSlice((state) => state.settings.mode);
  const cell = useSlice((state) => state.settings.cell);
  const hovered = useSlice((state) => state.hovered);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (cell === null || top.length === 0) return;
    const row = scroller.current?.querySelector(`[data-key="${CSS.escape(cell)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [cell, top]);

  return (
    <div ref={scroller} className={styles.scroller} id="ranked-list">
      <Table
        aria-label="Cells by rank"
        className={cx(styles.table)}
        selectionMode="single"
        selectedKeys={cell === null ? [] : [cell]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          store.dispatch({ type: 'set', patch: { cell: typeof key === 'string' ? key : null } });
        }}
      >
        <TableHeader>
          <Column textValue="Rank">
            <span aria-hidden>#</span>
            <span className={controls.visuallyHidden}>Rank</span>
          </Column>
          <Column isRowHeader>Place</Column>
          <Column className={cx(styles.number)}>{valueHeading[mode]}</Column>
          <Column className={cx(styles.number, styles.zColumn)} aria-label="Gi* z score">
            Gi*&nbsp;z
          </Column>
        </TableHeader>
        <TableBody items={top} dependencies={[hovered, mode]}>
          {(ranked) => (
            <Row
              id={ranked.cell}
              textValue={`${ranked.rank} ${placeOf(ranked)}`}
              className={cx(styles.row, ranked.index === hovered && styles.lit)}
              onHoverStart={() => store.dispatch({ type: 'hover', index: ranked.index })}
              onHoverEnd={() => store.dispatch({ type: 'hover', index: null })}
            >
              <Cell className={cx(styles.rank)}>{formatCount(ranked.rank)}</Cell>
              <Cell className={cx(styles.place)}>
                <span className={styles.placeName} title={placeOf(ranked)}>
                  {placeOf(ranked)}
                </span>
              </Cell>
              <Cell className={cx(styles.number)}>{formatValue(ranked.value, mode)}</Cell>
              <Cell className={cx(styles.number)}>
                <BinMark bin={ranked.bin} />
                {formatZ(ranked.z)}
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}

/** One to three dots for 90, 95 and 99 %: full for hot, hollow for cold. */
export function BinMark({ bin }: { bin: number }) {
  if (bin === 0) return null;
  const words = binWords(bin);
  return (
    <svg className={styles.bin} width="17" height="6" viewBox="0 0 17 6" role="img" aria-label={words}>
      <title>{words}</title>
      {[0, 1, 2].slice(0, Math.abs(bin)).map((i) => (
        <circle
          key={i}
          cx={14 - 5.5 * i}
          cy="3"
          r={bin > 0 ? 2 : 1.6}
          className={cx(bin > 0 ? styles.hot : styles.cold)}
        />
      ))}
    </svg>
  );
}
