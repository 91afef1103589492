/** Whatever the bytes: a table whose counts add up, or a readable error, within two seconds. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { runs, runsTimeout } from '../../runs.ts';
import { bytesSource } from './readable.ts';

const corpus = new URL('../../corpus/', import.meta.url);

async function survives(name: string, bytes: Uint8Array, chunk = 65_536): Promise<void> {
  const started = performance.now();
  try {
    const { table, report } = await ingest([bytesSource(name, bytes, chunk)]);
    const dropped = report.notes.filter((note) => note.kind === 'dropped').reduce((sum, note) => sum + note.count, 0);
    expect(report.kept + dropped).toBe(report.rows);
    expect(table.rows).toBe(report.kept);
    expect(report.files.reduce((sum, file) => sum + file.rows, 0)).toBe(report.rows);
    expect(table.lon.every(Number.isFinite) && table.lat.every(Number.isFinite)).toBe(true);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).toMatch(/[.!]$/);
  }
  expect(performance.now() - started).toBeLessThan(2000);
}

/** Changes, removes, doubles and inserts bytes at the given places. */
function mutated(bytes: Uint8Array, edits: readonly (readonly [number, number, number])[]): Uint8Array {
  const out = [...bytes];
  for (const [where, what, value] of edits) {
    const at = Math.floor(where * out.length);
    if (what === 0) out[at] = value;
    else if (what === 1) out.splice(at, 1 + (value % 40));
    else if (what === 2) out.splice(at, 0, value);
    else out.splice(at, 0, ...out.slice(at, at + (value % 60)));
  }
  return new Uint8Array(out);
}

const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    fc.integer({ min: 0, max: 3 }),
    fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(34, 10, 13, 44, 0, 59, 9, 255)),
  ),
  { minLength: 1, maxLength: 12 },
);

const text = '"\n\r,;\t|\0 -0159./:TZeExyNa\u00e9\u2019id'.split('');

