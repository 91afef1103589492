/** Lets others have a turn while a file is read: without it a worker hears of a cancelled load only at its end. */
import type { Source } from './source.ts';

/** About 50 ms of reading. */
const BYTES_A_BREATH = 4 << 20;

/** The same source, which waits for one task of the event loop every few megabytes. */
export function breathing(source: Source): Source {
  let since = 0;
  const breathe = (bytes: number): Promise<void> | null => {
    since += bytes;
    if (since < BYTES_A_BREATH) return null;
    since = 0;
    return new Promise((resolve) => setTimeout(resolve));
  };
  return {
    name: source.name,
    size: source.size,
    slice: (start, end) => ({
      async arrayBuffer() {
        await breathe(end - start);
        return source.slice(start, end).arrayBuffer();
      },
    }),
    stream() {
      const stream = source.stream();
      return {
        getReader() {
          const reader = stream.getReader();
          return {
            async read() {
              const step = await reader.read();
              if (!step.done) await breathe(step.value.length);
              return step;
            },
            cancel: (reason) => reader.cancel(reason),
          };
        },
      };
    },
  };
}
