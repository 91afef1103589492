/** `npm run bench`: every *.bench.ts beside this file, printed as ratios against a named reference of the same run. */
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { BenchRow } from './types.ts';

const wanted = process.argv[2] ?? '';
const files = readdirSync(new URL('.', import.meta.url)).filter((f) => f.endsWith('.bench.ts') && f.includes(wanted));

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log('A figure alone depends on the machine; the ratio to the reference in the same run is what to quote.\n');
for (const file of files) {
  const { run } = (await import(`./${file}`)) as { run(): Promise<BenchRow[]> };
  for (const row of await run()) console.log(lineOf(row));
}

function lineOf(row: BenchRow): string {
  if (row.ms === null) return `${row.what}: ${row.detail ?? ''}`;
  const measured = `${row.what}: ${figure(row.ms)}${row.detail ? ` (${row.detail})` : ''}`;
  if (row.referenceMs === null) return `${measured} | ${row.reference}`;
  const ratio = (row.referenceMs / row.ms).toFixed(1);
  return `${measured} | ${row.reference}: ${figure(row.referenceMs)} → ${ratio} × as fast`;
}

function figure(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(1)} ms`;
}
