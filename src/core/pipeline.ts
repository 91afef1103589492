/**
 * The product in one file: offences → definition and period → cells of a study area → sums → Gi* with FDR → ranks.
 *
 *   ingest(files)                    bytes → { table, report }             core/ingest
 *   pipelineOf(table, schedule)      remembers each step by what it depends on
 *     .grid(area, resolution)        the H3 cells of the area, zeros in    core/hex
 *     .hotspots(area, settings)      sums, Gi*, FDR, ranks, the list       core/methods
 *     .everyCell, .ranked            the same as tables                    core/tables
 *     .cell(area, settings, id)      all that is known of one cell
 *     .series(area, settings)        offences over time
 *     … for 'outside'                the same without small counts         core/tables/outside
 *     .stability(area, settings)     how far the top 20 depends on the weights
 *     .compare(area, settings, other)  two definitions side by side
 *     .emerging(area, settings)      new, lasting and past hot spots over steps of time
 *     .kde(area, settings)           density at the centres of the cells, also as a table
 *     .concentration(area, settings)  in how few cells how much lies, beside chance
 *     .nearRepeat(area, settings)    whether one offence makes another likelier, and the risk left
 *     .hours(area, settings)         hours of the week, aoristic and by exposure
 *     .change(area, settings)        a key date: before and after, cell by cell
 *     .patrolAreas(area, settings)   contiguous cells to walk                 core/patrol
 *     .validate(area, settings)      which method would have found what came  core/evaluation
 *     .rtm(area, settings, factors)  risk terrain: relative risks of factors, scores of cells
 *     .weighedBy(schedule)           the same offences and cells under another schedule  core/harm
 *
 * The app's worker and the command line both call this and nothing else, so they cannot disagree.
 */
import { holdOut, type ValidationSettings } from './evaluation/hold-out.ts';
import { keyDateChange } from './evaluation/key-date.ts';
import type { StudyArea } from './geo/area.ts';
import { AROUND_ID } from './geo/around.ts';
import { containsOf } from './geo/contains.ts';
import type { Factor } from './geo/factor.ts';
import { metresOf, type PointsM } from './geo/local-metres.ts';
import type { HarmLevel } from './harm/days.ts';
import type { HarmSchedule } from './harm/schedule.ts';
import { harmKnown, harmRanged, weightsFor } from './harm/weights.ts';
import { cellsOf } from './hex/cells.ts';
import type { CellGrid, NeighbourGraph } from './hex/grid.ts';
import { indexRows } from './hex/index-rows.ts';
import { coarserCells, hexLevels } from './hex/levels.ts';
import { neighbourGraph } from './hex/neighbours.ts';
import { type RowsByCell, rowsByCell } from './hex/rows-by-cell.ts';
import { sumByCell } from './hex/sum.ts';
import { identityKeys, remember } from './memo.ts';
import type { LongSpans } from './methods/aoristic.ts';
import { cautionsFor, dataCautions } from './methods/cautions.ts';
import { cellDetail } from './methods/cell-detail.ts';
import { factsReader } from './methods/cell-facts.ts';
import type { ChangeSettings } from './methods/change-windows.ts';
import { classBreaks } from './methods/class-breaks.ts';
import { compareDefinitions } from './methods/compare-definitions.ts';
import { concentrationResult } from './methods/concentration-result.ts';
import { defaultEmergingSettings, type EmergingSettings } from './methods/emerging.ts';
import { copyOfEmerging, emergingResult } from './methods/emerging-result.ts';
import { binOf, giStar, giStarPermutation } from './methods/gi-star.ts';
import { hourSignature } from './methods/hour-signature.ts';
import { defaultKdeSettings, type KdeSettings } from './methods/kde.ts';
import { kdeResult } from './methods/kde-result.ts';
import { defaultNearRepeatSettings, type NearRepeatSettings } from './methods/near-repeat.ts';
import { nearRepeatResult } from './methods/near-repeat-result.ts';
import { rankCells } from './methods/rank.ts';
import { rankStability } from './methods/rank-stability.ts';
import { type RankedListInput, rankedList } from './methods/ranked-list.ts';
import { factorColumns } from './methods/rtm/factor-columns.ts';
import type { RtmResult } from './methods/rtm/results.ts';
import { fitRtm, type RtmHooks } from './methods/rtm/run.ts';
import { extentsOf, type RtmSettings } from './methods/rtm/settings.ts';
import { offenceSeries } from './methods/series.ts';
import { availabilityFor, availabilityOf, definitionMask } from './offences/definitions.ts';
import type { Selection } from './offences/presets.ts';
import { periodMask } from './offences/select.ts';
import type { OffenceTable } from './offences/table.ts';
import type { PatrolSettings } from './patrol/patrol-areas.ts';
import { patrolPlaces } from './patrol/patrol-places.ts';
import type {
  CellDetail,
  ChangeResult,
  ComparisonResult,
  ConcentrationResult,
  EmergingResult,
  GridResult,
  HotspotResult,
  HoursResult,
  KdeResult,
  NearRepeatResult,
  PatrolResult,
  SeriesResult,
  StabilityResult,
  ValidationResult,
} from './results.ts';
import type { Audience, HarmMode } from './settings.ts';
import { benjaminiHochberg } from './stats/fdr.ts';
import { emergingTable } from './tables/emerging.ts';
import { hotspotTable, rankedTable } from './tables/hotspots.ts';
import { kdeTable } from './tables/kde.ts';
import { disclosureWords, roundedTotal, withoutSmallCounts, wordsForOutside } from './tables/outside.ts';
import { riskTables } from './tables/rtm.ts';
import type { OutTable } from './tables/table.ts';

