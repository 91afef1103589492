import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { CaptureCurves, ValidationResult } from '../../core/results.ts';
import type { EvaluationView } from '../../core/settings.ts';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import styles from './evaluate.module.css';
import { chosenRow, testedName } from './evaluate-words.ts';

const WIDTH = 304;
const HEIGHT = 172;
const PAD = { left: 40, right: 10, top: 8, bottom: 32 };
const MOST_PERCENT = 20;

interface Point {
  readonly percent: number;
  readonly share: number;
}

/** How much of what came each method had caught by so much of the area. */
export function CaptureChart({ result, view }: { readonly result: ValidationResult; readonly view: EvaluationView }) {
  const method = chosenRow(result, view)?.method;
  const curve = (of: CaptureCurves): readonly Point[] => {
    const shares = view.of === 'harm' ? of.harm : of.offences;
    return Array.from(shares, (share, i) => ({ percent: (MOST_PERCENT * i) / (shares.length - 1), share }));
  };
  const best = curve(result.best);
  const top = Math.min(1, Math.ceil(5 * Math.max(...best.map(({ share }) => share || 0))) / 5) || 1;
  const x = scaleLinear({ domain: [0, MOST_PERCENT], range: [PAD.left, WIDTH - PAD.right] });
  const y = scaleLinear({ domain: [0, top], range: [HEIGHT - PAD.bottom, PAD.top] });
  const others = result.methods.filter((each) => each.method !== method && each.method !== 'prior-count');
  const chosen = result.methods.find((each) => each.method === method);
  const counting = result.methods.find((each) => each.method === 'prior-count');
  const line = (points: readonly Point[], style: string | undefined, key: string) => (
    <LinePath key={key} className={cx(style)} data={[...points]} x={(p) => x(p.percent)} y={(p) => y(p.share || 0)} />
  );
  const what = view.of === 'harm' ? 'harm' : 'offences';
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Share of the ${what} that came against the share of the area, for each method; the tables have the numbers`}
      >
        <path className={styles.budget} d={`M${x(view.budgetPercent)} ${PAD.top} V${HEIGHT - PAD.bottom}`} />
        <path className={styles.axis} d={`M${PAD.left} ${PAD.top} V${HEIGHT - PAD.bottom} H${WIDTH - PAD.right}`} />
        {[0, 5, 10, 15, 20].map((percent) => (
          <text
            key={percent}
            x={x(percent)}
            y={HEIGHT - PAD.bottom + 13}
            textAnchor={percent === 20 ? 'end' : percent === 0 ? 'start' : 'middle'}
          >
            {percent} %
          </text>
        ))}
        {[0, top / 2, top].map((share) => (
          <text key={share} x={PAD.left - 5} y={y(share) + 4} textAnchor="end">
            {Math.round(100 * share)} %
          </text>
        ))}
        <text x={(PAD.left + WIDTH - PAD.right) / 2} y={HEIGHT - 4} textAnchor="middle">
          of the cells, best first
        </text>
        <path className={styles.chance} d={`M${x(0)} ${y(0)} L${x(MOST_PERCENT)} ${y(MOST_PERCENT / 100)}`} />
        {line(best, styles.best, 'best')}
        {others.map((each) => line(curve(each), styles.other, each.method))}
        {counting && line(curve(counting), styles.counting, 'counting')}
        {chosen && chosen !== counting && line(curve(chosen), styles.chosen, 'chosen')}
      </svg>
      <figcaption className={panel.keys}>
        {chosen && chosen !== counting && <Key style={styles.chosen} words={testedName(chosen.method)} />}
        <Key style={styles.counting} words="Plain counts" />
        {others.length > 0 && <Key style={styles.other} words="The others" />}
        <Key style={styles.best} words="Had one known" />
        <Key style={styles.chance} words="Chance" />
      </figcaption>
    </figure>
  );
}

function Key({ style, words }: { readonly style: string | undefined; readonly words: string }) {
  return (
    <span className={panel.key}>
      <svg width="22" height="8" aria-hidden>
        <path className={style} d="M0 4 H22" />
      </svg>
      {words}
    </span>
  );
}
