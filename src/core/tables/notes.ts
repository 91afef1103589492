import type { Note } from '../ingest/report.ts';
import type { OutTable } from './table.ts';

/** Every case of every note: what was dropped, doubted or said about a file, and where. */
export function notesTable(notes: readonly Note[]): OutTable {
  const cases = notes.flatMap((note) => note.cases.map((c) => ({ ...c, reason: note.reason, kind: note.kind })));
  return {
    rows: cases.length,
    columns: [
      { name: 'kind', values: cases.map((c) => c.kind) },
      { name: 'reason', values: cases.map((c) => c.reason) },
      { name: 'file', values: cases.map((c) => c.file) },
      { name: 'line', values: Float64Array.from(cases, (c) => c.line) },
      { name: 'found', values: cases.map((c) => c.found) },
    ],
  };
}
