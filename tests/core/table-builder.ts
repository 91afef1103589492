/** A small offence table from readable rows, for tests. */
import { recogniseOffence } from '../../src/core/offences/recognise.ts';
import {
  Flag,
  type FlagName,
  MISSING,
  NO_HOUR,
  type OffenceName,
  type OffenceTable,
  Precision,
  type TextColumn,
} from '../../src/core/offences/table.ts';

type YesNo = 'yes' | 'no' | 'unknown';

/** One offence; everything may be left out. A flag that no row mentions is a column that no file had. */
export interface Row extends Partial<Record<FlagName, YesNo>> {
  readonly code: string;
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
  /** "2021-04-17T21:30", "2021-04-17" or "2021-04" (a month); wall clock, kept as if it were UTC. */
  readonly from: string;
  readonly to: string;
  readonly victimAge: number;
  readonly relationship: string;
  readonly victimRef: string;
  readonly suspectRef: string;
  readonly location: string;
  readonly status: string;
  readonly id: string;
  readonly file: number;
}

const minutesOf = (text: string): number => {
  const [date = '', time = '00:00'] = text.split('T');
  return Date.parse(`${date.length === 7 ? `${date}-01` : date}T${time}:00Z`) / 60_000;
};

const precisionOf = (text: string): number =>
  text === ''
    ? Precision.none
    : text.includes('T')
      ? Precision.minute
      : text.length === 7
        ? Precision.month
        : Precision.day;

function textColumn(texts: readonly string[]): TextColumn {
  const values = [...new Set(['', ...texts])];
  return { values, codes: Uint32Array.from(texts, (text) => values.indexOf(text)) };
}

export function makeTable(rows: readonly Partial<Row>[], options: { readonly snapped?: boolean } = {}): OffenceTable {
  const text = (name: 'relationship' | 'victimRef' | 'suspectRef' | 'location' | 'status'): TextColumn =>
    textColumn(rows.map((row) => row[name] ?? ''));

  const names: OffenceName[] = [];
  const offence = Uint16Array.from(rows, ({ code = '', title = '' }) => {
    const known = names.findIndex((name) => name.code === code && name.title === title);
    return known >= 0 ? known : names.push({ code, title, kind: recogniseOffence(code, title) }) - 1;
  });

  const flag = (name: FlagName): Uint8Array => Uint8Array.from(rows, (row) => Flag[row[name] ?? 'unknown']);
  const flags: Record<FlagName, Uint8Array> = {
    domestic: flag('domestic'),
    publicPlace: flag('publicPlace'),
    knife: flag('knife'),
    weapon: flag('weapon'),
    alcohol: flag('alcohol'),
  };
  const flagsGiven = (Object.keys(flags) as FlagName[]).filter((name) => rows.some((row) => row[name] !== undefined));

  const ids = rows.map((row) => new TextEncoder().encode(row.id ?? ''));
  const offsets = Uint32Array.from([0, ...ids]);
  ids.forEach((bytes, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + bytes.length;
  });

  return {
    rows: rows.length,
    lon: Float64Array.from(rows, (row) => row.lon ?? 0.711),
    lat: Float64Array.from(rows, (row) => row.lat ?? 51.538),
    from: Int32Array.from(rows, ({ from = '' }) => (from === '' ? MISSING : minutesOf(from))),
    to: Int32Array.from(rows, ({ to = '' }) => (to === '' ? MISSING : minutesOf(to))),
    day: Int32Array.from(rows, ({ from = '' }) => (from === '' ? MISSING : Math.floor(minutesOf(from) / 1440))),
    // 1970-01-01 was a Thursday, 72 hours into its week.
    hourOfWeek: Uint8Array.from(rows, ({ from = '' }) =>
      from.includes('T') ? (Math.floor(minutesOf(from) / 60) + 72) % 168 : NO_HOUR,
    ),
    precision: Uint8Array.from(rows, ({ from = '' }) => precisionOf(from)),
    offence,
    offences: names,
    flags,
    flagsGiven,
    victimAge: Uint8Array.from(rows, (row) => row.victimAge ?? 255),
    relationship: text('relationship'),
    victimRef: text('victimRef'),
    suspectRef: text('suspectRef'),
    location: text('location'),
    status: text('status'),
    id: { bytes: Uint8Array.from(ids.flatMap((bytes) => [...bytes])), offsets },
    file: Uint16Array.from(rows, (row) => row.file ?? 0),
    snapped: options.snapped ?? false,
  };
}
