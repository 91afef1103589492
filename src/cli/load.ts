/** Reads offence files with progress and notes on stderr. */
import { basename } from 'node:path';
import type { Field } from '../core/ingest/fields.ts';
import { readProfile } from '../core/ingest/mapping-profile.ts';
import { ingest } from '../core/pipeline.ts';
import { sourceOf, textOf } from './files.ts';
import { say } from './say.ts';

export interface FileOptions {
  readonly map: Readonly<Record<string, Field>>;
  /** Path of a mapping profile. */
  readonly profile?: string;
  readonly sheet?: string;
}

export async function load(paths: readonly string[], { map, profile, sheet }: FileOptions) {
  const showProgress = process.stderr.isTTY === true;
  const mapping = profile === undefined ? null : readProfile(textOf(profile), basename(profile)).mapping;
  const loaded = await ingest(paths.map(sourceOf), {
    map,
    mappings: paths.map(() => mapping),
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
