import { expect, it } from 'vitest';
import { ingest } from '../../../src/core/pipeline.ts';

it('a signal given while a large file is read stops it before its end, though nothing else would yield', async () => {
  const line = '51.54,0.71,2021-04-12,Robbery\n';
  const bytes = new TextEncoder().encode(`lat,lon,date,offence\n${line.repeat(400_000)}`);
  const pieces = 200;
  const size = Math.ceil(bytes.length / pieces);
  const source = {
    name: 'large.csv',
    size: bytes.length,
    slice: (start: number, end: number) => ({ arrayBuffer: async () => bytes.slice(start, end).buffer }),
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.subarray(at, at + size));
          at += size;
        },
      });
    },
  };
  const signal = { aborted: false };
  let done = 0;
  const loading = ingest([source], { signal, onProgress: (progress) => (done = progress.done) });
  setTimeout(() => {
    signal.aborted = true;
  });
  await expect(loading).rejects.toMatchObject({ name: 'CancelledError' });
  expect(done).toBeLessThan(bytes.length / 2);
});
