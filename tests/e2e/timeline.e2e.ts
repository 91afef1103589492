/** The timeline as a person uses it: key dates, arrow keys, hours painted, and playing without a stutter. */
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropFiles, mapColours, replaceLoaded, type Site, startSite, type Watched } from './app.ts';
import { longestTaskMs } from './page-tasks.ts';
import { policeUkText } from './police-uk-text.ts';

const ROWS = 200_000;

let site: Site;
let app: Watched;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ width: 1280, height: 800 });
  await drawn(app.page);
});
afterAll(() => site.close());

const strip = () => app.page.getByRole('slider', { name: /Period on the timeline/ });
const marks = () => app.page.getByRole('group', { name: 'Key dates on the timeline' }).getByRole('button');
const fragment = async () => new URLSearchParams((await app.page.evaluate(() => location.hash)).slice(1));
const period = async () => [(await fragment()).get('from'), (await fragment()).get('to')];

/** Drops a file put together in the page, over whatever is loaded. */
const drop = (content: string, name: string) => dropFiles(app.page, { name, content });

/** Offences with days and hours through 2020, in no order, around towns of Essex. */
function datedText(rows: number): string {
  const towns = [
    [0.71, 51.54],
    [0.47, 51.735],
    [0.455, 51.57],
    [0.9, 51.89],
  ] as const;
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const titles = ['Robbery', 'Common assault and battery', 'Criminal damage', 'Shoplifting'];
  const lines = ['offence,from,longitude,latitude'];
  for (let row = 0; row < rows; row++) {
    const [lon, lat] = towns[Math.floor(random() * towns.length)] ?? [0.71, 51.54];
    const from = new Date(1_577_836_800_000 + Math.floor(random() * 366 * 1440) * 60_000).toISOString().slice(0, 16);
    const x = (lon + (random() - 0.5) * 0.1).toFixed(5);
    const y = (lat + (random() - 0.5) * 0.05).toFixed(5);
    lines.push(`${titles[Math.floor(random() * titles.length)]},${from},${x},${y}`);
  }
  return lines.join('\n');
}

describe('the timeline of the demo', () => {
  it('marks key dates and shades rules in force, each with its words', async () => {
    expect(await marks().count()).toBeGreaterThan(20);
    await app.page.getByRole('button', { name: /^12.Apr.2021: Step 2/ }).focus();
    await app.page.getByRole('tooltip').getByText('Step 2: shops').waitFor();
    expect(await app.page.getByRole('tooltip').innerText()).toContain('planned date');
    const phases = await app.page.locator('[role="slider"] rect > title').allTextContents();
    // Southend stayed in tier 1 when the county council's area went up
    expect(phases.map((text) => text.replaceAll('\u00a0', ' '))).toContain('Tier 1, 14 Oct – 4 Nov 2020');
  });

  it('moves the period by arrow keys, and one undo takes a visit back', async () => {
    const before = await period();
    await strip().focus();
    for (const [keys, expected] of [
      ['ArrowRight', ['2019-07-02', '2020-07-01']],
      ['Shift+ArrowLeft', ['2019-07-02', '2020-06-30']],
      ['Home', ['2019-07-01', '2020-06-29']],
      ['Control+ArrowRight', ['2020-06-30', '2021-06-29']],
    ] as const) {
      await app.page.keyboard.press(keys);
      await drawn(app.page);
      expect(await period()).toEqual(expected);
    }
    expect((await strip().getAttribute('aria-valuetext'))?.replaceAll('\u00a0', ' ')).toBe('30 Jun 2020 – 29 Jun 2021');
    await app.page.keyboard.press('Control+z');
    await drawn(app.page);
    expect(await period()).toEqual(before);
  });

  it('chooses the days of a key date at a press of its mark', async () => {
    await app.page.getByRole('button', { name: /^12.Apr.2021: Step 2/ }).click();
    await drawn(app.page);
    expect(await period()).toEqual(['2021-04-12', '2021-05-16']);
    await app.page.keyboard.press('Control+z');
    await drawn(app.page);
  });

  it('counts only the hours painted, by preset and by keyboard', async () => {
    const colours = await mapColours(app.page);
    await app.page.getByRole('button', { name: /^Hours:/ }).click();
    await app.page.getByText('Night-time economy', { exact: true }).click();
    await app.page.getByText('Only the 20 painted hours count').waitFor();
    await app.page.getByRole('gridcell', { name: 'Mon 09:00' }).focus();
    await app.page.keyboard.press('Space');
    await app.page.keyboard.press('ArrowRight');
    await app.page.keyboard.press('Space');
    await app.page.getByText('Only the 22 painted hours count').waitFor();
    const { violations } = await new AxeBuilder({ page: app.page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await drawn(app.page);
    expect((await fragment()).get('hours')).toHaveLength(42);
    expect([...(await mapColours(app.page))]).not.toEqual([...colours]);
    await app.page.getByRole('button', { name: /^Hours:/ }).click();
    await app.page.getByRole('button', { name: 'Every hour' }).click();
    await app.page.keyboard.press('Escape');
    await drawn(app.page);
    expect((await fragment()).get('hours')).toBeNull();
  });

  it('passes axe', async () => {
    const { violations } = await new AxeBuilder({ page: app.page }).include('[aria-label="Timeline"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('playing 200 thousand offences', () => {
  it('moves a week on day by day until a key is pressed, no task taking more than 50 ms of the page', async () => {
    await app.page.emulateMedia({ reducedMotion: 'no-preference' });
    await drop(datedText(ROWS), 'dated.csv');
    await app.page.waitForFunction(() => location.hash.includes('data=files'));
    await drawn(app.page);
    const longest: number[] = [];
    while (longest.length < 4 && Math.min(...longest, Number.POSITIVE_INFINITY) > 50) {
      const all = app.page.getByRole('button', { name: 'All dates' });
      if (await all.isVisible()) await all.click();
      await drawn(app.page);
      await app.page.getByRole('button', { name: 'Play the period through the dates' }).click();
      await app.page.waitForTimeout(1500);
      const from = Number(await strip().getAttribute('aria-valuenow'));
      longest.push(await longestTaskMs(app, () => app.page.waitForTimeout(4000)));
      expect(Number(await strip().getAttribute('aria-valuenow')) - from).toBeGreaterThan(4);
      await app.page.keyboard.press('Shift');
      await app.page.getByRole('button', { name: 'Play the period through the dates' }).waitFor();
      await drawn(app.page);
      const [first, last] = await period();
      expect(Date.parse(last ?? '') - Date.parse(first ?? '')).toBe(6 * 86_400_000);
    }
    expect(Math.min(...longest), `longest tasks while playing: ${longest.join(', ')} ms`).toBeLessThanOrEqual(50);
  });
});

describe('the timeline of months', () => {
  it('moves by whole months, and has no hours to paint, with the reason', async () => {
    await drop(policeUkText(2000, 7, 11), 'months.csv');
    await replaceLoaded(app.page);
    await app.page.getByRole('slider', { name: /per month/ }).waitFor();
    await drawn(app.page);
    await strip().focus();
    await app.page.keyboard.press('Home');
    await drawn(app.page);
    const [from = '', to = ''] = (await period()).map(String);
    expect(from.slice(8)).toBe('01');
    expect(new Date(Date.parse(to) + 86_400_000).toISOString().slice(8, 10)).toBe('01');
    await app.page.getByRole('button', { name: /^Hours:/ }).click();
    await app.page.getByText('Off: this source publishes months only').waitFor();
    await app.page.keyboard.press('Escape');
    expect(app.pageErrors).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
