/** What officers take along: cards on paper and phone, files, exact grid references. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, type Site, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ width: 1280, height: 800 });
  page = app.page;
  await drawn(page);
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: 'Take along' }).waitFor();
});
afterAll(() => site.close());

async function download(file: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Download the patrol' });
  await form.getByText(file, { exact: true }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Download', exact: true }).click(),
  ]);
  return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
}

const choosePair = (title: string) => page.getByLabel('Cards and files for').selectOption(title);

/** Width and height of each page in points. */
const pagesOf = (pdf: Buffer): [number, number][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((m) => [
    Number(m[1]),
    Number(m[2]),
  ]);

describe('patrol cards', () => {
  it('print two to a sheet of A4 behind the timetable, each with its rank and its times', async () => {
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(1 + 10);
    for (const [width, height] of pages)
      expect([width, height]).toEqual([expect.closeTo(595, -1), expect.closeTo(842, -1)]);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const paper = page.locator('article[aria-hidden]');
    expect(await paper.locator('.head .rank').allTextContents()).toEqual(
      Array.from({ length: 20 }, (_, i) => `${i + 1}`),
    );
    const times = await paper.locator('.card .tally strong').allTextContents();
    expect(times).toHaveLength(20);
    for (const time of times) expect(time).toMatch(/^(2\d|0[01]):\d\d–(2\d|0[0-2]):\d\d$/);
    expect(await paper.locator('.pair h2').allTextContents()).toEqual(['Pair 1', 'Pair 2', 'Pair 3', 'Pair 4']);
    expect(new Set(await paper.locator('.marking').allTextContents())).toEqual(
      new Set(['SYNTHETIC DEMONSTRATION DATA']),
    );
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await paper.waitFor({ state: 'detached' });
  });

  it('of one pair are those of its visits, in the order of their times', async () => {
    await choosePair('Pair 4, in order of time');
    const { name, text } = await download('Timetable');
    expect(name).toBe('harmscape-southend-on-sea-patrol-plan-pair-4.csv');
    const rows = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows.every(([pair]) => pair === '4')).toBe(true);
    await page.getByRole('button', { name: 'Show cards' }).click();
    const cards = page.getByRole('dialog', { name: 'Patrol cards' });
    expect(await cards.locator('.head .rank').allTextContents()).toEqual(rows.map((row) => row[3]));
    await page.keyboard.press('Escape');
    await choosePair('All pairs, by rank');
  });

  it('on screen are reached by their lines in the timetable, and the address stays', async () => {
    await page.getByRole('button', { name: 'Show cards' }).click();
    const before = page.url();
    const line = page.locator('.stops a').nth(6);
    const name = await line.locator('.name').textContent();
    await line.focus();
    await page.keyboard.press('Enter');
    const card = page.locator('.card', { hasText: name ?? '' }).first();
    expect(Math.abs((await card.boundingBox())?.y ?? 1000)).toBeLessThan(100);
    expect(page.url()).toBe(before);
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });
});

describe('files of the plan', () => {
  it('calendar, GPX and GeoJSON hold every visit', async () => {
    expect((await download('Calendar')).text.match(/BEGIN:VEVENT/g)).toHaveLength(20);
    const gpx = await download('GPX');
    expect(gpx.name).toBe('harmscape-southend-on-sea-patrol-plan.gpx');
    expect(gpx.text.match(/<rtept /g)).toHaveLength(20);
    const { features } = JSON.parse((await download('GeoJSON')).text);
    expect(features.flatMap((f: { properties: { visits: unknown[] } }) => f.properties.visits)).toHaveLength(20);
  });

  it('the page of cards opens on a phone, runs nothing, asks for nothing, and nothing is cut off', async () => {
    const { text } = await download('Cards');
    expect(text).not.toMatch(/<script|https?:/);
    const phone = await app.context
      .browser()
      ?.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    if (!phone) throw new Error('There is no browser.');
    const requests: string[] = [];
    phone.on('request', (request) => requests.push(request.url()));
    const opened = await phone.newPage();
    await opened.setContent(text);
    expect(await opened.locator('.card').count()).toBe(20);
    const boxes = await Promise.all((await opened.locator('.stops a').all()).map((link) => link.boundingBox()));
    for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(44);
    const card = await opened.locator('.card').first().boundingBox();
    expect([card?.x, card?.width]).toEqual([0, 390]);
    const time = opened.locator('.card .tally strong').first();
    expect((await time.boundingBox())?.height).toBeGreaterThan(28);
    expect(requests).toEqual([]);
    await phone.close();
  });
});

describe('exact grid references', () => {
  it('a file that is none is refused in a sentence; OSTN15 makes the references exact until it is removed', async () => {
    await page.getByText('Grid references within 5 m').click();
    const open = async (name: string, text: string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: /OSTN15 file/ }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    };
    await open('notes.txt', 'nothing of the kind');
    await page.getByRole('alert').getByText('That is not the OSTN15 file').waitFor();
    const square: string[] = [];
    for (let north = 180; north < 192; north++)
      for (let east = 580; east < 600; east++) square.push(`1,${east}000,${north}000,103,-52,45,1`);
    await open('OSTN15_OSGM15_DataFile.txt', square.join('\n'));
    await page.getByText('Grid references exact to 0.1 m').waitFor();
    await page.getByRole('button', { name: 'Show cards' }).click();
    await page.getByText('exact to 0.1 m (OSTN15)').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Grid references within 5 m').waitFor();
    expect(app.pageErrors).toEqual([]);
    expect(app.offOrigin).toEqual([]);
    expect(await app.violations()).toEqual([]);
  });
});
