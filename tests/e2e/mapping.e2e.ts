import { AxeBuilder } from '@axe-core/playwright';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropFiles, type Site, startSite, type Watched } from './app.ts';

const WHAT = ['PERS ROB', 'Shop job', 'Burglary'];
const ROWS = 300;
const HEADER = ['Occurrence key', 'What happened', 'Reported', 'Across', 'Up', 'Blade'];

/** A record of a system whose words nobody knows; the last one has no place. */
const record = (i: number): readonly string[] => [
  `K${i}`,
  WHAT[i % 3] ?? '',
  `${String(1 + (i % 12)).padStart(2, '0')}/${String(13 + (i % 15)).padStart(2, '0')}/2021 2${i % 4}:15`,
  i === ROWS - 1 ? '' : (0.69 + (i % 20) / 500).toFixed(4),
  i === ROWS - 1 ? '' : (51.535 + (i % 7) / 400).toFixed(4),
  i % 2 ? 'Oui' : 'Jamais',
];
const table = (): readonly (readonly string[])[] => [HEADER, ...Array.from({ length: ROWS }, (_, i) => record(i))];
const csv = (): string =>
  table()
    .map((cells) => cells.join(','))
    .join('\n');

/** A workbook whose first sheet is a list of codes and whose second holds the offences. */
function workbook(): Uint8Array {
  const cell = (text: string) =>
    text !== '' && Number.isFinite(Number(text))
      ? `<c><v>${text}</v></c>`
      : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (rows: readonly (readonly string[])[]) =>
    `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`;
  const part = (name: string, i: number) => `<sheet name="${name}" sheetId="${i}" r:id="r${i}"/>`;
  const link = (i: number) => `<Relationship Id="r${i}" Type="x/worksheet" Target="/xl/s${i}.xml"/>`;
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets>${part('Codes', 0)}${part('Records', 1)}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${link(0)}${link(1)}</Relationships>`),
    'xl/s0.xml': strToU8(
      sheet([
        ['Code', 'Meaning'],
        ['A', 'Robbery'],
      ]),
    ),
    'xl/s1.xml': strToU8(sheet(table())),
  });
}

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open({ height: 900 });
  page = app.page;
  page.setDefaultTimeout(20_000);
  await drawn(page);
});
afterAll(() => site.close());

const drop = (name: string, content: Uint8Array) => dropFiles(page, { name, content });

const step = (name: string) => page.getByRole('dialog', { name: `How is ${name} read?` });
const choose = (name: string, field: string, column: string) =>
  step(name).getByLabel(field).selectOption({ label: column });
const kept = (name: string, count: string) => step(name).getByText(count).waitFor();
const standing = () => page.getByRole('region', { name: 'How files are read' });
const toData = () => page.getByRole('radio', { name: 'Data' }).click();
const replaceAll = async () => {
  await page.getByText('Replace what is loaded', { exact: true }).click();
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
};

describe('a file of a system whose words nobody knows', () => {
  it('opens the step, with its guesses, its first rows and the count of what would be kept', async () => {
    await drop('crime.csv', strToU8(csv()));
    await step('crime.csv').getByText('No pair of coordinate columns was recognised').waitFor();
    await step('crime.csv').getByText('K0', { exact: true }).waitFor();
    expect(await step('crime.csv').getByLabel('Date, or start').inputValue()).toBe('Reported');
    // the values alone tell the place
    expect(await step('crime.csv').getByLabel('Longitude or easting').inputValue()).toBe('Across');
    await kept('crime.csv', '299 of 300 rows would be kept');
    await step('crime.csv').getByText('1 dropped: no coordinates').waitFor();
    await step('crime.csv').getByText('Read month first').waitFor();
  });

  it('passes the accessibility rules', async () => {
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('counts again with each choice', async () => {
    await choose('crime.csv', 'Order of the date', 'Day first: 01/13/2021 20:15 cannot be read');
    await kept('crime.csv', '0 of 300 rows would be kept');
    await choose('crime.csv', 'Order of the date', 'Tell by the values');
    await choose('crime.csv', 'Coordinate system', 'Metres: British National Grid');
    await step('crime.csv').getByText('as chosen').waitFor();
    await choose('crime.csv', 'Coordinate system', 'Tell by the values');
    await choose('crime.csv', 'Latitude or northing', 'Choose a column');
    await step('crime.csv').getByText('Choose both columns of the place').waitFor();
    expect(await step('crime.csv').getByRole('button', { name: 'Load' }).isDisabled()).toBe(true);
    await choose('crime.csv', 'Latitude or northing', 'Up');
    await kept('crime.csv', '299 of 300 rows would be kept');
  });

  it('learns what titles and yes/no values mean, by keyboard, and is loaded', async () => {
    const kind = step('crime.csv').getByRole('combobox', { name: '“PERS ROB” is' });
    await kind.focus();
    await page.keyboard.type('Robbery of pers');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await step('crime.csv')
      .getByText('99 kept without harm')
      .or(step('crime.csv').getByText('100 kept without harm'))
      .waitFor();
    await step('crime.csv').getByLabel('“Oui” means').selectOption('yes');
    await step('crime.csv').getByLabel('Name of the profile').fill('Old crime system');
    await step('crime.csv').getByRole('button', { name: 'Load' }).click();
    await drawn(page);
    await toData();
    await page.getByText('300 rows: 299 kept, 1 dropped').waitFor();
    await standing().getByText('Read by the profile “Old crime system”').waitFor();
  });

  it('dropped again is read by the profile, without the step, after a reload too', async () => {
    await page.reload();
    await page.getByText('Open the files again').waitFor();
    await drop('crime-june.csv', strToU8(csv()));
    await drawn(page);
    await toData();
    await page.getByText('300 rows: 299 kept, 1 dropped').waitFor();
    await standing().getByText('Read by the profile “Old crime system”').waitFor();
  });

  it('can be read in another way, which counts at once', async () => {
    await standing().getByRole('button', { name: 'Change how crime-june.csv was read' }).click();
    await choose('crime-june.csv', 'Date, or start', 'Not in this file');
    await kept('crime-june.csv', '299 of 300 rows would be kept');
    await step('crime-june.csv').getByText('Save as profile', { exact: true }).click();
    await step('crime-june.csv').getByRole('button', { name: 'Load' }).click();
    await page.getByText('No dates', { exact: true }).waitFor();
  });

  it('given up leaves what was loaded as it was', async () => {
    await drop('other.csv', strToU8(csv().replace('What happened', 'What')));
    await replaceAll();
    await step('other.csv').waitFor();
    await page.keyboard.press('Escape');
    await step('other.csv').waitFor({ state: 'detached' });
    await page.getByText('300 rows: 299 kept, 1 dropped').waitFor();
  });
});

describe('a workbook', () => {
  it('is read by the sheet that is picked', async () => {
    await drop('book.xlsx', workbook());
    await replaceAll();
    await step('book.xlsx').getByText('No sheet has a pair of coordinate columns').waitFor();
    await choose('book.xlsx', 'Sheet of the workbook', 'Records');
    await kept('book.xlsx', '299 of 300 rows would be kept');
    await step('book.xlsx').getByRole('button', { name: 'Load' }).click();
    await drawn(page);
    await toData();
    await page.getByText('Excel, sheet Records').first().waitFor({ state: 'attached' });
    await page.getByText('300 rows: 299 kept, 1 dropped').waitFor();
  });
});

describe('profiles', () => {
  it('are saved as files, deleted, opened again, and forgotten with everything else', async () => {
    const profiles = standing().getByRole('list', { name: 'Profiles' });
    const downloading = page.waitForEvent('download');
    await profiles.getByRole('button', { name: 'Save the profile Old crime system as a file' }).click();
    const path = await (await downloading).path();
    await profiles.getByRole('button', { name: 'Delete the profile Old crime system' }).click();
    await profiles.getByText('Old crime system').waitFor({ state: 'detached' });
    const choosing = page.waitForEvent('filechooser');
    await standing().getByRole('button', { name: 'Open a profile' }).click();
    await (await choosing).setFiles(path);
    await profiles.getByText('Old crime system').waitFor();
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await profiles.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.getItem('harmscape-profiles'))).toBeNull();
    expect(app.pageErrors).toEqual([]);
    expect(app.offOrigin).toEqual([]);
  });
});
