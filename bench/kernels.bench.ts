/**
 * The numbers behind every redraw – select and sum a million offences, Gi*, false discovery rate, ranks, on thirty
 * thousand cells – against the same through plain objects and a Map; and kernel density against a double loop. Both must
 * give the same answer.
 */
import type { PointsM } from '../src/core/geo/local-metres.ts';
import { cellsOf } from '../src/core/hex/cells.ts';
import type { CellGrid, NeighbourGraph } from '../src/core/hex/grid.ts';
import { neighbourGraph } from '../src/core/hex/neighbours.ts';
import { sumByCell } from '../src/core/hex/sum.ts';
import { giStar } from '../src/core/methods/gi-star.ts';
import { kernelDensity } from '../src/core/methods/kde.ts';
import { rankCells } from '../src/core/methods/rank.ts';
import { benjaminiHochberg } from '../src/core/stats/fdr.ts';
import { normalTwoSided } from '../src/core/stats/normal.ts';
import { randomFrom } from '../src/core/stats/random.ts';
import { type BenchRow, medianMs } from './types.ts';

const ROWS = 1_000_000;
const RESOLUTION = 9;
const REFERENCE = 'objects and a Map';

interface Offence {
  readonly cell: string;
  readonly harm: number;
  readonly selected: boolean;
}

interface CellRecord {
  readonly cell: string;
  readonly neighbours: readonly string[];
  x: number;
  z: number;
  p: number;
  q: number;
  rank: number;
}

export async function run(): Promise<BenchRow[]> {
  const grid = cellsOf(disc(0.55, 51.75, 30_000), RESOLUTION);
  const graph = neighbourGraph(grid, 1);
  const n = grid.cells.length;
  const { cellOfRow, mask, weights } = seededRows(n);
  const offences = Array.from(
    cellOfRow,
    (cell, row): Offence => ({
      cell: grid.cells[cell] ?? '',
      harm: weights[row] ?? 0,
      selected: mask[row] === 1,
    }),
  );
  const records = recordsOf(grid, graph);
  const cells = `${Math.round(n / 1000)} k cells`;

  const x = sumByCell(cellOfRow, mask, weights, n);
  const { p } = giStar(x, graph);
  let q = benjaminiHochberg(p);
  let rank = rankCells(x).rank;

  const rows = [
    await compare(
      `select and sum 1 M offences in ${cells}`,
      () => sumByCell(cellOfRow, mask, weights, n),
      () => sumObjects(offences, records),
    ),
    await compare(
      `Gi* of ${cells}`,
      () => giStar(x, graph),
      () => giStarObjects(records),
    ),
    await compare(
      `false discovery rate of ${cells}`,
      () => benjaminiHochberg(p),
      () => fdrObjects(records),
    ),
    await compare(
      `rank ${cells}`,
      () => rankCells(x),
      () => rankObjects(records),
    ),
    await compare(
      'all of these, one redraw',
      () => {
        const value = sumByCell(cellOfRow, mask, weights, n);
        q = benjaminiHochberg(giStar(value, graph).p);
        rank = rankCells(value).rank;
      },
      () => {
        sumObjects(offences, records);
        giStarObjects(records);
        fdrObjects(records);
        rankObjects(records);
      },
    ),
  ];
  mustAgree(records, q, rank);
  return [...rows, await kdeRow()];
}

const KDE_CELLS = 40_000;
const KDE_OFFENCES = 70_000;
/** The double loop is timed on one cell in so many. */
const KDE_PART = 40;
const BANDWIDTH_M = 300;

/** A force of 30 km by 30 km with its offences in twenty towns. */
async function kdeRow(): Promise<BenchRow> {
  const random = randomFrom(70);
  const towns = Array.from({ length: 20 }, () => [random.uniform(), random.uniform()] as const);
  const spread = () => (random.uniform() + random.uniform() - 1) * 0.06;
  const places = Array.from({ length: KDE_OFFENCES }, () => {
    const [x, y] = towns[random.below(20)] ?? [0, 0];
    return [30_000 * (x + spread()), 30_000 * (y + spread())] as const;
  });
  const points = { x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y) };
  const every = (step: number): PointsM => ({
    x: Float64Array.from({ length: KDE_CELLS / step }, (_, k) => ((k * step) % 200) * 150),
    y: Float64Array.from({ length: KDE_CELLS / step }, (_, k) => Math.floor((k * step) / 200) * 150),
  });
  const options = { bandwidthM: BANDWIDTH_M, kernel: 'quartic' } as const;
  const part = every(KDE_PART);
  const ours = kernelDensity(part, points, options);
  densityByLoop(part, points).forEach((density, k) => {
    if (Math.abs(density - (ours[k] ?? Number.NaN)) > 1e-9 * Math.max(1, density)) {
      throw new Error(`Place ${k}: the double loop has ${density} per km², the kernel ${ours[k]}.`);
    }
  });
  const all = every(1);
  return {
    what: `kernel density of ${KDE_OFFENCES / 1000} k offences on ${KDE_CELLS / 1000} k cells`,
    ms: await medianMs(() => kernelDensity(all, points, options), 7),
    detail: `quartic of ${BANDWIDTH_M} m, index included`,
    reference: `a plain double loop (timed on 1 in ${KDE_PART} cells)`,
    referenceMs: (await medianMs(() => densityByLoop(part, points), 3)) * KDE_PART,
  };
}

