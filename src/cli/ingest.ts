/** `ingest FILE…`: what the files hold and what was dropped or doubted, as JSON. */

import type { IngestReport } from '../core/ingest/report.ts';
import { isoDay } from '../core/offences/time.ts';
import { write } from './files.ts';
import { type FileOptions, load } from './load.ts';

export async function runIngest(files: readonly string[], options: FileOptions & { readonly out?: string }) {
  const { report } = await load(files, options);
  await write(`${JSON.stringify(summaryOf(report), null, 2)}\n`, options.out);
}

/** The report without what only the app needs. Undated loads have null for `from` and `to`. */
function summaryOf(report: IngestReport) {
  const dated = report.fromDay <= report.toDay && report.kept > 0 && report.fromDay > -1e9;
  return {
    rows: report.rows,
    kept: report.kept,
    files: report.files.map(({ name, format, rows, kept }) => ({ name, format, rows, kept })),
    // what is said about a file is a doubt about all its rows: the JSON knows no third kind
    notes: report.notes.map(({ reason, kind, count, examples }) => ({
      reason,
      kind: kind === 'info' ? 'doubted' : kind,
      count,
      examples,
    })),
    snapped: report.snapped,
    crs: report.crs,
    from: dated ? isoDay(report.fromDay) : null,
    to: dated ? isoDay(report.toDay) : null,
    categories: Object.fromEntries(report.categories),
  };
}
