import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, mapColours, type Site, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  page = app.page;
  await drawn(page);
  await page.keyboard.press('e');
  await tested();
});
afterAll(() => site.close());

/** Until the test of the settings on screen is there and drawn. */
async function tested(): Promise<void> {
  await page.getByRole('region', { name: 'Result' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForSelector('[data-map][data-ready="true"]');
}

const result = () => page.getByRole('region', { name: 'Result' });
const rates = () => page.getByRole('table', { name: /^Share of the/ });

describe('Evaluate', () => {
  it('says in words which method caught more of what came', async () => {
    expect((await result().innerText()).replaceAll('\u00a0', ' ')).toMatch(
      /In 2 % of the cells Gi\* caught \d+ % of the harm that came; plain counts caught \d+ %\. (Gi\* was|Counting was) better\./,
    );
    await page.getByText(/Learnt from .*, tested on the 57\soffences/).waitFor();
  });

  it('shows every method at every budget, the best in bold', async () => {
    const methods = await rates().locator('tbody th').allInnerTexts();
    expect(methods).toEqual(['Plain counts', 'Plain harm', 'Kernel density', 'Gi*', 'Emerging hot spots']);
    expect(await rates().locator('tbody td').count()).toBe(20);
    expect(await rates().locator('strong').count()).toBeGreaterThanOrEqual(4);
  });

  it('paints what was caught and what was missed in the colours of the legend', async () => {
    const [, caught = '', , missed = ''] = await page
      .locator('section[aria-label="Legend"] ul li > span:first-child')
      .evaluateAll((swatches) => swatches.map((s) => getComputedStyle(s).backgroundColor));
    const hex = (rgb: string): string =>
      `#${(rgb.match(/\d+/g) ?? [])
        .slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`;
    const colours = await mapColours(page);
    expect(colours.get(hex(caught)) ?? 0).toBeGreaterThan(50);
    expect(colours.get(hex(missed)) ?? 0).toBeGreaterThan(50);
  });

  it('keeps the figures of the test when the method on the map changes, and the map follows', async () => {
    const before = await rates().innerText();
    const map = await mapColours(page);
    await page.getByRole('combobox', { name: 'Method on the map' }).selectOption({ label: 'Plain counts' });
    await page.getByText(/Plain counts: first 2 % of the cells/).waitFor();
    await tested();
    expect(await rates().innerText()).toBe(before);
    expect([...(await mapColours(page))]).not.toEqual([...map]);
  });

  it('month by month gives means, overlap, and what was left out', async () => {
    await page.getByText('Month by month', { exact: true }).click();
    await page.getByText(/Tested month by month on the/).waitFor();
    await tested();
    await page.getByRole('columnheader', { name: 'Overlap' }).waitFor();
    await page.getByText(/Emerging hot spots is left out/).waitFor();
  });

  it('takes other days, is in the address, and undo brings the days before back', async () => {
    await page.getByText('Month by month', { exact: true }).click();
    const field = page.getByLabel('Learn up to');
    await field.fill('30/3/2020');
    await field.press('Enter');
    await page.getByText(/Learnt from 1\sJul\s2019 – 30\sMar\s2020/).waitFor();
    expect(page.url()).toContain('train-to=18351');
    await page.keyboard.press('Escape');
    await page.locator('h2').first().click();
    await page.keyboard.press('Control+z');
    await page.getByText(/Learnt from 1\sJul\s2019 – 2\sJun\s2020/).waitFor();
  });

  it('has a period that is too short said, with no figures under it', async () => {
    await page.getByRole('button', { name: /^Period: / }).click();
    await page.getByRole('radio', { name: 'Last 28 days' }).click();
    await page.keyboard.press('Escape');
    await page.getByText(/The period leaves \d+ days to learn from/).waitFor();
    await result().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await tested();
  });

  it('downloads its figures', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the figures' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/evaluation\.csv$/);
  });

  it('is presented with its sentence, and axe finds nothing serious', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);
    await page.keyboard.press('p');
    await page
      .getByText(/caught \d+\s% of harm in 2 % of the cells, counting/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    expect(app.pageErrors).toEqual([]);
    expect(await app.violations()).toEqual([]);
  });
});
