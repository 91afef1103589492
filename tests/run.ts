/** `npm test`: check, unit tests, browser run; ends with the line "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from '../src/cli/serve.ts';
import { findChromium } from './chromium.ts';

interface Tally {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'harmscape-tests-'));

function run(command: string, args: readonly string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** One of the steps of `npm run check`, counted as one test. */
function checkStep(name: string, args: readonly string[]): Tally {
  console.log(`\n== ${name}`);
  return run('npm', ['run', '-s', ...args]) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A vitest run; a run that ends without a report counts as one failure. */
function vitest(name: string, args: readonly string[], env: Record<string, string> = {}): Tally {
  console.log(`\n== ${name}`);
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const outputs = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = run('npx', ['vitest', 'run', ...args, ...outputs], env);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    // a file that could not even be loaded fails the run without failing a test
    return { passed: numPassedTests, failed: status !== 0 && numFailedTests === 0 ? 1 : numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function browserRun(): Tally {
  try {
    const CHROMIUM_PATH = findChromium();
    buildWhenNeeded();
    return vitest('browser run', ['--config', 'tests/e2e/vitest.config.ts'], { CHROMIUM_PATH });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

const tallies = [
  checkStep('types', ['types']),
  checkStep('lint and format', ['lint']),
  checkStep('dead code', ['unused']),
  vitest('unit tests', []),
  browserRun(),
];
rmSync(reports, { recursive: true, force: true });
const passed = tallies.reduce((sum, t) => sum + t.passed, 0);
const failed = tallies.reduce((sum, t) => sum + t.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
