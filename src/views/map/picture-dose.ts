/** The map of a log of patrols: each patrol area by the visits made of those planned, while the log is on screen. Pure. */
import { doseClassName, doseClassOf, doseLegend, dosePaint } from '../../layers/dose.ts';
import type { AppState, Theme } from '../../state/app-state.ts';
import { doseOnScreen } from '../../state/visit-log.ts';
import { formatPeriod, plural } from '../format.ts';
import { areaLabel } from '../patrol/log/log-words.ts';
import type { Picture } from './picture.ts';

/** In place of what was recorded; outlines and ranks stay, the ways of the plan do not. */
export function doseOver(
  picture: Picture,
  state: Pick<AppState, 'mode' | 'visitLog' | 'visitDose' | 'patrol' | 'gridKey'>,
  theme: Theme,
): Picture {
  const shown = doseOnScreen(state);
  if (shown === null) return picture;
  const { dose, query, cells } = shown;
  const { byArea } = dose.report;
  const classes = byArea.map(doseClassOf);
  const n = picture.grid.cells.length;
  const areaOf = new Map(cells.flatMap((own, area) => own.map((cell) => [cell, area] as const)));
  const { reClassed: _, stands: __, ...rest } = picture;
  return {
    ...rest,
    paint: dosePaint(n, cells, classes, theme),
    legend: {
      ...doseLegend(classes, `patrol areas, log of ${formatPeriod(dose.fromDay, dose.toDay)}`, theme),
      linesTitle: 'Outlined',
      lines: (picture.legend.lines ?? []).slice(0, 1),
    },
    top: [],
    ways: [],
    about(index) {
      const area = areaOf.get(index);
      const [place, row] = area === undefined ? [] : [query.places[area], byArea[area]];
      if (area === undefined || !place || !row) return { rank: '', place: 'No patrol area', lines: [], quiet: '' };
      return {
        rank: String(place.rank),
        place: place.name === '' ? areaLabel(place) : place.name,
        lines: [
          row.plannedVisits === 0
            ? plural(row.visits, 'visit')
            : `${row.madeOfPlanned} of ${plural(row.plannedVisits, 'planned visit')} made`,
          `${plural(Math.round(row.minutes), 'minute')} with an officer there`,
        ],
        quiet: doseClassName(classes[area] ?? 'neither'),
      };
    },
    hasClasses: false,
    stands: 'the area least patrolled',
  };
}
