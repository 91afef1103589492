/** How many rows a mapping would keep: the load itself, on the whole of a small file and on the start of a large one. */
import { MISSING } from '../offences/table.ts';
import { ingest } from './ingest.ts';
import type { Mapping } from './mapping-profile.ts';
import type { NoteExample } from './report.ts';
import type { Source } from './source.ts';

export interface MappingTrial {
  readonly rows: number;
  readonly kept: number;
  /** The file is longer: the counts are those of its first rows. */
  readonly cut: boolean;
  /** Where and when the first row that is kept lies; null when none is, or it has no date. */
  readonly firstPlace: { readonly lon: number; readonly lat: number } | null;
  readonly firstDay: number | null;
  /** Rows dropped by reason, in the order of the reasons. */
  readonly dropped: readonly TrialNote[];
  readonly doubted: readonly TrialNote[];
  /** What was told of the file: the coordinate system, the order of the dates. */
  readonly told: readonly TrialNote[];
  /** Offences as written that the mapping leaves without a kind, with their rows, most first, up to 200. */
  readonly unknownOffences: readonly { readonly title: string; readonly rows: number }[];
  /** How many more there are. */
  readonly moreUnknown: number;
}

interface TrialNote {
  readonly reason: string;
  readonly count: number;
  readonly example: NoteExample | null;
}

const MOST_ROWS = 50_000;
const MOST_OFFENCES = 200;

/** Throws `InputError` as the load would, `CancelledError` when the signal says so. */
export async function tryMapping(
  source: Source,
  mapping: Mapping,
  signal?: { readonly aborted: boolean },
): Promise<MappingTrial> {
  const { table, report, cut } = await ingest([source], {
    mappings: [mapping],
    maxRows: MOST_ROWS,
    ...(signal ? { signal } : {}),
  });
  const notes = (kind: string): TrialNote[] =>
    report.notes
      .filter((note) => note.kind === kind)
      .map(({ reason, count, examples }) => ({ reason, count, example: examples[0] ?? null }));
  const rows = new Float64Array(table.offences.length);
  for (const offence of table.offence) rows[offence] = (rows[offence] ?? 0) + 1;
  const unknown = table.offences
    .map(({ title, code, kind }, i) => ({ title: title || code, known: kind !== null, rows: rows[i] ?? 0 }))
    .filter((one) => !one.known && one.title !== '' && one.rows > 0)
    .sort((a, b) => b.rows - a.rows || (a.title < b.title ? -1 : 1));
  return {
    rows: report.rows,
    kept: report.kept,
    cut,
    firstPlace: table.rows > 0 ? { lon: table.lon[0] ?? 0, lat: table.lat[0] ?? 0 } : null,
    firstDay: table.rows > 0 && table.day[0] !== MISSING ? (table.day[0] ?? null) : null,
    dropped: notes('dropped'),
    doubted: notes('doubted'),
    told: notes('info'),
    unknownOffences: unknown.slice(0, MOST_OFFENCES).map(({ title, rows: n }) => ({ title, rows: n })),
    moreUnknown: Math.max(0, unknown.length - MOST_OFFENCES),
  };
}
