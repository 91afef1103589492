/** The visit log of Patrol: visits written down and a track, held against the plan of the demo. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, mapColours, type Site, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  page = app.page;
  await drawn(page);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Visit log' }).click();
});
afterAll(() => site.close());

/** The plan is for Friday 3 July 2020; the areas 1 to 12 are visited that night, 13 a week later, and 14 not long enough. */
const VISITS = [
  'date,area,in,out,callsign',
  ...Array.from(
    { length: 12 },
    (_, i) => `03/07/2020,${i + 1},${20 + (i % 3)}:0${i % 5},${20 + (i % 3)}:16,EX${i % 4}`,
  ),
  '10/07/2020,13,23:50,00:08,EX1',
  '03/07/2020,14,21:00,21:06,EX1',
  '03/07/2020,The Quay,21:00,21:16,EX1',
  '03/07/2020,15,soon,21:16,EX1',
].join('\n');

/** Seventeen minutes in the middle of the demo's High Street. */
function track(): string {
  const truth = JSON.parse(readFileSync(new URL('../../public/demo/truth.json', import.meta.url), 'utf8')) as {
    readonly patrolAreas: readonly { readonly rings: readonly (readonly (readonly [number, number])[])[] }[];
  };
  const ring = truth.patrolAreas[0]?.rings[0] ?? [];
  const mean = (k: 0 | 1) => ring.reduce((sum, corner) => sum + corner[k], 0) / ring.length;
  const points = Array.from({ length: 18 }, (_, minute) => {
    const time = new Date(Date.UTC(2020, 6, 4, 12, minute)).toISOString();
    return `<trkpt lat="${mean(1)}" lon="${mean(0)}"><time>${time}</time></trkpt>`;
  });
  return `<gpx version="1.1"><trk><name>Pair 1</name><trkseg>${points.join('')}</trkseg></trk></gpx>`;
}

const log = () => page.getByRole('region', { name: 'Visit log' });
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function open(button: string, ...files: ReturnType<typeof file>[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    log().getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(files);
}

async function said(): Promise<string> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return (await log().innerText()).replaceAll('\u00a0', ' ');
}

