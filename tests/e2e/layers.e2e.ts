import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropFiles, mapColours, type Site, screenPoint, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await drawn(page);
});
afterAll(async () => {
  expect(app.pageErrors).toEqual([]);
  expect(app.offOrigin).toEqual([]);
  expect(await app.violations()).toEqual([]);
  await site.close();
});

const drop = (...files: readonly (readonly [name: string, text: string])[]) =>
  dropFiles(page, ...files.map(([name, content]) => ({ name, content })));

/** Thirty venues along a line through Southend, two sorts in turn. */
const venues = JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: 30 }, (_, i) => ({
    type: 'Feature',
    properties: { title: `Venue ${i}`, sort: i % 2 === 0 ? 'Bowling' : 'Bingo' },
    geometry: { type: 'Point', coordinates: [0.66 + i / 250, 51.55] },
  })),
});
const route = JSON.stringify({
  type: 'LineString',
  coordinates: [
    [0.65, 51.545],
    [0.79, 51.545],
  ],
});

const factors = () => page.getByRole('region', { name: 'Risk factors' });
const populations = () => page.getByRole('region', { name: 'Populations' });
const legend = () => page.getByRole('region', { name: 'Legend' });

describe('a dropped layer of places', () => {
  it('is asked about, and joins the risk factors of the demo', async () => {
    await drop(['venues.geojson', venues]);
    const dialog = page.getByRole('dialog', { name: 'What is this file?' });
    await dialog.getByText('venues.geojson holds places, but neither a date nor an offence.').waitFor();
    await dialog.getByRole('button', { name: 'Open' }).click();
    await factors().getByRole('checkbox', { name: 'Venues 30 points' }).waitFor();
    await factors().getByRole('checkbox', { name: 'Pubs and bars 98 points' }).waitFor();
  });

  it('is drawn in a colour of its own when ticked, named in the legend and under the pointer', async () => {
    const navy = async () => (await mapColours(page)).get('#12436d') ?? 0;
    const before = await navy();
    await factors().getByRole('checkbox', { name: 'Venues 30 points' }).check();
    await expect.poll(async () => (await navy()) - before, { timeout: 20_000, interval: 500 }).toBeGreaterThan(100);
    await legend().getByText('Venues').waitFor();
    const { x, y } = await screenPoint(page, 0.66 + 20 / 250, 51.55);
    await page.mouse.move(x - 40, y - 40);
    await page.mouse.move(x, y);
    await page.locator('[aria-hidden="true"] > p', { hasText: /^Venues$/ }).waitFor();
  });

  it('is split by a property, renamed and removed', async () => {
    await factors().getByRole('button', { name: 'Change Venues' }).click();
    await page.getByLabel('Split venues.geojson by').selectOption('sort');
    await factors().getByRole('checkbox', { name: 'Bowling 15 points' }).waitFor();
    await factors().getByRole('button', { name: 'Change Bingo' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Bingo halls');
    await page.keyboard.press('Enter');
    await factors().getByRole('checkbox', { name: 'Bingo halls 15 points' }).waitFor();
    await factors().getByRole('button', { name: 'Change Bowling' }).click();
    await page.getByRole('dialog', { name: 'Bowling' }).getByRole('button', { name: 'Remove' }).click();
    await factors().getByRole('checkbox', { name: 'Bowling 15 points' }).waitFor({ state: 'detached' });
  });

  it('of lines is a risk factor without a question', async () => {
    await drop(['bus-route.geojson', route]);
    await factors().getByRole('checkbox', { name: 'Bus route 1 line' }).waitFor();
    await page.getByText('Risk factor opened: Bus route.').waitFor();
  });

  it('that cannot be read is refused with a sentence', async () => {
    await drop([
      'lines.geojson',
      route.replace('[0.65,51.545]', '[-9.7e6,5.1e6]').replace('[0.79,51.545]', '[-9.8e6,5.2e6]'),
    ]);
    await page.getByText(/lines\.geojson has coordinates that are neither WGS84 nor British National Grid/).waitFor();
  });
});

describe('a dropped table of residents', () => {
  it('replaces those of the demo and lists what found no partner', async () => {
    await populations().getByText('populations.csv: 14 of 26 areas with residents').waitFor();
    await drop(['residents.csv', 'code,population\nE06000033,180000\nE07000066,"187,000"\nX1,5\n']);
    await populations().getByText('residents.csv: 2 of 26 areas with residents').waitFor();
    await populations()
      .getByRole('button', { name: /Rows of no area/ })
      .click();
    await populations().getByText('X1: 5').waitFor();
  });
});
