import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/core/ingest/source.ts';
import { byBatch, differencesOf, fingerprint } from '../../../src/core/project/inputs.ts';

const file = (name: string, text: string): Source => new File([text], name) as unknown as Source;
const input = (name: string, sha256: string) => ({ name, size: 1, sha256 });

describe('input files', () => {
  it('are known by the SHA-256 of FIPS 180-4', async () => {
    expect(await fingerprint(file('abc.txt', 'abc'))).toEqual({
      name: 'abc.txt',
      size: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it('that can no longer be read are said to be so', async () => {
    const gone: Source = {
      ...file('gone.csv', ''),
      name: 'gone.csv',
      stream: () => {
        throw new Error('NotReadableError');
      },
    };
    await expect(fingerprint(gone)).rejects.toThrow('“gone.csv” can no longer be read');
  });

  it('that are the same differ in nothing, whatever they are called', () => {
    expect(differencesOf([input('a.csv', '11')], [input('renamed.csv', '11')])).toEqual([]);
  });

  it('that changed, are missing or too many are each named', () => {
    const sentences = differencesOf(
      [input('a.csv', '11'), input('b.csv', '22')],
      [input('a.csv', '99'), input('c.csv', '33')],
    );
    expect(sentences.map((s) => s.split(' – ')[0])).toEqual([
      '“a.csv” is not the file that the project was made with (SHA-256 99… instead of 11…)',
      '“b.csv” of the project is missing',
      '“c.csv” is not part of the project',
    ]);
  });

  it('are read in the order of the project, and go to their batches', () => {
    const files = [...'xba'].map((name) => ({ name, size: 1 }));
    const found = byBatch(files, [[input('a', '1')], [input('b', '2'), input('missing', '3')]]);
    expect(found.map((batch) => batch.map(({ file: f, input: i }) => [f.name, i]))).toEqual([
      [['a', 0]],
      [
        ['b', 1],
        ['x', null],
      ],
    ]);
  });

  it('of one name go where their size is', () => {
    const files = [
      { name: 'extract.csv', size: 20 },
      { name: 'extract.csv', size: 10 },
    ];
    const batches = [10, 20].map((size) => [{ ...input('extract.csv', String(size)), size }]);
    expect(byBatch(files, batches).map((batch) => batch.map(({ file: f }) => f.size))).toEqual([[10], [20]]);
  });
});