export { ingest } from './ingest/ingest.ts';

const TOP = 100;

/** The cells of an area and where each row of the table falls. */
interface Gridded {
  readonly grid: CellGrid;
  /** Cell of each row, −1 when in no cell; and the rows of each cell. */
  readonly cellOfRow: Int32Array;
  readonly rows: RowsByCell;
  /** 1 for rows inside the polygon whose cell is not in the grid. */
  readonly inPolygonOnly: Uint8Array;
  /** Neighbourhoods by ring, made when first asked for. */
  readonly graph: (ring: 1 | 2) => NeighbourGraph;
}

export interface Pipeline {
  grid(area: StudyArea, resolution: number): GridResult;
  /** For 'outside' the numbers of hidden cells are 0; the list and the sentences fit a page for partners. */
  hotspots(area: StudyArea, settings: Selection, audience?: Audience): HotspotResult;
  /** Every cell of the area by rank, and the cells' H3 ids alongside for geometry. */
  everyCell(area: StudyArea, settings: Selection, audience?: Audience): OutTable;
  /** The ranked list of all cells with a value above 0, for 'outside' of those that are shown. */
  ranked(area: StudyArea, settings: Selection, audience?: Audience): OutTable;
  /** Null when the id is not a cell of the area at this resolution. */
  cell(area: StudyArea, settings: Selection, id: string): CellDetail | null;
  series(area: StudyArea, settings: Selection): SeriesResult;
  /** The top 20 under low and high weights; in count mode, without weights, nothing moves. */
  stability(area: StudyArea, settings: Selection): StabilityResult;
  /** What the settings' definition and another count in the same cells and period. */
  compare(area: StudyArea, settings: Selection, other: Pick<Selection, 'definition' | 'own'>): ComparisonResult;
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
  /** Hours of the week; spans of more than a week are spread unless they are to be left out. Refused without times of day. */
  hours(area: StudyArea, settings: Selection & { readonly longSpans?: LongSpans }): HoursResult;
  /** The windows before and after a key date compared; the period of the settings confines both. */
  change(area: StudyArea, settings: Selection & ChangeSettings): ChangeResult;
  /** Contiguous cells to patrol, grown from the worst. */
  patrolAreas(area: StudyArea, settings: Selection & PatrolSettings): PatrolResult;
  /** Each method trained on the past and held against what came after; the period's end is not used. */
  validate(area: StudyArea, settings: Selection & ValidationSettings): ValidationResult;
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
  /** The relative risks, the cells' scores and the fitted columns of a model at this resolution. */
  rtmTable(area: StudyArea, resolution: number, result: RtmResult, what: 'risks' | 'cells' | 'design'): OutTable;
  /** A pipeline over the same offences that shares all that does not depend on the weights. */
  weighedBy(schedule: HarmSchedule): Pipeline;
}

