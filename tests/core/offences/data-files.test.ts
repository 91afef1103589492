import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const data = new URL('../../../data/', import.meta.url);

it.each([
  'offences/catalogue.json',
  'harm/cchi-2020.json',
  'harm/police-uk-categories.json',
  'harm/ons-css.json',
  'key-dates.csv',
  'bank-holidays.csv',
])('data/%s is the file whose checksum data/README.md gives', (path) => {
  const row = readFileSync(new URL('README.md', data), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| \`${path}\``));
  const sha256 = createHash('sha256')
    .update(readFileSync(new URL(path, data)))
    .digest('hex');
  expect(row).toContain(sha256);
});
