import type { ReactNode } from 'react';
import type { ShownRtm } from '../../core/methods/rtm/results.ts';
import styles from './risk.module.css';

const WIDTH = 304;
const HEIGHT = 168;
const PAD = { left: 40, right: 10, top: 20, bottom: 30 };

/** Linear scale onto pixels. */
function scale(from: number, to: number, low: number, high: number) {
  const span = to - from || 1;
  return (value: number): number => low + ((value - from) / span) * (high - low);
}

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');

/** From the largest penalty at the left to the smallest at the right. */
function acrossOf({ validation }: ShownRtm) {
  const logs = Array.from(validation.lambda, (lambda) => Math.log(lambda));
  const x = scale(logs[0] ?? 0, logs.at(-1) ?? 1, PAD.left, WIDTH - PAD.right);
  return { xs: logs.map(x), first: validation.lambda[0] ?? 0, last: validation.lambda.at(-1) ?? 0 };
}

/** Deviance on cells left out, by penalty, with one standard error about it. */
export function CurvePlot({ result }: { readonly result: ShownRtm }) {
  const { mean, se } = result.validation;
  const { xs } = acrossOf(result);
  const lows = Array.from(mean, (m, k) => m - (se[k] ?? 0));
  const highs = Array.from(mean, (m, k) => m + (se[k] ?? 0));
  const [least, most] = [Math.min(...lows), Math.max(...highs)];
  const y = scale(least, most, HEIGHT - PAD.bottom, PAD.top);
  const line = Array.from(mean, (m, k): [number, number] => [xs[k] ?? 0, y(m)]);
  const band = [
    ...highs.map((h, k): [number, number] => [xs[k] ?? 0, y(h)]),
    ...lows.map((l, k): [number, number] => [xs[k] ?? 0, y(l)]).reverse(),
  ];
  return (
    <Frame
      label="Deviance on the cells left out, by penalty; the sentence below names the two penalties"
      result={result}
      ticks={[least, most].map((value) => [y(value), value.toPrecision(3)])}
    >
      <path className={styles.band} d={`${pathOf(band)} Z`} />
      <path className={styles.curve} d={pathOf(line)} />
    </Frame>
  );
}

/** Coefficients by penalty; those of the model's own variables are strong. */
export function PathPlot({ result }: { readonly result: ShownRtm }) {
  const { coefficients } = result.path;
  const { xs } = acrossOf(result);
  const p = result.candidates.length;
  const most = coefficients.reduce((high, value) => Math.max(high, value), 0);
  const y = scale(0, most, HEIGHT - PAD.bottom, PAD.top);
  const mine = new Set(result.risks.map(({ candidate }) => candidate));
  const lines = Array.from({ length: p }, (_, j) => j).filter((j) =>
    xs.some((_, k) => (coefficients[k * p + j] ?? 0) > 0),
  );
  const lineOf = (j: number): string =>
    pathOf(xs.map((x, k): [number, number] => [x, y(coefficients[k * p + j] ?? 0)]));
  return (
    <Frame
      label="Coefficient of each candidate by penalty; the table of candidates has those at λ min"
      result={result}
      ticks={[0, most].map((value) => [y(value), value.toFixed(1)])}
    >
      {lines
        .filter((j) => !mine.has(j))
        .map((j) => (
          <path key={j} className={styles.faint} d={lineOf(j)} />
        ))}
      {lines
        .filter((j) => mine.has(j))
        .map((j) => (
          <path key={j} className={styles.curve} d={lineOf(j)} />
        ))}
    </Frame>
  );
}

interface FrameProps {
  readonly label: string;
  readonly result: ShownRtm;
  readonly ticks: readonly (readonly [y: number, words: string])[];
  readonly children: ReactNode;
}

/** Axes, and the two penalties that cross-validation names. */
function Frame({ label, result, ticks, children }: FrameProps) {
  const { minIndex, oneSeIndex } = result.validation;
  const { xs, first, last } = acrossOf(result);
  const marks =
    minIndex === oneSeIndex
      ? [[minIndex, 'λ min'] as const]
      : [[oneSeIndex, '1 SE'] as const, [minIndex, 'λ min'] as const];
  const foot = HEIGHT - PAD.bottom;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className={styles.axis} d={`M${PAD.left} ${PAD.top} V${foot} H${WIDTH - PAD.right}`} />
      {ticks.map(([y, words]) => (
        <text key={words} x={PAD.left - 5} y={y + 4} textAnchor="end">
          {words}
        </text>
      ))}
      <text x={PAD.left} y={foot + 13}>
        {first.toPrecision(2)}
      </text>
      <text x={WIDTH - PAD.right} y={foot + 13} textAnchor="end">
        {last.toPrecision(2)}
      </text>
      <text x={(PAD.left + WIDTH - PAD.right) / 2} y={HEIGHT - 4} textAnchor="middle">
        penalty λ, log scale
      </text>
      {children}
      {marks.map(([k, words], m) => (
        <g key={words}>
          <path className={styles.mark} d={`M${(xs[k] ?? 0).toFixed(1)} ${PAD.top} V${foot}`} />
          <text x={xs[k] ?? 0} y={PAD.top - 6} textAnchor={marks.length > 1 && m === 0 ? 'end' : 'start'}>
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}
