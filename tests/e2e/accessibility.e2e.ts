import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, listRow, type Site, startSite } from './app.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const SCREENS = [
  { width: 1280, height: 800, scheme: 'light' },
  { width: 390, height: 844, scheme: 'dark' },
] as const;

describe('accessibility', () => {
  it.each(SCREENS)('axe finds nothing serious at $width px, $scheme', async (screen) => {
    const { page, context } = await site.open(screen);
    await drawn(page);
    const seriousIn = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations
        .filter((v) => v.impact === 'serious' || v.impact === 'critical')
        .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
    };
    expect(await seriousIn()).toEqual([]);
    await listRow(page, 0).click();
    await page.getByLabel('Selected cell').getByText('Share').waitFor();
    expect(await seriousIn()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    expect(await seriousIn()).toEqual([]);
    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Highest cells' }).waitFor();
    expect(await seriousIn()).toEqual([]);
    await context.close();
  });

  it('the list is walked and a cell picked by keyboard alone', async () => {
    const { page, context } = await site.open();
    await drawn(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await listRow(page, 0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Selected cell').getByText(/2 of/).waitFor();
    await context.close();
  });

  it('nothing is cut off sideways at 390 px', async () => {
    const { page, context } = await site.open({ width: 390, height: 844 });
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  });
});
