/** The basis with a schedule: weights of the rows, and sums per cell of one setting. */
import type { StudyArea } from '../geo/area.ts';
import { AROUND_ID } from '../geo/around.ts';
import type { HarmSchedule } from '../harm/schedule.ts';
import { harmKnown, weightsFor } from '../harm/weights.ts';
import { sumByCell } from '../hex/sum.ts';
import { remember } from '../memo.ts';
import { availabilityFor } from '../offences/definitions.ts';
import type { Selection } from '../offences/presets.ts';
import { periodMask } from '../offences/select.ts';
import type { HarmMode } from '../settings.ts';
import type { Basis } from './basis.ts';

export type Weighed = ReturnType<typeof weighedWith>;

export function weighedWith(basis: Basis, schedule: HarmSchedule) {
  const { table, availability, gridded, selected } = basis;
  const weights = remember(
    (s: { mode: HarmMode; includeProactive: boolean }) => `${s.mode}|${s.includeProactive}`,
    (s) => weightsFor(table, schedule, s),
    4,
  );
  const harmOf = (s: Selection): Float64Array => weights({ mode: 'harm', includeProactive: s.includeProactive });
  const known = harmKnown(table, schedule);

  /** Sums of one setting, without any statistic. */
  const sums = (area: StudyArea, s: Selection) => {
    const cells = gridded({ area, resolution: s.resolution });
    const { grid, cellOfRow } = cells;
    const n = grid.cells.length;
    const mask = periodMask(table, s, selected(s));
    const count = sumByCell(cellOfRow, mask, null, n);
    const harm = sumByCell(cellOfRow, mask, harmOf(s), n);
    const value = s.mode === 'count' ? count : s.mode === 'harm' ? harm : sumByCell(cellOfRow, mask, weights(s), n);
    return { ...cells, table, mask, harmOfRow: harmOf(s), mode: s.mode, count, harm, value };
  };
  /** The rows of a setting. */
  const rowsOf = (s: Selection): Uint8Array => periodMask(table, s, selected(s));
  /** The columns of all rows with the cells, for what splits them by time itself. */
  const everyRow = (area: StudyArea, s: Selection) => ({
    ...gridded({ area, resolution: s.resolution }),
    ...{ table, bounds: area.bounds, mask: selected(s), harmOfRow: harmOf(s), valueOfRow: weights(s) },
  });
  const aboutData = (area: StudyArea, settings: Selection) => ({
    table,
    settings,
    availability: settings.own ? availabilityFor(table, settings.own.rule) : availability[settings.definition],
    drawnAround: area.id === AROUND_ID,
  });
  return { ...basis, schedule, weights, harmOf, known, rowsOf, sums, everyRow, aboutData };
}
