/** Batches from readable rows, for tests. */
import type { Batch } from '../../../src/core/batches/batch.ts';
import type { IngestReport } from '../../../src/core/ingest/report.ts';
import { MISSING } from '../../../src/core/offences/table.ts';
import { makeTable, type Row } from '../table-builder.ts';

export function batchOf(rows: readonly Partial<Row>[], about: Partial<Batch> = {}): Batch {
  const table = makeTable(rows);
  const report: IngestReport = {
    rows: rows.length,
    kept: rows.length,
    files: [{ name: 'a.csv', format: 'CSV', rows: rows.length, kept: rows.length, crs: 'EPSG:4326' }],
    notes: [],
    snapped: false,
    crs: 'EPSG:4326',
    fromDay: MISSING,
    toDay: MISSING,
    categories: new Map(),
  };
  return { name: 'a', receivedDay: null, label: null, on: true, table, report, ...about };
}
