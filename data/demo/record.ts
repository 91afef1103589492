/** One synthetic offence, as it is written to the table. */
import type { Position } from '../areas/borders.ts';

export type Answer = 'yes' | 'no' | null;

export interface OffenceRecord {
  /** Kind of the catalogue; code and title come from there. */
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  /** ONS code of the district. */
  readonly district: string;
  /** Day since 1970-01-01 and minute of that day, wall-clock. */
  readonly day: number;
  readonly minute: number;
  /** Minutes from `from` to `to`; null when no end is recorded. */
  readonly spanMin: number | null;
  readonly at: Position;
  readonly domestic: Answer;
  readonly publicPlace: Answer;
  readonly knife: Answer;
  readonly weapon: Answer;
  readonly alcohol: Answer;
  readonly victimAge: number | null;
  readonly relationship: string;
  readonly victim: string;
  readonly suspect: string;
  readonly location: string;
  readonly status: string;
}
