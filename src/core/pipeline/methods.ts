/** The other methods over the same cells and rows: emerging hot spots, density, concentration, near-repeat, hours. */
import type { StudyArea } from '../geo/area.ts';
import { metresOf } from '../geo/local-metres.ts';
import { remember } from '../memo.ts';
import type { LongSpans } from '../methods/aoristic.ts';
import { classBreaks } from '../methods/class-breaks.ts';
import { concentrationResult } from '../methods/concentration-result.ts';
import { defaultEmergingSettings, type EmergingSettings } from '../methods/emerging.ts';
import { copyOfEmerging, emergingResult } from '../methods/emerging-result.ts';
import { hourSignature } from '../methods/hour-signature.ts';
import { defaultKdeSettings, type KdeSettings } from '../methods/kde.ts';
import { kdeResult } from '../methods/kde-result.ts';
import { defaultNearRepeatSettings, type NearRepeatSettings } from '../methods/near-repeat.ts';
import { nearRepeatResult } from '../methods/near-repeat-result.ts';
import { isPeak, placedCells } from '../methods/placed-cells.ts';
import type { Selection } from '../offences/presets.ts';
import type { ConcentrationResult, EmergingResult, HoursResult, KdeResult, NearRepeatResult } from '../results.ts';
import { emergingTable } from '../tables/emerging.ts';
import { kdeTable } from '../tables/kde.ts';
import type { OutTable } from '../tables/table.ts';
import type { Weighed } from './weighed.ts';

export interface MethodSteps {
  /** Categories of all cells over steps of time; what is not given is `defaultEmergingSettings`. */
  emerging(area: StudyArea, settings: Selection & Partial<EmergingSettings>): EmergingResult;
  /** Every cell with its category, in the order of the grid. */
  emergingTable(area: StudyArea, settings: Selection & Partial<EmergingSettings>): OutTable;
  /** Offences around the area count as far as the kernel reaches; what is not given is `defaultKdeSettings`. */
  kde(area: StudyArea, settings: Selection & Partial<KdeSettings>): KdeResult;
  /** Every cell with its density, in the order of the grid. */
  kdeTable(area: StudyArea, settings: Selection & Partial<KdeSettings>): OutTable;
  concentration(area: StudyArea, settings: Selection): ConcentrationResult;
  /**
   * Pairs of offences close in space and time against chance, and the risk left in each cell on `asOfDay` (the day of the
   * last offence when left out). Refused for snapped places and months.
   */
  nearRepeat(area: StudyArea, settings: Selection & Partial<NearRepeatSettings> & RiskDay): NearRepeatResult;
  /**
   * Hours of the week, of all cells or of the one whose H3 id is given; spans of more than a week are spread unless they
   * are to be left out. Refused without times of day.
   */
  hours(area: StudyArea, settings: Selection & { readonly longSpans?: LongSpans; readonly cell?: string }): HoursResult;
}

/** Cells in the lists of peaks and of the most risk. */
const LISTED = 20;

interface RiskDay {
  readonly asOfDay?: number | null;
}

export function methodSteps({ table, areaKey, gridded, placesM, weights, rowsOf, sums }: Weighed): MethodSteps {
  const emerged = remember(
    (at: { area: StudyArea; s: Selection & Partial<EmergingSettings> }) =>
      `${areaKey(at.area)}|${JSON.stringify(at.s)}`,
    ({ area, s }) => {
      const { grid, cellOfRow, graph } = gridded({ area, resolution: s.resolution });
      const mask = rowsOf(s);
      const input = { table, mask, cellOfRow, weights: weights(s), graph: graph(1) };
      return { cells: grid.cells, result: emergingResult(input, { ...defaultEmergingSettings, ...s }) };
    },
    1,
  );
  const dense = remember(
    (at: { area: StudyArea; s: Selection & Partial<KdeSettings> }) => `${areaKey(at.area)}|${JSON.stringify(at.s)}`,
    ({ area, s }) => {
      const found = sums(area, s);
      const { grid, mask, cellOfRow, graph } = found;
      const centres = metresOf(area.bounds)(grid.lon, grid.lat);
      const input = { centres, places: placesM(area), cellOfRow, weights: weights(s), mask };
      const { density, bandwidthM } = kdeResult(input, { ...defaultKdeSettings, ...s });
      const peaks = placedCells(found, density, LISTED, (cell) => isPeak(density, graph(1), cell));
      return { grid, result: { density, bandwidthM, peaks, breaks: classBreaks(density) } };
    },
    1,
  );
  return {
    emerging: (area, s) => copyOfEmerging(emerged({ area, s }).result),

    emergingTable(area, s) {
      const { cells, result } = emerged({ area, s });
      return emergingTable(cells, result);
    },

    kde(area, s) {
      const { result } = dense({ area, s });
      return { ...result, density: result.density.slice() };
    },

    kdeTable(area, s) {
      const { grid, result } = dense({ area, s });
      return kdeTable(grid, result);
    },

    concentration: (area, s) => concentrationResult({ ...sums(area, s), weights: weights(s) }, s),

    nearRepeat(area, s) {
      const found = sums(area, s);
      const input = { ...found, toMetres: metresOf(area.bounds) };
      const result = nearRepeatResult(input, { ...defaultNearRepeatSettings, ...s }, s.asOfDay ?? null);
      return { ...result, top: placedCells(found, result.risk, LISTED) };
    },

    hours(area, s) {
      const { grid, cellOfRow } = gridded({ area, resolution: s.resolution });
      const mask = rowsOf(s);
      const only = s.cell === undefined ? null : grid.cells.indexOf(s.cell);
      const counted = only === null ? mask : mask.map((is, row) => (cellOfRow[row] === only ? is : 0));
      return hourSignature(table, counted, cellOfRow, { longSpans: 'spread', ...s });
    },
  };
}
