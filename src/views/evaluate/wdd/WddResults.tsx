import type { WddView } from '../../../core/evaluation/trial-view.ts';
import type { WddRowsResult } from '../../../core/evaluation/wdd-rows.ts';
import { formatP } from '../../format.ts';
import panel from '../../panel.module.css';
import styles from '../evaluate.module.css';
import { differenceAxis, IntervalChart } from '../IntervalChart.tsx';
import { difference, differenceInterval, forestRows, harmRow, knownRows, wddSentence } from './wdd-words.ts';

interface WddResultsProps {
  readonly view: WddView;
  readonly result: WddRowsResult;
  /** Whether the rows are the published ones. */
  readonly example: boolean;
}

/** What came of the rows: a sentence, the forest plot and the same as a table. */
export function WddResults({ view, result, example }: WddResultsProps) {
  const known = knownRows(result);
  const verdict = wddVerdict(view, result);
  return (
    <section className={styles.part} aria-label="Result">
      {example && <p className={panel.small}>The published example of Wheeler and Ratcliffe 2018, not your data.</p>}
      {known.length === 0 && <p>Nothing to test yet: something is missing in every row, as said below.</p>}
      {verdict !== '' && (
        <p className={styles.verdict} aria-live="polite">
          {verdict}
        </p>
      )}
      <WddCharts result={result} />
      {known.length > 0 && <WddTable view={view} result={result} />}
      {view.harm && result.harm === null && (
        <p className={panel.small}>Give every row its counts and days of harm to have them together.</p>
      )}
      {result.cautions.length > 0 && (
        <ul className={panel.cautions} aria-label="Cautions">
          {result.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What came of it in a sentence; '' before there is anything to test. */
export function wddVerdict(view: WddView, result: WddRowsResult): string {
  const [first, ...others] = knownRows(result);
  if (result.harm !== null) return wddSentence('All together', result.harm, harmUnitOf(view));
  if (first === undefined) return '';
  return others.length > 0 ? several(result) : wddSentence(first.name, first.result, unitOf(view));
}

/** The rows under each other, and below them their harm together. */
export function WddCharts({ result }: { readonly result: WddRowsResult }) {
  const rows = forestRows(result);
  const { harm } = result;
  return (
    <div>
      {rows.length > 0 && (
        <IntervalChart
          rows={rows}
          axis={differenceAxis(rows, ['fewer', 'more'])}
          label="Weighted displacement difference of each row with its 95 % interval; the table has the numbers"
        />
      )}
      {harm !== null && (
        <IntervalChart
          rows={[harmRow(harm)]}
          axis={differenceAxis([harmRow(harm)], ['less harm', 'more'])}
          label="Difference of harm of all rows together with its 95 % interval; the table has the numbers"
        />
      )}
    </div>
  );
}

/** The numbers of the forest plot. */
export function WddTable({ view, result }: Pick<WddResultsProps, 'view' | 'result'>) {
  return (
    <table className={styles.table}>
      <caption>Difference in {unitOf(view)}, with its 95 % interval under it.</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">WDD</th>
          <th scope="col">SE</th>
          <th scope="col">z</th>
          <th scope="col">p</th>
        </tr>
      </thead>
      <tbody>
        {knownRows(result).map(({ name, at, result: of }) => (
          <Row key={at} name={name} of={of} />
        ))}
        {result.harm && <Row name="Days of harm, all" of={result.harm} />}
      </tbody>
    </table>
  );
}

function Row({ name, of }: { readonly name: string; readonly of: NonNullable<WddRowsResult['harm']> }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {difference(of.wdd)}
        <span className={styles.under}>{differenceInterval(of)}</span>
      </td>
      <td>{of.se.toFixed(of.se < 10 ? 2 : 1)}</td>
      <td>{of.z.toFixed(2).replace('-', '−')}</td>
      <td>{formatP(of.p)}</td>
    </tr>
  );
}

function unitOf({ periods, sizes }: Pick<WddView, 'periods' | 'sizes'>): string {
  return `offences${perUnit(periods !== null, sizes)}`;
}

function harmUnitOf({ periods, sizes }: Pick<WddView, 'periods' | 'sizes'>): string {
  return `days of harm${perUnit(periods !== null, sizes)}`;
}

function perUnit(time: boolean, size: boolean): string {
  if (!time && !size) return '';
  return time && size ? ' per unit of time and size' : time ? ' per unit of time' : ' per unit of size';
}

/** How many of several rows say anything. */
export function several(result: WddRowsResult): string {
  const known = knownRows(result);
  const less = known.filter(({ result: of }) => of.hi < 0).length;
  const more = known.filter(({ result: of }) => of.lo > 0).length;
  const rest = known.length - less - more;
  const said = [
    less > 0 ? `${less} fell by more than chance` : '',
    more > 0 ? `${more} rose by more than chance` : '',
    rest > 0 ? `${rest} could be chance` : '',
  ].filter(Boolean);
  return `Of ${known.length} rows ${said.join(', ')}.`;
}
