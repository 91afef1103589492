import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, legendColours, type Site, startSite } from './app.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const SIDES = ['one', 'other'] as const;

/** Until both maps stand and both sides are counted. */
async function bothDrawn(page: Page): Promise<void> {
  await page.getByRole('table', { name: 'Cells by rank on both sides' }).waitFor();
  await page.waitForFunction(() => {
    const maps = [...document.querySelectorAll<HTMLElement>('[data-map]')];
    const ready = maps.length === 2 && maps.every((map) => map.dataset.ready === 'true');
    return ready && document.querySelector('[aria-busy="true"]') === null;
  });
}

async function camera(page: Page, side: (typeof SIDES)[number]) {
  const map = page.locator(`[data-pane="${side}"] [data-map]`);
  const [lon = 0, lat = 0] = ((await map.getAttribute('data-centre')) ?? '').split(',').map(Number);
  const zoom = Number(await map.getAttribute('data-zoom'));
  return { lon, lat, zoom, metresPerPixel: Math.cos((lat * Math.PI) / 180) / 2 ** zoom };
}

/** How many pixels of a map have one of the colours. */
async function pixelsOf(page: Page, side: (typeof SIDES)[number], colours: readonly string[]): Promise<number> {
  const png = PNG.sync.read(await page.locator(`[data-pane="${side}"] [data-map]`).screenshot());
  let found = 0;
  for (let i = 0; i < png.data.length; i += 4) {
    const colour = `#${[0, 1, 2].map((k) => (png.data[i + k] ?? 0).toString(16).padStart(2, '0')).join('')}`;
    if (colours.includes(colour)) found += 1;
  }
  return found;
}

