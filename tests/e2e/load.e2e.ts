import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, type Site, startSite, type Watched } from './app.ts';
import { policeUkText } from './police-uk-text.ts';

const ROWS = 200_000;
const LONGEST_MS = 200;

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

/** A file with `times` the rows, put together in the page, dropped on the window as a person does. */
async function drop(text: string, times: number): Promise<void> {
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
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await app.page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}

const loading = () => app.page.getByRole('progressbar', { name: 'Loading' });

describe('a file of 200 thousand rows', () => {
  const text = policeUkText(ROWS, 7, 11);

  // drawing in software and another program on the machine lengthen any task, so the page has four loads to show it
  it('is loaded and drawn without a task of more than 200 ms on the page', async () => {
    const longest: number[] = [];
    while (longest.length < 4 && Math.min(...longest, Number.POSITIVE_INFINITY) > LONGEST_MS) {
      await atRest();
      await drop(text, 1);
      await app.page.waitForFunction(() => location.hash.includes('data=files'));
      await drawn(app.page);
      await app.page.waitForTimeout(500);
      longest.push(await app.longestTask());
      expect(await app.page.locator('body').innerText()).toMatch(/199.982.offences in the cells/);
    }
    expect(Math.min(...longest), `longest tasks of the loads: ${longest.join(', ')} ms`).toBeLessThanOrEqual(
      LONGEST_MS,
    );
  });

  it('three times over, is given up within half a second, and what was there before stays', async () => {
    await atRest();
    const before = await app.page.locator('[aria-label="Cells by rank"] tr[data-key]').first().innerText();
    await drop(text, 3);
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
