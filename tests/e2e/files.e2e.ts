import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drawn,
  dropFiles,
  legendColours,
  mapColours,
  replaceLoaded,
  type Site,
  startSite,
  type Watched,
} from './app.ts';
import { policeUkText } from './police-uk-text.ts';

let site: Site;
let app: Watched;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  await drawn(app.page);
});
afterAll(() => site.close());

/** Drops files on the window as a person does, over files in their place. */
async function drop(files: { name: string; text: string }[]): Promise<void> {
  const over = await app.page.evaluate(() => location.hash.includes('data=files'));
  await dropFiles(app.page, ...files.map(({ name, text }) => ({ name, content: text })));
  // study areas join whatever is loaded
  if (over && !files.some(({ name }) => name.endsWith('.geojson'))) await replaceLoaded(app.page);
}

interface Feature {
  readonly properties: { readonly cell: string; readonly count: number | null };
}

/** Downloads a table by the form's words, as a person does. */
async function downloaded(table: string, format: string): Promise<{ name: string; bytes: Buffer }> {
  await app.page.getByRole('button', { name: 'Download or print' }).click();
  await app.page.getByText(table, { exact: true }).click();
  await app.page.getByText(format, { exact: true }).click();
  const waiting = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: 'Download', exact: true }).click();
  const download = await waiting;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

describe('a dropped police.uk file', () => {
  it('becomes a classed map with no further click, and says what was dropped and what lies outside', async () => {
    await drop([{ name: '2018-05-essex-street.csv', text: policeUkText(20_000, 7, 11) }]);
    await app.page.waitForFunction(() => location.hash.includes('data=files'));
    await drawn(app.page);
    const legend = await legendColours(app.page);
    const colours = await mapColours(app.page);
    expect(legend.filter((c) => (colours.get(c) ?? 0) > 10).length).toBeGreaterThanOrEqual(2);
    const text = await app.page.locator('body').innerText();
    expect(text).toMatch(/7 dropped/);
    expect(text).toMatch(/11 outside|11 elsewhere/);
    expect(text).toMatch(/snapped/i);
    expect(text).toMatch(/OFFICIAL-SENSITIVE/);
    expect(text).not.toMatch(/synthetic demonstration/i);
  });

  it('the notes and the ranked list download, guarded against formulas', async () => {
    const hostile = policeUkText(3000, 0, 0).replaceAll('On or near Road', '=HYPERLINK("x")&');
    await drop([{ name: 'hostile.csv', text: hostile }]);
    await app.page.waitForFunction(() => !document.body.innerText.includes('7 dropped'));
    await drawn(app.page);
    const { name, bytes } = await downloaded('Ranked list', 'CSV');
    expect(name).toMatch(/^harmscape-essex-may-jul-2018-ranked\.csv$/);
    const csv = bytes.toString();
    expect(csv.split('\n')[0]).toContain('grid_ref');
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });

  it('all cells download as GeoJSON and Parquet too', async () => {
    const geojson = await downloaded('All cells', 'GeoJSON');
    const { features } = JSON.parse(geojson.bytes.toString());
    expect(features.length).toBeGreaterThan(100);
    expect(features[0]).toMatchObject({ geometry: { type: 'Polygon' }, properties: { rank: 1 } });
    const parquet = await downloaded('All cells', 'Parquet');
    const rows = await parquetReadObjects({ file: new Uint8Array(parquet.bytes).buffer });
    expect(rows.map((r) => r.cell)).toEqual(features.map((f: Feature) => f.properties.cell));
  });

  it('for outside the force no count under 5 leaves, on paper neither', async () => {
    await drop([{ name: 'few.csv', text: policeUkText(150, 0, 0) }]);
    await app.page.waitForFunction(() => /150.offences in the cells/.test(document.body.innerText));
    await drawn(app.page);
    await app.page.getByRole('button', { name: 'Download or print' }).click();
    await app.page.getByText('For outside the force', { exact: true }).click();
    await app.page.keyboard.press('Escape');
    const { name, bytes } = await downloaded('All cells', 'GeoJSON');
    expect(name).toMatch(/-all-cells-suppressed\.geojson$/);
    const counts = JSON.parse(bytes.toString()).features.map((f: Feature) => f.properties.count);
    expect(counts).toContain(null);
    expect(counts.filter((n: number | null) => n !== null && n > 0 && n < 5)).toEqual([]);

    // as a browser does it: the page is made at the one event, pictured, and gone at the other
    await app.page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        document.body.setAttribute('data-printed', document.querySelector('article[aria-hidden]')?.textContent ?? '');
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    const printed = () => app.page.locator('body').getAttribute('data-printed');
    await app.page.getByRole('button', { name: 'Download or print' }).click();
    await app.page.getByRole('button', { name: 'Print the list' }).click();
    await app.page.waitForSelector('body[data-printed]');
    expect(await printed()).toContain('For outside the force: counts under 5 hidden');
    await app.page.evaluate(() => window.print());
    expect(await printed()).toContain('offences in the cells');
    expect(await printed()).not.toContain('counts under 5 hidden');
  });

  it('markup in a file is text, never markup', async () => {
    const marked = policeUkText(500, 0, 0).replaceAll('On or near Road', '<img src=x onerror=document.title=1>');
    await drop([{ name: '<b>name</b>.csv', text: marked }]);
    await app.page.waitForFunction(() => document.body.innerText.includes('<img src=x'));
    expect(await app.page.locator('img[src="x"]').count()).toBe(0);
  });

  it.each([
    ['an empty file', 'empty.csv', ''],
    ['a picture', 'photo.csv', `\u0089PNG\r\n\u001a\n${'\u0000'.repeat(500)}`],
    ['a table without places', 'people.csv', 'name,colour\nx,red\n'],
    ['broken GeoJSON', 'areas.geojson', '{"type":"FeatureCollection","features":['],
  ])('%s is refused with a sentence, and the map stays', async (_, name, text) => {
    await drop([{ name, text }]);
    // its own sentence, not one that an earlier file left
    await app.page.waitForFunction((file) => {
      const told = [...document.querySelectorAll('[role="alert"], [role="status"]')];
      return told.some((element) => element.textContent?.includes(file));
    }, name);
    await app.page.keyboard.press('h');
    await drawn(app.page);
    expect(app.pageErrors).toEqual([]);
  });

  it('a reload of a loaded view asks for the file again instead of showing other data', async () => {
    await app.page.reload();
    await app.page
      .getByText(/No offences loaded|open the file again/i)
      .first()
      .waitFor();
    expect(await app.page.locator('body').innerText()).not.toMatch(/synthetic demonstration/i);
  });

  it('never broke the Content-Security-Policy nor left the origin', async () => {
    expect(await app.violations()).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
