/** The folder rules: who may import whom, which library lives where, what core must not touch. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Path below the root → what it may import from src/ (prefixes). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['src/core', 'data/offences', 'data/harm'],
  'src/cli': ['src/cli', 'src/core'],
  'src/worker': ['src/worker', 'src/core'],
  'src/layers': ['src/layers', 'src/core'],
  'src/state': [
    'src/state',
    'src/core',
    'src/worker/client.ts',
    'data/key-dates.csv?raw',
    'data/bank-holidays.csv?raw',
  ],
  'src/views': ['src/views', 'src/state', 'src/layers', 'src/core'],
};

/** Core's own order: each may import those before it and itself; the shared contracts at its root stand before all. */
const CORE_ORDER: readonly (readonly string[])[] = [
  ['errors.ts', 'memo.ts', 'settings.ts', 'results.ts'],
  ['stats', 'geo'],
  ['offences'],
  ['harm'],
  ['ingest', 'hex'],
  ['batches'],
  ['methods', 'patrol'],
  ['evaluation'],
  ['tables'],
  ['pipeline'],
  ['pipeline.ts'],
  ['project'],
];

/** Library → the only places that may import it. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'h3-js': ['src/core/hex/'],
  '@turf/': ['src/core/geo/'],
  proj4: ['src/core/geo/'],
  geodesy: ['src/core/geo/'],
  'temporal-polyfill': ['src/core/offences/time.ts'],
  supercluster: ['src/layers/', 'src/views/map/'],
  '@deck.gl/': ['src/layers/', 'src/views/map/'],
  'maplibre-gl': ['src/layers/', 'src/views/map/'],
  '@noble/hashes': ['src/core/project/'],
  pmtiles: ['src/state/street-file.ts'],
  comlink: ['src/worker/'],
  react: ['src/views/', 'src/main.tsx'],
};

interface Import {
  readonly file: string;
  /** Path below the root for our own files, the package's name otherwise. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const lines = text.matchAll(
    /(?:import|export)\s+(type\s+)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|import\s+'([^']+)'/g,
  );
  return [...lines].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    const target = name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
    return { file, target, typeOnly: match[1] !== undefined };
  });
}

const sources = filesBelow('src');
const imports = sources.flatMap(importsOf);

describe('architecture', () => {
  it('finds the sources it speaks of', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(150);
  });

  it.each(Object.entries(ALLOWED))('%s imports only what it may', (folder, allowed) => {
    const wrong = imports
      .filter((i) => i.file.startsWith(`${folder}/`) && (i.target.startsWith('src/') || i.target.startsWith('data/')))
      .filter((i) => !allowed.some((prefix) => i.target === prefix || i.target.startsWith(`${prefix}/`)));
    expect(wrong.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  it('views take only types and pure formatting of days from core, never its methods', () => {
    const wrong = imports.filter(
      (i) =>
        i.file.startsWith('src/views/') &&
        i.target.startsWith('src/core/') &&
        !i.typeOnly &&
        !MAY_BE_USED.has(i.target),
    );
    expect(wrong.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  it('core folders import in the order in which the data moves', () => {
    const place = (path: string): number => CORE_ORDER.findIndex((step) => step.includes(path.split('/')[2] ?? ''));
    const wrong = imports
      .filter((i) => i.file.startsWith('src/core/') && i.target.startsWith('src/core/'))
      .filter((i) => {
        const from = place(i.file);
        const to = place(i.target);
        const sameFolder = i.file.split('/')[2] === i.target.split('/')[2];
        return (
          from < 0 ||
          to < 0 ||
          to > from ||
          (to === from && !sameFolder && from !== 0 && !SIBLINGS.has(i.target.split('/')[2] ?? ''))
        );
      })
      // contracts at the root may name the types of what they describe
      .filter((i) => !i.typeOnly);
    expect(wrong.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  it.each(Object.entries(HOMES))('%s is imported only where it lives', (library, homes) => {
    const wrong = imports
      .filter((i) => i.target === library || i.target.startsWith(library.endsWith('/') ? library : `${library}/`))
      .filter((i) => !homes.some((home) => i.file.startsWith(home)));
    expect(wrong.map((i) => i.file)).toEqual([]);
  });

  it('fetch, files, the clock, storage and the location occur only at the edges', () => {
    const edges = /^src\/(main\.tsx|cli\/|state\/(fetch-file|store|streets-actions)\.ts|views\/)/;
    const forbidden =
      /\bfetch\(|\bDate\.now\b|new Date\(\)|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|window\.location|node:fs/;
    const wrong = sources.filter((file) => !edges.test(file) && forbidden.test(withoutComments(file)));
    expect(wrong).toEqual([]);
  });

  it('core draws no numbers by chance and reads no clock', () => {
    const wrong = sources.filter(
      (file) => file.startsWith('src/core/') && /Math\.random|\bDate\b|performance\./.test(withoutComments(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing is ever rendered as HTML', () => {
    const wrong = sources.filter((file) =>
      /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.test(
        withoutComments(file),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('no hand-written file has more than 500 lines, and no folder a barrel', () => {
    const written = [...sources, ...filesBelow('tests'), ...filesBelow('bench')];
    const long = written.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 501);
    expect(long).toEqual([]);
    expect(written.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
  });

  it('no type is escaped', () => {
    const wrong = sources.filter((file) =>
      /@ts-ignore|@ts-nocheck|@ts-expect-error|:\s*any\b|<any>|as any\b/.test(withoutComments(file)),
    );
    expect(wrong).toEqual([]);
  });
});

/** Pure helpers of core that a view may call: they word values, they compute none. */
const MAY_BE_USED = new Set([
  'src/core/offences/time.ts',
  'src/core/offences/table.ts',
  'src/core/settings.ts',
  'src/core/offences/presets.ts',
]);

/** Folders of one step that may use each other. */
const SIBLINGS = new Set(['stats', 'geo']);

function withoutComments(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