/** @throws InputError from each method, for an area without cells or a definition that the data cannot answer. */
export function pipelineOf(table: OffenceTable, schedule: HarmSchedule): Pipeline {
  return weighing(basisOf(table), schedule);
}

/** What does not depend on the weights. */
function basisOf(table: OffenceTable) {
  const availability = availabilityOf(table);
  // two files may draw the same district differently, so an area is known by itself and not by its code
  const areaKey = identityKeys<StudyArea>();

  const gridded = remember(
    (at: { area: StudyArea; resolution: number }) => `${areaKey(at.area)}|${at.resolution}`,
    ({ area, resolution }): Gridded => {
      const grid = cellsOf(area, resolution);
      const cellOfRow = indexRows(table.lon, table.lat, grid);
      const graph = remember(
        (ring: 1 | 2) => String(ring),
        (ring) => neighbourGraph(grid, ring),
      );
      const rows = rowsByCell(cellOfRow, grid.cells.length);
      return { grid, cellOfRow, rows, inPolygonOnly: insideButInNoCell(table, area, cellOfRow), graph };
    },
  );
  const selected = remember(
    (s: Selection) => `${s.own ? JSON.stringify(s.own.rule) : s.definition}|${s.includeProactive}`,
    (s) => definitionMask(table, s.own ?? s.definition, s.includeProactive),
  );
  const placesM = remember(areaKey, ({ bounds }: StudyArea): PointsM => metresOf(bounds)(table.lon, table.lat));
  const factorKey = identityKeys<Factor>();
  const candidates = remember(
    (at: { area: StudyArea; grid: CellGrid; factors: readonly Factor[]; settings: RtmSettings }) =>
      `${areaKey(at.area)}|${at.grid.resolution}|${at.factors.map(factorKey)}|${extentsOf(at.settings)}|${at.settings.operationalisation}|${at.settings.blockM}`,
    ({ area, grid, factors, settings }) => factorColumns(area, grid, factors, settings),
  );
  return { candidates, table, availability, areaKey, gridded, selected, placesM };
}

