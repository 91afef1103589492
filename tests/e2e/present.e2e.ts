import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, listRow, type Site, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ width: 1280, height: 720, scheme: 'dark' });
  await drawn(app.page);
});
afterAll(() => site.close());

describe('presenting', () => {
  it('one key shows title, period, marking, source, legend and the same top ten, without controls', async () => {
    const first = await listRow(app.page, 0).locator('td').allInnerTexts();
    await app.page.keyboard.press('p');
    const list = app.page.getByRole('region', { name: 'Highest cells' });
    await list.waitFor();
    const text = await app.page.locator('body').innerText();
    expect(text).toMatch(/Southend-on-Sea/);
    expect(text).toMatch(/synthetic/i);
    expect(text).toMatch(/2019/);
    const rows = await list.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(10);
    expect(rows[0]).toContain(first[1]?.trim());
    expect(rows[0]).toContain(first[2]?.trim());
    expect(await app.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('its smallest words are at least a forty-fifth of the height', async () => {
    const smallest = await app.page.evaluate(() => {
      const sizes: number[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element || !node.textContent?.trim() || !element.checkVisibility()) continue;
        if (
          element.closest(
            'button, .maplibregl-control-container, script, style, [aria-hidden="true"], [data-fine-print]',
          )
        )
          continue;
        sizes.push(Number.parseFloat(getComputedStyle(element).fontSize));
      }
      return Math.min(...sizes);
    });
    expect(smallest).toBeGreaterThanOrEqual(720 / 45 - 0.01);
  });

  it('saves a picture of 1920 × 1080 that is not blank', async () => {
    await app.page.waitForSelector('[data-map][data-ready="true"]');
    const waiting = app.page.waitForEvent('download');
    await app.page.keyboard.press('s');
    const path = await (await waiting).path();
    const png = PNG.sync.read(readFileSync(path));
    expect([png.width, png.height]).toEqual([1920, 1080]);
    const colours = new Set<number>();
    for (let i = 0; i < png.data.length; i += 4 * 97) colours.add(png.data.readUInt32BE(i));
    expect(colours.size).toBeGreaterThan(30);
  });

  it('prints as one A4 landscape page', async () => {
    await app.page.waitForTimeout(500);
    const pdf = (await app.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ]);
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.[0]).toBeCloseTo(842, -1);
    expect(boxes[0]?.[1]).toBeCloseTo(595, -1);
  });

  it('Escape leaves, back to the workbench', async () => {
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await app.violations()).toEqual([]);
    expect(app.offOrigin).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });
});
