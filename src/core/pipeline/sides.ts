/** Two areas, or two periods of one, side by side. */
import type { StudyArea } from '../geo/area.ts';
import { type AreaCounts, areaRates, areaRatios } from '../methods/area-rates.ts';
import { coveredWindow } from '../methods/change-windows.ts';
import { hourSignature } from '../methods/hour-signature.ts';
import { requireHours } from '../methods/precise-enough.ts';
import { FEWEST_TIMED, type SidesHours, type SidesResult, sidesHours } from '../methods/sides.ts';
import type { Selection } from '../offences/presets.ts';
import { MISSING } from '../offences/table.ts';
import type { Weighed } from './weighed.ts';

export interface Side {
  readonly area: StudyArea;
  readonly settings: Selection;
  /** Of the area; null when not known. */
  readonly residents: number | null;
}

export interface SideSteps {
  /** Rates, their ratios and the hours of two sides; the settings may differ in anything. */
  sides(one: Side, other: Side): SidesResult;
}

export function sideSteps({ table, gridded, rowsOf, sums, aboutData }: Weighed): SideSteps {
  const dated = table.day.some((day) => day !== MISSING);
  const countsOf = ({ area, settings, residents }: Side): AreaCounts => {
    const { grid, count, harm } = sums(area, settings);
    return {
      count: sum(count),
      harm: sum(harm),
      areaM2: sum(grid.areaM2),
      residents,
      days: dated ? (coveredWindow(table, settings)?.days ?? 0) : null,
    };
  };
  const hoursOf = ({ area, settings }: Side) => {
    const { cellOfRow } = gridded({ area, resolution: settings.resolution });
    return hourSignature(table, rowsOf(settings), cellOfRow, { ...settings, longSpans: 'spread' });
  };
  const compared = (one: Side, other: Side): { hours: SidesHours | null; whyNoHours: string } => {
    try {
      requireHours(table, 'A comparison of hours');
    } catch (error) {
      return { hours: null, whyNoHours: error instanceof Error ? error.message : String(error) };
    }
    const hours = sidesHours(hoursOf(one), hoursOf(other));
    return hours.oneOffences >= FEWEST_TIMED && hours.otherOffences >= FEWEST_TIMED
      ? { hours, whyNoHours: '' }
      : {
          hours: null,
          whyNoHours: `Fewer than ${FEWEST_TIMED} offences with a time on one side: their hours would be chance – take a longer period.`,
        };
  };
  return {
    sides(one, other) {
      const [a, b] = [countsOf(one), countsOf(other)];
      return {
        one: areaRates(a),
        other: areaRates(b),
        ...areaRatios(a, b),
        ...compared(one, other),
        cautions: aboutData(one.area, one.settings).availability.state === 'upper-bound' ? [UPPER_BOUND] : [],
      };
    },
  };
}

const UPPER_BOUND = 'The definition is an upper bound in these data, on both sides.';

function sum(values: Float64Array): number {
  let total = 0;
  for (const v of values) total += v;
  return total;
}
