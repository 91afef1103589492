/** What a slide says while the map shows a risk terrain model. Pure. */
import { figure } from '../../layers/legend.ts';
import type { AppState } from '../../state/app-state.ts';
import { isStale, modelOnScreen } from '../../state/risk.ts';
import { formatCount } from '../format.ts';
import { placeOf } from '../hotspots/place.ts';
import type { Shown } from '../map/shown.ts';
import { priorityTop } from '../risk/priority.ts';
import { fixed, viewNames } from '../risk/risk-words.ts';
import { areaName, wholeOf } from '../words.ts';
import type { Slide } from './slide.ts';

const ROWS = 10;

/** Nothing in other modes and before a model is made. */
export function terrainSlide(state: AppState, shown: Shown): Partial<Slide> {
  const model = state.mode === 'risk' ? modelOnScreen(state) : null;
  if (model === null || model.result.rrs.length !== shown.grid.cells.length) return {};
  const { risks } = model.result;
  const priority = state.settings.risk.show === 'priority';
  const [first] = risks;
  const near = first === undefined ? 'no factor goes with more offences' : `most risk near ${first.factor}`;
  const message = priority ? `where risk and ${wholeOf[state.settings.mode]} come together` : near;
  const older = isStale(state, model) ? 'Made with older settings. ' : '';
  return {
    title: `${areaName(state)}: ${message}`,
    listTitle: priority ? 'Joint priority' : 'Factors',
    valueHeading: priority ? '× mean' : 'Relative risk',
    rows: priority
      ? priorityTop(model, shown)
          .slice(0, ROWS)
          .map((cell) => ({
            rank: formatCount(cell.rank),
            place: placeOf(cell),
            value: figure(cell.value),
            bin: 0,
            significance: viewNames.priority.title,
          }))
      : risks.slice(0, ROWS).map((risk, k) => ({
          rank: formatCount(k + 1),
          place: `${risk.factor}, ${risk.extentM} m`,
          value: fixed(risk.rrv),
          bin: 0,
          significance: '',
        })),
    limits: `${older}Near is not because of: a factor may stand for another that nobody mapped. Test it before use.`,
  };
}
