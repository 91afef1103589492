import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropFiles, type Site, startSite, type Watched } from './app.ts';

const KINDS = ['Robbery', 'Burglary', 'Shoplifting'];

/** Offences `from` … by id, the first `closed` with another status and the first `other` as another offence. */
function extract(from: number, n: number, closed = 0, other = 0): string {
  const rows = Array.from({ length: n }, (_, k) => {
    const i = from + k;
    const kind = KINDS[(k < other ? i + 1 : i) % KINDS.length];
    const place = `${(0.69 + ((i * 7) % 50) / 1000).toFixed(4)},${(51.545 + (i % 13) / 1600).toFixed(4)}`;
    // 40 a day: the second extract starts where the first has ten days left
    const day = new Date(Date.UTC(2021, 3, 1 + Math.floor(i / 40))).toISOString().slice(0, 10);
    return `X${i},${kind},${day} 2${i % 4}:15,${place},${k < closed ? 'closed' : 'open'}`;
  });
  return ['offence_id,offence,from,longitude,latitude,status', ...rows].join('\n');
}

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ height: 1000 });
  page = app.page;
  await drawn(page);
});
afterAll(() => site.close());

const drop = (name: string, content: string) => dropFiles(page, { name, content });

const question = () => page.getByRole('dialog', { name: 'Offences are loaded already' });
const batches = () => page.getByRole('region', { name: 'Batches' });
const changes = () => page.getByRole('region', { name: 'What changed since the last batch' });
/** What the four counts of a batch are. */
const countsOf = (name: string) => batches().getByRole('listitem', { name, exact: true }).locator('dd').allInnerTexts();

describe('a second extract', () => {
  it('is asked about, and joins the first with its name and fortnight', async () => {
    await drop('april.csv', extract(0, 800));
    await page.waitForFunction(() => location.hash.includes('data=files'));
    await drawn(page);
    await drop('may.csv', extract(600, 800, 50, 20));
    await question().getByText('may.csv').first().waitFor();
    await question().getByText('A fortnight').click();
    await question().getByLabel('From').fill('soon');
    await question().getByRole('button', { name: 'Add', exact: true }).click();
    await question().getByText('“From” is “soon”').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await question().getByLabel('From').fill('19/4/2021');
    await question().getByLabel('Name').fill('Second extract');
    await question().getByRole('button', { name: 'Add', exact: true }).click();
    await batches().getByText('1,400 offences in the batches together').waitFor();
    expect(await countsOf('april.csv')).toEqual(['800', '0', '0', '0']);
    expect(await countsOf('Second extract')).toEqual(['600', '50', '150', '0']);
    await batches()
      .getByText(/for 19.Apr – 2.May.2021/)
      .waitFor();
  });

  it('tells what it changed, and which days both cover', async () => {
    await changes()
      .getByText(/600.new offences and updated 50: 20 became another offence, 0 moved/)
      .waitFor();
    await page
      .getByRole('region', { name: 'Periods covered' })
      .getByText('1 Apr – 5 May 2021, without a gap.')
      .waitFor();
    await page.getByText('Covered by more than one batch: 16 – 20 Apr 2021.').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Changes as CSV' }).click();
    expect((await waiting).suggestedFilename()).toBe('harmscape-what-changed.csv');
  });

  it('switched off takes its offences from map and list, and on again gives them back', async () => {
    const inCells = async () => {
      await page.keyboard.press('h');
      await drawn(page);
      return /([\d,]+).offences in the cells/.exec(await page.locator('body').innerText())?.[1];
    };
    expect(await inCells()).toBe('1,400');
    await page.keyboard.press('d');
    await batches().getByText('Second extract', { exact: true }).click();
    await batches().getByText('Off: 800 rows count nowhere.').waitFor();
    expect(await changes().count()).toBe(0);
    expect(await inCells()).toBe('800');
    await page.keyboard.press('d');
    await batches().getByText('Second extract', { exact: true }).click();
    await batches().getByText('1,400 offences in the batches together').waitFor();
    expect(await inCells()).toBe('1,400');
  });

  it('is renamed and removed in place, readable to a screen reader', async () => {
    await page.keyboard.press('d');
    const item = batches().getByRole('listitem', { name: 'april.csv', exact: true });
    await item.getByRole('button', { name: 'Name, dates and files' }).click();
    await item.getByLabel('Name', { exact: true }).fill('First extract');
    const { violations } = await new AxeBuilder({ page }).include('section[aria-label="Batches"]').analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await item.getByRole('button', { name: 'Save' }).click();
    const renamed = batches().getByRole('listitem', { name: 'First extract', exact: true });
    await renamed.getByRole('button', { name: 'Remove this batch' }).click();
    await page.getByText(/800.rows: 800 kept/).waitFor();
    await page.keyboard.press('h');
    await drawn(page);
    expect(app.pageErrors).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
