/** The map of a key date: what changed in each cell, and what became of the patrol areas. Pure. */
import type { KeyDate } from '../../core/offences/key-dates.ts';
import type { ChangedArea, ChangeResult } from '../../core/results.ts';
import {
  changeKind,
  changeLegend,
  changePaint,
  changeWords,
  harmChangeLegend,
  harmPaint,
} from '../../layers/change.ts';
import {
  areaStates,
  badgeOf,
  type LineKey,
  lineKey,
  type MarkedArea,
  type Stroke,
  stateNames,
} from '../../layers/marked-areas.ts';
import type { AppState, Theme } from '../../state/app-state.ts';
import { changeAt, chosenKeyDate, overlaidKeyDates } from '../../state/key-date-view.ts';
import { formatDay, formatP, formatValue } from '../format.ts';
import { areaPlace, differenceWords, formatRatio, fromTo, intervalWords } from '../key-dates/change-words.ts';
import { scheduleWords } from '../words.ts';
import type { CellWords, Picture, PictureState } from './picture.ts';
import type { Shown } from './shown.ts';

/** Null in other modes, and before the first change is known for the cells shown. */
export function keyDatePicture(state: PictureState, shown: Shown, theme: Theme): Picture | null {
  const keyDate = state.mode === 'key-dates' ? chosenKeyDate(state) : null;
  return keyDate && changePicture(state, shown, theme, keyDate, overlaidKeyDates(state));
}

/**
 * The picture of any key date whose change is known, with the outlines of `others` over it. While its change is on its
 * way the one looked at before; bare cells where it has none.
 */
function changePicture(
  state: PictureState,
  shown: Shown,
  theme: Theme,
  keyDate: KeyDate,
  others: readonly KeyDate[],
): Picture | null {
  const { show } = state.settings.keyDateView;
  const own = changeAt(state, keyDate.id);
  if (own !== null && own.result === null && state.keyDateChanges.status !== 'running') return bare(shown, theme);
  const result = resultFor(state, keyDate.id) ?? lastResult(state);
  if (result === null || result.classes.length !== shown.grid.cells.length) return null;
  const laid = others.map((other, k) => ({ other, result: resultFor(state, other.id), stroke: (k % 4) as Stroke }));
  const areaOf = (index: number) => result.areas.find(({ place }) => place.indices.includes(index));
  return {
    grid: shown.grid,
    paint: show === 'count' ? changePaint(result, theme) : harmPaint(result, theme),
    legend: {
      ...(show === 'count' ? changeLegend(theme) : harmChangeLegend(theme, scheduleWords(state))),
      lines: [
        ...stateLines(result, theme),
        ...laid.map(({ other, stroke }) => lineKey(stroke, formatDay(other.fromDay), theme)),
      ],
    },
    top: [],
    about: (index) => (show === 'count' ? countWords(result, index, areaOf) : harmWords(result, index, areaOf)),
    hasClasses: false,
    marks: [
      ...laid.flatMap(({ result: of, stroke }) =>
        (of?.areas ?? []).filter(({ state: kind }) => kind !== 'cooling').map((area) => marked(area, stroke, '')),
      ),
      ...result.areas.map((area) => marked(area, area.state, badgeOf(area))),
    ],
    stands: show === 'count' ? 'the clearest change' : 'the largest difference',
  };
}

function resultFor(state: Pick<AppState, 'gridKey' | 'keyDateChanges'>, id: string): ChangeResult | null {
  const change = changeAt(state, id);
  return change?.result && change.gridKey === state.gridKey ? change.result : null;
}

/** The one that was made last, while the next is made. */
function lastResult({ gridKey, keyDateChanges }: Pick<AppState, 'gridKey' | 'keyDateChanges'>): ChangeResult | null {
  if (keyDateChanges.status !== 'running') return null;
  const known = Object.values(keyDateChanges.value ?? {});
  return known.findLast((change) => change.result !== null && change.gridKey === gridKey)?.result ?? null;
}

function bare({ grid }: Shown, theme: Theme): Picture {
  const n = grid.cells.length;
  const nothing = new Float64Array(n);
  return {
    grid,
    paint: changePaint({ classes: new Uint8Array(n), p: nothing }, theme),
    legend: changeLegend(theme),
    top: [],
    about: () => ({ rank: '', place: '', lines: ['Nothing to compare at this date'], quiet: '' }),
    hasClasses: false,
    marks: [],
  };
}

function stateLines({ areas }: ChangeResult, theme: Theme): readonly LineKey[] {
  const present = areaStates.filter((state) => areas.some((area) => area.state === state));
  return present.map((state) => lineKey(state, stateNames[state], theme));
}

/** Those of after before those of before, by rank: the best keep their badges where there is no room for all. */
function marked(area: ChangedArea, stroke: Stroke, badge: string): MarkedArea {
  const { outline, place, rankAfter, area: own } = area;
  return { stroke, badge, order: rankAfter ?? 100 + own.rank, outline, lon: place.lon, lat: place.lat };
}

type AreaOf = (index: number) => ChangedArea | undefined;

function headOf(index: number, areaOf: AreaOf): Pick<CellWords, 'rank' | 'place'> {
  const area = areaOf(index);
  if (area === undefined) return { rank: '', place: 'Cell' };
  return { rank: badgeOf(area), place: areaPlace(area) };
}

function countWords(result: ChangeResult, index: number, areaOf: AreaOf): CellWords {
  const at = (column: Float64Array): number => column[index] ?? Number.NaN;
  const kind = changeKind(result.classes[index] ?? 0);
  if (kind === 'nothing') return { ...headOf(index, areaOf), lines: [changeWords(kind)], quiet: '' };
  const interval = { lo: at(result.lo), hi: at(result.hi) };
  return {
    ...headOf(index, areaOf),
    lines: [
      `Before → after: ${fromTo({ before: at(result.before), after: at(result.after) })}`,
      `Rate ratio ${formatRatio(at(result.ratio))}, interval ${intervalWords(interval)}`,
    ],
    quiet: kind === 'too-few' ? changeWords(kind) : `${changeWords(kind)}, q ${formatP(at(result.q))}`,
  };
}

function harmWords(result: ChangeResult, index: number, areaOf: AreaOf): CellWords {
  const { harmBefore, harmAfter, harmDifference } = result;
  return {
    ...headOf(index, areaOf),
    lines: [
      `${formatValue(harmBefore[index] ?? 0, 'harm')} → ${formatValue(harmAfter[index] ?? 0, 'harm')} days of harm`,
      `Difference ${differenceWords(harmDifference[index] ?? 0)}`,
    ],
    quiet: 'No interval: one grave offence decides it',
  };
}
