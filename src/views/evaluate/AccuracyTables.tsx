import type { MethodAccuracy, ValidationResult } from '../../core/results.ts';
import { type EvaluationView, evaluationBudgets } from '../../core/settings.ts';
import { formatShare } from '../format.ts';
import styles from './evaluate.module.css';
import { bestRate, rateOf, rowOf, testedName } from './evaluate-words.ts';

interface TablesProps {
  readonly result: ValidationResult;
  readonly view: EvaluationView;
}

/** Every method at every budget. */
export function RatesTable({ result, view }: TablesProps) {
  const rolling = result.periods.length > 1;
  const what = view.of === 'harm' ? 'harm' : 'offences';
  return (
    <table className={styles.table}>
      <caption>
        Share of the {what} that came in the first 1 to 10 % of the cells, under it{' '}
        {rolling && view.of === 'offences' ? 'the least and the most of any month' : 'PAI, times chance'}. Best in bold.
      </caption>
      <thead>
        <tr>
          <th scope="col">Method</th>
          {evaluationBudgets.map((budget) => (
            <th key={budget} scope="col">
              {budget} %
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.methods.map(({ method }) => (
          <tr key={method} data-chosen={method === view.method ? '' : undefined}>
            <th scope="row">{testedName(method)}</th>
            {evaluationBudgets.map((budget) => (
              <Rate
                key={budget}
                row={rowOf(result, method, budget)}
                best={bestRate(result, budget, view.of)}
                of={view.of}
                rolling={rolling}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RateProps {
  readonly row: MethodAccuracy | null;
  readonly best: number;
  readonly of: EvaluationView['of'];
  readonly rolling: boolean;
}

function Rate({ row, best, of, rolling }: RateProps) {
  if (row === null) return <td>–</td>;
  const rate = rateOf(row, of);
  const [least, most] = row.hitRange;
  const under =
    rolling && of === 'offences' ? `${whole(least)}–${whole(most)}` : decimal(of === 'harm' ? row.harmPai : row.pai);
  return (
    <td>
      {rate === best ? <strong>{formatShare(rate)}</strong> : formatShare(rate)}
      <span className={styles.under}>{under}</span>
    </td>
  );
}

/** All measures at the budget chosen. */
export function MeasuresTable({ result, view }: TablesProps) {
  const rolling = result.periods.length > 1;
  const { budgetPercent } = view;
  const rows = result.rows.filter((row) => row.budgetPercent === budgetPercent);
  const counting = chosenBy(result, 'prior-count', rows[0]?.cells ?? 0);
  const columns: readonly (readonly [name: string, of: (row: MethodAccuracy) => number])[] = [
    ['PAI', (row) => row.pai],
    ['PEI', (row) => row.pei],
    ['Harm PAI', (row) => row.harmPai],
    ['AUC', (row) => row.auc],
    rolling
      ? ['Overlap', (row) => row.overlap]
      : ['Same cells', (row) => jaccardOf(chosenBy(result, row.method, row.cells), counting)],
  ];
  return (
    <table className={styles.table}>
      <caption>
        All measures at {budgetPercent} % of the cells
        {rolling
          ? ', means over the months. Overlap: cells in common from one month to the next'
          : '. Same cells: in common with plain counts'}
        , 0 to 1. Best in bold.
      </caption>
      <thead>
        <tr>
          <th scope="col">Method</th>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.method} data-chosen={row.method === view.method ? '' : undefined}>
            <th scope="row">{testedName(row.method)}</th>
            {columns.map(([name, of]) => (
              <td key={name}>{isBest(name, row, rows, of) ? <strong>{decimal(of(row))}</strong> : decimal(of(row))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** That cells stay the same is neither good nor bad. */
function isBest(
  name: string,
  row: MethodAccuracy,
  rows: readonly MethodAccuracy[],
  of: (row: MethodAccuracy) => number,
): boolean {
  if (name === 'Same cells' || name === 'Overlap') return false;
  return rows.every((other) => !(of(other) > of(row))) && Number.isFinite(of(row));
}

function chosenBy(result: ValidationResult, method: string, cells: number): ReadonlySet<number> {
  return new Set(result.methods.find((each) => each.method === method)?.chosen.subarray(0, cells));
}

function jaccardOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0;
  for (const cell of one) if (other.has(cell)) both += 1;
  return both / (one.size + other.size - both);
}

function decimal(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function whole(share: number): string {
  return `${Math.round(100 * share)}`;
}
