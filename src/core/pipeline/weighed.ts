/** The basis with a schedule: weights of the rows, and sums per cell of one setting. */
import type { StudyArea } from '../geo/area.ts';
import { AROUND_ID } from '../geo/around.ts';
import type { HarmSchedule } from '../harm/schedule.ts';
import { harmKnown, weightsFor } from '../harm/weights.ts';
import { slidingSums } from '../hex/sliding-sums.ts';
import { identityKeys, remember } from '../memo.ts';
import { powerSums } from '../methods/even-spread.ts';
import { factsByCell } from '../methods/facts-by-cell.ts';
import { lengthOf, stretchesOf } from '../offences/by-day.ts';
import { availabilityFor } from '../offences/definitions.ts';
import type { Selection } from '../offences/presets.ts';
import { periodMask } from '../offences/select.ts';
import type { HarmMode } from '../settings.ts';
import type { Basis, OrderedRows } from './basis.ts';

/** Where the offences of a definition and period lie, and how many of those in cells have no harm. */
export interface Places {
  readonly inCells: number;
  readonly inPolygonOnly: number;
  readonly outside: number;
  readonly withoutHarm: number;
}

export type Weighed = ReturnType<typeof weighedWith>;

export function weighedWith(basis: Basis, schedule: HarmSchedule) {
  const { table, availability, gridded, selected, ordered } = basis;
  const orderedKey = identityKeys<OrderedRows>();
  const weights = remember(
    (s: { mode: HarmMode; includeProactive: boolean }) => `${s.mode}|${s.includeProactive}`,
    (s) => weightsFor(table, schedule, s),
    4,
  );
  const harmOf = (s: Selection): Float64Array => weights({ mode: 'harm', includeProactive: s.includeProactive });
  const known = harmKnown(table, schedule);

  /** Sums per cell of the rows of a period, and how many in cells, by the order of their days, the schedule knows up to each. */
  const columns = remember(
    (at: { area: StudyArea; s: Selection }) => `${orderedKey(ordered(at))}|${at.s.mode}`,
    ({ area, s }) => {
      const { inCells, cell, byCell } = ordered({ area, s });
      const { rows } = inCells;
      const n = byCell.offsets.length - 1;
      const along = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] as number);
      const knownUpTo = new Uint32Array(rows.length + 1);
      for (let at = 0; at < rows.length; at++) {
        knownUpTo[at + 1] = (knownUpTo[at] as number) + (known[table.offence[rows[at] as number] as number] as number);
      }
      const harm = along(harmOf(s));
      const value = s.mode === 'sqrt-harm' ? along(weights(s)) : s.mode;
      const powersOf = powerSums(value === 'count' ? null : value === 'harm' ? harm : value);
      return { sumsOf: slidingSums({ cell, harm, value, n }), powersOf, knownUpTo };
    },
  );

  /** Sums of one setting, without any statistic. */
  const cellSums = (area: StudyArea, s: Selection) => {
    const cells = gridded({ area, resolution: s.resolution });
    const { all, inCells, polygonOnly } = ordered({ area, s });
    const { sumsOf, powersOf, knownUpTo } = columns({ area, s });
    const stretches = stretchesOf(inCells, table, s);
    let withHarm = 0;
    for (const { start, end } of stretches) {
      withHarm += (knownUpTo[end] as number) - (knownUpTo[start] as number);
    }
    const counted = lengthOf(stretches);
    const inPolygonOnly = lengthOf(stretchesOf(polygonOnly, table, s));
    const places: Places = {
      inCells: counted,
      inPolygonOnly,
      outside: lengthOf(stretchesOf(all, table, s)) - counted - inPolygonOnly,
      withoutHarm: counted - withHarm,
    };
    const powers = powersOf(stretches);
    return { ...cells, table, harmOfRow: harmOf(s), mode: s.mode, ...sumsOf(stretches), places, stretches, powers };
  };
  /** The columns of the rows in cells that the ranked list reads. */
  const listed = remember(
    (at: { area: StudyArea; s: Selection }) => orderedKey(ordered(at)),
    ({ area, s }) => {
      const { inCells, byCell } = ordered({ area, s });
      return factsByCell(table, harmOf(s), inCells, byCell);
    },
  );
  /** The same with 1 for the rows that count, in a cell or not. */
  const sums = (area: StudyArea, s: Selection) => {
    const { all } = ordered({ area, s });
    const mask = new Uint8Array(table.rows);
    for (const { start, end } of stretchesOf(all, table, s)) {
      for (let at = start; at < end; at++) mask[all.rows[at] as number] = 1;
    }
    return { ...cellSums(area, s), mask };
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
  return { ...basis, schedule, weights, harmOf, known, rowsOf, cellSums, listed, sums, everyRow, aboutData };
}
