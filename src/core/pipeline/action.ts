/** What leads to action: change at a key date, areas to patrol, which method foretells, risk terrain. */
import type { ValidationSettings } from '../evaluation/hold-out.ts';
import { keyDateChange } from '../evaluation/key-date.ts';
import { type EvaluationHooks, runHoldOut } from '../evaluation/run.ts';
import { spatialHoldOut } from '../evaluation/spatial-hold-out.ts';
import type { StudyArea } from '../geo/area.ts';
import type { GridTransform } from '../geo/bng.ts';
import type { Factor } from '../geo/factor.ts';
import { metresOf } from '../geo/local-metres.ts';
import { coarserCells } from '../hex/levels.ts';
import { hourWeightsReader } from '../methods/aoristic.ts';
import { dataCautions } from '../methods/cautions.ts';
import { factsReader } from '../methods/cell-facts.ts';
import { changeByCell } from '../methods/change.ts';
import { type ChangeSettings, changeWindows, coveredWindow } from '../methods/change-windows.ts';
import type { RtmResult } from '../methods/rtm/results.ts';
import { fitRtm, type RtmHooks } from '../methods/rtm/run.ts';
import type { RtmSettings } from '../methods/rtm/settings.ts';
import type { Selection } from '../offences/presets.ts';
import { defaultPatrolSettings, type PatrolSettings } from '../patrol/patrol-areas.ts';
import { type CardsResult, type CardsSettings, patrolCards as cardsOf } from '../patrol/patrol-cards.ts';
import { patrolPlaces } from '../patrol/patrol-places.ts';
import { capFor, planCards, type ShiftAsk, type ShiftResult } from '../patrol/shift.ts';
import { shiftDay } from '../patrol/view.ts';
import type { ChangeResult, PatrolResult, SpatialTest, ValidationResult } from '../results.ts';
import type { Audience } from '../settings.ts';
import { changeForOutside, changeTable } from '../tables/change.ts';
import { riskTables } from '../tables/rtm.ts';
import type { OutTable } from '../tables/table.ts';
import type { Weighed } from './weighed.ts';

/** A risk terrain model among the methods that are tested. */
interface RiskTested {
  readonly factors: readonly Factor[];
  readonly settings: RtmSettings;
  /** Without a model there is no test; otherwise it is left out, and said so. */
  readonly required?: boolean;
}

export interface ActionSteps {
  /** The windows before and after a key date compared; the period of the settings confines both. */
  change(area: StudyArea, settings: Selection & ChangeSettings): ChangeResult;
  /** The change of every cell as a table; for 'outside' without cells of small counts. */
  changeTable(area: StudyArea, settings: Selection & ChangeSettings, audience?: Audience): OutTable;
  /** Contiguous cells to patrol, grown from the worst. */
  patrolAreas(area: StudyArea, settings: Selection & PatrolSettings): PatrolResult;
  /** The same with what was changed by hand, and what the card of each says; `grid` is for exact grid references. */
  patrolCards(
    area: StudyArea,
    settings: Selection & CardsSettings,
    grid?: GridTransform,
  ): CardsResult & Pick<ShiftResult, 'cautions'>;
  /** The same with the plan of a shift. */
  patrolShift(
    area: StudyArea,
    settings: Selection & ShiftAsk & Pick<CardsSettings, 'alsoWhy'>,
    grid?: GridTransform,
  ): ShiftResult;
  /**
   * Each method trained on the past and held against what came after, a risk terrain model among them where there are
   * factors; the period's end is not used. Tells how far it is, gives others a turn and can be cancelled.
   * @throws InputError without training or test rows; CancelledError
   */
  validate(
    area: StudyArea,
    settings: Selection & ValidationSettings,
    risk?: RiskTested | null,
    hooks?: EvaluationHooks & Pick<RtmHooks, 'runFolds'>,
  ): Promise<ValidationResult>;
  /**
   * Risk terrain model of the offences' number per cell. Long: reports progress, gives others a turn, can be cancelled.
   * @throws InputError without factors, without variation or without offences; CancelledError
   */
  rtm(
    area: StudyArea,
    settings: Selection,
    factors: readonly Factor[],
    rtmSettings: RtmSettings,
    hooks?: RtmHooks,
  ): Promise<RtmResult>;
  /**
   * A model held against parts of its area that it was not fitted to, in turn: what can be tested without dates.
   * @throws InputError for too small an area, or without offences but in one part; CancelledError
   */
  rtmSpatialTest(
    area: StudyArea,
    settings: Selection,
    factors: readonly Factor[],
    rtmSettings: RtmSettings,
    model: Pick<RtmResult, 'predicted' | 'observed'>,
    hooks?: RtmHooks,
  ): Promise<SpatialTest>;
  /** The relative risks, the cells' scores and the fitted columns of a model at this resolution. */
  rtmTable(area: StudyArea, resolution: number, result: RtmResult, what: 'risks' | 'cells' | 'design'): OutTable;
}

