/** The slides of a trial and of tests of displacement: whether what was done worked. Pure. */
import type { AppState } from '../../state/app-state.ts';
import { plannedDays, wddShown } from '../../state/trial.ts';
import { perHundred, trialMessage } from '../evaluate/trial/trial-words.ts';
import { several } from '../evaluate/wdd/WddResults.tsx';
import { difference, differenceInterval, knownRows } from '../evaluate/wdd/wdd-words.ts';
import { formatCount, formatPeriod } from '../format.ts';
import { areaName, datasetOf, shownValue } from '../words.ts';
import type { Slide } from './slide.ts';

const ROWS = 10;

/** Nothing in other parts, and before a result. */
export function trialSlide(state: AppState): Partial<Slide> {
  if (state.mode !== 'evaluate') return {};
  if (state.settings.evaluatePart === 'displacement') return displacement(state);
  if (state.settings.evaluatePart !== 'trial') return {};
  if (state.settings.trial.show === 'design') return design(state);
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
    listTitle: 'Per 100 place-days',
    valueHeading: 'Rate',
    rows: numbered([
      ...both('Offences', count.treated.events, count.control.events),
      ...(harm ? both('Days of harm', harm.treated, harm.control) : []),
      ...(buffer.count ? both('Around them', buffer.count.treated.events, buffer.count.control.events) : []),
    ]),
    limits: 'These places and these months only. Harm is mostly its few worst events.',
  };
}

/** The trial as it is planned, and what it could show. */
function design(state: AppState): Partial<Slide> {
  const plan = shownValue(state.trialPlan);
  const info = datasetOf(state)?.info;
  if (plan === null || info === undefined) return {};
  const { perDay } = state.settings.trial;
  const { fromDay, toDay } = plannedDays(state.settings, info);
  const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;
  return {
    title: `${areaName(state)}: ${perDay} of ${plan.places.length} places drawn for patrol each day`,
    period: formatPeriod(fromDay, toDay),
    listTitle: 'A fall in offences of',
    valueHeading: 'Found',
    rows: numbered(
      plan.power.map(({ reduction, power }) =>
        row(reduction === 0 ? 'nothing, by mistake' : percent(reduction), percent(power)),
      ),
    ),
    limits:
      'If the days to come are like those before. Places picked for being the worst will be quieter by themselves.',
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
