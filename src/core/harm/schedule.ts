/**
 * Harm schedules: how many days each kind of offence weighs, as data.
 *
 * The Cambridge Crime Harm Index weighs an offence by the starting point of the sentencing guideline, in days (Sherman,
 * Neyroud and Neyroud 2016, doi:10.1093/police/paw003; edition of 6 October 2020). The ONS Crime Severity Score weighs it
 * by the average sentence passed. The trap: practitioners' tables carry coarser values, so always name the edition.
 */
import cchi from '../../../data/harm/cchi-2020.json' with { type: 'json' };
import css from '../../../data/harm/ons-css.json' with { type: 'json' };
import categories from '../../../data/harm/police-uk-categories.json' with { type: 'json' };
import { kindById, kindsWithCode } from '../offences/catalogue.ts';
import { foldTitle, recogniseOffence } from '../offences/recognise.ts';
import type { ScheduleId } from '../settings.ts';
import type { HarmDays } from './days.ts';
import { readScheduleRows, type ScheduleRow } from './schedule-rows.ts';

export interface HarmSchedule {
  /** "cchi-2020", "ons-css" or the name of the file it was read from. */
  readonly id: string;
  readonly edition: string;
  readonly source: string;
  /** By `OffenceKind.id`. */
  readonly byKind: ReadonlyMap<string, HarmDays>;
  /** By Home Office code, for offences that the catalogue may not hold; empty in the built-in schedules. */
  readonly byCode: ReadonlyMap<string, HarmDays>;
  /** By folded title (`foldTitle`); empty in the built-in schedules. */
  readonly byTitle: ReadonlyMap<string, HarmDays>;
}

export type BuiltInScheduleId = Exclude<ScheduleId, 'own'>;

/** As the data files write a weight. */
interface Weight {
  readonly kind: string;
  readonly default: number;
  readonly low?: number;
  readonly high?: number;
  readonly withProactive?: number;
  readonly proactive?: boolean;
  readonly like?: string;
}

const none: ReadonlyMap<string, HarmDays> = new Map();

const byKind = (weights: readonly Weight[]): ReadonlyMap<string, HarmDays> =>
  new Map(
    weights.map(({ kind, default: days, low = days, high = days, withProactive = days }) => [
      kind,
      { low, default: withProactive, high },
    ]),
  );

const cchiWeights: readonly Weight[] = cchi.weights;
const categoryWeights: readonly Weight[] = categories.weights;

const schedules: Readonly<Record<BuiltInScheduleId, HarmSchedule>> = {
  'cchi-2020': {
    id: 'cchi-2020',
    edition: cchi.edition,
    source: cchi.source,
    byKind: byKind([...cchiWeights, ...categoryWeights]),
    byCode: none,
    byTitle: none,
  },
  'ons-css': {
    id: 'ons-css',
    edition: css.edition,
    source: css.source,
    byKind: byKind(css.weights),
    byCode: none,
    byTitle: none,
  },
};

export function builtInSchedule(id: BuiltInScheduleId): HarmSchedule {
  return schedules[id];
}

/** Kinds that police activity finds (possession of drugs and of weapons): 0 unless asked for, in every schedule. */
export const proactiveKinds: ReadonlySet<string> = new Set([
  ...cchiWeights.filter((weight) => weight.proactive === true).map((weight) => weight.kind),
  ...categoryWeights.filter((weight) => weight.withProactive !== undefined).map((weight) => weight.kind),
]);

/**
 * Reads a schedule of one's own from a CSV: a column of days (with low and high if wanted) and at least one of kind,
 * code and title.
 * @param name file name, for the schedule's id and the messages
 * @returns the schedule, and a sentence for every row that could not be used as written
 * @throws InputError when there is no usable column or row
 */
export function parseSchedule(text: string, name: string): { schedule: HarmSchedule; notes: string[] } {
  const { rows, notes } = readScheduleRows(text, name);
  const index = indexRows(rows, name, notes);
  return { schedule: { id: name, edition: name, source: `the file ${name}`, ...index }, notes };
}

/**
 * A row is kept under everything it names: its title, its code, and the catalogue kind that these mean, so that it is
 * found from data written either way and also for offences the catalogue does not hold.
 */
function indexRows(
  rows: readonly ScheduleRow[],
  name: string,
  notes: string[],
): Pick<HarmSchedule, 'byKind' | 'byCode' | 'byTitle'> {
  const byKind = new Map<string, HarmDays>();
  const byCode = new Map<string, HarmDays>();
  const byTitle = new Map<string, HarmDays>();
  const differing = new Set<string>();
  /** Keeps the first; false when a later one differs from it. */
  const put = (map: Map<string, HarmDays>, key: string, days: HarmDays): boolean => {
    const known = map.get(key);
    if (known === undefined) map.set(key, days);
    return known === undefined || known.default === days.default;
  };
  // 1. What each row says of its own title and code, and of the kind that it names.
  for (const row of rows) {
    if (row.title !== '' && !put(byTitle, foldTitle(row.title), row.days)) {
      notes.push(`${name}: “${row.title.slice(0, 60)}” stands more than once with different days – the first is used.`);
    }
    if (row.code !== '' && !put(byCode, row.code, row.days)) differing.add(row.code);
    const kind = kindNamedBy(row);
    if (kind !== null) put(byKind, kind, row.days);
  }
  // 2. Where only the code is known, it speaks for every kind of that code which no row named.
  for (const row of rows) {
    if (kindNamedBy(row) !== null) continue;
    for (const kind of kindsWithCode(row.code)) put(byKind, kind.id, row.days);
  }
  // 3. A kind of unrecorded detail ("wounding", no severity) weighs as the one it is like in the built-in schedule.
  for (const { kind, like } of cchiWeights) {
    const days = like === undefined ? undefined : byKind.get(like);
    if (days !== undefined) put(byKind, kind, days);
  }
  // 4. A code whose rows differ (s20 wounding by severity) says nothing by itself: its kinds decide.
  for (const code of differing) byCode.delete(code);
  return { byKind, byCode, byTitle };
}

function kindNamedBy({ kind, code, title }: ScheduleRow): string | null {
  if (kindById(kind) !== undefined) return kind;
  return title !== '' && recogniseOffence('', title) !== null ? recogniseOffence(code, title) : null;
}