function densityByLoop(at: PointsM, points: PointsM): Float64Array {
  const h2 = BANDWIDTH_M ** 2;
  return at.x.map((x, i) => {
    const y = at.y[i] ?? 0;
    let sum = 0;
    for (let k = 0; k < points.x.length; k++) {
      const u = (((points.x[k] ?? 0) - x) ** 2 + ((points.y[k] ?? 0) - y) ** 2) / h2;
      if (u < 1) sum += (1 - u) ** 2;
    }
    return ((3 * sum) / (Math.PI * h2)) * 1e6;
  });
}

async function compare(what: string, kernel: () => unknown, reference: () => unknown): Promise<BenchRow> {
  const ms = await medianMs(kernel, 31);
  return { what, ms, reference: REFERENCE, referenceMs: await medianMs(reference, 7) };
}

/** Offences crowd into few cells, a tenth lie outside, half are selected, and few weigh much. */
function seededRows(n: number): { cellOfRow: Int32Array; mask: Uint8Array; weights: Float64Array } {
  const random = randomFrom(2021);
  const harms = [1, 1, 2, 2, 10, 10, 19, 365, 547.5, 1460];
  const cellOfRow = Int32Array.from({ length: ROWS }, () =>
    random.uniform() < 0.1 ? -1 : Math.floor(n * random.uniform() ** 3),
  );
  const mask = Uint8Array.from({ length: ROWS }, () => random.below(2));
  const weights = Float64Array.from({ length: ROWS }, () => harms[random.below(harms.length)] ?? 0);
  return { cellOfRow, mask, weights };
}

function recordsOf(grid: CellGrid, graph: NeighbourGraph): Map<string, CellRecord> {
  const entries = grid.cells.map((cell, i): [string, CellRecord] => {
    const neighbours = [...graph.items.subarray(graph.offsets[i], graph.offsets[i + 1])].map(
      (j) => grid.cells[j] ?? '',
    );
    return [cell, { cell, neighbours, x: 0, z: 0, p: 0, q: 0, rank: 0 }];
  });
  return new Map(entries);
}

function sumObjects(offences: readonly Offence[], records: Map<string, CellRecord>): void {
  for (const record of records.values()) record.x = 0;
  for (const offence of offences) {
    if (!offence.selected) continue;
    const record = records.get(offence.cell);
    if (record) record.x += offence.harm;
  }
}

function giStarObjects(records: Map<string, CellRecord>): void {
  const all = [...records.values()];
  const n = all.length;
  const mean = all.reduce((sum, record) => sum + record.x, 0) / n;
  const deviation = Math.sqrt(all.reduce((sum, record) => sum + (record.x - mean) ** 2, 0) / n);
  for (const record of all) {
    const w = record.neighbours.length;
    const lag = record.neighbours.reduce((sum, cell) => sum + (records.get(cell)?.x ?? 0), 0);
    record.z = (lag - mean * w) / (deviation * Math.sqrt((n * w - w * w) / (n - 1)));
    record.p = normalTwoSided(record.z);
  }
}

function fdrObjects(records: Map<string, CellRecord>): void {
  const sorted = [...records.values()].sort((a, b) => b.p - a.p);
  let least = 1;
  sorted.forEach((record, k) => {
    least = Math.min(least, (sorted.length / (sorted.length - k)) * record.p);
    record.q = least;
  });
}

function rankObjects(records: Map<string, CellRecord>): void {
  const sorted = [...records.values()].sort((a, b) => b.x - a.x || (a.cell < b.cell ? -1 : 1));
  sorted.forEach((record, k) => {
    record.rank = k + 1;
  });
}

function mustAgree(records: Map<string, CellRecord>, q: Float64Array, rank: Uint32Array): void {
  let i = 0;
  for (const record of records.values()) {
    if (record.rank !== rank[i] || Math.abs(record.q - (q[i] ?? Number.NaN)) > 1e-9) {
      throw new Error(`Cell ${record.cell}: the reference has rank ${record.rank}, the kernel ${rank[i]}.`);
    }
    i += 1;
  }
}

/** A disc of some metres about a place, as a study area. */
function disc(lon: number, lat: number, radiusM: number): Parameters<typeof cellsOf>[0] {
  const north = radiusM / 111_200;
  const east = north / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: 65 }, (_, k): [number, number] => {
    const turn = ((k % 64) * Math.PI) / 32;
    return [lon + east * Math.cos(turn), lat + north * Math.sin(turn)];
  });
  return { id: 'disc', name: 'Disc', polygons: [[ring]], bounds: [lon - east, lat - north, lon + east, lat + north] };
}
