/** A seeded file in data.police.uk's form, written to the temporary folder once per size. */
import { createHash } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../src/core/stats/random.ts';

const HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
const TYPES = [
  'Violence and sexual offences',
  'Anti-social behaviour',
  'Burglary',
  'Robbery',
  'Vehicle crime',
  'Drugs',
];

/** `points`: distinct map points that the rows repeat; the real months have about a quarter as many as rows. */
export function policeUkFile(rows: number, points = Math.round(rows / 4)): { path: string; bytes: number } {
  const path = join(tmpdir(), `harmscape-bench-${rows}-${points}.csv`);
  if (!existsSync(path)) writeFileSync(path, textOf(rows, points));
  return { path, bytes: statSync(path).size };
}

function textOf(rows: number, points: number): string {
  const random = randomFrom(1);
  const lines = [HEADER];
  for (let i = 0; i < rows; i++) {
    const point = random.below(points);
    const lon = (0.0 + ((point * 7919) % 100_000) / 80_000).toFixed(6);
    const lat = (51.45 + ((point * 104_729) % 100_000) / 170_000).toFixed(6);
    const type = TYPES[random.below(TYPES.length)] ?? '';
    const id = type === 'Anti-social behaviour' ? '' : createHash('sha256').update(String(i)).digest('hex');
    const month = `2018-0${5 + random.below(3)}`;
    lines.push(
      `${id},${month},Essex Police,Essex Police,${lon},${lat},On or near Road ${point % 5000},E0102${point % 9999},Town ${point % 300}A,${type},Under investigation,`,
    );
  }
  return `${lines.join('\n')}\n`;
}