function weighing(basis: ReturnType<typeof basisOf>, schedule: HarmSchedule): Pipeline {
  const { candidates, table, availability, areaKey, gridded, selected, placesM } = basis;
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
  /** Sums, statistics and ranks: the numeric part. The last one is kept for the tables that follow the picture. */
  const analysed = remember(
    (at: { area: StudyArea; s: Selection }) => `${areaKey(at.area)}|${JSON.stringify(at.s)}`,
    ({ area, s }): RankedListInput & Gridded & Numbers => {
      const found = sums(area, s);
      return { ...found, ...significance(found.value, found.graph(s.ring), s), ...rankCells(found.value) };
    },
    1,
  );
  const emerged = remember(
    (at: { area: StudyArea; s: Selection & Partial<EmergingSettings> }) =>
      `${areaKey(at.area)}|${JSON.stringify(at.s)}`,
    ({ area, s }) => {
      const { grid, cellOfRow, graph } = gridded({ area, resolution: s.resolution });
      const mask = periodMask(table, s, selected(s));
      const input = { table, mask, cellOfRow, weights: weights(s), graph: graph(1) };
      return { cells: grid.cells, result: emergingResult(input, { ...defaultEmergingSettings, ...s }) };
    },
    1,
  );
  const dense = remember(
    (at: { area: StudyArea; s: Selection & Partial<KdeSettings> }) => `${areaKey(at.area)}|${JSON.stringify(at.s)}`,
    ({ area, s }) => {
      const { grid, cellOfRow } = gridded({ area, resolution: s.resolution });
      const centres = metresOf(area.bounds)(grid.lon, grid.lat);
      const input = { centres, places: placesM(area), cellOfRow, weights: weights(s) };
      const mask = periodMask(table, s, selected(s));
      return { grid, result: kdeResult({ ...input, mask }, { ...defaultKdeSettings, ...s }) };
    },
    1,
  );
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
  /** The same as it may be shown to its readers; `hidden` is null for the force's own. */
  const shownTo = (audience: Audience, area: StudyArea, s: Selection) => {
    const found = analysed({ area, s });
    if (audience === 'force') return { found, hidden: null, list: (limit: number) => rankedList(found, limit) };
    const ancestors = coarserCells(found.grid).map((level) => level.parentOf);
    // suppression goes from the coarsest to the finest
    const shown = withoutSmallCounts(found, ancestors.reverse(), (value) =>
      significance(value, found.graph(s.ring), s),
    );
    const list = (limit: number) => wordsForOutside(rankedList(shown, limit), shown);
    return { found: shown, hidden: shown.hidden, list };
  };

  return {
    grid(area, resolution) {
      const { grid } = gridded({ area, resolution });
      return { resolution, cells: grid.cells, areaM2: grid.areaM2.slice(), levels: hexLevels(grid) };
    },

    hotspots(area, settings, audience = 'force') {
      const { found, hidden, list } = shownTo(audience, area, settings);
      const exact = placesOf(found, known);
      const where = hidden?.includes(1) ? roundedPlaces(exact) : exact;
      const totalValue = sum(found.value);
      return {
        // a transferred array leaves its owner, and the analysis is kept
        count: found.count.slice(),
        harm: found.harm.slice(),
        value: found.value.slice(),
        z: found.z.slice(),
        p: found.p.slice(),
        q: found.q.slice(),
        bin: found.bin.slice(),
        rank: found.rank.slice(),
        top: list(TOP),
        ...where,
        totalHarm: sum(found.harm),
        totalValue,
        breaks: classBreaks(found.value),
        cautions: [
          ...(hidden ? [disclosureWords(hidden)] : []),
          ...cautionsFor({
            ...aboutData(area, settings),
            cells: found.grid.cells.length,
            value: found.value,
            totalValue,
            varies: found.z.some((z) => !Number.isNaN(z)),
            ...where,
          }),
        ],
      };
    },

    everyCell(area, settings, audience = 'force') {
      const { found, hidden } = shownTo(audience, area, settings);
      return hotspotTable(found.grid, found, found.order, hidden);
    },

    ranked(area, settings, audience = 'force') {
      return rankedTable(shownTo(audience, area, settings).list(Number.POSITIVE_INFINITY));
    },

    cell(area, settings, id) {
      const found = sums(area, settings);
      const index = found.grid.cells.indexOf(id);
      return index < 0 ? null : cellDetail(found, index);
    },

    series(area, settings) {
      const { cellOfRow } = gridded({ area, resolution: settings.resolution });
      return offenceSeries(table, cellOfRow, selected(settings), weights(settings));
    },

    stability(area, settings) {
      const { grid, cellOfRow } = gridded({ area, resolution: settings.resolution });
      const mask = periodMask(table, settings, selected(settings));
      const valueAt = (level: HarmLevel): Float64Array =>
        sumByCell(cellOfRow, mask, weightsFor(table, schedule, { ...settings, level }), grid.cells.length);
      const value = { low: valueAt('low'), default: valueAt('default'), high: valueAt('high') };
      const isRanged = harmRanged(table, schedule, settings.includeProactive);
      let ranged = 0;
      for (let row = 0; row < mask.length; row++) {
        if ((cellOfRow[row] as number) >= 0)
          ranged += (mask[row] as number) & (isRanged[table.offence[row] as number] as number);
      }
      return rankStability(value, settings.mode === 'count' ? 0 : ranged);
    },

    compare(area, settings, other) {
      const { grid, cellOfRow } = gridded({ area, resolution: settings.resolution });
      const weight = weights(settings);
      const sideOf = (s: Selection) => {
        const mask = periodMask(table, s, selected(s));
        const count = sumByCell(cellOfRow, mask, null, grid.cells.length);
        const harm = sumByCell(cellOfRow, mask, harmOf(s), grid.cells.length);
        return { mask, count, harm, value: sumByCell(cellOfRow, mask, weight, grid.cells.length) };
      };
      return compareDefinitions(cellOfRow, sideOf(settings), sideOf({ ...settings, own: null, ...other }));
    },

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
      const { grid, cellOfRow } = gridded({ area, resolution: s.resolution });
      const mask = periodMask(table, s, selected(s));
      const input = { table, mask, cellOfRow, grid, toMetres: metresOf(area.bounds) };
      return nearRepeatResult(input, { ...defaultNearRepeatSettings, ...s }, s.asOfDay ?? null);
    },

    hours(area, s) {
      const { cellOfRow } = gridded({ area, resolution: s.resolution });
      return hourSignature(table, periodMask(table, s, selected(s)), cellOfRow, { longSpans: 'spread', ...s });
    },

    change(area, settings) {
      const result = keyDateChange(everyRow(area, settings), settings);
      return { ...result, cautions: [...result.cautions, ...dataCautions(aboutData(area, settings))] };
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

    validate(area, settings) {
      const result = holdOut({ ...everyRow(area, settings), ...settings }, settings);
      return { ...result, cautions: [...result.cautions, ...dataCautions(aboutData(area, settings))] };
    },

    async rtm(area, s, factors, rtmSettings, hooks) {
      const { grid, count } = sums(area, { ...s, mode: 'count' });
      return fitRtm(candidates({ area, grid, factors, settings: rtmSettings }), count, rtmSettings, hooks);
    },

    rtmTable: (area, resolution, result, what) => riskTables[what](gridded({ area, resolution }).grid, result),

    weighedBy: (other) => weighing(basis, other),
  };
}

