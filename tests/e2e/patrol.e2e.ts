import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropFiles, mapColours, type Site, startSite, type Watched } from './app.ts';

/** Another town than the one to plan for. */
const ELSEWHERE = '#data=demo&area=E07000066&from=2019-07-01&to=2020-06-30&offences=ark&weigh=harm&res=10&show=value';
/** Lines of the pairs in the light theme. */
const PAIRS = ['#12436d', '#801650', '#13766f', '#7a4fb5'];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ fragment: ELSEWHERE, height: 1000 });
  page = app.page;
  await drawn(page);
});
afterAll(async () => {
  expect(app.pageErrors).toEqual([]);
  expect(app.offOrigin).toEqual([]);
  expect(await app.violations()).toEqual([]);
  await site.close();
});

/** Until the areas of the present settings are there and drawn. */
async function planned(): Promise<void> {
  await areas().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForSelector('[data-map][data-ready="true"]');
}

const areas = () => page.getByRole('list', { name: 'Patrol areas by rank' });
const area = (at: number) => areas().getByRole('listitem').nth(at);
/** The button that opens the area; inside it its name stands in bold. */
const head = (at: number) => areas().locator('> li').nth(at).getByRole('button').first();
const plan = () => page.getByRole('region', { name: /^Plan / });
const made = () => page.getByRole('region', { name: 'Done by hand' });
const moved = () => page.getByRole('region', { name: 'What moved since you last looked' });
const ranks = async () => (await areas().locator('> li > button').allInnerTexts()).map((text) => text.split('\n')[0]);

describe('a plan for Southend, Friday 20:00 to 02:00, four pairs', () => {
  it('takes under ten clicks', async () => {
    let clicks = 0;
    const click = async (what: Locator) => {
      await what.click();
      clicks += 1;
    };
    await click(page.getByRole('button', { name: /^Area:/ }));
    await click(page.getByRole('option', { name: 'Southend-on-Sea' }).first());
    await page.keyboard.press('Escape');
    await click(page.getByRole('navigation', { name: 'Modes' }).getByText('Patrol'));
    await planned();
    expect(clicks).toBeLessThan(10);
    expect(plain(await plan().innerText())).toMatch(/^Plan for Fri 3 Jul 2020, 20:00–02:00/);
    await plan()
      .getByText(/20.visits to 20.areas by 4.pairs/)
      .waitFor();
    const visits = await Promise.all(
      [1, 2, 3, 4].map((pair) =>
        plan()
          .getByRole('list', { name: `Visits of pair ${pair}` })
          .getByRole('button')
          .count(),
      ),
    );
    expect(visits.reduce((sum, n) => sum + n, 0)).toBe(20);
    expect(Math.min(...visits)).toBeGreaterThan(0);
    await plan().getByText('The timetable as a table').click();
    expect(await plan().getByRole('table', { name: 'Timetable' }).getByRole('row').count()).toBe(21);
  });

  it('says what the areas hold, and draws them and the way of each pair', async () => {
    const holds = plain(await page.getByRole('region', { name: 'What the areas hold' }).innerText());
    expect(holds).toMatch(/^20 patrol areas hold 5\d % of harm and 4\d % of the offences in 2\.\d % of the area\./);
    const colours = await mapColours(page);
    for (const colour of PAIRS) expect(colours.get(colour) ?? 0).toBeGreaterThan(40);
    // outlines and ranks
    expect(colours.get('#16202b') ?? 0).toBeGreaterThan(300);
    for (const key of ['Area, by rank', 'Pair 1', 'Pair 4']) {
      await page.getByRole('region', { name: 'Legend' }).getByText(key, { exact: true }).waitFor();
    }
  });

  it('follows the shift that is asked for, and says what cannot be met', async () => {
    await plan().getByLabel('Pairs').fill('1');
    await page.keyboard.press('Enter');
    await page
      .getByRole('list', { name: 'What could not be met' })
      .getByText(/No visit could be placed in/)
      .waitFor();
    expect(await page.evaluate(() => location.hash)).toContain('pairs=1');
    await plan().getByLabel('To', { exact: true }).fill('20:10');
    await page.keyboard.press('Enter');
    await plan().getByText('A shift of 10 minutes holds no visit of 15').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await plan()
      .getByText(/20.visits to 20.areas by 4.pairs/)
      .waitFor();
  });
});

