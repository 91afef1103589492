/** The slide of a log of patrols: how much of the plan was made, and where least of it. Pure. */
import type { AppState } from '../../state/app-state.ts';
import { doseOnScreen } from '../../state/visit-log.ts';
import { formatCount, formatPeriod, formatShare } from '../format.ts';
import { areaName } from '../words.ts';
import type { Slide } from './slide.ts';

type DoseSlide = Pick<Slide, 'title' | 'period' | 'listTitle' | 'valueHeading' | 'rows' | 'limits'>;

const MOST_ROWS = 10;

/** Null unless the log is on screen. */
export function doseSlide(state: AppState): DoseSlide | null {
  const shown = doseOnScreen(state);
  if (shown === null) return null;
  const { dose, query } = shown;
  const { all, byArea } = dose.report;
  const planned = all.plannedVisits > 0;
  const message = planned
    ? `${formatCount(all.madeOfPlanned)} of ${formatCount(all.plannedVisits)} planned patrol visits made (${formatShare(all.compliance)})`
    : `${formatCount(all.visits)} patrol visits, none of them planned`;
  const areas = query.places.flatMap((place, area) => {
    const row = byArea[area];
    return row && (row.plannedVisits > 0 || !planned) ? [{ place, row }] : [];
  });
  // of equal shares the one that ranks higher
  areas.sort((a, b) => (planned ? a.row.compliance - b.row.compliance : a.row.visits - b.row.visits));
  return {
    title: `${areaName(state)}: ${message}`,
    period: formatPeriod(dose.fromDay, dose.toDay),
    listTitle: 'Least patrolled',
    valueHeading: planned ? 'Made of planned' : 'Visits',
    rows: areas.slice(0, MOST_ROWS).map(({ place: { rank, name }, row }) => ({
      rank: formatCount(rank),
      place: name === '' ? `Area ${rank}` : name,
      value: planned
        ? `${formatCount(row.madeOfPlanned)} of ${formatCount(row.plannedVisits)}`
        : formatCount(row.visits),
      ...{ bin: 0, significance: '' },
    })),
    limits: 'Being there is not patrolling, and a day without a log looks like a day without patrol.',
  };
}
