/** The command line as a person runs it, and a folder for the files of a test. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function cli(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...args],
    { encoding: 'utf8', cwd: ROOT },
  );
  return { status, stdout, stderr };
}

/** The paths of files in a new folder, which is gone when the tests of the file that asks are over. */
export function folderOf(name: string): (file: string) => string {
  const folder = mkdtempSync(join(tmpdir(), `harmscape-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (file) => join(folder, file);
}
