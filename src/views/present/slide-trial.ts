/** The slides of a trial and of tests of displacement: whether what was done worked. Pure. */
import type { AppState } from '../../state/app-state.ts';
import { wddShown } from '../../state/trial.ts';
import { perHundred, trialMessage } from '../evaluate/trial/trial-words.ts';
import { several } from '../evaluate/wdd/WddResults.tsx';
import { difference, differenceInterval, knownRows } from '../evaluate/wdd/wdd-words.ts';
import { formatCount, formatPeriod } from '../format.ts';
import { shownValue } from '../words.ts';
import type { Slide } from './slide.ts';

const ROWS = 10;

/** Nothing in other parts, and before a result. */
export function trialSlide(state: AppState): Partial<Slide> {
  if (state.mode !== 'evaluate') return {};
  if (state.settings.evaluatePart === 'displacement') return displacement(state);
  if (state.settings.evaluatePart !== 'trial' || state.settings.trial.show !== 'result') return {};
  const shown = shownValue(state.trialResult);
  if (shown === null) return {};
  const { result } = shown;
  const { count, harm, placeDays, buffer } = result;
  const both = (place: string, treated: number, control: number): Slide['rows'] => [
    row(`${place}, with patrol`, perHundred(treated, placeDays.treated)),
    row(`${place}, without`, perHundred(control, placeDays.control)),
  ];
  return {
    title: `${formatCount(result.places.length)} places: ${trialMessage(result)}`,
    period: formatPeriod(result.fromDay, result.toDay),
    listTitle: 'By what was drawn',
    valueHeading: 'per 100 days',
    rows: numbered([
      ...both('Offences', count.treated.events, count.control.events),
      ...(harm ? both('Days of harm', harm.treated, harm.control) : []),
      ...(buffer.count ? both('Offences around', buffer.count.treated.events, buffer.count.control.events) : []),
    ]),
    limits: 'These places and these months only. Harm is mostly its few worst events.',
  };
}

function displacement({ settings }: AppState): Partial<Slide> {
  const result = wddShown(settings);
  const known = knownRows(result);
  const [first] = known;
  if (first === undefined) return {};
  const title =
    known.length === 1
      ? `${first.name}: ${difference(first.result.wdd)} offences (${differenceInterval(first.result)})`
      : several(result).replace(/\.$/, '');
  return {
    title,
    period: 'before and after',
    listTitle: 'Against the comparison',
    valueHeading: 'Offences',
    rows: numbered(known.map(({ name, result: of }) => row(name, difference(of.wdd)))),
    limits: 'Not drawn by lot: another change in one of the areas, or a bad month before, looks the same.',
  };
}

function row(place: string, value: string): Slide['rows'][number] {
  return { rank: '', place, value, bin: 0, significance: '' };
}

function numbered(rows: Slide['rows']): Slide['rows'] {
  return rows.slice(0, ROWS).map((one, k) => ({ ...one, rank: String(k + 1) }));
}
