import { cellToLatLng } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, legendColours, listRow, mapColours, type Site, screenPoint, startSite, type Watched } from './app.ts';

let site: Site;
let app: Watched;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  await drawn(app.page);
});
afterAll(() => site.close());

const fragment = () => new URLSearchParams(new URL(app.page.url()).hash.slice(1));

describe('the demo', () => {
  it('opens on Southend, says that it is synthetic, and asks nothing of anyone else', async () => {
    const text = await app.page.locator('body').innerText();
    expect(text).toMatch(/Southend-on-Sea/);
    expect(text).toMatch(/synthetic demonstration data/i);
    expect(text).toMatch(/Where harm concentrates/);
    expect(app.offOrigin).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });

  it('draws hexagons in the colours of its legend', async () => {
    const legend = await legendColours(app.page);
    expect(legend.length).toBeGreaterThanOrEqual(4);
    const colours = await mapColours(app.page);
    const seen = legend.filter((colour) => (colours.get(colour) ?? 0) > 40);
    expect(seen.length).toBeGreaterThanOrEqual(legend.length - 1);
  });

  it('picks the top cell from the list: inspector, list and URL agree', async () => {
    const row = listRow(app.page, 0);
    const cells = await row.locator('td').allInnerTexts();
    const id = await row.getAttribute('data-key');
    await row.click();
    const panel = app.page.getByLabel('Selected cell');
    await panel.getByText('Rank', { exact: true }).waitFor();
    const words = await panel.innerText();
    expect(words).toMatch(/Rank\s+1 of/);
    expect(words).toContain(cells[2]?.trim());
    expect(fragment().get('cell')).toBe(id);
  });

  it('lets go of the cell, and picks it again on the map', async () => {
    const id = fragment().get('cell') ?? '';
    await app.page.keyboard.press('Escape');
    await app.page.getByLabel('Selected cell').waitFor({ state: 'detached' });
    const [lat, lon] = cellToLatLng(id);
    await app.page.waitForSelector('[data-map][data-ready="true"]');
    const { x, y } = await screenPoint(app.page, lon, lat);
    await app.page.mouse.click(x, y);
    await app.page.getByLabel('Selected cell').waitFor();
    expect(fragment().get('cell')).not.toBeNull();
    await app.page.keyboard.press('Escape');
  });

  it('changes mode, area and period, and undoes all three', async () => {
    const before = app.page.url();
    await app.page.getByRole('button', { name: /^Weigh by/ }).click();
    await app.page.getByRole('radio', { name: /Count/ }).check({ force: true });
    await app.page.keyboard.press('Escape');
    await drawn(app.page);
    expect(fragment().get('weigh')).toBe('count');
    expect(await app.page.getByRole('region', { name: 'Legend' }).innerText()).toMatch(/offences/i);

    await app.page.getByRole('button', { name: /^Area/ }).click();
    await app.page.getByRole('option', { name: 'Chelmsford', exact: true }).first().click();
    await app.page.keyboard.press('Escape');
    await drawn(app.page);
    expect(await app.page.getByRole('button', { name: /^Area/ }).innerText()).toContain('Chelmsford');

    await app.page.getByRole('button', { name: /^Period/ }).click();
    await app.page.getByLabel('From', { exact: true }).fill('2021-04-12');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('button', { name: /^Period/ }).waitFor();

    while (await app.page.getByRole('button', { name: 'Undo' }).isEnabled()) {
      await app.page.keyboard.press('Control+z');
    }
    await drawn(app.page);
    const back = new URLSearchParams(new URL(before).hash.slice(1));
    for (const key of ['area', 'from', 'to', 'weigh', 'offences']) expect(fragment().get(key)).toBe(back.get(key));
  });

  it('a reload from the URL shows the same list', async () => {
    await app.page.keyboard.press('Control+Shift+z');
    await drawn(app.page);
    const list = await app.page.getByLabel('Cells by rank').innerText();
    const address = app.page.url();
    await app.page.reload();
    await drawn(app.page);
    expect(app.page.url()).toBe(address);
    expect(await app.page.getByLabel('Cells by rank').innerText()).toBe(list);
  });

  it('hot and cold spots show with their own legend', async () => {
    await app.page.getByRole('button', { name: /^Map shows/ }).click();
    await app.page.getByRole('radio', { name: /Gi\*/ }).check({ force: true });
    await app.page.keyboard.press('Escape');
    await drawn(app.page);
    expect(await app.page.getByRole('region', { name: 'Legend' }).innerText()).toMatch(/99/);
  });

  it('never broke the Content-Security-Policy nor left the origin', async () => {
    expect(await app.violations()).toEqual([]);
    expect(app.offOrigin).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });
});
