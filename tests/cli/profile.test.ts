import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyMapping, profileJson, signatureOf } from '../../src/core/ingest/mapping-profile.ts';
import { cli, folderOf } from './run-cli.ts';

const at = folderOf('profile');

// an export from the other side of the ocean: exact times, its own columns and words
const headers = ['key', 'what_happened', 'reported', 'across', 'up', 'gun'];
const rows = Array.from(
  { length: 30 },
  (_, i) =>
    `${i},${i % 3 ? 'PERS ROB' : 'JACKED CAR'},2019-01-${10 + (i % 20)} 0${i % 9}:30:00,${-89.9 - i / 1000},35.${100 + i},Oui`,
);
writeFileSync(at('export.csv'), `${headers.join(',')}\n${rows.join('\n')}\n`);
const mapping = {
  ...emptyMapping,
  columns: {
    key: 'offence_id',
    what_happened: 'offence',
    reported: 'from',
    across: 'longitude',
    up: 'latitude',
    gun: 'weapon',
  },
  offences: { 'PERS ROB': 'Robbery of personal property' },
  flags: { weapon: { Oui: 'yes' } },
} as const;
writeFileSync(at('profile.json'), profileJson({ name: 'Theirs', signature: signatureOf(headers), mapping }));

describe('a file with columns and words of its own', () => {
  it('cannot be read as it is, and the error says how', () => {
    const { status, stderr } = cli('ingest', at('export.csv'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/no pair of coordinate columns.*--map COLUMN=longitude/);
  });

  it('is read by a profile saved in the app, titles and yes/no values too', () => {
    const { status, stdout } = cli('ingest', at('export.csv'), '--profile', at('profile.json'));
    expect(status).toBe(0);
    const { rows: n, kept, from, to, notes } = JSON.parse(stdout);
    expect([n, kept, from, to]).toEqual([30, 30, '2019-01-10', '2019-01-29']);
    expect(notes).toContainEqual(expect.objectContaining({ reason: 'offence not recognised', count: 10 }));
    expect(notes.map(({ reason }: { reason: string }) => reason)).not.toContain('yes/no unreadable');
  });

  it('gives --map the last word over the profile', () => {
    const args = ['--profile', at('profile.json'), '--map', 'gun=offence'];
    const { status, stdout } = cli('ingest', at('export.csv'), ...args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).categories).toEqual({ Oui: 30 });
  });

  it('is read by --map alone', () => {
    const args = Object.entries(mapping.columns).flatMap(([column, field]) => ['--map', `${column}=${field}`]);
    const { status, stdout } = cli('ingest', at('export.csv'), ...args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kept: 30, from: '2019-01-10' });
  });

  it.each([
    ['is missing', 'nowhere.json', /no readable file/],
    ['is no profile', 'export.csv', /export.csv is not valid JSON/],
  ])('a profile that %s is an error in a sentence', (_, name, sentence) => {
    const { status, stderr } = cli('ingest', at('export.csv'), '--profile', at(name));
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
  });
});
