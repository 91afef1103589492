/** The offence table as Parquet and the small tables as CSV and GeoJSON. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { clockTime } from './calendar.ts';
import type { OffenceRecord } from './record.ts';

interface Times {
  readonly from: string;
  readonly to: string | null;
}

/** Wall-clock start and end: the span runs from the start as it is written, after an hour that did not exist. */
function timesOf({ day, minute, spanMin }: OffenceRecord): Times {
  const from = clockTime(day, minute);
  const written = Number(from.slice(11, 13)) * 60 + Number(from.slice(14));
  return { from, to: spanMin === null ? null : clockTime(day, written + spanMin) };
}

/** In order of time, then place: the order that gives offence ids. */
export function inOrder(records: readonly OffenceRecord[]): OffenceRecord[] {
  return records.toSorted(
    (a, b) =>
      a.day - b.day || a.minute - b.minute || a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.code.localeCompare(b.code),
  );
}

/** Parquet of the columns a full record has; Snappy, so that any reader can open it. Missing values are null. */
export function offencesParquet(records: readonly OffenceRecord[]): Uint8Array {
  const times = records.map(timesOf);
  const text = (name: string, value: (record: OffenceRecord, i: number) => string | null) => ({
    name,
    data: records.map((record, i) => value(record, i) || null),
    type: 'STRING' as const,
  });
  // Sorted text shares its beginnings with the row before.
  const sorted = { encoding: 'DELTA_BYTE_ARRAY' as const };
  const buffer = parquetWriteBuffer({
    rowGroupSize: 200_000,
    kvMetadata: [{ key: 'synthetic', value: 'true' }],
    columnData: [
      { ...text('offence_id', (_, i) => `SYN${String(i + 1).padStart(7, '0')}`), ...sorted },
      text('offence_code', (record) => record.code),
      text('offence', (record) => record.title),
      { ...text('from', (_, i) => times[i]?.from ?? null), ...sorted },
      { ...text('to', (_, i) => times[i]?.to ?? null), ...sorted },
      { name: 'longitude', data: Float64Array.from(records, (record) => record.at[0]), type: 'DOUBLE' },
      { name: 'latitude', data: Float64Array.from(records, (record) => record.at[1]), type: 'DOUBLE' },
      text('domestic', (record) => record.domestic),
      text('public_place', (record) => record.publicPlace),
      text('knife', (record) => record.knife),
      text('weapon', (record) => record.weapon),
      text('alcohol', (record) => record.alcohol),
      { name: 'victim_age', data: records.map((record) => record.victimAge), type: 'INT32' },
      text('relationship', (record) => record.relationship),
      text('victim_ref', (record) => record.victim),
      text('suspect_ref', (record) => record.suspect),
      text('location', (record) => record.location),
      text('status', (record) => record.status),
    ],
  });
  return new Uint8Array(buffer);
}

/** Lines of comma-separated values; no value of the demo's tables needs quoting but those with a comma. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => (String(value).includes(',') ? `"${value}"` : String(value));
  return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** A feature collection, one feature a line. */
export function geojson(features: readonly { geometry: object; properties: object }[]): string {
  const lines = features.map(({ geometry, properties }) => JSON.stringify({ type: 'Feature', properties, geometry }));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
