/** The columns of a full record, by the names that `--map` and the mapping step use. */
export const fields = [
  'offence_id',
  'offence_code',
  'offence',
  'from',
  'to',
  'longitude',
  'latitude',
  'easting',
  'northing',
  'domestic',
  'public_place',
  'knife',
  'weapon',
  'alcohol',
  'victim_age',
  'relationship',
  'victim_ref',
  'suspect_ref',
  'location',
  'status',
] as const;

/** What a column of a file may hold; 'ignore' takes a column out of the guessing. */
export type Field = (typeof fields)[number] | 'ignore';

/** A field that has a place in the table. */
export type RecordField = Exclude<Field, 'ignore'>;

export function isField(text: string): text is Field {
  return text === 'ignore' || (fields as readonly string[]).includes(text);
}
