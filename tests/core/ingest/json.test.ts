import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { jsonRecords } from '../../../src/core/ingest/json-records.ts';
import { categoryTitle, policeUkCategories } from '../../../src/core/ingest/police-uk-api.ts';
import { recogniseOffence } from '../../../src/core/offences/recognise.ts';
import { bytesSource, readableTable } from './readable.ts';

function recordsOf(text: string, chunk: number) {
  const records: (string | null)[] = [];
  const frames: string[] = [];
  const reader = jsonRecords({ record: (record) => records.push(record), frame: (frame) => frames.push(frame) });
  for (let at = 0; at < text.length; at += chunk) reader.push(text.slice(at, at + chunk));
  reader.end();
  return { records, frames };
}

describe('the records of JSON', () => {
  it('are the elements of a list, the same wherever the text is cut', () => {
    const objects = fc.array(
      fc.jsonValue().map((value) => ({ value, text: 'a "quoted\\" brace } and ] bracket' })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(objects, fc.boolean(), fc.integer({ min: 1, max: 20 }), (all, pretty, chunk) => {
        const text = JSON.stringify(all, null, pretty ? 2 : 0);
        expect(recordsOf(text, chunk).records.map((record) => JSON.parse(record ?? ''))).toEqual(
          JSON.parse(JSON.stringify(all)),
        );
      }),
      { numRuns: 100, seed: 20210414 },
    );
  });

  it('are the features of a collection; what stands around them is kept apart', () => {
    const text = '{ "type": "FeatureCollection", "features": [ {"a":1}, {"features":[2]} ], "crs": {"features": [3]} }';
    for (const chunk of [1, 5, 1000]) {
      const { records, frames } = recordsOf(text, chunk);
      expect(records.map((record) => JSON.parse(record ?? ''))).toEqual([{ a: 1 }, { features: [2] }]);
      expect(JSON.parse(frames[0] ?? '')).toEqual({
        type: 'FeatureCollection',
        features: [],
        crs: { features: [3] },
      });
    }
  });

  it('may follow one another, over several lines each', () => {
    expect(recordsOf('{\n"a": 1\n}\n{\n"a": 2\n}\n', 3).records.map((record) => JSON.parse(record ?? ''))).toEqual([
      { a: 1 },
      { a: 2 },
    ]);
  });

  it('that break off leave one open at the end', () => {
    expect(recordsOf('[{"a":1},{"a":', 4).records).toEqual(['{"a":1}', '{"a":']);
  });
});

describe('a column of JSON', () => {
  it('that only a late record has is read', async () => {
    const features = Array.from({ length: 3000 }, (_, i) => ({
      type: 'Feature',
      properties: { id: i, ...(i === 2999 ? { knife: true } : {}) },
      geometry: { type: 'Point', coordinates: [0.7, 51.5] },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const { table } = await ingest([bytesSource('a.geojson', text)]);
    expect(readableTable(table).knife?.at(-1)).toBe('yes');
  });

  it('keeps all digits of long numbers, and digits in texts and fractions as they are', async () => {
    const record = (id: string) =>
      `{"id":${id},"location":"a \\" 1234567890123456789","lon":0.70000000000000001234,"lat":51.5}`;
    const text = `[${record('1234567890123456781')},${record('1234567890123456782')}]`;
    const { table } = await ingest([bytesSource('a.json', text)]);
    expect(readableTable(table)).toMatchObject({
      id: ['1234567890123456781', '1234567890123456782'],
      place: ['0.7, 51.5', '0.7, 51.5'],
      location: Array(2).fill('a " 1234567890123456789'),
    });
  });

  it('named by hand is read, nested or not', async () => {
    const text = JSON.stringify([{ at: { e: 0.7, n: 51.5 }, what: { is: 'Robbery' } }]);
    const map = { 'at.e': 'longitude', 'AT.N': 'latitude', 'what.is': 'offence' } as const;
    const { table } = await ingest([bytesSource('a.json', text)], { map });
    expect(readableTable(table)).toMatchObject({ place: ['0.7, 51.5'], offence: ['Robbery'] });
  });
});

describe("the categories of data.police.uk's API", () => {
  it('have titles that are recognised', () => {
    expect(policeUkCategories.size).toBe(14);
    for (const [slug, title] of policeUkCategories) expect(recogniseOffence('', title), slug).not.toBeNull();
  });

  it('are left as they are when they are no slugs', () => {
    expect(categoryTitle('violent-crime')).toBe('Violence and sexual offences');
    expect(categoryTitle('Robbery')).toBe('Robbery');
  });
});
