/** Writes the synthetic Essex demo: `npx tsx data/make-demo.ts` → public/demo/. Same seed, same bytes. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDemo, SEED } from './demo/build.ts';

const folder = fileURLToPath(new URL('../public/demo', import.meta.url));
for (const [path, bytes] of buildDemo(SEED)) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  process.stdout.write(`${path}\t${bytes.length} bytes\tsha256 ${sha256}\n`);
}