interface RiskDay {
  readonly asOfDay?: number;
}

/** What `analyse` adds to the input of the ranked list. */
interface Numbers {
  readonly p: Float64Array;
  readonly rank: Uint32Array;
}

/** Gi* of each cell with its false discovery rate. */
function significance(value: Float64Array, graph: NeighbourGraph, s: Selection) {
  const { z, p } = s.permutations > 0 ? giStarPermutation(value, graph, s) : giStar(value, graph);
  const q = benjaminiHochberg(p);
  return { z, p, q, bin: binOf(z, q) };
}

/** Where the offences of the definition and period lie, and how many of those counted have no harm. */
function placesOf({ table, mask, cellOfRow, inPolygonOnly }: RankedListInput & Gridded, known: Uint8Array): Places {
  const { offence } = table;
  let selected = 0;
  let inCells = 0;
  let polygonOnly = 0;
  let withHarm = 0;
  // sums of flags instead of branches: this runs over all rows at every change
  for (let row = 0; row < mask.length; row++) {
    const counts = mask[row] as number;
    const inCell = (cellOfRow[row] as number) >= 0 ? counts : 0;
    selected += counts;
    inCells += inCell;
    polygonOnly += counts & (inPolygonOnly[row] as number);
    withHarm += inCell & (known[offence[row] as number] as number);
  }
  const outside = selected - inCells - polygonOnly;
  return { inCells, inPolygonOnly: polygonOnly, outside, withoutHarm: inCells - withHarm };
}

interface Places {
  readonly inCells: number;
  readonly inPolygonOnly: number;
  readonly outside: number;
  readonly withoutHarm: number;
}

function roundedPlaces(exact: Places): Places {
  return {
    inCells: roundedTotal(exact.inCells),
    inPolygonOnly: roundedTotal(exact.inPolygonOnly),
    outside: roundedTotal(exact.outside),
    withoutHarm: roundedTotal(exact.withoutHarm),
  };
}

function insideButInNoCell(table: OffenceTable, area: StudyArea, cellOfRow: Int32Array): Uint8Array {
  const contains = containsOf(area);
  return Uint8Array.from(cellOfRow, (cell, row) =>
    cell < 0 && contains(table.lon[row] ?? Number.NaN, table.lat[row] ?? Number.NaN) ? 1 : 0,
  );
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const v of values) total += v;
  return total;
}
