import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, type Site, screenPoint, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  page = app.page;
  await drawn(page);
});
afterAll(() => site.close());

async function seriousIn(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
}

/** Offences in the cells on screen, as the panel words them. */
async function offencesShown(): Promise<number> {
  const text = await page.locator('aside').first().innerText();
  return Number(/([\d,]+)\s+offences?\s+in the cells/.exec(text)?.[1]?.replaceAll(',', ''));
}

const chosenArea = () => page.getByRole('button', { name: /^Area: / }).getAttribute('aria-label');

describe('a study area', () => {
  it('drawn with the mouse confines the hotspots to it', async () => {
    const before = await offencesShown();
    await page.getByRole('button', { name: /^Area: / }).click();
    await page.getByRole('button', { name: 'Draw an area' }).click();
    await page.waitForSelector('[data-pen="ready"]');
    for (const [lon, lat] of [
      [0.7, 51.55],
      [0.73, 51.55],
      [0.73, 51.535],
      [0.7, 51.535],
      [0.7, 51.55],
    ] as const) {
      const { x, y } = await screenPoint(page, lon, lat);
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.click(x, y);
    }
    await page.getByText(/3\.\d\d\skm²,\s\d+\scells/).waitFor();
    expect(await seriousIn()).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('Sea front');
    await page.getByRole('button', { name: 'Use this area' }).click();
    await drawn(page);
    expect(await chosenArea()).toBe('Area: Sea front');
    const inside = await offencesShown();
    expect(inside).toBeGreaterThan(20);
    expect(inside).toBeLessThan(before);
  });

  it('made by keyboard alone, with a hole, counts less than without', async () => {
    await page.keyboard.press('d');
    const draw = page.getByRole('button', { name: 'Draw an area' });
    await draw.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Around a point').focus();
    await page.keyboard.type('TQ 8812 8543');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('800');
    await page.keyboard.press('Enter');
    await page.getByText(/2\.0\d\skm²,\s\d+\scells/).waitFor();
    await page.getByLabel('Cut the next outline out').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Corner by corner' }).focus();
    await page.keyboard.press('Enter');
    const corner = page.getByLabel('Next corner of outline 2');
    for (const place of ['TQ 8800 8530', '588240, 185300', 'TQ 8812 8560']) {
      await corner.focus();
      await page.keyboard.type(place);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '');
    }
    await page.getByText(/1\.9\d\skm²,\s\d+\scells/).waitFor();
    await page.getByRole('button', { name: 'Move corner 1: arrow keys 10 m, with Shift 100 m' }).last().focus();
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await seriousIn()).toEqual([]);
    await page.getByRole('button', { name: 'Use this area' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of Drawn area').waitFor();
    expect(await chosenArea()).toBe('Area: Drawn area');
  });

  it('that crosses itself is refused with a sentence', async () => {
    await page.getByRole('button', { name: 'Draw an area' }).click();
    await page.getByRole('button', { name: 'Corner by corner' }).click();
    const corner = page.getByLabel('Next corner of outline 1');
    for (const place of ['0.70, 51.54', '0.72, 51.55', '0.72, 51.54', '0.70, 51.55']) {
      await corner.fill(place);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '');
    }
    await page.getByText('The outline crosses itself: its side 1–2 meets its side 3–4').waitFor();
    expect(await page.getByRole('button', { name: 'Use this area' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('and a definition of one’s own are there again after a reload', async () => {
    await page.getByRole('button', { name: /^Offences: / }).click();
    await page.getByRole('button', { name: 'Copy and change' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.waitForSelector('[data-map][data-ready="true"]');
    expect(await chosenArea()).toBe('Area: Drawn area');
    expect(await page.getByRole('button', { name: /^Offences: / }).getAttribute('aria-label')).toContain(', changed');
    await page.getByLabel('Name of Sea front').waitFor();
  });

  it('is gone once everything is cleared', async () => {
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await page.getByRole('heading', { name: 'No offences loaded' }).waitFor();
    await page.reload();
    await drawn(page);
    expect(await page.getByText('Sea front').count()).toBe(0);
    expect(await chosenArea()).toBe('Area: Southend-on-Sea');
  });

  it('needs nothing from elsewhere and breaks no policy of the page', async () => {
    expect(await app.violations()).toEqual([]);
    expect(app.offOrigin).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });
});
