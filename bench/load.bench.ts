/** First load of the built app in Chromium, and the gzip size of every chunk. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildWhenNeeded, serve } from '../src/cli/serve.ts';
import { findChromium } from '../tests/chromium.ts';
import { chromiumFlags } from '../tests/e2e/flags.ts';
import { type BenchRow, medianMs } from './types.ts';

const ASSETS = fileURLToPath(new URL('../dist/assets', import.meta.url));

export async function run(): Promise<BenchRow[]> {
  buildWhenNeeded();
  return [...(await firstLoad()), ...sizes()];
}

async function firstLoad(): Promise<BenchRow[]> {
  const server = await serve(0);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const visit = (until: string) => async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForSelector(until, { timeout: 60_000 });
      await context.close();
    };
    const shell = await medianMs(visit('[role="toolbar"], header'), 3);
    const demo = await medianMs(visit('[data-map][data-ready="true"]'), 3);
    return [
      {
        what: 'First load to classed hexagons of the demo, empty cache, software renderer',
        ms: demo,
        detail: `the shell after ${(shell / 1000).toFixed(2)} s`,
        reference: 'nothing comparable without a network',
        referenceMs: null,
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

function sizes(): BenchRow[] {
  return readdirSync(ASSETS)
    .filter((file) => /\.(js|mjs|css)$/.test(file))
    .map((file) => ({ file, kB: gzipSync(readFileSync(`${ASSETS}/${file}`)).length / 1000 }))
    .sort((a, b) => b.kB - a.kB)
    .map(({ file, kB }) => ({
      what: `gzip size of ${file}`,
      ms: null,
      detail: `${kB.toFixed(0)} kB`,
      reference: '',
      referenceMs: null,
    }));
}
