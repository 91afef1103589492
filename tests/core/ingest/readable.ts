import type { IngestReport } from '../../../src/core/ingest/report.ts';
import type { Source } from '../../../src/core/ingest/source.ts';
import {
  Flag,
  type FlagName,
  MISSING,
  NO_HOUR,
  type OffenceTable,
  Precision,
  type TextColumn,
} from '../../../src/core/offences/table.ts';
import { isoDay } from '../../../src/core/offences/time.ts';

/** A source over bytes that come in chunks of the given size. */
export function bytesSource(name: string, bytes: Uint8Array | string, chunk = 65_536): Source {
  const all = new Uint8Array(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  return {
    name,
    size: all.length,
    stream: () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= all.length) return controller.close();
          controller.enqueue(all.slice(at, at + chunk));
          at += chunk;
        },
      });
    },
    slice: (start, end) => ({ arrayBuffer: async () => all.slice(start, end).buffer }),
  };
}

const precisions = Object.fromEntries(Object.entries(Precision).map(([name, value]) => [value, name]));
const flags = Object.fromEntries(Object.entries(Flag).map(([name, value]) => [value, name]));

/** The table as people read it: a list per column, columns that say nothing left out. */
export function readableTable(table: OffenceTable): Record<string, readonly unknown[]> {
  const rows = Array.from({ length: table.rows }, (_, i) => i);
  const text = (column: TextColumn) => rows.map((i) => column.values[column.codes[i] ?? -1]);
  const flag = (name: FlagName) => rows.map((i) => flags[table.flags[name][i] ?? -1]);
  const ids = rows.map((i) =>
    new TextDecoder().decode(table.id.bytes.subarray(table.id.offsets[i], table.id.offsets[i + 1])),
  );
  const all: Record<string, readonly unknown[]> = {
    id: ids,
    place: rows.map((i) => `${round(table.lon[i])}, ${round(table.lat[i])}`),
    from: rows.map((i) => utc(table.from[i])),
    to: rows.map((i) => utc(table.to[i])),
    day: rows.map((i) => (table.day[i] === MISSING ? '' : isoDay(table.day[i] ?? 0))),
    hourOfWeek: rows.map((i) => (table.hourOfWeek[i] === NO_HOUR ? '' : table.hourOfWeek[i])),
    precision: rows.map((i) => precisions[table.precision[i] ?? -1]),
    offence: rows.map((i) => {
      const name = table.offences[table.offence[i] ?? -1];
      return [name?.code, name?.title].filter((part) => part !== '').join(' ');
    }),
    domestic: flag('domestic'),
    publicPlace: flag('publicPlace'),
    knife: flag('knife'),
    weapon: flag('weapon'),
    alcohol: flag('alcohol'),
    victimAge: rows.map((i) => (table.victimAge[i] === 255 ? '' : table.victimAge[i])),
    relationship: text(table.relationship),
    victimRef: text(table.victimRef),
    suspectRef: text(table.suspectRef),
    location: text(table.location).map((value) => cut(value)),
    status: text(table.status),
    file: rows.map((i) => table.file[i]),
  };
  const silent = (value: unknown) => value === '' || value === 'unknown' || value === 'none' || value === 0;
  return Object.fromEntries(Object.entries(all).filter(([, values]) => !values.every(silent)));
}

/** The report as people read it: notes as sentences "reason (kind) × count: line: found". */
export function readableReport(report: IngestReport) {
  return {
    rows: report.rows,
    kept: report.kept,
    files: report.files.map((file) => `${file.name}: ${file.format}, ${file.kept} of ${file.rows} rows, ${file.crs}`),
    snapped: report.snapped,
    days: report.fromDay === MISSING ? 'none' : `${isoDay(report.fromDay)} to ${isoDay(report.toDay)}`,
    notes: report.notes.map(({ reason, kind, count, examples }) => ({
      note: `${count} × ${reason} (${kind})`,
      examples: examples.map(({ file, line, found }) => `${file}:${line}: ${cut(found)}`),
    })),
  };
}

function cut(text = ''): string {
  return text.length > 250 ? `${text.slice(0, 10)}… ${text.length} characters` : text;
}

function round(degrees = Number.NaN): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function utc(minute = MISSING): string {
  return minute === MISSING ? '' : new Date(minute * 60_000).toISOString().slice(0, 16).concat('Z');
}
