/**
 * Every file of tests/corpus with its expectation of the same name: `states`, the fact; then either `error`, the sentence,
 * or `report` and `table` as readable.ts writes them. Adding a case is adding two files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { bytesSource, readableReport, readableTable } from './readable.ts';

const folder = new URL('../../corpus/', import.meta.url);
const names = readdirSync(folder);
const inputs = names.filter((name) => !name.endsWith('.json'));

interface Expectation {
  readonly states: string;
  readonly error?: string;
  readonly report?: unknown;
  readonly table?: unknown;
}

async function outcomeOf(name: string, bytes: Uint8Array, chunk: number): Promise<Omit<Expectation, 'states'>> {
  try {
    const { table, report } = await ingest([bytesSource(name, bytes, chunk)]);
    return { report: readableReport(report), table: readableTable(table) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { error: error.message };
  }
}

describe('the corpus', () => {
  it('has an input for every expectation', () => {
    const stems = inputs.map((name) => name.replace(/\.[^.]+$/, '.json'));
    expect(names.filter((name) => name.endsWith('.json')).sort()).toEqual(stems.sort());
  });

  for (const name of inputs) {
    const expected: Expectation = JSON.parse(readFileSync(new URL(name.replace(/\.[^.]+$/, '.json'), folder), 'utf8'));
    const { states, ...outcome } = expected;
    it(`${name}: ${states}`, async () => {
      const bytes = readFileSync(new URL(name, folder));
      expect(await outcomeOf(name, bytes, 65_536)).toEqual(outcome);
      // the same whatever the chunks: single bytes, and cuts inside characters and records
      if (bytes.length < 5000) expect(await outcomeOf(name, bytes, 1)).toEqual(outcome);
      expect(await outcomeOf(name, bytes, 7)).toEqual(outcome);
    });
  }
});
