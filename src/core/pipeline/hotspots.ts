/** Hotspots: sums, Gi*, false discovery rate, ranks, and what the screen, the tables and readers outside see of them. */
import type { StudyArea } from '../geo/area.ts';
import type { HarmLevel } from '../harm/days.ts';
import { harmRanged, weightsFor } from '../harm/weights.ts';
import type { NeighbourGraph } from '../hex/grid.ts';
import { coarserCells, hexLevels } from '../hex/levels.ts';
import { sumByCell } from '../hex/sum.ts';
import { remember } from '../memo.ts';
import { cautionsFor } from '../methods/cautions.ts';
import { cellDetail } from '../methods/cell-detail.ts';
import { classBreaksInOrder } from '../methods/class-breaks.ts';
import { compareDefinitions } from '../methods/compare-definitions.ts';
import { skewIfEven } from '../methods/even-spread.ts';
import { binOf, giStar, giStarPermutation } from '../methods/gi-star.ts';
import { rankCells } from '../methods/rank.ts';
import { rankStability } from '../methods/rank-stability.ts';
import { type RankedListInput, rankedList } from '../methods/ranked-list.ts';
import { offenceSeries } from '../methods/series.ts';
import type { Selection } from '../offences/presets.ts';
import type {
  CellDetail,
  ComparisonResult,
  GridResult,
  HotspotResult,
  SeriesResult,
  StabilityResult,
} from '../results.ts';
import type { Audience } from '../settings.ts';
import { benjaminiHochberg } from '../stats/fdr.ts';
import { hotspotTable, rankedTable } from '../tables/hotspots.ts';
import { disclosureWords, roundedTotal, withoutSmallCounts, wordsForOutside } from '../tables/outside.ts';
import type { OutTable } from '../tables/table.ts';
import type { Gridded } from './basis.ts';
import type { Places, Weighed } from './weighed.ts';

const TOP = 100;

/** Cells of a whole neighbourhood, by ring. */
const NEIGHBOURHOOD = { 1: 7, 2: 19 } as const;

export interface HotspotSteps {
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
}

export function hotspotSteps(weighed: Weighed): HotspotSteps {
  const { table, schedule, areaKey, gridded, selected, weights, harmOf, rowsOf, cellSums, listed, sums, aboutData } =
    weighed;
  /** Sums, statistics and ranks: the numeric part. The last one is kept for the tables that follow the picture. */
  const analysed = remember(
    (at: { area: StudyArea; s: Selection }) => `${areaKey(at.area)}|${JSON.stringify(at.s)}`,
    ({ area, s }): RankedListInput & Gridded & Numbers & Pick<ReturnType<typeof cellSums>, 'places' | 'powers'> => {
      const found = cellSums(area, s);
      const facts = listed({ area, s });
      const rowsIn = (cell: number) => facts.rowsIn(cell, found.stretches);
      return {
        ...found,
        ...facts,
        rowsIn,
        ...significance(found.value, found.graph(s.ring), s),
        ...rankCells(found.value),
      };
    },
    1,
  );
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
      const where = hidden?.includes(1) ? roundedPlaces(found.places) : found.places;
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
        breaks: classBreaksInOrder(found.value, found.order),
        cautions: [
          ...(hidden ? [disclosureWords(hidden)] : []),
          ...cautionsFor({
            ...aboutData(area, settings),
            cells: found.grid.cells.length,
            value: found.value,
            totalValue,
            varies: found.z.some((z) => !Number.isNaN(z)),
            // of what is hidden outside the force nothing is told
            skew: hidden ? 0 : skewIfEven(found.powers, found.grid.cells.length, NEIGHBOURHOOD[settings.ring]),
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
      const mask = rowsOf(settings);
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
        const mask = rowsOf(s);
        const count = sumByCell(cellOfRow, mask, null, grid.cells.length);
        const harm = sumByCell(cellOfRow, mask, harmOf(s), grid.cells.length);
        return { mask, count, harm, value: sumByCell(cellOfRow, mask, weight, grid.cells.length) };
      };
      return compareDefinitions(cellOfRow, sideOf(settings), sideOf({ ...settings, own: null, ...other }));
    },
  };
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

function roundedPlaces(exact: Places): Places {
  return {
    inCells: roundedTotal(exact.inCells),
    inPolygonOnly: roundedTotal(exact.inPolygonOnly),
    outside: roundedTotal(exact.outside),
    withoutHarm: roundedTotal(exact.withoutHarm),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
}