describe('an importer given', { timeout: runsTimeout }, () => {
  it('arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), (bytes) => survives('a.csv', bytes)),
      runs,
    );
  });

  it('arbitrary bytes behind the marks of Parquet and ZIP', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('PAR1', 'PK\x03\x04', 'PK\x05\x06'),
        fc.uint8Array({ maxLength: 800 }),
        (mark, rest) =>
          survives(
            'a',
            new Uint8Array([...new TextEncoder().encode(mark), ...rest, ...new TextEncoder().encode('PAR1')]),
          ),
      ),
      runs,
    );
  });

  it('arbitrary text under a good header', async () => {
    const noise = fc.array(fc.constantFrom(...text), { maxLength: 600 }).map((characters) => characters.join(''));
    await fc.assert(
      fc.asyncProperty(noise, fc.constantFrom(1, 7, 65_536), (body, chunk) =>
        survives('a.csv', new TextEncoder().encode(`id,from,to,lon,lat,offence,knife,age\n${body}`), chunk),
      ),
      runs,
    );
  });

  it('the same text in other chunks gives the same table', async () => {
    const noise = fc.array(fc.constantFrom(...text), { maxLength: 400 }).map((characters) => characters.join(''));
    await fc.assert(
      fc.asyncProperty(noise, async (body) => {
        const bytes = new TextEncoder().encode(`id,from,to,lon,lat,offence,knife,age\n1,2021-04-14,,0.7,51.5,${body}`);
        const [whole, single, seven] = await Promise.all(
          [1e6, 1, 7].map((chunk) => ingest([bytesSource('a.csv', bytes, chunk)])),
        );
        expect(single).toEqual(whole);
        expect(seven).toEqual(whole);
      }),
      runs,
    );
  });

  it('arbitrary cells in good rows', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '0.7', '51.5', '2021-04-14', '14/04/2021', 'yes', '0', '588100'),
      fc.string(),
    );
    const lines = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lines, (rows) => {
        const quoted = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(','));
        return survives('a.csv', new TextEncoder().encode(`id,from,to,lon,lat,age\n${quoted.join('\n')}`));
      }),
      runs,
    );
  });

  it('files of the corpus with random damage', async () => {
    const files = readdirSync(corpus)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => ({ name, bytes: readFileSync(new URL(name, corpus)) }))
      .filter(({ bytes }) => bytes.length > 0 && bytes.length < 5000);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), edits, ({ name, bytes }, damage) =>
        survives(name, mutated(bytes, damage)),
      ),
      { ...runs, numRuns: runs.numRuns * 3 },
    );
  });

  it('an archive with random damage', async () => {
    const good = zipSync({ 'a.csv': readFileSync(new URL('full-record.csv', corpus)), 'b.txt': new Uint8Array(10) });
    await fc.assert(
      fc.asyncProperty(edits, (damage) => survives('a.zip', mutated(good, damage))),
      runs,
    );
  });

  it('arbitrary JSON as a list of records, as features and one a line', async () => {
    const value = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.constantFrom(
        'null',
        '{"type":"Point","coordinates":[0.7,51.5]}',
        '{"type":"Polygon"}',
        '[',
        '}',
        '"a',
        '{"a":',
      ),
    );
    const feature = fc
      .tuple(value, value)
      .map(([properties, geometry]) => `{"type":"Feature","properties":${properties},"geometry":${geometry}}`);
    const records = fc.array(fc.oneof(value, feature), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('list', 'collection', 'lines'),
        fc.constantFrom(1, 7, 65_536),
        (all, as, chunk) => {
          const good = '{"type":"Feature","properties":{"id":1},"geometry":{"type":"Point","coordinates":[0.7,51.5]}}';
          const joined = [good, ...all].join(as === 'lines' ? '\n' : ',');
          const around = { list: '[*]', collection: '{"type":"FeatureCollection","features":[*]}', lines: '*' }[as];
          return survives('a.json', new TextEncoder().encode(around.replace('*', () => joined)), chunk);
        },
      ),
      runs,
    );
  });

  it('a workbook whose XML has random damage', async () => {
    const parts = unzipSync(readFileSync(new URL('excel-workbook.xlsx', corpus)));
    const names = Object.keys(parts);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), edits, (name, damage) => {
        const part = parts[name] ?? new Uint8Array();
        return survives('a.xlsx', zipSync({ ...parts, [name]: mutated(part, damage) }, { level: 0 }));
      }),
      { ...runs, numRuns: runs.numRuns * 3 },
    );
  });

  it('arbitrary bytes as the geometry of GeoParquet', async () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const marked = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(1, 4, 3), bytes);
    const geometry = fc.oneof(
      bytes,
      marked.map(([order, type, rest]) => new Uint8Array([order, type, 0, 0, 0, ...rest])),
    );
    const geo = JSON.stringify({ primary_column: 'g', columns: { g: { encoding: 'WKB' } } });
    await fc.assert(
      fc.asyncProperty(fc.array(geometry, { minLength: 1, maxLength: 5 }), (data) =>
        survives(
          'a.parquet',
          new Uint8Array(
            parquetWriteBuffer({
              columnData: [{ name: 'g', data, type: 'BYTE_ARRAY' }],
              kvMetadata: [{ key: 'geo', value: geo }],
            }),
          ),
        ),
      ),
      runs,
    );
  });

  it('a Parquet file with random damage', async () => {
    const good = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'offence_id', data: ['a', 'b', 'c'], type: 'STRING' },
          { name: 'longitude', data: [0.7, 0.71, 0.72], type: 'DOUBLE' },
          { name: 'latitude', data: [51.5, 51.5, 51.5], type: 'DOUBLE' },
          { name: 'from', data: ['2021-04-14', '2021-04-15', ''], type: 'STRING' },
        ],
      }),
    );
    await fc.assert(
      fc.asyncProperty(edits, (damage) => survives('a.parquet', mutated(good, damage))),
      runs,
    );
  });
});
