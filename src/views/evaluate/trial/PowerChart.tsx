import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { Power } from '../../../core/evaluation/trial-design.ts';
import { cx } from '../../cx.ts';
import styles from '../evaluate.module.css';
import trial from './trial.module.css';

const WIDTH = 304;
const HEIGHT = 150;
const PAD = { left: 40, right: 12, top: 8, bottom: 30 };

const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

/** How often a fall of each size would be found. */
export function PowerChart({ power }: { readonly power: readonly Power[] }) {
  const most = power.at(-1)?.reduction ?? 1;
  const x = scaleLinear({ domain: [0, most], range: [PAD.left, WIDTH - PAD.right] });
  const y = scaleLinear({ domain: [0, 1], range: [HEIGHT - PAD.bottom, PAD.top] });
  return (
    <svg
      className={trial.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="How often a trial would find a fall in offences, by the size of the fall; the table below has the numbers"
    >
      <path className={trial.axis} d={`M${PAD.left} ${PAD.top} V${HEIGHT - PAD.bottom} H${WIDTH - PAD.right}`} />
      <path className={trial.wanted} d={`M${PAD.left} ${y(0.8)} H${WIDTH - PAD.right}`} />
      {[0, 0.5, 0.8, 1].map((at) => (
        <text key={at} x={PAD.left - 5} y={y(at) + 4} textAnchor="end">
          {percent(at)}
        </text>
      ))}
      {power.map(({ reduction }) => (
        <text key={reduction} x={x(reduction)} y={HEIGHT - PAD.bottom + 13} textAnchor="middle">
          {Math.round(100 * reduction)}
        </text>
      ))}
      <text x={WIDTH - PAD.right} y={HEIGHT - 3} textAnchor="end">
        fall in offences, %
      </text>
      <LinePath className={cx(trial.curve)} data={[...power]} x={(p) => x(p.reduction)} y={(p) => y(p.power)} />
      {power.map((p) => (
        <circle key={p.reduction} className={trial.dot} cx={x(p.reduction)} cy={y(p.power)} r={3} />
      ))}
    </svg>
  );
}

export function PowerTable({ power }: { readonly power: readonly Power[] }) {
  return (
    <table className={styles.table}>
      <caption>
        Found: share of 500 simulated trials with p below 0.05. Of no change that is how often they mislead.
      </caption>
      <thead>
        <tr>
          <th scope="col">Fall</th>
          <th scope="col">Found</th>
          <th scope="col">With patrol</th>
          <th scope="col">Without</th>
        </tr>
      </thead>
      <tbody>
        {power.map((p) => (
          <tr key={p.reduction}>
            <th scope="row">{p.reduction === 0 ? 'None' : percent(p.reduction)}</th>
            <td>{percent(p.power)}</td>
            <td>{p.treated.toFixed(0)}</td>
            <td>{p.control.toFixed(0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
