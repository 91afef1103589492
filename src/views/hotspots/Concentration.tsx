import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { ConcentrationResult } from '../../core/results.ts';
import { cx } from '../cx.ts';
import { formatCount, formatShare } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { shownValue, wholeOf } from '../words.ts';
import { concentrationSentence } from './headline.ts';
import { MethodNote } from './MethodNote.tsx';
import { concentrationText } from './method-texts.ts';
import styles from './methods.module.css';

const WIDTH = 304;
const HEIGHT = 132;
const PAD = { left: 42, right: 10, top: 8, bottom: 30 };

/** In how few cells how much lies, beside the same offences dealt out by chance. */
export function Concentration() {
  const slot = useSlice((state) => state.concentration);
  const mode = useSlice((state) => state.settings.mode);
  const found = shownValue(slot);
  if (slot.status === 'failed') return <p className={panel.failure}>{slot.message}</p>;
  if (found === null || found.curve.cells.length === 0) return null;
  const whole = wholeOf[mode];
  return (
    <section className={styles.part} aria-label="Concentration" aria-busy={slot.status === 'running'}>
      <h3 className={styles.partTitle}>{concentrationSentence(found, mode)}</h3>
      <Curve of={found} whole={whole} />
      <table className={styles.places}>
        <caption>
          Smallest share of the {formatCount(found.cells)} cells that holds a share of {whole}
        </caption>
        <thead>
          <tr>
            <th scope="col">Share of {whole}</th>
            <th scope="col" className={styles.number}>
              Of the cells
            </th>
            <th scope="col" className={styles.number}>
              By chance
            </th>
          </tr>
        </thead>
        <tbody>
          {found.holding.map(({ share, cells, byChance }) => (
            <tr key={share}>
              <th scope="row">{formatShare(share)}</th>
              <td className={styles.number}>{formatShare(cells)}</td>
              <td className={styles.number}>{formatShare(byChance)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Gini coefficient</th>
            <td className={styles.number}>{coefficient(found.gini)}</td>
            <td className={styles.number}>{coefficient(found.giniByChance)}</td>
          </tr>
          {Number.isFinite(found.generalisedGini) && (
            <tr>
              <th scope="row">Generalised Gini</th>
              <td className={styles.number}>{coefficient(found.generalisedGini)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      <MethodNote text={concentrationText} />
    </section>
  );
}

function coefficient(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '–';
}

function Curve({ of: { curve }, whole }: { readonly of: ConcentrationResult; readonly whole: string }) {
  const x = scaleLinear({ domain: [0, 1], range: [PAD.left, WIDTH - PAD.right] });
  const y = scaleLinear({ domain: [0, 1], range: [HEIGHT - PAD.bottom, PAD.top] });
  const points = Array.from(curve.cells, (cells, i) => ({
    cells,
    value: curve.value[i] ?? 0,
    chance: curve.byChance[i] ?? 0,
  }));
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Share of ${whole} held by the fullest cells, and by as many by chance; the table below has the numbers`}
    >
      <path className={styles.axis} d={`M${PAD.left} ${PAD.top} V${HEIGHT - PAD.bottom} H${WIDTH - PAD.right}`} />
      {[0, 0.5, 1].map((at) => (
        <g key={at}>
          <text x={x(at)} y={HEIGHT - PAD.bottom + 13} textAnchor={at === 1 ? 'end' : at === 0 ? 'start' : 'middle'}>
            {at * 100} %
          </text>
          <text x={PAD.left - 5} y={y(at) + 4} textAnchor="end">
            {at * 100} %
          </text>
        </g>
      ))}
      <text x={(PAD.left + WIDTH - PAD.right) / 2} y={HEIGHT - 3} textAnchor="middle">
        of the cells, fullest first
      </text>
      <LinePath className={cx(styles.chance)} data={points} x={(p) => x(p.cells)} y={(p) => y(p.chance)} />
      <LinePath className={cx(styles.held)} data={points} x={(p) => x(p.cells)} y={(p) => y(p.value)} />
      <g>
        <path className={styles.held} d={`M${WIDTH - 142} ${HEIGHT - 62} h16`} />
        <text x={WIDTH - 121} y={HEIGHT - 58}>
          {whole}, recorded
        </text>
        <path className={styles.chance} d={`M${WIDTH - 142} ${HEIGHT - 46} h16`} />
        <text x={WIDTH - 121} y={HEIGHT - 42}>
          by chance
        </text>
      </g>
    </svg>
  );
}