describe('patrol areas by hand', () => {
  it('are chosen in the list and stronger on the map', async () => {
    await planned();
    const before = (await mapColours(page)).get('#16202b') ?? 0;
    await head(0).click();
    await planned();
    expect(await page.evaluate(() => location.hash)).toContain('cell=8a');
    expect((await mapColours(page)).get('#16202b') ?? 0).toBeGreaterThan(before);
    await area(0)
      .getByText(/offences, 5\.\d.% of the harm of the whole area/)
      .waitFor();
  });

  it('are renamed, moved by a cell and dropped, each marked and taken back by itself', async () => {
    await area(0).getByLabel('Name').fill('Station approach');
    await page.keyboard.press('Enter');
    await area(0).getByText('named').waitFor();
    await planned();
    await area(0).getByRole('button', { name: 'Move north' }).click();
    await head(0).getByText('moved, named').waitFor();
    await planned();
    await head(1).click();
    await planned();
    await areas().getByRole('button', { name: 'Drop this area' }).click();
    await made()
      .getByText(/^Dropped 2 /)
      .waitFor();
    await planned();
    expect((await ranks()).slice(0, 3)).toEqual(['1', '3', '4']);
    await made()
      .getByRole('button', { name: /^Take back: Dropped 2/ })
      .click();
    await planned();
    expect((await ranks()).slice(0, 3)).toEqual(['1', '2', '3']);
    // Ctrl+Z undoes the last step, which brings the drop back
    await page.keyboard.press('Control+z');
    await made()
      .getByText(/^Dropped 2 /)
      .waitFor();
    await planned();
    expect(await ranks()).toHaveLength(19);
  });

  it('are added at a place that is typed, by keyboard alone', async () => {
    await page.getByLabel('Place', { exact: true }).focus();
    await page.keyboard.type('somewhere');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Add an area' }).getByRole('alert').filter({ hasText: /./ }).waitFor();
    await page.getByLabel('Place', { exact: true }).fill('0.6600, 51.5555');
    await page.keyboard.press('Enter');
    await made()
      .getByText(/^Added 21 /)
      .waitFor();
    await planned();
    expect((await ranks()).at(-1)).toBe('21');
  });

  it('tell nothing as moved that was done by hand', async () => {
    expect(await moved().count()).toBe(0);
  });

  it('pass axe', async () => {
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target}`)).toEqual([]);
  });
});

describe('a second batch', () => {
  it('keeps what was done by hand and tells what moved, until that is taken as known', async () => {
    await drop('june.csv', extract(0, [40, 30, 20, 10]));
    await page.waitForFunction(() => location.hash.includes('data=files'));
    await drawn(page);
    await page.keyboard.press('a');
    await planned();
    expect(await ranks()).toEqual(['1', '2', '3', '4']);
    await head(0).click();
    await planned();
    await area(0).getByLabel('Name').fill('Station approach');
    await page.keyboard.press('Enter');
    await planned();
    await head(2).click();
    await planned();
    await areas().getByRole('button', { name: 'Drop this area' }).click();
    await planned();
    await drop('july.csv', extract(1000, [0, 0, 0, 0, 35]));
    const question = page.getByRole('dialog', { name: 'Offences are loaded already' });
    await question.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('135 offences in the batches together').waitFor();
    await page.keyboard.press('a');
    await planned();
    expect(plain(await moved().innerText())).toMatch(/1 new, 2 with another rank; 1 as they were\./);
    await moved().getByText('Area by area').click();
    expect(plain(await moved().innerText())).toMatch(/2 Lane 4\s+new\s+3 Lane 1\s+rank 2 → 3/);
    expect(await ranks()).toEqual(['1', '2', '3', '5']);
    expect(await head(0).innerText()).toContain('Station approach');
    await made().getByText('Dropped 4 Lane 2').waitFor();
    await moved().getByRole('button', { name: 'Take these areas as known' }).click();
    await moved().waitFor({ state: 'detached' });
  });

  it('is presented with the visits and the map of the plan', async () => {
    await page.keyboard.press('p');
    await page
      .getByRole('heading', { level: 1 })
      .getByText(/4.patrol areas hold \d+/)
      .waitFor();
    await page.getByRole('columnheader', { name: 'First visit' }).waitFor();
    await page.keyboard.press('Escape');
    await planned();
  });
});

/** Robberies on the nights of June 2020, so many at each of some corners. */
function extract(from: number, counts: readonly number[]): string {
  const rows = counts.flatMap((n, corner) =>
    Array.from({ length: n }, (_, i) => {
      const night = `2020-06-${String(1 + (i % 28)).padStart(2, '0')} 2${i % 4}:30`;
      const place = `${(0.67 + 0.015 * corner).toFixed(4)},${(51.545 + 0.004 * (corner % 2)).toFixed(4)}`;
      return `X${from + 100 * corner + i},Robbery of personal property,${night},${place},Lane ${corner}`;
    }),
  );
  return ['offence_id,offence,from,longitude,latitude,location', ...rows].join('\n');
}

const drop = (name: string, content: string) => dropFiles(page, { name, content });
