import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, type Site, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  page = app.page;
  await drawn(page);
  await page.keyboard.press('e');
  await part('Trial');
});
afterAll(() => site.close());

const part = (name: string) => page.getByRole('radio', { name, exact: true }).click();
const region = (name: string) => page.getByRole('region', { name, exact: true });
const plain = async (name: string): Promise<string> => (await region(name).innerText()).replaceAll('\u00a0', ' ');

async function seriousFaults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
  return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id);
}

/** How many pixels of an element have the colour of a token. */
async function pixelsOf(selector: string, token: string): Promise<number> {
  const target = page.locator(selector).first();
  await target.scrollIntoViewIfNeeded();
  const wanted = await page.evaluate((name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  }, token);
  const { data } = PNG.sync.read(await target.screenshot());
  let count = 0;
  for (let i = 0; i < data.length; i += 4) if (wanted.every((v, k) => data[i + k] === v)) count += 1;
  return count;
}

async function download(button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('the result of a trial', () => {
  it('of the demo shows the planted effect inside its interval', async () => {
    await page.getByText(/With patrol 75\s% fewer offences and 87\s% less harm/).waitFor();
    const rows = page.getByRole('table', { name: /^Change with patrol/ }).locator('tbody tr');
    const offences = (await rows.first().innerText()).replaceAll('\u00a0', ' ');
    const [change = 0, lo = 0, hi = 0] = [...offences.matchAll(/[−+](\d+\.\d)/g)].map((m) => -Number(m[1]));
    expect(change).toBe(-74.7);
    expect(lo).toBeLessThan(-73.5);
    expect(hi).toBeGreaterThan(-73.5);
    expect(await plain('Result')).toContain('20 places, 90 days (6 Jul – 3 Oct 2020), 8 a day with patrol.');
  });

  it('draws dots and intervals, and the days after a patrol', async () => {
    expect(await pixelsOf('section[aria-label="Result"] svg', '--accent')).toBeGreaterThan(400);
    expect(await pixelsOf('section[aria-label="Days since a patrol"] svg', '--bar')).toBeGreaterThan(2000);
    await page.getByText(/98\s% of those drawn, by a log of 10 minutes and more/).waitFor();
  });

  it('is taken away as the command line gives it, and its place-days open again as a file', async () => {
    const result = await download('Result');
    expect(result.name).toMatch(/^harmscape-trial-result-.*\.json$/);
    expect(JSON.parse(result.text)).toMatchObject({ places: 20, treated_per_day: 8, resamples: 9999, seed: 1 });
    const placeDays = await download('Place-days');
    expect(placeDays.text.split('\n')).toHaveLength(1802);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open place-days' }).click(),
    ]);
    await chooser.setFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(placeDays.text) });
    await page.getByRole('combobox', { name: 'Trial' }).waitFor();
    await page.waitForFunction(() => document.querySelector('select')?.selectedOptions[0]?.textContent === 'ours.csv');
    await page.getByText(/With patrol 75\s% fewer offences and 87\s% less harm/).waitFor();
    expect(page.url()).toContain('trial-of=file');
  });

  it('says what is wrong with a file that holds no place-days, and keeps what was there', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open place-days' }).click(),
    ]);
    await chooser.setFiles({ name: 'other.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await page.getByText(/other\.csv has no column “place” or “date”/).waitFor();
    await page.getByText(/With patrol 75\s% fewer offences/).waitFor();
    expect(await seriousFaults()).toEqual([]);
  });

  it('is a slide', async () => {
    await page.keyboard.press('p');
    await page
      .getByText(/20 places: with patrol 75\s% fewer offences, 87\s% less harm/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the design of a trial', () => {
  const lots = async (): Promise<string> => (await download('Download the lots')).text;

  it('takes the patrol areas of the period, with the power of the counts at hand', async () => {
    await part('Design');
    await page.getByText(/Of the 20\sworst patrol areas 8 are drawn each day/).waitFor();
    expect(await plain('Plan')).toContain('720 place-days with patrol, 1,080 without');
    expect(await plain('Power')).toMatch(/A fall by \d+ % or more would be found four times in five/);
    expect(
      await page
        .getByRole('table', { name: /^Found: share of 500/ })
        .locator('tbody tr')
        .count(),
    ).toBe(7);
  });

  it('draws the same with the same seed, another with another, and undo brings the draw before back', async () => {
    await page.getByRole('button', { name: 'Draw the lots' }).click();
    const first = await lots();
    expect(first.split('\n')).toHaveLength(1802);
    expect(first).toMatch(/^place,date,assigned\n[^,]+,2020-07-01,[01]\n/);
    const seed = page.getByLabel('Seed');
    await seed.fill('7');
    await seed.press('Enter');
    const again = page.getByRole('button', { name: 'Draw this plan instead' });
    await again.click();
    await page.getByText('Drawn with seed 7').waitFor();
    expect(await lots()).not.toBe(first);
    await seed.fill('1');
    await seed.press('Enter');
    await again.click();
    await page.getByText('Drawn with seed 1').waitFor();
    expect(await lots()).toBe(first);
    await page.locator('h2').first().click();
    await page.keyboard.press('Control+z');
    await page.getByText('Drawn with seed 7').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Drawn with seed 1').waitFor();
  });

  it('fills the strip of days, outlines the places on the map, and outlasts a reload', async () => {
    expect(await pixelsOf('section[aria-label="Lots"] svg', '--accent')).toBeGreaterThan(3000);
    await page.getByText('Places of the trial').first().waitFor();
    expect(await seriousFaults()).toEqual([]);
    await page.reload();
    await page.getByText('Drawn with seed 1').waitFor();
  });

  it('has a result of the offences loaded, which says that no patrol is known of', async () => {
    await page.getByRole('button', { name: 'See its result' }).click();
    await page.getByText(/No minutes of patrol are logged/).waitFor();
    expect(await plain('Result')).toContain('90 days (1 Jul – 28 Sep 2020), 8 a day with patrol');
  });
});

describe('displacement', () => {
  const result = () => plain('Result');

  it('begins with the published example: 118 fewer, between 195.6 and 40.4', async () => {
    await part('Displacement');
    await page.getByText('The published example of Wheeler and Ratcliffe 2018, not your data.').waitFor();
    expect(await result()).toContain('118 fewer offences');
    expect(await result()).toContain('−195.6 to −40.4');
    expect(await pixelsOf('section[aria-label="Result"] svg', '--accent')).toBeGreaterThan(250);
    expect(await seriousFaults()).toEqual([]);
  });

  it('takes counts of one’s own, without the areas around', async () => {
    await page.getByRole('button', { name: 'Type counts of your own' }).click();
    await page.getByText('Areas around', { exact: true }).click();
    for (const [label, value] of [
      ['Row 1, Treated, before', '100'],
      ['Row 1, Treated, after', '80'],
      ['Row 1, Comparison, before', '100'],
      ['Row 1, Comparison, after', '90'],
    ] as const) {
      const field = page.getByLabel(label, { exact: true });
      await field.fill(value);
      await field.press('Enter');
    }
    await page.getByText(/10 fewer offences .* Chance alone could do that/).waitFor();
    expect(await result()).toContain('−47.7 to +27.7');
    const { text } = await download('CSV');
    expect(text).toMatch(/^name,treatment_before,.*\nRow 1,100,80,100,90,-10,19\.23/);
  });

  it('counts a row from the loaded offences', async () => {
    await page.getByText('Count a row from the loaded offences').click();
    const day = page.getByLabel('Begins on');
    await day.fill('23/3/2020');
    await day.press('Enter');
    await page.getByRole('button', { name: 'Count this row' }).click();
    await page.getByLabel(/^Southend-on-Sea against .*, Treated, before$/).waitFor();
    expect(Number(await page.getByLabel(/^Southend-on-Sea against .*, Treated, before$/).inputValue())).toBeGreaterThan(
      5,
    );
    await page.getByText(/^Of 2 rows/).waitFor();
  });

  it('breaks nothing on the way', async () => {
    expect(app.pageErrors).toEqual([]);
    expect(await app.violations()).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
