// biome-ignore-all lint/style/noNonNullAssertion: indices come from the model itself
/** A risk terrain model as it leaves: the table of relative risks, the cells, the fitted columns, the whole as JSON. */
import type { CellGrid } from '../hex/grid.ts';
import type { Family } from '../methods/rtm/glm.ts';
import type { RtmResult } from '../methods/rtm/results.ts';
import type { Move, StepwisePath } from '../methods/rtm/stepwise.ts';
import type { SpatialTest } from '../results.ts';
import { columnItems } from '../stats/binary-columns.ts';
import type { OutTable } from './table.ts';

/** RTMDx's table: a line per variable of the chosen model, the strongest first, then the intercept and θ. */
function riskTable(_: CellGrid, { chosen, steps, risks }: RtmResult): OutTable {
  const { fit } = steps[chosen];
  const constants = [
    { type: 'Rate', name: 'Intercept', coefficient: fit.coefficients[0]! },
    ...(chosen === 'negativeBinomial' ? [{ type: 'Overdispersion', name: 'Theta (NB2)', coefficient: fit.theta }] : []),
  ];
  const nothing = constants.map(() => Number.NaN);
  const numbers = (of: (risk: RtmResult['risks'][number]) => number): Float64Array =>
    Float64Array.from([...risks.map(of), ...nothing]);
  return {
    rows: risks.length + constants.length,
    columns: [
      { name: 'type', values: [...risks.map(() => 'Rate'), ...constants.map((c) => c.type)] },
      { name: 'name', values: [...risks.map((r) => r.factor), ...constants.map((c) => c.name)] },
      { name: 'operationalisation', values: [...risks.map((r) => r.operationalisation), ...constants.map(() => '')] },
      { name: 'spatial_influence_m', values: numbers((r) => r.extentM) },
      {
        name: 'coefficient',
        values: Float64Array.from([...risks.map((r) => r.coefficient), ...constants.map((c) => c.coefficient)]),
      },
      { name: 'relative_risk_value', values: numbers((r) => r.rrv) },
      { name: 'lo', values: numbers((r) => r.lo) },
      { name: 'hi', values: numbers((r) => r.hi) },
    ],
  };
}

/** Every cell of the grid with its score, in the grid's order. */
function riskCells(grid: CellGrid, { rrs, predicted, observed }: RtmResult): OutTable {
  return {
    rows: grid.cells.length,
    columns: [
      { name: 'cell', values: grid.cells },
      { name: 'lon', values: grid.lon },
      { name: 'lat', values: grid.lat },
      { name: 'rrs', values: rrs },
      { name: 'predicted', values: predicted },
      { name: 'observed', values: observed },
    ],
  };
}

/** The fitted 0/1 columns with the counts, for checking elsewhere. */
function designTable(grid: CellGrid, { candidates, columns, observed }: RtmResult): OutTable {
  return {
    rows: grid.cells.length,
    columns: [
      { name: 'cell', values: grid.cells },
      { name: 'y', values: observed },
      ...candidates.map(({ column }, j) => {
        const values = new Uint8Array(columns.rows);
        for (const row of columnItems(columns, j)) values[row] = 1;
        return { name: column, values };
      }),
    ],
  };
}

export const riskTables = { risks: riskTable, cells: riskCells, design: designTable };

/** The model with its whole path; every name is a column of the design. `test`: as far as it was tested without dates. */
export function modelJson(result: RtmResult, test: SpatialTest | null = null): string {
  const name = (j: number): string => result.candidates[j]!.column;
  const moveOf = ({ action, column, bic }: Move) => ({ action, column: name(column), bic });
  const pathOf = ({ steps }: StepwisePath) =>
    steps.map(({ terms, bic, logLik, move, tried }) => ({
      terms: terms.map(name),
      logLik,
      bic,
      move: move && moveOf(move),
      tried: tried.map(moveOf),
    }));
  const modelOf = (family: Family) => {
    const { terms, coefficients, theta, logLik, bic } = result.steps[family].fit;
    return {
      terms: terms.map(name),
      coefficients: [...coefficients],
      // JSON has no infinity: without overdispersion θ is null
      ...(family === 'negativeBinomial' ? { theta: Number.isFinite(theta) ? theta : null } : {}),
      logLik,
      bic,
    };
  };
  const { path, validation } = result;
  const p = result.candidates.length;
  const atMin = path.coefficients.subarray(validation.minIndex * p, (validation.minIndex + 1) * p);
  const model = {
    variables: result.candidates.map(({ column }) => column),
    selected: result.selected.map(name),
    path: { poisson: pathOf(result.steps.poisson), negativeBinomial: pathOf(result.steps.negativeBinomial) },
    models: { poisson: modelOf('poisson'), negativeBinomial: modelOf('negativeBinomial') },
    chosen: result.chosen,
    rrv: result.risks.map(({ factor, operationalisation, extentM, coefficient, rrv, lo, hi }) => ({
      factor,
      operationalisation,
      extentM,
      coefficient,
      rrv,
      lo,
      hi,
    })),
    rrs: result.rrsSummary,
    penalised: {
      alpha: path.alpha,
      standardize: true,
      lambda: path.lambda[validation.minIndex],
      coefficients: Object.fromEntries(result.candidates.map(({ column }, j) => [column, atMin[j]!])),
    },
  };
  const tested = test && {
    validation: {
      method: 'spatial',
      folds: test.folds,
      blocks: test.blocks,
      blockM: test.blockM,
      budgets: test.rows,
    },
  };
  return `${JSON.stringify({ ...model, ...tested }, null, 2)}\n`;
}