describe('two maps side by side', () => {
  it('two districts in one scale and one set of classes; zooming one zooms the other and leaves it where it is', async () => {
    const { page, context, pageErrors, offOrigin } = await site.open();
    await drawn(page);
    await page.keyboard.press('c');
    await bothDrawn(page);
    await page
      .locator('[data-pane="one"]')
      .getByRole('heading', { name: /Basildon/ })
      .waitFor();
    await page
      .locator('[data-pane="other"]')
      .getByRole('heading', { name: /Chelmsford/ })
      .waitFor();

    const legends = page.locator('section[aria-label="Legend"]');
    expect(await legends.count()).toBe(1);
    const colours = await legendColours(page);
    for (const side of SIDES) expect(await pixelsOf(page, side, colours)).toBeGreaterThan(500);

    const scaleBars = () => page.locator('.maplibregl-ctrl-scale').allTextContents();
    const before = await Promise.all(SIDES.map((side) => camera(page, side)));
    expect(before[0]?.metresPerPixel).toBeCloseTo(before[1]?.metresPerPixel ?? 0, 6);
    expect(new Set(await scaleBars()).size).toBe(1);
    await page.locator('[data-pane="one"]').getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForFunction(
      (zoom) => Number(document.querySelector<HTMLElement>('[data-pane="other"] [data-map]')?.dataset.zoom) > zoom,
      (before[1]?.zoom ?? 0) + 0.9,
    );
    await bothDrawn(page);
    const after = await Promise.all(SIDES.map((side) => camera(page, side)));
    expect(after[0]?.metresPerPixel).toBeCloseTo(after[1]?.metresPerPixel ?? 0, 6);
    expect(new Set(await scaleBars()).size).toBe(1);
    expect(after[1]?.lat).toBeCloseTo(before[1]?.lat ?? 0, 3);
    expect(Math.abs((after[0]?.lat ?? 0) - (after[1]?.lat ?? 0))).toBeGreaterThan(0.05);

    const places = await page.locator('[aria-label="Cells by rank on both sides"] tbody tr').allTextContents();
    expect(places).toHaveLength(10);
    const first = page.locator('[aria-label="Cells by rank on both sides"] tbody tr').first().locator('td');
    expect(await first.nth(1).textContent()).not.toBe(await first.nth(2).textContent());
    await page.getByText(/Per 1,000 residents, Chelmsford has [\d.]+ times the offences of Basildon/).waitFor();
    await page.getByRole('table', { name: /Difference of the shares/ }).waitFor();

    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);

    await page.keyboard.press('p');
    await page
      .getByRole('heading', { name: 'Basildon and Chelmsford: no clear difference per 1,000 residents' })
      .waitFor();
    expect(await page.locator('[data-map]').count()).toBe(2);
    expect(await page.getByRole('region', { name: 'Legend of both maps' }).count()).toBe(1);
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('[data-map]')].every((map) => map.dataset.ready === 'true'),
    );
    const saved = page.waitForEvent('download');
    await page.keyboard.press('s');
    expect((await saved).suggestedFilename()).toMatch(/basildon.*chelmsford.*\.png$/i);
    await page.keyboard.press('Escape');
    await bothDrawn(page);
    expect(pageErrors).toEqual([]);
    expect(offOrigin).toEqual([]);
    await context.close();
  });

  it('two periods of one area look at the same place, wherever either is moved', async () => {
    const { page, context } = await site.open();
    await drawn(page);
    await page.keyboard.press('c');
    await bothDrawn(page);
    await page.getByRole('radio', { name: 'Two periods' }).click();
    await bothDrawn(page);
    await page.getByText(/Per day, the right period has/).waitFor();
    const box = await page.locator('[data-pane="other"] [data-map]').boundingBox();
    if (!box) throw new Error('The second map is not on the page.');
    const before = await camera(page, 'one');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2 + 40, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(
      (lon) =>
        Number(document.querySelector<HTMLElement>('[data-pane="one"] [data-map]')?.dataset.centre?.split(',')[0]) <
        lon,
      before.lon - 0.001,
    );
    await bothDrawn(page);
    expect(await camera(page, 'one')).toEqual(await camera(page, 'other'));
    await page.keyboard.press('h');
    await drawn(page);
    expect(await page.locator('[data-map]').count()).toBe(1);
    await context.close();
  });

  it('two periods lie over each other with a divider, for mouse and keys', async () => {
    const { page, context } = await site.open();
    await drawn(page);
    await page.keyboard.press('c');
    await page.getByRole('radio', { name: 'Two periods' }).click();
    await page.getByRole('radio', { name: 'Swipe' }).click();
    const divider = page.getByRole('slider', { name: 'Divider between the periods' });
    await divider.waitFor();
    await bothDrawn(page);
    // one map over the other, the same ground under every pixel
    const [left, right] = await Promise.all(
      SIDES.map((side) => page.locator(`[data-pane="${side}"] [data-map]`).boundingBox()),
    );
    expect(left).toEqual(right);
    expect(await camera(page, 'one')).toEqual(await camera(page, 'other'));
    const shares = async () => Number(await divider.getAttribute('aria-valuenow'));
    const bar = await divider.boundingBox();
    if (!bar || !left) throw new Error('The divider is not on the page.');
    await page.mouse.move(bar.x + bar.width / 2, bar.y + 40);
    await page.mouse.down();
    await page.mouse.move(left.x + left.width * 0.25, bar.y + 40, { steps: 5 });
    await page.mouse.up();
    expect(await shares()).toBe(25);
    await divider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await shares()).toBe(27);
    // all of one and all of the other are two pictures
    await page.keyboard.press('End');
    const first = await page.locator('[data-pane="one"] [data-map]').screenshot();
    await page.keyboard.press('Home');
    const second = await page.locator('[data-pane="one"] [data-map]').screenshot();
    expect(first.equals(second)).toBe(false);
    expect(new URL(page.url()).hash).toContain('..swipe');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);
    await page.getByRole('radio', { name: 'Side by side' }).click();
    await divider.waitFor({ state: 'detached' });
    await bothDrawn(page);
    await context.close();
  });

  it('show the density of both sides in one set of classes', async () => {
    const { page, context } = await site.open();
    await drawn(page);
    await page.evaluate(() => {
      location.hash = location.hash.replace('show=value', 'show=kde');
    });
    await page.reload();
    await page.waitForSelector('[data-map][data-ready="true"]');
    await page.keyboard.press('c');
    await bothDrawn(page);
    await page.getByText('with one bandwidth').waitFor();
    const colours = await legendColours(page);
    for (const side of SIDES) expect(await pixelsOf(page, side, colours)).toBeGreaterThan(500);
    await context.close();
  });
});
