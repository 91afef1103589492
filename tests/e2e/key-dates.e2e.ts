import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, legendColours, mapColours, type Site, startSite, type Watched } from './app.ts';

/** Step 3 of the roadmap in Southend, nine weeks on either side. */
const STEP_3 =
  '#data=demo&area=E06000033&offences=all&weigh=harm&res=9&show=value&key-date=2021-05-17-step-3&before=63&after=63';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ height: 900, fragment: STEP_3 });
  page = app.page;
  await drawn(page);
  await page.keyboard.press('k');
  await compared();
});
afterAll(() => site.close());

/** Until the windows of the chosen date are compared and drawn. */
async function compared(): Promise<void> {
  await page.getByRole('region', { name: 'Change of the area' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForSelector('[data-map][data-ready="true"]');
}

const card = () => page.getByRole('region', { name: 'Chosen key date' });
const legend = () => page.getByRole('region', { name: 'Legend' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('key dates', () => {
  it('say what changed in words and apart for the nights, and of a window which days it holds', async () => {
    expect(plain(await card().innerText())).toMatch(/17 May 2021[\s\S]*Step 3: indoor hospitality/);
    const change = plain(await page.getByRole('region', { name: 'Change of the area' }).innerText());
    expect(change).toContain('15 Mar – 16 May 2021 against 17 May – 18 Jul 2021');
    expect(change).toMatch(
      /Southend-on-Sea: \d+ offences in 63 days before, \d+ in 63 days from the date on: up \d+ %/,
    );
    const rows = page.getByRole('table', { name: 'Offences before and after, by hours' }).getByRole('row');
    expect(await rows.count()).toBe(5);
    await page.getByText(/Before and after is not cause and effect: weather, Easter, football/).waitFor();
  });

  it('colour the cells that changed and leave those with too few offences grey', async () => {
    const [, , , rose = '', doubled = ''] = await legendColours(page);
    const colours = await mapColours(page);
    expect((colours.get(rose) ?? 0) + (colours.get(doubled) ?? 0)).toBeGreaterThan(100);
    await legend().getByText('Too few to say').waitFor();
    await page.getByRole('table', { name: 'Cells that stand out, the clearest first' }).waitFor();
  });

  it('list where to patrol first by the badges on the map, and every patrol area with its hours', async () => {
    const first = page.getByRole('region', { name: 'Patrol this first' }).getByRole('listitem');
    expect(await first.count()).toBe(5);
    expect(await first.first().innerText()).toMatch(/^[NEL]\d+/);
    const area = page.getByRole('table', { name: 'Patrol areas before and after' }).locator('tbody tr').first();
    expect(plain(await area.innerText())).toMatch(
      /Harm [\d,.]+ → [\d,.]+[\s\S]*Night \d+ → \d+, other hours \d+ → \d+/,
    );
  });

  it('are stepped through by [ and ], and the address follows', async () => {
    await page.keyboard.press('[');
    await card().getByText('12 Apr 2021').waitFor();
    await compared();
    expect(await page.evaluate(() => location.hash)).toContain('key-date=2021-04-12-step-2');
    await page.keyboard.press(']');
    await card().getByText('17 May 2021').waitFor();
    await compared();
  });

  it('are laid over each other in strokes of their own', async () => {
    const navy = async () => (await mapColours(page)).get('#12436d') ?? 0;
    const before = await navy();
    await page.getByRole('button', { name: /^Outlines of 8.Mar.2021/ }).click();
    await legend()
      .getByText(/8.Mar.2021/)
      .waitFor();
    await compared();
    expect(await navy()).toBeGreaterThan(before + 50);
  });

  it('show harm as a difference of days, and claim no interval', async () => {
    await page.getByRole('radio', { name: 'Harm', exact: true }).click();
    await legend().getByText('Change of harm').waitFor();
    await page.getByText('no interval', { exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Offences', exact: true }).click();
    await legend().getByText('Change of offences').waitFor();
  });

  it('leave as a table without small counts for outside the force', async () => {
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Download' });
    await dialog.getByText('For outside the force').click();
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download', exact: true }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/17-may-2021.*change.*suppressed\.csv$/i);
    const [header, ...lines] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(header).toBe('cell,before,after,rate_ratio,lo,hi,p,q');
    const counts = lines.flatMap((line) => line.split(',').slice(1, 3)).filter((n) => n !== '');
    expect(counts.some((n) => Number(n) >= 5)).toBe(true);
    expect(counts.filter((n) => Number(n) > 0 && Number(n) < 5)).toEqual([]);
  });

  it('pass axe in the panel', async () => {
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target}`)).toEqual([]);
  });

  it('are presented with the date in the title, stepped by the keys of a clicker', async () => {
    await page.keyboard.press('p');
    const title = page.getByRole('heading', { level: 1 });
    await title.getByText(/17.May.2021, Step 3/).waitFor();
    await page.keyboard.press('PageUp');
    await title.getByText(/12.Apr.2021, Step 2/).waitFor();
    await page.getByRole('columnheader', { name: 'Patrol this first' }).waitFor();
    await page.keyboard.press('PageDown');
    await title.getByText(/17.May.2021, Step 3/).waitFor();
    await page.keyboard.press('Escape');
    await card().waitFor();
    expect(app.pageErrors).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
