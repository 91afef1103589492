import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legendColours, mapColours, type Site, startSite, type Watched } from './app.ts';

const SOUTHEND = '#data=demo&area=E06000033&from=2019-07-01&to=2021-08-31&offences=all&weigh=count&res=9';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ height: 1000, fragment: `${SOUTHEND}&show=kde` });
  page = app.page;
});
afterAll(() => site.close());

const panel = () => page.getByRole('complementary', { name: 'Hotspots' });

/** Until the panel has the table of the method and the map its colours. */
async function answered(caption: RegExp): Promise<void> {
  await panel().locator('caption').filter({ hasText: caption }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForSelector('[data-map][data-ready="true"]');
}

async function show(title: string): Promise<void> {
  await page.getByRole('button', { name: /^Map shows/ }).click();
  await page.getByRole('dialog').getByText(title, { exact: true }).click();
  await page.keyboard.press('Escape');
}

async function seriousIn(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
}

/** How many of the legend's colours are on the map. */
async function coloursOnMap(colours: readonly string[]): Promise<number> {
  const drawn = await mapColours(page);
  return colours.filter((colour) => (drawn.get(colour) ?? 0) > 30).length;
}

describe('kernel density', () => {
  it('is on the map in the colours of its legend, with the densest places beside it', async () => {
    await answered(/densest places/);
    const colours = await legendColours(page);
    expect(await coloursOnMap(colours)).toBeGreaterThan(4);
    await page
      .getByRole('region', { name: 'Legend' })
      .getByText(/offences per km², within 300.m/)
      .waitFor();
    expect(await seriousIn()).toEqual([]);
  });

  it('with another bandwidth has other classes, and its place is chosen by a press', async () => {
    const before = await page.getByRole('region', { name: 'Legend' }).innerText();
    await panel().getByLabel('Bandwidth, metres').fill('1200');
    await panel().getByLabel('Bandwidth, metres').press('Enter');
    await page
      .getByRole('region', { name: 'Legend' })
      .getByText(/within 1,200.m/)
      .waitFor();
    await answered(/densest places/);
    expect(await page.getByRole('region', { name: 'Legend' }).innerText()).not.toBe(before);
    expect(await page.evaluate(() => location.hash)).toContain('bandwidth=1200');
    await panel().locator('table button').first().click();
    await page
      .getByLabel('Selected cell')
      .getByText(/Density: [\d,]+ offences per km²/)
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('leaves as a table of every cell, and not for outside the force', async () => {
    await panel().getByRole('button', { name: 'Download or print' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download or print' });
    await dialog.getByText('Not of this table').waitFor();
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    expect((await waiting).suggestedFilename()).toMatch(/density\.csv$/);
  });
});

describe('emerging hot spots', () => {
  it('have a legend of the kinds that occur, in colours that are on the map', async () => {
    await show('Emerging hot spots');
    await answered(/Press a kind/);
    const swatches = await page
      .locator('section[aria-label="Legend"] ul')
      .first()
      .locator('li > span:first-child')
      .evaluateAll((all) => all.map((s) => getComputedStyle(s).backgroundColor));
    const hex = swatches.map(
      (rgb) =>
        `#${(rgb.match(/\d+/g) ?? [])
          .slice(0, 3)
          .map((part) => Number(part).toString(16).padStart(2, '0'))
          .join('')}`,
    );
    expect(hex.length).toBeGreaterThan(2);
    expect(await coloursOnMap(hex)).toBe(hex.length);
    expect(await seriousIn()).toEqual([]);
  });

  it('one kind alone leads from cell to cell', async () => {
    const kind = panel().getByRole('button', { name: /Persistent hot spot/ });
    await kind.click();
    await page
      .getByLabel('Selected cell')
      .getByText(/Persistent hot spot\. Hot in/)
      .waitFor();
    const first = await page.evaluate(() => /cell=(\w+)/.exec(location.hash)?.[1]);
    await kind.click();
    await page.waitForFunction((cell) => /cell=(\w+)/.exec(location.hash)?.[1] !== cell, first);
    await page.getByRole('region', { name: 'Legend' }).getByText('Any other').waitFor();
    await panel().getByRole('button', { name: 'Show all kinds' }).click();
    await page.keyboard.press('Escape');
  });

  it('are the message of the slide', async () => {
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: /hot cells$/ }).waitFor();
    await page.getByRole('figure', { name: 'Legend' }).getByText('Persistent hot').waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('near-repeat', () => {
  it('shows pairs against chance, and the risk left on the map', async () => {
    await app.context.close();
    const fragment = `${SOUTHEND.replace('offences=all', 'offences=ark')}&show=near-repeat&band-days=2`;
    app = await site.open({ height: 1000, fragment });
    page = app.page;
    await answered(/Times as many pairs/);
    expect(await panel().locator('table td strong').count()).toBe(20);
    await page.getByRole('region', { name: 'Legend' }).getByText('Near-repeat risk left').waitFor();
    expect(await seriousIn()).toEqual([]);
  });

  it('stands under every map with concentration and hours', async () => {
    await panel()
      .getByRole('region', { name: 'Concentration' })
      .getByRole('columnheader', { name: 'By chance' })
      .waitFor();
    const hours = panel().getByRole('region', { name: 'Hours of the week' });
    await hours.getByLabel('An offence counts').selectOption('start');
    await hours.getByText(/Starts of [\d,]+.offences/).waitFor();
    expect(app.pageErrors).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
