/**
 * The offence table: one row per offence, kept as columns so that a million rows filter in a few milliseconds.
 * Every column has `rows` entries and row i is the same offence in each of them.
 */

/** The entry of an Int32 column that has no value. */
export const MISSING = -0x80000000;

/** The entry of `hourOfWeek` when the row has no time of day. */
export const NO_HOUR = 255;

/** How precisely a row is dated. */
export const Precision = { none: 0, month: 1, day: 2, minute: 3 } as const;

/** A yes/no column that may also be silent. */
export const Flag = { unknown: 0, no: 1, yes: 2 } as const;

export type FlagName = 'domestic' | 'publicPlace' | 'knife' | 'weapon' | 'alcohol';

/** Repeating text: `values[codes[row]]`; code 0 is always the empty string, "nothing recorded". */
export interface TextColumn {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/** Text that hardly repeats (offence ids): UTF-8 bytes of row i are `bytes[offsets[i] … offsets[i + 1])`. */
interface UniqueTextColumn {
  readonly bytes: Uint8Array;
  /** rows + 1 entries. */
  readonly offsets: Uint32Array;
}

/** One distinct offence as the files name it, with the catalogue kind it was recognised as. */
export interface OffenceName {
  /** Home Office code as three digits, slash, two digits ("008/06"); '' when the file gives none. */
  readonly code: string;
  /** Title or police.uk category as written; '' when the file gives none. */
  readonly title: string;
  /** `OffenceKind.id` of the catalogue, or null when nothing matched. */
  readonly kind: string | null;
}

export interface OffenceTable {
  readonly rows: number;
  /** WGS84 degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /**
   * Start and end in minutes since 1970-01-01T00:00 UTC; MISSING when not given. In Great Britain clock times are read
   * as Europe/London; elsewhere the wall-clock time is kept as if it were UTC. An end known
   * only to the day or month is its last minute.
   */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Local calendar day of `from`, in days since 1970-01-01 (month-only rows: the first of the month); MISSING when undated. */
  readonly day: Int32Array;
  /** Local hour of the week of `from`, 0 = Monday 00:00–00:59 … 167; NO_HOUR when the row has no time of day. */
  readonly hourOfWeek: Uint8Array;
  /** Precision. */
  readonly precision: Uint8Array;
  /** Index into `offences`. */
  readonly offence: Uint16Array;
  readonly offences: readonly OffenceName[];
  /** Flag columns; a name missing from `flagsGiven` stands for a column that no file had. */
  readonly flags: Readonly<Record<FlagName, Uint8Array>>;
  readonly flagsGiven: readonly FlagName[];
  /** Years; 255 when unknown. */
  readonly victimAge: Uint8Array;
  readonly relationship: TextColumn;
  readonly victimRef: TextColumn;
  readonly suspectRef: TextColumn;
  readonly location: TextColumn;
  readonly status: TextColumn;
  readonly id: UniqueTextColumn;
  /** Index of the file of the load that each row came from. */
  readonly file: Uint16Array;
  /** True when positions are snapped map points and dates are months, as data.police.uk publishes them. */
  readonly snapped: boolean;
}
