import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react';
import type { ShownDose } from '../../../state/visit-log.ts';
import panel from '../../panel.module.css';
import { useWidth } from '../../use-width.ts';
import styles from './log.module.css';
import { dayLabel } from './log-words.ts';
import { cellWords, type StripKind, type StripModel, stripOf } from './strip.ts';

const ROW = 13;
const GAP = 1;
const LEAST = 5;
const MOST = 16;

const keys: readonly (readonly [kind: StripKind, words: string])[] = [
  ['made', 'As many as planned'],
  ['some', 'Fewer'],
  ['missed', 'Planned, none made'],
  ['extra', 'None planned, yet made'],
  ['nothing', 'Neither'],
  ['unlogged', 'No log'],
];

/** Areas down, days across, each a square by what became of its visits; pointer and arrow keys read one at a time. */
export function DoseStrip({ shown }: { readonly shown: ShownDose }) {
  const { dose, query } = shown;
  const model = useMemo(() => stripOf(dose, query.places.length), [dose, query.places.length]);
  const [box, width] = useWidth();
  const [at, setAt] = useState<{ readonly area: number; readonly day: number } | null>(null);
  const columns = model.days.length;
  const rows = model.kinds.length;
  const step = Math.min(MOST, Math.max(LEAST, Math.floor(width / Math.max(1, columns))));
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!by) return;
    event.preventDefault();
    const from = at ?? { area: 0, day: by[1] === -1 ? columns : -1 };
    setAt({ area: within(from.area + (by[0] ?? 0), rows), day: within(from.day + (by[1] ?? 0), columns) });
  };
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    setAt({
      area: within(Math.floor((event.clientY - frame.top) / ROW), rows),
      day: within(Math.floor((event.clientX - frame.left) / step), columns),
    });
  };
  const first = model.days[0];
  const last = model.days.at(-1);
  const day = at === null ? undefined : model.days[at.day];
  const words = at === null || day === undefined ? '' : cellWords(dose, query.places, at.area, day);
  return (
    <figure className={styles.figure}>
      <div className={styles.strip}>
        <div className={styles.ranks} aria-hidden style={{ gridAutoRows: `${ROW}px`, lineHeight: `${ROW}px` }}>
          {query.places.map(({ rank }) => (
            <span key={rank}>{rank}</span>
          ))}
        </div>
        <div
          ref={box}
          className={styles.days}
          role="slider"
          tabIndex={0}
          aria-label="Visits of each area on each day"
          aria-description="Arrow keys left and right move by a day, up and down by an area. The tables below have the numbers."
          aria-valuemin={0}
          aria-valuemax={Math.max(0, rows * columns - 1)}
          aria-valuenow={at === null ? 0 : at.area * columns + at.day}
          aria-valuetext={words === '' ? 'no square chosen' : words}
          onKeyDown={move}
        >
          <svg
            width={columns * step}
            height={rows * ROW}
            aria-hidden
            onPointerMove={point}
            onPointerLeave={() => setAt(null)}
          >
            <Squares model={model} step={step} />
            {at !== null && (
              <rect className={styles.here} x={at.day * step} y={at.area * ROW} width={step} height={ROW} />
            )}
          </svg>
        </div>
        {first !== undefined && last !== undefined && (
          <div className={styles.ends} style={{ maxWidth: Math.max(columns * step, 200) }}>
            <span>{dayLabel(first)}</span>
            {last !== first && <span>{dayLabel(last)}</span>}
          </div>
        )}
      </div>
      <p className={styles.said} aria-hidden>
        {words}
      </p>
      <figcaption className={panel.keys}>
        {keys
          .filter(([kind]) => model.kinds.some((row) => row.includes(kind)))
          .map(([kind, words]) => (
            <span key={kind} className={panel.key}>
              <svg width="11" height="11" aria-hidden>
                <rect className={styles[kind]} x={1} y={1} width={9} height={9} rx={1} />
              </svg>
              {words}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

/** One path for each kind: a season of twenty areas has thousands of squares. */
const Squares = memo(function Squares({ model, step }: { readonly model: StripModel; readonly step: number }) {
  return keys.map(([kind]) => <path key={kind} className={styles[kind]} d={squaresOf(model, kind, step)} />);
});

function squaresOf({ kinds }: StripModel, kind: StripKind, step: number): string {
  const squares = kinds.flatMap((row, area) =>
    row.flatMap((own, day) =>
      own === kind
        ? [`M${day * step + GAP} ${area * ROW + GAP}h${step - 2 * GAP}v${ROW - 2 * GAP}H${day * step + GAP}z`]
        : [],
    ),
  );
  return squares.join('');
}

function within(value: number, n: number): number {
  return Math.min(Math.max(value, 0), n - 1);
}
