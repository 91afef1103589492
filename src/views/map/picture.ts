/** What the map shows of its cells: their paint, what the colours mean, which are numbered, and what to say of each. Pure. */
import type { GridResult, RankedCell } from '../../core/results.ts';
import { binName, figure, type LegendModel, legendOf, valueText } from '../../layers/legend.ts';
import type { MarkedArea } from '../../layers/marked-areas.ts';
import { type Paint, significancePaint, valuePaint } from '../../layers/paint.ts';
import type { Way } from '../../layers/ways.ts';
import type { AppState, Settings, Theme } from '../../state/app-state.ts';
import { scheduleWords } from '../words.ts';
import { keyDatePicture } from './picture-change.ts';
import { doseOver } from './picture-dose.ts';
import { evaluationPicture } from './picture-evaluation.ts';
import { methodPicture } from './picture-methods.ts';
import { patrolOver } from './picture-patrol.ts';
import { riskPicture } from './picture-risk.ts';
import { trialOver } from './picture-trial.ts';
import { breaksOf, type Shown } from './shown.ts';

export interface Picture {
  readonly grid: GridResult;
  readonly paint: Paint;
  readonly legend: LegendModel;
  /** Cells that carry their rank as a number, best first. */
  readonly top: readonly Pick<RankedCell, 'index' | 'rank' | 'lon' | 'lat'>[];
  readonly about: (index: number) => CellWords;
  /** Whether the classes are kept between pictures, so that the analyst may ask for new ones. */
  readonly hasClasses: boolean;
  /** The classes with new ones from what is on the map, where that is not the hotspots' values. */
  readonly reClassed?: Settings['classes'];
  /** Patrol areas to outline, in place of those that were planted. */
  readonly marks?: readonly MarkedArea[];
  /** Ways of pairs on patrol. */
  readonly ways?: readonly Way[];
  /** Which of its cells a merged hexagon shows; the worst where not given. */
  readonly stands?: string;
}

/** A cell in a few lines. */
export interface CellWords {
  /** Number before the first line; '' for none. */
  readonly rank: string;
  readonly place: string;
  readonly lines: readonly string[];
  readonly quiet: string;
}

export type PictureState = Pick<
  AppState,
  | 'settings'
  | 'ownSchedule'
  | 'gridKey'
  | 'kde'
  | 'emerging'
  | 'nearRepeat'
  | 'highlight'
  | 'mode'
  | 'areaSet'
  | 'dataset'
  | 'keyDateChanges'
  | 'risk'
  | 'evaluating'
  | 'trialPlan'
  | 'trialFiles'
  | 'patrol'
  | 'visitLog'
  | 'visitDose'
  | 'layers'
  | 'generation'
>;

/** What the settings ask for; until a method has answered the hotspots. */
export function pictureOf(state: PictureState, shown: Shown, theme: Theme): Picture {
  const picture = specialPicture(state, shown, theme) ?? hotspotPicture(state, shown, theme);
  return trialOver(doseOver(patrolOver(picture, state, theme), state, theme), state, shown, theme);
}

/** What a mode or method shows in place of the hotspots; null when it shows them too. */
export function specialPicture(state: PictureState, shown: Shown, theme: Theme): Picture | null {
  return (
    keyDatePicture(state, shown, theme) ??
    riskPicture(state, shown, theme) ??
    evaluationPicture(state, shown, theme) ??
    methodPicture(state, shown, theme)
  );
}

/** The hotspots: values by class, or Gi* by level. */
export function hotspotPicture(
  state: Pick<PictureState, 'settings' | 'ownSchedule'>,
  shown: Shown,
  theme: Theme,
): Picture {
  const measure = state.settings.measure === 'gi-star' ? 'gi-star' : 'value';
  const { grid, result, mode } = shown;
  const breaks = breaksOf(state.settings, shown);
  return {
    grid,
    paint: measure === 'gi-star' ? significancePaint(result, theme) : valuePaint(result, breaks, theme),
    legend: legendOf(measure, mode, breaks, theme, scheduleWords(state)),
    top: result.top,
    about: (index) => hotspotWords(shown, index),
    hasClasses: measure === 'value',
  };
}

function hotspotWords({ result, mode }: Shown, index: number): CellWords {
  const listed = result.top.find((cell) => cell.index === index);
  const count = result.count[index] ?? 0;
  if (!(count > 0)) return { rank: '', place: '', lines: ['Nothing recorded'], quiet: '' };
  const value = valueText(result.value[index] ?? 0, mode);
  return {
    rank: figure(result.rank[index] ?? 0),
    place: listed?.place || listed?.gridRef || 'Cell',
    lines: [mode === 'count' ? value : `${value} · ${valueText(count, 'count')}`],
    quiet: Number.isFinite(result.z[index]) ? `Gi*: ${binName(result.bin[index] ?? 0)}` : 'Gi* not defined',
  };
}
