import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, dropFiles, type Site, startSite, type Watched } from './app.ts';
import { policeUkText } from './police-uk-text.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PASSPHRASE = 'four plain small words';
const folder = mkdtempSync(join(tmpdir(), 'harmscape-e2e-project-'));
const at = (name: string): string => join(folder, name);

let site: Site;
let app: Watched;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  app = await site.open();
  page = app.page;
  await drawn(page);
  await drop([{ name: 'street.csv', text: policeUkText(6000, 7, 11) }]);
  await page.waitForFunction(() => location.hash.includes('data=files'));
  await drawn(page);
  await page.keyboard.press('d');
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const drop = (files: { name: string; text: string }[]) =>
  dropFiles(page, ...files.map(({ name, text }) => ({ name, content: text })));

/** What pressing a button downloads, kept under a name. */
async function download(button: string, name: string): Promise<Download> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await waiting;
  await file.saveAs(at(name));
  return file;
}

async function saveProject(name: string, withRows: boolean, passphrase = ''): Promise<Download> {
  await page.getByRole('button', { name: 'Save project' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save project' });
  if (withRows) await dialog.getByText('With the offences').click();
  if (passphrase !== '') {
    await dialog.getByLabel('Passphrase').fill(passphrase);
    await dialog.getByLabel('The same again').fill(passphrase);
  }
  const file = await download('Save', name);
  await dialog.waitFor({ state: 'detached' });
  return file;
}

function run(project: string, out: string, env: NodeJS.ProcessEnv = {}): void {
  const args = ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), 'project', 'run', at(project)];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...args, '--passphrase-env', 'HARMSCAPE_TEST', '--out', at(out)],
    { encoding: 'utf8', cwd: ROOT, env: { ...process.env, ...env } },
  );
  expect([status, stderr]).toEqual([0, expect.stringContaining('written')]);
}

const bytes = (name: string): string => readFileSync(at(name), 'utf8');

describe('a project saved in the browser', () => {
  it('gives the same tables on the command line, byte for byte', async () => {
    const file = await saveProject('rows.harmscape.json', true);
    expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.harmscape\.json$/);
    await download('ranked.csv', 'ranked.csv');
    await download('hotspots.csv', 'hotspots.csv');
    run('rows.harmscape.json', 'out');
    expect(bytes('ranked.csv').split('\n').length).toBeGreaterThan(50);
    expect(bytes('out/ranked.csv')).toBe(bytes('ranked.csv'));
    expect(bytes('out/hotspots.csv')).toBe(bytes('hotspots.csv'));
  });

  it('under a passphrase asks for it, and opens with it alone', async () => {
    await saveProject('locked.harmscape.json', true, PASSPHRASE);
    expect(bytes('locked.harmscape.json')).not.toContain('street.csv');
    run('locked.harmscape.json', 'unlocked', { HARMSCAPE_TEST: PASSPHRASE });
    expect(bytes('unlocked/ranked.csv')).toBe(bytes('ranked.csv'));

    await drop([{ name: 'locked.harmscape.json', text: bytes('locked.harmscape.json') }]);
    const dialog = page.getByRole('dialog', { name: 'Locked project' });
    await dialog.getByLabel('Passphrase').fill('four plain small word');
    await dialog.getByRole('button', { name: 'Open' }).click();
    await dialog.getByText('does not open this project').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await dialog.getByLabel('Passphrase').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Open' }).click();
    await dialog.waitFor({ state: 'detached' });
    await drawn(page);
  });

  it('without offences asks for its files by name, knows them again, and says when they are others', async () => {
    await page.keyboard.press('d');
    await saveProject('plain.harmscape.json', false);
    await drop([{ name: 'plain.harmscape.json', text: bytes('plain.harmscape.json') }]);
    await page.getByText('It holds no offences: now open the files it was made with.').waitFor();
    await drop([{ name: 'street.csv', text: policeUkText(6000, 7, 11) }]);
    await drawn(page);
    await page.keyboard.press('d');
    await page.getByText('the files are those it was made with').waitFor();
    await download('ranked.csv', 'again.csv');
    expect(bytes('again.csv')).toBe(bytes('ranked.csv'));

    await drop([{ name: 'plain.harmscape.json', text: bytes('plain.harmscape.json') }]);
    await page.getByText('It holds no offences: now open the files it was made with.').waitFor();
    await drop([{ name: 'street.csv', text: policeUkText(6000, 8, 11) }]);
    await page.getByText('is not the file that the project was made with').first().waitFor();
    await drawn(page);
  });

  it('of two batches, one of them off, gives the same tables too', async () => {
    await page.keyboard.press('d');
    await drop([{ name: 'street-2.csv', text: policeUkText(7000, 7, 11) }]);
    const question = page.getByRole('dialog', { name: 'Offences are loaded already' });
    await question.getByRole('button', { name: 'Add', exact: true }).click();
    const batches = page.getByRole('region', { name: 'Batches' });
    await batches.getByRole('switch', { name: 'street-2.csv' }).waitFor({ state: 'attached' });
    await page.keyboard.press('h');
    await drawn(page);
    await page.keyboard.press('d');
    await download('hotspots.csv', 'both.csv');
    await batches.getByText('street-2.csv', { exact: true }).first().click();
    await batches.getByText(/^Off:/).waitFor();
    await download('hotspots.csv', 'first.csv');
    expect(bytes('first.csv')).not.toBe(bytes('both.csv'));
    await saveProject('batches.harmscape.json', true);
    run('batches.harmscape.json', 'batches');
    expect(bytes('batches/hotspots.csv')).toBe(bytes('first.csv'));
  });

  it('never sent anything, nor broke the policy of the page', async () => {
    expect(await app.violations()).toEqual([]);
    expect(app.offOrigin).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });
});
