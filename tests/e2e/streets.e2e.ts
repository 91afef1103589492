import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blend, paletteOf, parseHex } from '../../src/layers/palette.ts';
import { streetColours } from '../../src/layers/streets.ts';
import { motorways, southendTile, streetArchive, vectorTile } from '../street-file.ts';
import { drawn, dropFiles, mapColours, type Site, startSite, type Watched } from './app.ts';

const tile = vectorTile('roads', motorways);
const ONLINE_COLOUR = '#2fae4f';

/** A server of one tile and its style, which counts what it is asked. */
interface TileServer {
  readonly origin: string;
  readonly asked: string[];
  readonly server: Server;
}

async function startTiles(): Promise<TileServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/style.json') response.end(JSON.stringify(style));
    else if (request.url?.startsWith(`/${southendTile.join('/')}`)) response.end(tile);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [z] = southendTile;
  const source = { type: 'vector', tiles: [`${origin}/{z}/{x}/{y}.mvt`], minzoom: z, maxzoom: z, attribution: 'Test' };
  const line = { 'line-color': ONLINE_COLOUR, 'line-width': 6 };
  const style = {
    version: 8,
    glyphs: `${origin}/fonts/{fontstack}/{range}.pbf`,
    sprite: `${origin}/sprite`,
    sources: { town: source },
    layers: [{ id: 'roads', type: 'line', source: 'town', 'source-layer': 'roads', paint: line }],
  };
  return { origin, asked, server };
}

let allowed: TileServer;
let forbidden: TileServer;
let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  [allowed, forbidden] = await Promise.all([startTiles(), startTiles()]);
  site = await startSite([allowed.origin]);
  app = await site.open();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await drawn(page);
});
afterAll(async () => {
  await site.close();
  allowed.server.close();
  forbidden.server.close();
});

const drop = (name: string, content: Uint8Array) => dropFiles(page, { name, content });

/** Pixels whose colour, seen through the mask outside the area, is this one, give or take rounding. */
async function pixelsOf(hex: string): Promise<number> {
  const expected = blend(paletteOf('light').outside, parseHex(hex));
  let count = 0;
  for (const [colour, n] of await mapColours(page)) {
    if (parseHex(colour).every((channel, k) => Math.abs(channel - (expected[k] ?? 0)) <= 1)) count += n;
  }
  return count;
}

/** The street layers arrive after the map was ready: asked again until it is so. */
async function untilPixels(hex: string, test: (count: number) => boolean): Promise<void> {
  await expect.poll(async () => test(await pixelsOf(hex)), { timeout: 30_000, interval: 500 }).toBe(true);
}

const streets = () => page.getByRole('region', { name: 'Streets' });
const choose = (name: RegExp) => streets().getByRole('radio', { name }).check({ force: true });
const openStyle = async (origin: string): Promise<void> => {
  await choose(/Online style/);
  await streets().getByLabel('Address of the style').fill(`${origin}/style.json`);
  await streets().getByRole('button', { name: 'Turn on' }).click();
};
const mapReady = () => page.waitForSelector('[data-map][data-ready="true"]');
const motorway = streetColours.light.motorway;

describe('a street file dropped on the window', () => {
  it('draws its streets and names its owners; nothing is asked of anyone', async () => {
    expect(await pixelsOf(motorway)).toBeLessThan(150);
    await drop('town.pmtiles', streetArchive(southendTile, tile));
    await untilPixels(motorway, (count) => count > 400);
    expect(await page.locator('.maplibregl-ctrl-attrib').innerText()).toMatch(/Made up.*OpenStreetMap/);
    expect(app.offOrigin).toEqual([]);
  });

  it('stays through a presentation', async () => {
    await page.keyboard.press('p');
    await untilPixels(motorway, (count) => count > 200);
    await page.keyboard.press('Escape');
    await untilPixels(motorway, (count) => count > 400);
  });

  it('is named in the Data panel, and goes when streets are turned off', async () => {
    await page.getByRole('radio', { name: 'Data' }).click();
    await streets().getByText('On the map: town.pmtiles').waitFor();
    await choose(/Off/);
    await untilPixels(motorway, (count) => count < 150);
  });

  it('when broken is refused with a sentence, and the built-in basemap stays', async () => {
    await drop('broken.pmtiles', new Uint8Array(400).fill(7));
    await streets()
      .getByText(/broken\.pmtiles is no PMTiles file/)
      .waitFor();
    await drop('pictures.pmtiles', streetArchive(southendTile, tile, { tileType: 2 }));
    await streets()
      .getByText(/pictures\.pmtiles holds map pictures/)
      .waitFor();
    await drop('rotten.pmtiles', streetArchive(southendTile, new Uint8Array(tile.length).fill(255)));
    await streets()
      .getByText(/tiles of rotten\.pmtiles cannot be read/)
      .waitFor();
    await mapReady();
    expect(app.pageErrors).toEqual([]);
    await choose(/Off/);
  });
});

describe('an online style', () => {
  it('of a host that the policy forbids is never asked: a sentence says so, and the map stays ready', async () => {
    await openStyle(forbidden.origin);
    await streets().getByText('Every tile request tells the server which part of the map you look at.').waitFor();
    await streets().getByText(`forbids requests to ${forbidden.origin}`).waitFor();
    await streets().getByText('The built-in basemap is shown.').waitFor();
    expect(forbidden.asked).toEqual([]);
    await mapReady();
  });

  it('of a host that is allowed is drawn, names the host on the map, and asks for its style and tiles only', async () => {
    await openStyle(allowed.origin);
    await untilPixels(ONLINE_COLOUR, (count) => count > 400);
    const host = new URL(allowed.origin).host;
    await page.getByText(`Streets from ${host}`).first().waitFor();
    for (const path of allowed.asked) expect(path).toMatch(/^\/(style\.json|\d+\/\d+\/\d+\.mvt)$/);
    expect(app.pageErrors).toEqual([]);
  });

  it('is neither in the address nor remembered', async () => {
    expect(page.url()).not.toContain('style.json');
    await page.reload();
    // the mode is remembered, and the list stands in another
    await page.getByRole('radio', { name: 'Hotspots' }).click();
    await drawn(page);
    const before = allowed.asked.length;
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await drawn(page);
    expect(allowed.asked).toHaveLength(before);
    expect(await page.getByText(/^Streets from/).count()).toBe(0);
  });
});
