import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, mapColours, type Site, startSite, type Watched } from './app.ts';

/** Basildon town, where the demo's factors are planted. */
const VIEW = '#data=demo&area=E35001284&offences=ark&weigh=harm&res=10&show=value';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ fragment: VIEW, height: 800 });
  page = app.page;
  page.setDefaultTimeout(30_000);
  await drawn(page);
  await page.keyboard.press('r');
});
afterAll(async () => {
  expect(app.pageErrors).toEqual([]);
  expect(app.offOrigin).toEqual([]);
  expect(await app.violations()).toEqual([]);
  await site.close();
});

const part = (name: string) => page.getByRole('region', { name, exact: true });
const risks = () => page.getByRole('table', { name: 'Relative risk values' });

describe('the risk terrain model of the demo', () => {
  it('has the demo’s factors to choose from and finds the planted ones', async () => {
    await page.getByText('11 of 11 factors to choose from').waitFor();
    await page.getByRole('button', { name: 'Run the model' }).click();
    await risks().waitFor();
    const rows = await risks().locator('tbody tr').allInnerTexts();
    expect(rows[0]).toMatch(/Pubs and bars\s+Rate, proximity, 200 m/);
    expect(rows.some((row) => /Takeaways\s+Rate, density, 200 m/.test(row))).toBe(true);
    await page.getByRole('button', { name: 'The model is up to date' }).waitFor();
  });

  it('is on the map: the highest class in its colour', async () => {
    await page
      .getByRole('region', { name: 'Legend' })
      .getByText(/^Over .*\+2 SD/)
      .first()
      .waitFor();
    await expect
      .poll(async () => (await mapColours(page)).get('#7d0a10') ?? 0, { timeout: 20_000, interval: 500 })
      .toBeGreaterThan(1000);
  });

  it('says what makes the score of a cell, and lists where risk and harm come together', async () => {
    await page.getByText('Joint priority', { exact: true }).click();
    await page.getByText('Where risk and harm come together').click();
    await part('On the map').locator('tbody button').first().click();
    const product = page.getByLabel('What makes the score');
    await product.getByText('Pubs and bars within 200 m').waitFor();
    await product.getByText('risk score').waitFor();
    await page.getByRole('button', { name: 'Close cell' }).click();
  });

  it('is tested on the last quarter, and the panel says whether it beats counting', async () => {
    await page.getByRole('button', { name: 'Test it' }).click();
    await part('Does it foretell?')
      .getByText(/The risk terrain (foretold|did not beat|beat)/)
      .waitFor();
    expect(await part('Does it foretell?').getByRole('row').count()).toBe(5);
  });

  it('stands beside that of Chelmsford town', async () => {
    await page.getByRole('combobox', { name: 'Other area' }).selectOption({ label: 'Chelmsford town' });
    await page.getByRole('button', { name: 'Run for Chelmsford town' }).click();
    const both = part('Compare with another area').getByRole('table');
    await both.getByRole('columnheader', { name: 'Chelmsford town' }).waitFor();
    expect(await both.getByRole('row', { name: /Pubs and bars/ }).innerText()).toMatch(/proximity 200 m/);
  });

  it('is marked as of older settings when a factor is left out, and axe finds nothing serious', async () => {
    await page.getByText('11 of 11 factors to choose from').click();
    await page.getByRole('checkbox', { name: /^Takeaways \d/ }).uncheck();
    await page.getByText('The model below and on the map was made with older settings.').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`))).toEqual([]);
  });

  it('is presented with its legend', async () => {
    await page.keyboard.press('p');
    await page.getByText('Joint priority').first().waitFor();
    await page.keyboard.press('Escape');
  });
});
