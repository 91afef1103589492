import { scaleLinear, scaleLog } from '@visx/scale';
import { cx } from '../cx.ts';
import styles from './intervals.module.css';

/** A line of the chart: where the value lies and how far its interval reaches. */
export interface IntervalRow {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  /** The same in figures, at the right. */
  readonly figure: string;
  /** Drawn as the sum of the others. */
  readonly total?: boolean;
}

export interface IntervalAxis {
  readonly kind: 'log' | 'linear';
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** The line of no change, and the words at its sides. */
  readonly none: number;
  readonly sides: readonly [below: string, above: string];
}

interface IntervalChartProps {
  readonly rows: readonly IntervalRow[];
  readonly axis: IntervalAxis;
  /** What it shows, for those who cannot see it. */
  readonly label: string;
}

const WIDTH = 304;
const LINE = 34;
const HEAD = 16;
const FOOT = 22;
const SIDE = 6;
/** Words of ticks nearer than that would touch. */
const TICK = 46;
/** Of the words beside the line of no change. */
const ROOM = 80;

/** Estimates with their intervals under each other; an interval that leaves the axis ends in an arrow. */
export function IntervalChart({ rows, axis, label }: IntervalChartProps) {
  const { kind, from, to, ticks, none, sides } = axis;
  const range: [number, number] = [SIDE, WIDTH - SIDE];
  const x = kind === 'log' ? scaleLog({ domain: [from, to], range }) : scaleLinear({ domain: [from, to], range });
  const within = (value: number): number => x(Math.min(to, Math.max(from, value))) as number;
  const bottom = HEAD + rows.length * LINE;
  const height = bottom + FOOT;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {/* beside the dots only, so that it crosses no words */}
      <path
        className={styles.none}
        d={`M${within(none)} 1 V${HEAD - 3}${rows.map((_, k) => ` M${within(none)} ${HEAD + k * LINE + 17} v15`).join('')}`}
      />
      {within(none) > ROOM && (
        <text x={within(none) - 6} y={9} textAnchor="end">
          {sides[0]}
        </text>
      )}
      {WIDTH - within(none) > ROOM / 2 && (
        <text x={within(none) + 6} y={9}>
          {sides[1]}
        </text>
      )}
      {rows.map((row, k) => {
        const top = HEAD + k * LINE;
        const y = top + 25;
        const known = Number.isFinite(row.value);
        return (
          <g key={row.id} className={cx(row.total && styles.total)}>
            <text className={styles.name} x={0} y={top + 12}>
              {row.name}
            </text>
            <text className={styles.figures} x={WIDTH} y={top + 12} textAnchor="end">
              {row.figure}
            </text>
            {known && (
              <>
                <path className={styles.interval} d={`M${within(row.lo)} ${y} H${within(row.hi)}`} />
                <End x={within(row.lo)} y={y} beyond={row.lo < from ? -1 : 0} />
                <End x={within(row.hi)} y={y} beyond={row.hi > to ? 1 : 0} />
                {row.total ? (
                  <path className={styles.dot} d={`M${within(row.value)} ${y - 5} l5 5 l-5 5 l-5 -5 Z`} />
                ) : (
                  <circle className={styles.dot} cx={within(row.value)} cy={y} r={4} />
                )}
              </>
            )}
          </g>
        );
      })}
      <path className={styles.axis} d={`M${SIDE} ${bottom} H${WIDTH - SIDE}`} />
      {ticks.map(({ at, words }) => (
        <g key={words}>
          <path className={styles.axis} d={`M${within(at)} ${bottom} v4`} />
          <text
            x={within(at)}
            y={bottom + 16}
            textAnchor={at === from ? 'start' : at === to ? 'end' : 'middle'}
            dx={at === from ? -SIDE : at === to ? SIDE : 0}
          >
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A bar across the end, or an arrow where it goes on. */
function End({ x, y, beyond }: { readonly x: number; readonly y: number; readonly beyond: -1 | 0 | 1 }) {
  const d = beyond === 0 ? `M${x} ${y - 3.5} v7` : `M${x - 5 * beyond} ${y - 4} L${x} ${y} l${-5 * beyond} 4`;
  return <path className={styles.interval} d={d} />;
}

/** Ratios as changes; as far as the values reach, from a quarter to twice at least. */
export function ratioAxis(rows: readonly Pick<IntervalRow, 'value' | 'lo' | 'hi'>[]): IntervalAxis {
  const known = rows.flatMap(({ value, lo, hi }) => [value, lo, hi]).filter((v) => Number.isFinite(v) && v > 0);
  const least = Math.min(...known, 0.25);
  const most = Math.max(...known, 2);
  const from = ratioSteps.findLast(({ at }) => at <= least)?.at ?? 0.01;
  const to = ratioSteps.find(({ at }) => at >= most)?.at ?? 10;
  const ticks = apart(
    ratioSteps.filter(({ at }) => at >= from && at <= to),
    (at) => Math.log(at / from) / Math.log(to / from),
    1,
  );
  return { kind: 'log', from, to, ticks, none: 1, sides: ['less with patrol', 'more'] };
}

/** The line of no change and the ends first, then those that keep clear of the ones that stand; `part` is 0–1 along the axis. */
function apart<T extends { readonly at: number }>(
  ticks: readonly T[],
  part: (at: number) => number,
  none: number,
): readonly T[] {
  const kept: T[] = [];
  const round = ticks.filter(({ at }) => at === 0.5 || at === 0.1);
  const first = [...ticks.filter(({ at }) => at === none), ...ticks.slice(0, 1), ...ticks.slice(-1)];
  for (const tick of [...first, ...round, ...ticks]) {
    if (kept.every(({ at }) => Math.abs(part(at) - part(tick.at)) * WIDTH >= TICK)) kept.push(tick);
  }
  return ticks.filter((tick) => kept.includes(tick));
}

const ratioSteps = [
  { at: 0.01, words: '−99 %' },
  { at: 0.03, words: '−97 %' },
  { at: 0.1, words: '−90 %' },
  { at: 0.25, words: '−75 %' },
  { at: 0.5, words: '−50 %' },
  { at: 1, words: '0' },
  { at: 2, words: '+100 %' },
  { at: 4, words: '+300 %' },
  { at: 10, words: '+900 %' },
] as const;

/** A linear axis about 0 with round ends. */
export function differenceAxis(
  rows: readonly Pick<IntervalRow, 'value' | 'lo' | 'hi'>[],
  sides: IntervalAxis['sides'],
): IntervalAxis {
  const known = rows.flatMap(({ lo, hi }) => [lo, hi]).filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = roundStep((most - least || 1) / 4);
  const from = Math.floor(least / step) * step;
  const to = Math.max(Math.ceil(most / step) * step, from + step);
  const all = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, k) => {
    const at = Math.round((from + k * step) / step) * step;
    return { at, words: at.toLocaleString('en-GB', { maximumFractionDigits: 6 }).replace('-', '−') };
  });
  const ticks = apart(all, (at) => (at - from) / (to - from), 0);
  return { kind: 'linear', from, to, ticks, none: 0, sides };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((by) => by * power >= rough) ?? 10);
}
