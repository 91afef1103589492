/** What the map can show, each with the question it answers, and why it cannot where that is so. Pure. */
import type { DatasetInfo } from '../../core/results.ts';
import { type Measure, measures } from '../../core/settings.ts';
import type { AppState, Settings } from '../../state/app-state.ts';
import { refusalOf } from '../../state/methods.ts';
import type { Choice } from '../controls/Choices.tsx';
import { datasetOf, valueHeading } from '../words.ts';

/** As the top bar has room for. */
export const measureNames: Readonly<Record<Exclude<Measure, 'value'>, string>> = {
  'gi-star': 'Gi*',
  kde: 'Density',
  emerging: 'Emerging',
  'near-repeat': 'Near-repeat',
};

const titles: Readonly<Record<Exclude<Measure, 'value'>, string>> = {
  'gi-star': 'Gi* hot and cold spots',
  kde: 'Kernel density',
  emerging: 'Emerging hot spots',
  'near-repeat': 'Near-repeat risk',
};

const questions: Readonly<Record<Measure, string>> = {
  value: 'What was recorded in each cell.',
  'gi-star': 'Where a cell and its neighbours stand out together, after the false discovery rate.',
  kde: 'How densely offences lie around each place, whatever cell they fall in.',
  emerging: 'Which hot spots are new, which have lasted, which come and go.',
  'near-repeat': 'Where the last offences leave a risk of more nearby in the next days.',
};

export function measureChoices(info: DatasetInfo | undefined, settings: Settings): readonly Choice<Measure>[] {
  return measures.map((id) => {
    const why = info === undefined ? null : refusalOf(id, info, settings);
    const title = id === 'value' ? valueHeading[settings.mode] : titles[id];
    return { id, title, words: questions[id], ...(why === null ? {} : { why, disabled: true }) };
  });
}

/** Why the data on screen do not allow a measure; null when they do. */
export function refusalWords(state: AppState, measure: Measure): string | null {
  const info = datasetOf(state)?.info;
  return info === undefined ? null : refusalOf(measure, info, state.settings);
}

/** What the map answers, for the heading of the panel. */
export function questionOf(measure: Measure): string {
  return questions[measure];
}

export function measureTitle(measure: Exclude<Measure, 'value'>): string {
  return titles[measure];
}
