/** A whole force from nothing: cells of its districts, neighbours, Gi* with zeros and FDR at resolution 9. */
import { readFileSync } from 'node:fs';
import { gridDisk } from 'h3-js';
import { unionOf } from '../src/core/geo/area.ts';
import { parseAreas } from '../src/core/geo/area-file.ts';
import { cellsOf } from '../src/core/hex/cells.ts';
import { neighbourGraph } from '../src/core/hex/neighbours.ts';
import { binOf, giStar } from '../src/core/methods/gi-star.ts';
import { benjaminiHochberg } from '../src/core/stats/fdr.ts';
import { randomFrom } from '../src/core/stats/random.ts';
import { type BenchRow, medianMs } from './types.ts';

const AREAS = new URL('../public/demo/areas.geojson', import.meta.url);

export async function run(): Promise<BenchRow[]> {
  const area = unionOf(parseAreas(JSON.parse(readFileSync(AREAS, 'utf8')), 'areas.geojson').areas, 'Essex');
  const grid = cellsOf(area, 9);
  const random = randomFrom(1);
  const value = Float64Array.from(grid.cells, () =>
    random.uniform() < 0.3 ? Math.floor(random.uniform() ** 4 * 400) : 0,
  );

  const cells = await medianMs(() => cellsOf(area, 9), 3);
  const ours = await medianMs(() => {
    const { z, p } = giStar(value, neighbourGraph(grid, 1));
    return binOf(z, benjaminiHochberg(p));
  }, 3);
  const plain = await medianMs(() => zByCell(grid.cells, value), 3);
  return [
    {
      what: `Gi* with zeros and FDR on ${grid.cells.length.toLocaleString('en-GB')} cells of Essex, neighbours included`,
      ms: ours,
      detail: `cutting the districts into cells before it: ${cells.toFixed(0)} ms`,
      reference: 'a Map of values and gridDisk per cell, without FDR',
      referenceMs: plain,
    },
  ];
}

/** The formula as one would first write it. */
function zByCell(cells: readonly string[], value: Float64Array): Map<string, number> {
  const values = new Map(cells.map((cell, i) => [cell, value[i] ?? 0]));
  const n = cells.length;
  const mean = value.reduce((a, b) => a + b, 0) / n;
  const deviation = Math.sqrt(value.reduce((a, b) => a + b * b, 0) / n - mean * mean);
  return new Map(
    cells.map((cell) => {
      const near = gridDisk(cell, 1).filter((c) => values.has(c));
      const sum = near.reduce((a, c) => a + (values.get(c) ?? 0), 0);
      const w = near.length;
      return [cell, (sum - mean * w) / (deviation * Math.sqrt((n * w - w * w) / (n - 1)))];
    }),
  );
}