export function actionSteps({ table, candidates, gridded, sums, everyRow, aboutData }: Weighed): ActionSteps {
  const patrolCards: ActionSteps['patrolCards'] = (area, settings, grid) => {
    const found = sums(area, settings);
    const centres = metresOf(area.bounds)(found.grid.lon, found.grid.lat);
    const factsOf = factsReader(table, found.harmOfRow);
    const weightsOf = hourWeightsReader(table, 'leave-out');
    const input = { ...found, ...centres, graph: found.graph(1), factsOf, weightsOf };
    return { ...cardsOf(input, settings, grid), cautions: dataCautions(aboutData(area, settings)) };
  };
  return {
    change(area, settings) {
      const result = keyDateChange(everyRow(area, settings), settings);
      return { ...result, cautions: [...result.cautions, ...dataCautions(aboutData(area, settings))] };
    },

    changeTable(area, settings, audience = 'force') {
      const rows = everyRow(area, settings);
      const { grid } = rows;
      const windows = changeWindows(table, settings, settings);
      const change = changeByCell({ ...rows, n: grid.cells.length }, windows);
      if (audience === 'force') return changeTable(grid.cells, change);
      // suppression goes from the coarsest to the finest
      const ancestors = coarserCells(grid)
        .map(({ parentOf }) => parentOf)
        .reverse();
      return changeTable(grid.cells, changeForOutside(change, ancestors));
    },

    patrolAreas(area, settings) {
      const found = sums(area, settings);
      const centres = metresOf(area.bounds)(found.grid.lon, found.grid.lat);
      const factsOf = factsReader(table, found.harmOfRow);
      const input = {
        ...found,
        ...centres,
        graph: found.graph(1),
        placeOf: (of: readonly number[]) => factsOf(of).place,
      };
      return { ...patrolPlaces(input, settings), cautions: dataCautions(aboutData(area, settings)) };
    },

    patrolCards,

    patrolShift(area, settings, grid) {
      const { areaM2 } = gridded({ area, resolution: settings.resolution }).grid;
      const maxAreaM2 = capFor(settings.maxAreaM2, defaultPatrolSettings.maxAreaM2, areaM2);
      const found = patrolCards(area, { ...settings, maxAreaM2 }, grid);
      const day = shiftDay(settings, coveredWindow(table, settings)?.toDay ?? settings.toDay ?? 0);
      return { ...found, maxAreaM2, day, ...planCards(found.cards, { ...settings, day }, table) };
    },

    async validate(area, s, risk = null, { runFolds, ...hooks } = {}) {
      const foretelling = risk && {
        required: risk.required ?? false,
        foretell: async (toDay: number, { onProgress, signal }: EvaluationHooks) => {
          const { grid, count } = sums(area, { ...s, mode: 'count', toDay });
          const columns = candidates({ area, grid, factors: risk.factors, settings: risk.settings });
          const found = await fitRtm(columns, count, risk.settings, {
            onProgress: ({ done }) => onProgress?.(done),
            ...(signal ? { signal } : {}),
            ...(runFolds ? { runFolds } : {}),
          });
          return found.predicted;
        },
      };
      const result = await runHoldOut({ ...everyRow(area, s), ...s }, s, hooks, foretelling);
      return { ...result, cautions: [...result.cautions, ...dataCautions(aboutData(area, s))] };
    },

    async rtm(area, s, factors, rtmSettings, hooks) {
      const { grid, count } = sums(area, { ...s, mode: 'count' });
      return fitRtm(candidates({ area, grid, factors, settings: rtmSettings }), count, rtmSettings, hooks);
    },

    async rtmSpatialTest(area, { resolution }, factors, rtmSettings, { observed, predicted }, hooks) {
      const { grid } = gridded({ area, resolution });
      const columns = candidates({ area, grid, factors, settings: rtmSettings });
      const centres = metresOf(area.bounds)(grid.lon, grid.lat);
      const input = { candidates: columns, observed, centres, areaM2: grid.areaM2, inSample: predicted };
      return spatialHoldOut(input, rtmSettings, hooks);
    },

    rtmTable: (area, resolution, result, what) => riskTables[what](gridded({ area, resolution }).grid, result),
  };
}
