/** What the numbers on screen cannot tell, in sentences: the panel, the print and the command line all show these. */
import { NO_HOUR, type OffenceTable } from '../offences/table.ts';
import type { Availability } from '../results.ts';
import type { HotspotSettings } from '../settings.ts';
import { SKEWED } from './even-spread.ts';

/** Below this many cells the normal approximation of Gi* is unreliable (methods: n < 30). */
const FEW_CELLS = 30;
/** One cell holding this share of all harm turns a map of harm into a map of one event. */
const LARGE_SHARE = 0.25;

export interface DataCautionInput {
  readonly table: OffenceTable;
  readonly settings: Pick<HotspotSettings, 'mode' | 'resolution' | 'hours' | 'permutations'>;
  readonly availability: Availability;
  /** The study area was drawn around the offences. */
  readonly drawnAround: boolean;
}

export interface CautionInput extends DataCautionInput {
  readonly cells: number;
  readonly value: Float64Array;
  readonly totalValue: number;
  readonly varies: boolean;
  readonly withoutHarm: number;
  /** Skewness of the sums of neighbourhoods if the offences were strewn evenly (even-spread.ts). */
  readonly skew: number;
}

/** What the data and the definition cannot tell, whatever the method. */
export function dataCautions(input: DataCautionInput): string[] {
  const { table, settings, availability } = input;
  const cautions: string[] = [];
  if (availability.state === 'upper-bound') cautions.push(`Upper bound: ${availability.why}`);
  if (settings.hours !== null) {
    const untimed = table.hourOfWeek.reduce((rows, hour) => rows + Number(hour === NO_HOUR), 0);
    const left =
      untimed > 0 ? ` ${untimed} of all ${table.rows} offences loaded have no time of day and are left out.` : '';
    cautions.push(
      `Only ${settings.hours.length} of the 168 hours of the week count, by the hour in which an offence began.${left}`,
    );
  }
  if (table.snapped) {
    cautions.push(
      'Positions are snapped to map points and dates are months: read cells of about 300 m or larger, and no hours or days.',
    );
    if (settings.resolution > 9) {
      cautions.push('Resolution 10 and 11 are finer than snapped points can support: use 8 or 9.');
    }
    if (settings.mode !== 'count') {
      cautions.push(
        'A police.uk category is not an offence: harm is a typical weight per category, so this is mostly a map of violence and sexual offences and of robbery.',
      );
    }
  }
  if (input.drawnAround) {
    cautions.push(
      'The study area is drawn around the offences themselves: open the real boundaries before quoting a share or a z.',
    );
  }
  return cautions;
}

/** The same with what Gi* and the weights cannot tell. */
export function cautionsFor(input: CautionInput): string[] {
  const { settings, cells, value, totalValue } = input;
  const cautions = dataCautions(input);
  if (!input.varies) cautions.push('Every cell has the same value, so Gi* has nothing to tell.');
  else if (cells < FEW_CELLS) cautions.push(`Only ${cells} cells: Gi* is unreliable below ${FEW_CELLS}.`);
  if (input.varies && settings.permutations > 0) {
    cautions.push(
      'Permutations keep a cell’s own value and deal out its neighbours’: they find places where neighbours gather, not a single hot cell, and among many cells may mark none.',
    );
  } else if (input.varies && input.skew >= SKEWED) {
    cautions.push(
      `${settings.mode === 'count' ? 'Few offences for so many cells' : 'Few or very unequal offences for so many cells'}: Gi* would mark some, up to one in ten, even if they were strewn evenly. Larger cells, two rings${settings.mode === 'harm' ? ', √harm' : ''} or a longer period make it surer.`,
    );
  }
  if (settings.mode === 'harm' && totalValue > 0) {
    const largest = value.reduce((most, v) => Math.max(most, v), 0);
    if (largest / totalValue >= LARGE_SHARE) {
      cautions.push(
        'One cell holds a quarter or more of all harm: a single grave offence may make the picture. Compare √harm.',
      );
    }
  }
  if (input.withoutHarm > 0 && settings.mode !== 'count') {
    cautions.push(
      `${input.withoutHarm} offences counted here have no weight in the schedule and add no harm: check the notes for titles that were not recognised, or weigh by a schedule that holds them.`,
    );
  }
  return cautions;
}
