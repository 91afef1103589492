/**
 * Scrubbing one day on a million offences: what the worker does at each step – filter, sums, Gi*, false discovery rate,
 * ranks, the list – and the colours of the result, against the same from scratch: a mask over all rows, a pass for each
 * sum. Both must give the same numbers. The aim is 16 ms, a frame.
 */
import { readFileSync } from 'node:fs';
import { unionOf } from '../src/core/geo/area.ts';
import { parseAreas } from '../src/core/geo/area-file.ts';
import { builtInSchedule } from '../src/core/harm/schedule.ts';
import { weightsFor } from '../src/core/harm/weights.ts';
import { cellsOf } from '../src/core/hex/cells.ts';
import { indexRows } from '../src/core/hex/index-rows.ts';
import { neighbourGraph } from '../src/core/hex/neighbours.ts';
import { rowsByCell, selectedRows } from '../src/core/hex/rows-by-cell.ts';
import { sumByCell } from '../src/core/hex/sum.ts';
import { binOf, giStar } from '../src/core/methods/gi-star.ts';
import { rankCells } from '../src/core/methods/rank.ts';
import { rankedList } from '../src/core/methods/ranked-list.ts';
import { definitionMask } from '../src/core/offences/definitions.ts';
import { periodMask } from '../src/core/offences/select.ts';
import { pipelineOf } from '../src/core/pipeline.ts';
import { defaultHotspotSettings } from '../src/core/settings.ts';
import { benjaminiHochberg } from '../src/core/stats/fdr.ts';
import { valuePaint } from '../src/layers/paint.ts';
import { FIRST_DAY, million } from './million.ts';
import type { BenchRow } from './types.ts';

const AREAS = new URL('../public/demo/areas.geojson', import.meta.url);
const RESOLUTION = 9;
const STEPS = 31;
const BREAKS = [0, 10, 50, 200, 600, 1500, 4000];

export async function run(): Promise<BenchRow[]> {
  const { areas } = parseAreas(JSON.parse(readFileSync(AREAS, 'utf8')), 'areas.geojson');
  const area = unionOf(
    areas.filter(({ kind }) => kind === 'district'),
    'Essex',
  );
  const table = million(area);
  const schedule = builtInSchedule('cchi-2020');
  const pipeline = pipelineOf(table, schedule);
  const settings = { ...defaultHotspotSettings, resolution: RESOLUTION };
  const scrubbed = (fromDay: number, toDay: number) => {
    const result = pipeline.hotspots(area, { ...settings, fromDay, toDay });
    return { ...result, paint: valuePaint(result, BREAKS, 'light') };
  };

  const grid = cellsOf(area, RESOLUTION);
  const n = grid.cells.length;
  const cellOfRow = indexRows(table.lon, table.lat, grid);
  const rows = rowsByCell(cellOfRow, n);
  const graph = neighbourGraph(grid, 1);
  const harmOfRow = weightsFor(table, schedule, { mode: 'harm', includeProactive: false });
  const mask = definitionMask(table, 'all', false);
  const plain = (fromDay: number, toDay: number) => {
    const inside = periodMask(table, { fromDay, toDay }, mask);
    const count = sumByCell(cellOfRow, inside, null, n);
    const harm = sumByCell(cellOfRow, inside, harmOfRow, n);
    const { z, p } = giStar(harm, graph);
    const q = benjaminiHochberg(p);
    const bin = binOf(z, q);
    const ranked = rankCells(harm);
    const rowsIn = (cell: number) => selectedRows(rows, cell, inside);
    const list = { table, grid, rowsIn, harmOfRow, mode: 'harm', count, harm, value: harm } as const;
    const top = rankedList({ ...list, z, q, bin, order: ranked.order }, 100);
    const paint = valuePaint({ value: harm, rank: ranked.rank }, BREAKS, 'light');
    return { count, harm, value: harm, z, p, q, bin, rank: ranked.rank, top, paint };
  };

  const result: BenchRow[] = [];
  for (const [words, days] of [
    ['a week', 7],
    ['four weeks', 28],
    ['a year', 365],
  ] as const) {
    const times = { scrubbed: [] as number[], plain: [] as number[] };
    for (let step = 0; step < STEPS; step++) {
      const fromDay = FIRST_DAY + 30 + step;
      const toDay = fromDay + days - 1;
      const ours = timed(times.scrubbed, () => scrubbed(fromDay, toDay));
      const theirs = timed(times.plain, () => plain(fromDay, toDay));
      if (step === 0 || step === STEPS - 1) mustAgree(ours, theirs);
    }
    result.push({
      what: `scrub ${words} by a day over 1 M offences, ${Math.round(n / 1000)} k cells`,
      ms: median(times.scrubbed),
      detail: 'aim: 16 ms',
      reference: 'everything from scratch',
      referenceMs: median(times.plain),
    });
  }
  return result;
}

function timed<T>(times: number[], make: () => T): T {
  const start = performance.now();
  const made = make();
  times.push(performance.now() - start);
  return made;
}

/** Without the first three, which warm the code up. */
function median(times: readonly number[]): number {
  const warm = times.slice(3).toSorted((a, b) => a - b);
  return warm[warm.length >> 1] ?? Number.NaN;
}

interface Numbers {
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly q: Float64Array;
  readonly rank: Uint32Array;
  readonly top: readonly { readonly place: string }[];
  readonly paint: { readonly classes: Uint8Array };
}

function mustAgree(ours: Numbers, theirs: Numbers): void {
  const texts = [ours, theirs].map(({ count, harm, q, rank, top, paint }) =>
    [count, harm, q, rank, top.map(({ place }) => place), paint.classes].map(String).join('|'),
  );
  if (texts[0] !== texts[1]) throw new Error('Scrubbing and computing from scratch disagree.');
}