describe('the visit log', () => {
  it('says before a log is open what it takes and that tracks stay here', async () => {
    expect(await said()).toMatch(/Open tracks \(GPX.*Where officers were is personal data: it stays in this tab/s);
  });

  it('holds visits written down against the plan of the shift', async () => {
    await open('Open a log', file('july.csv', VISITS));
    await log()
      .getByText(/planned visits were made/)
      .waitFor();
    const words = await said();
    expect(words).toMatch(/12 of \d+ planned visits were made \(\d+ %\)/);
    expect(words).toContain('1 row without a readable time of day, left out.');
    expect(words).toContain('1 visit to places that are no patrol area, left out: “The Quay”.');
    expect(words).toContain('1 visit lay outside the plan. 1 stay under 10 minutes is no visit.');
    expect(words).toContain('Log of 3 – 10 Jul 2020, 4 units. Days begin at 06:00.');
  });

  it('a track is stays in the areas, and outside the plan of another day', async () => {
    await open('Add files', file('pair one.gpx', track()));
    await log().getByText('2 visits lay outside the plan.').waitFor();
    await log().getByRole('radio', { name: 'Not planned' }).click();
    const rows = await log().locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replaceAll('\u00a0', ' ').split('\t').slice(1))).toEqual([
      ['Fri 10 Jul 2020 23:50', '18', 'EX1'],
      ['Sat 4 Jul 2020 13:00', '17', 'Pair 1 (pair one.gpx)'],
    ]);
  });

  it('paints the patrol areas by what was made, and harm again when it is shut', async () => {
    const swatch = async (label: string): Promise<string> => {
      const rgb = await page
        .locator('section[aria-label="Legend"] li', { hasText: label })
        .locator('span')
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      return `#${(rgb.match(/\d+/g) ?? [])
        .slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`;
    };
    await page.waitForSelector('[data-map][data-ready="true"]');
    const [all, none] = [await swatch('All visits made'), await swatch('None of the visits made')];
    const colours = await mapColours(page);
    expect(colours.get(all) ?? 0).toBeGreaterThan(50);
    expect(colours.get(none) ?? 0).toBeGreaterThan(50);
    await log().getByRole('button', { name: 'Visit log' }).click();
    await page.locator('section[aria-label="Legend"]').getByText('days of the Cambridge').waitFor();
    await page.waitForSelector('[data-map][data-ready="true"]');
    expect((await mapColours(page)).get(all) ?? 0).toBe(0);
    await log().getByRole('button', { name: 'Visit log' }).click();
  });

  it('the plan counts on every Friday when asked to; undo takes that back', async () => {
    await log().getByRole('radio', { name: 'Fridays' }).click();
    await log()
      .getByText(/13 of 40\splanned visits/)
      .waitFor();
    expect(page.url()).toContain('plan-days=weekly');
    await log().getByRole('radio', { name: 'By day' }).click();
    expect((await log().locator('tbody th').allInnerTexts()).map((day) => day.replaceAll('\u00a0', ' '))).toEqual([
      'Fri 3 Jul 2020',
      'Sat 4 Jul 2020',
      'Fri 10 Jul 2020',
    ]);
    await page.locator('h2').first().click();
    await page.keyboard.press('Control+z');
    await log()
      .getByText(/12 of 20\splanned visits/)
      .waitFor();
  });

  it('reads a square of the strip by arrow keys', async () => {
    const strip = log().getByRole('slider', { name: 'Visits of each area on each day' });
    await strip.focus();
    await page.keyboard.press('ArrowRight');
    expect(await strip.getAttribute('aria-valuetext')).toMatch(
      /^1 .*, Fri 3.Jul.2020: 1 of 1.planned visit, \d+.minutes$/,
    );
    await page.keyboard.press('ArrowRight');
    expect(await strip.getAttribute('aria-valuetext')).toMatch(/Sat 4.Jul.2020: 1.visit, none planned, 17.minutes$/);
  });

  it('puts how much of the plan was made on the slide, the least patrolled areas first', async () => {
    await page.locator('h2').first().click();
    await page.keyboard.press('p');
    // the page to print says the same
    await page.getByText('Southend-on-Sea: 12 of 20 planned patrol visits made').first().waitFor();
    await page.getByText('Least patrolled').first().waitFor();
    await page.keyboard.press('Escape');
    await log().waitFor();
  });

  it('gives minutes by area and day as a table', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      log().getByRole('button', { name: 'Minutes by area and day' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('harmscape-southend-on-sea-visit-log.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^rank,place,date,planned_visits,planned_min,visits,delivered_min\r?\n1,/);
    expect(text).toMatch(/^1,[^,]*,2020-07-04,0,0,1,17\r?$/m);
    expect(text).not.toMatch(/EX1|Pair 1/);
  });

  it('axe finds nothing serious', async () => {
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  });

  it('says what is wrong with a file that is no log, and keeps the others', async () => {
    await open('Add files', file('list.csv', 'a,b\n1,2'));
    await log().getByText('list.csv is no patrol log').waitFor();
    expect(await log().getByRole('list', { name: 'Log', exact: true }).getByRole('listitem').count()).toBe(2);
  });

  it('knows a track among other files that are opened, and is kept nowhere', async () => {
    await page.keyboard.press('d');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open files' }).click(),
    ]);
    await chooser.setFiles([file('pair two.gpx', track())]);
    await log().getByText('pair two.gpx').waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href);
    expect(kept).not.toMatch(/EX1|Pair 1|pair one/);
    expect(app.offOrigin).toEqual([]);
    expect(app.pageErrors).toEqual([]);
    expect(await app.violations()).toEqual([]);
  });

  it('is forgotten when everything is cleared', async () => {
    await page.keyboard.press('d');
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await page.getByRole('button', { name: 'Open the demo' }).click();
    await drawn(page);
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Visit log' }).click();
    await log().getByRole('button', { name: 'Open a log' }).waitFor();
    expect(await log().getByText('july.csv').count()).toBe(0);
  });
});
