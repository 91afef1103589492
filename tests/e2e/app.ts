/** The built app, served with its real headers and opened in Chromium; everything it must not do is recorded. */
import type { Server } from 'node:http';
import { type Browser, type BrowserContext, chromium, type JSHandle, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { serve } from '../../src/cli/serve.ts';
import { findChromium } from '../chromium.ts';
import { chromiumFlags } from './flags.ts';

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere but the app's own origin. */
  readonly offOrigin: string[];
  readonly pageErrors: string[];
  /** Directive and blocked thing of every breach of the Content-Security-Policy. */
  violations(): Promise<string[]>;
  /** Longest main-thread task since the last call, in ms; 0 when none exceeded 50 ms. */
  longestTask(): Promise<number>;
}

export interface Site {
  readonly url: string;
  open(options?: OpenOptions): Promise<Watched>;
  close(): Promise<void>;
}

interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly fragment?: string;
}

declare global {
  interface Window {
    watched: { violations: string[]; tasks: number[] };
  }
}

/** @param tileOrigins other origins that the policy lets the app ask for map tiles */
export async function startSite(tileOrigins: readonly string[] = []): Promise<Site> {
  const server: Server = await serve(0, tileOrigins);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  return {
    url,
    open: (options = {}) => open(browser, url, options),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function open(browser: Browser, url: string, options: OpenOptions): Promise<Watched> {
  const { width = 1280, height = 720, scheme = 'light', fragment = '' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  await context.addInitScript(() => {
    window.watched = { violations: [], tasks: [] };
    document.addEventListener('securitypolicyviolation', (event) => {
      window.watched.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.watched.tasks.push(entry.duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  const offOrigin: string[] = [];
  const pageErrors: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) offOrigin.push(request.url());
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await page.goto(`${url}${fragment}`);
  return {
    page,
    context,
    offOrigin,
    pageErrors,
    violations: () => page.evaluate(() => window.watched.violations),
    longestTask: () => page.evaluate(() => Math.max(0, ...window.watched.tasks.splice(0))),
  };
}

/** Until the hexagons of the present settings are drawn and counted. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForSelector('[data-map][data-ready="true"]');
  await page.waitForSelector('[aria-label="Cells by rank"] tr[data-key]');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForSelector('[data-map][data-ready="true"]');
}

/** Answers, when files are dropped over others, that they take their place. */
export async function replaceLoaded(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Offences are loaded already' });
  await dialog.getByText('Replace what is loaded').click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
}

interface Carried {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Files as a drag carries them, made in the page. */
function carried(page: Page, files: readonly Carried[]) {
  const given = files.map(({ name, content }) => ({
    name,
    content: typeof content === 'string' ? content : [...content],
  }));
  return page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, content } of files) {
      data.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
    }
    return data;
  }, given);
}

/** Drops what a drag carries on the window as a person does. */
export async function dropCarried(page: Page, dataTransfer: JSHandle<DataTransfer>): Promise<void> {
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer });
}

/** Makes files in the page and drops them on the window. */
export async function dropFiles(page: Page, ...files: readonly Carried[]): Promise<void> {
  await dropCarried(page, await carried(page, files));
}

/** How many pixels of the map have each colour, as "#rrggbb". */
export async function mapColours(page: Page): Promise<Map<string, number>> {
  const png = PNG.sync.read(await page.locator('[data-map]').screenshot());
  const counts = new Map<string, number>();
  for (let i = 0; i < png.data.length; i += 4) {
    const colour = `#${[0, 1, 2].map((k) => (png.data[i + k] ?? 0).toString(16).padStart(2, '0')).join('')}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/** The colours of the legend's classes, in order, as "#rrggbb". */
export async function legendColours(page: Page): Promise<string[]> {
  const colours = await page
    .locator('section[aria-label="Legend"] ol > li > span:first-child')
    .evaluateAll((swatches) => swatches.map((s) => getComputedStyle(s).backgroundColor));
  return colours.map((rgb) => {
    const parts = rgb.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
    return `#${parts.map((p) => p.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** Text of the cells of a row of the ranked list, 0 being the first. */
export function listRow(page: Page, index: number) {
  return page.locator('[aria-label="Cells by rank"] tr[data-key]').nth(index);
}

/** Where a place is on the page, by the map's centre and zoom (Web Mercator, 512-pixel tiles). */
export async function screenPoint(page: Page, lon: number, lat: number): Promise<{ x: number; y: number }> {
  const map = page.locator('[data-map]');
  const box = await map.boundingBox();
  const zoom = Number(await map.getAttribute('data-zoom'));
  const [centreLon = 0, centreLat = 0] = ((await map.getAttribute('data-centre')) ?? '').split(',').map(Number);
  if (!box) throw new Error('The map is not on the page.');
  const size = 512 * 2 ** zoom;
  const x = (value: number): number => ((value + 180) / 360) * size;
  const y = (value: number): number => ((1 - Math.asinh(Math.tan((value * Math.PI) / 180)) / Math.PI) / 2) * size;
  return {
    x: box.x + box.width / 2 + x(lon) - x(centreLon),
    y: box.y + box.height / 2 + y(lat) - y(centreLat),
  };
}
