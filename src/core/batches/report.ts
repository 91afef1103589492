/** What several loads say together: their files and notes added up, days and offences those of the rows that count. */
import { categoriesOf, daysCovered } from '../ingest/assemble.ts';
import { MAX_CASES, MAX_EXAMPLES } from '../ingest/notes.ts';
import type { IngestReport, Note, NoteReason } from '../ingest/report.ts';
import type { OffenceTable } from '../offences/table.ts';

/** `reports` of the batches that are on, `table` what they hold together. `kept` is what was kept of each, added up. */
export function combinedReport(reports: readonly IngestReport[], table: OffenceTable): IngestReport {
  const [only] = reports;
  if (reports.length === 1 && only !== undefined) return only;
  const sum = (of: (report: IngestReport) => number): number => reports.reduce((total, r) => total + of(r), 0);
  return {
    rows: sum((report) => report.rows),
    kept: sum((report) => report.kept),
    files: reports.flatMap((report) => report.files),
    notes: combinedNotes(reports),
    snapped: table.snapped,
    crs: reports.find((report) => report.kept > 0)?.crs ?? only?.crs ?? 'EPSG:4326',
    ...daysCovered(table),
    categories: categoriesOf(table),
  };
}

function combinedNotes(reports: readonly IngestReport[]): Note[] {
  const byReason = new Map<NoteReason, Note[]>();
  for (const note of reports.flatMap((report) => report.notes)) {
    byReason.set(note.reason, [...(byReason.get(note.reason) ?? []), note]);
  }
  return [...byReason].map(([reason, notes]) => {
    const cases = notes.flatMap((note) => note.cases).slice(0, MAX_CASES);
    const count = notes.reduce((total, note) => total + note.count, 0);
    return { reason, kind: notes[0]?.kind ?? 'info', count, examples: cases.slice(0, MAX_EXAMPLES), cases };
  });
}
