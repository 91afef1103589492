/** One slide as text and numbers: the screen, the picture file and the page are all made from it. Pure. */
import type { LegendModel } from '../../layers/legend.ts';
import type { AppState, Theme } from '../../state/app-state.ts';
import { formatCount, formatValue } from '../format.ts';
import { concentrationInWords, headlineCells } from '../hotspots/headline.ts';
import { placeOf } from '../hotspots/place.ts';
import { pictureOf } from '../map/picture.ts';
import { nextShown } from '../map/shown.ts';
import {
  areaName,
  binWords,
  datasetOf,
  definitionAvailability,
  definitionName,
  markingOf,
  periodWords,
  shownValue,
  valueHeading,
} from '../words.ts';
import { doseSlide } from './slide-dose.ts';
import { evaluationSlide } from './slide-evaluation.ts';
import { keyDateSlide } from './slide-key-dates.ts';
import { methodSlide } from './slide-methods.ts';
import { patrolSlide } from './slide-patrol.ts';
import { terrainSlide } from './slide-risk.ts';
import { trialSlide } from './slide-trial.ts';

interface SlideRow {
  readonly rank: string;
  readonly place: string;
  readonly value: string;
  /** Gi* bin −3…3 and the same in words. */
  readonly bin: number;
  readonly significance: string;
}

export interface Slide {
  /** "Southend-on-Sea: ten cells hold 34 % of harm". */
  readonly title: string;
  readonly period: string;
  /** "Operation Ark", with ", upper bound" where the file can say no more. */
  readonly definition: string;
  readonly marking: string;
  readonly source: string;
  /** What the rows are. */
  readonly listTitle: string;
  readonly valueHeading: string;
  /** The best-ranked cells, at most ten, numbered as on the map. */
  readonly rows: readonly SlideRow[];
  readonly legend: LegendModel;
  readonly limits: string;
}

/** The slide of what is on screen; null before the first result. */
export function slideOf(state: AppState, theme: Theme): Slide | null {
  const result = shownValue(state.hotspots);
  const dataset = datasetOf(state);
  const shown = nextShown(null, state);
  if (result === null || dataset === null || shown === null) return null;
  const { settings } = state;
  const upper = definitionAvailability(state)?.state === 'upper-bound';
  const method = methodSlide(state, shown);
  return {
    title: `${areaName(state)}: ${method?.message ?? concentrationInWords(result, settings.mode)}`,
    period: periodWords(state),
    definition: `${definitionName(settings)}${upper ? ', upper bound' : ''}`,
    marking: markingOf(state),
    source: `Source: ${dataset.name}. Harmscape`,
    listTitle: method?.listTitle ?? 'Highest cells',
    valueHeading: method?.valueHeading ?? valueHeading[settings.mode],
    rows:
      method?.rows ??
      headlineCells(result).map((ranked) => ({
        rank: formatCount(ranked.rank),
        place: placeOf(ranked),
        value: formatValue(ranked.value, settings.mode),
        bin: ranked.bin,
        significance: binWords(ranked.bin),
      })),
    legend: pictureOf(state, shown, theme).legend,
    limits: method?.limits ?? 'A rank says where harm was recorded, not why, and not where it will be.',
    ...keyDateSlide(state),
    ...patrolSlide(state),
    ...doseSlide(state),
    ...evaluationSlide(state),
    ...trialSlide(state),
    ...terrainSlide(state, shown),
  };
}
