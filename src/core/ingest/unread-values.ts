/** Values of yes/no columns that no rule reads, for a person to say what they mean. */
import { flagNames } from './column-guess.ts';
import type { Inspection } from './inspect.ts';
import { type FlagField, flagFields, type Mapping } from './mapping-profile.ts';
import { flagOf, isMissing } from './values.ts';

export interface UnreadValues {
  readonly field: FlagField;
  /** Header of its column. */
  readonly header: string;
  /** With their rows in the sample, most first. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
}

/** One entry per yes/no field of the mapping that has such values; those already said stay in the list. */
export function unreadValues({ columns }: Inspection, mapping: Mapping): readonly UnreadValues[] {
  return flagFields.flatMap((field) => {
    const column = columns.find(({ name }) => mapping.columns[name] === field);
    if (!column) return [];
    const values = column.values.filter(({ text }) => !isMissing(text) && flagOf(flagNames[field], text) === null);
    return values.length > 0 ? [{ field, header: column.name, values }] : [];
  });
}
