/** The map of Evaluate: the cells that a method chose, and what they caught and missed of what came. Pure. */
import type { ValidationResult } from '../../core/results.ts';
import { outlineOfCells } from '../../layers/cell-outline.ts';
import { outcomeLegend, outcomeName, outcomePaint, outcomesOf } from '../../layers/evaluation.ts';
import { valueText } from '../../layers/legend.ts';
import type { Theme } from '../../state/app-state.ts';
import { evaluationOnScreen } from '../../state/evaluation.ts';
import { chosenRow, testedName } from '../evaluate/evaluate-words.ts';
import { formatPeriod } from '../format.ts';
import type { Picture, PictureState } from './picture.ts';
import type { Shown } from './shown.ts';

/** More of them are a thicket of lines: their colours say it. */
const MOST_OUTLINED = 1500;

/** Null in other modes, and before the first test of the cells shown is known. */
export function evaluationPicture(state: PictureState, shown: Shown, theme: Theme): Picture | null {
  const methods = state.mode === 'evaluate' && state.settings.evaluatePart === 'methods';
  const found = methods ? evaluationOnScreen(state)?.evaluation : undefined;
  if (!found || found.gridKey !== state.gridKey) return null;
  const { result } = found;
  const row = chosenRow(result, state.settings.evaluation);
  const level = shown.grid.levels[0];
  const order = result.methods.find(({ method }) => method === row?.method)?.chosen;
  const { count, harm } = result.observed;
  if (!row || !order || !level || count.length !== shown.grid.cells.length) return null;
  const chosen = order.slice(0, row.cells);
  const classes = outcomesOf(count, chosen);
  const outlined = chosen.length <= MOST_OUTLINED;
  const lon = shown.grid.levels[0]?.lon[chosen[0] ?? 0] ?? 0;
  const lat = shown.grid.levels[0]?.lat[chosen[0] ?? 0] ?? 0;
  return {
    grid: shown.grid,
    paint: outcomePaint(classes, count, theme),
    legend: outcomeLegend(
      classes,
      `${testedName(row.method)}: first ${row.budgetPercent} % of the cells`,
      `against the offences of ${lastTested(result)}`,
      outlined,
      theme,
    ),
    top: [],
    about(index) {
      const n = count[index] ?? 0;
      const came = n > 0 ? [valueText(n, 'count'), valueText(harm[index] ?? 0, 'harm')].join(' · ') : 'Nothing came';
      const place = chosen.indexOf(index);
      return {
        rank: place < 0 ? '' : String(place + 1),
        place: outcomeName(classes[index] ?? 0),
        lines: [`${came}, ${lastTested(result)}`],
        quiet: place < 0 ? 'Not among the cells chosen' : `Number ${place + 1} of the ${row.cells} cells chosen`,
      };
    },
    hasClasses: false,
    marks: outlined
      ? outlineOfCells(level, chosen).map((outline) => ({
          ...{ stroke: 0 as const, badge: '', order: 0, lon, lat },
          outline: [outline],
        }))
      : [],
    stands: 'the most caught, else the most missed,',
  };
}

function lastTested({ periods }: ValidationResult): string {
  const last = periods.at(-1);
  return last ? formatPeriod(last.fromDay, last.toDay) : '';
}
