/** Reads offence files with progress and notes on stderr. */
import type { Field } from '../core/ingest/fields.ts';
import { ingest } from '../core/pipeline.ts';
import { sourceOf } from './files.ts';
import { say } from './say.ts';

export interface FileOptions {
  readonly map: Readonly<Record<string, Field>>;
  readonly sheet?: string;
}

export async function load(paths: readonly string[], { map, sheet }: FileOptions) {
  const showProgress = process.stderr.isTTY === true;
  const loaded = await ingest(paths.map(sourceOf), {
    map,
    ...(sheet === undefined ? {} : { sheet }),
    onProgress: ({ done, total, rows }) => {
      if (showProgress) process.stderr.write(`\r${Math.round((100 * done) / Math.max(1, total))} % · ${rows} rows `);
    },
  });
  if (showProgress) process.stderr.write('\n');
  const { report } = loaded;
  say(`${report.rows} rows read, ${report.kept} kept.`);
  for (const note of report.notes) say(`${note.kind}: ${note.reason} (${note.count})`);
  return loaded;
}
