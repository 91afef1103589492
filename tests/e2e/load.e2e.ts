import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropCarried, type Site, startSite, type Watched } from './app.ts';
import { longestTaskMs } from './page-tasks.ts';
import { policeUkText } from './police-uk-text.ts';

const ROWS = 200_000;
/** Of the page's own time, and by the clock, in which drawing in software and the worker have their share of two cores. */
const LONGEST_MS = 50;
const LONGEST_BY_CLOCK_MS = 100;

let site: Site;
let app: Watched;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
});
afterAll(() => site.close());

/** The demo, at rest, so that what is measured is the load alone. */
async function atRest(): Promise<void> {
  await app.page.goto(`${site.url}?${Math.random()}`);
  await drawn(app.page);
  await app.page.waitForTimeout(1500);
  await app.longestTask();
}

/** A file with `times` the rows, put together in the page; what comes back drops it on the window as a person does. */
async function handedOver(text: string, times: number): Promise<() => Promise<void>> {
  const transfer = await app.page.evaluateHandle(
    ({ text, times }) => {
      const data = new DataTransfer();
      const rows = text.slice(text.indexOf('\n') + 1);
      data.items.add(new File([text, ...Array<string>(times - 1).fill(rows)], 'large.csv'));
      return data;
    },
    { text, times },
  );
  // handing the text to the page is the test's own work and over before the drop
  await app.page.waitForTimeout(300);
  await app.longestTask();
  return () => dropCarried(app.page, transfer);
}

const loading = () => app.page.getByRole('progressbar', { name: 'Loading' });

describe('a file of 200 thousand rows', () => {
  const text = policeUkText(ROWS, 7, 11);

  // another program on the machine lengthens any task, so the page has four loads to show it
  it('is loaded and drawn without a task of more than 50 ms of the page, or of 100 ms by the clock', async () => {
    const loads: { own: number; clock: number }[] = [];
    const best = (of: 'own' | 'clock') => Math.min(...loads.map((load) => load[of]), Number.POSITIVE_INFINITY);
    while (loads.length < 4 && (best('own') > LONGEST_MS || best('clock') > LONGEST_BY_CLOCK_MS)) {
      await atRest();
      const dropped = await handedOver(text, 1);
      const own = await longestTaskMs(app, async () => {
        await dropped();
        await app.page.waitForFunction(() => location.hash.includes('data=files'));
        await drawn(app.page);
        await app.page.waitForTimeout(500);
      });
      loads.push({ own, clock: await app.longestTask() });
      expect(await app.page.locator('body').innerText()).toMatch(/199.982.offences in the cells/);
    }
    expect(best('own'), JSON.stringify(loads)).toBeLessThanOrEqual(LONGEST_MS);
    expect(best('clock'), JSON.stringify(loads)).toBeLessThanOrEqual(LONGEST_BY_CLOCK_MS);
  });

  it('three times over, is given up within half a second, and what was there before stays', async () => {
    await atRest();
    const before = await app.page.locator('[aria-label="Cells by rank"] tr[data-key]').first().innerText();
    await (await handedOver(text, 3))();
    await loading().waitFor({ state: 'attached' });
    await app.page.getByText(/rows read/).waitFor();
    const waitedMs = await app.page.evaluate(async () => {
      const bar = () => document.querySelector('[role="progressbar"][aria-label="Loading"]');
      const cancel = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Cancel');
      const start = performance.now();
      cancel?.click();
      while (bar() !== null) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - start;
    });
    expect(waitedMs).toBeLessThan(500);
    await app.page.keyboard.press('h');
    await drawn(app.page);
    expect(await app.page.locator('[aria-label="Cells by rank"] tr[data-key]').first().innerText()).toBe(before);
    expect(await app.page.evaluate(() => location.hash)).toContain('data=demo');
  });
});
