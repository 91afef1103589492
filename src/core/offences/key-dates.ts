/**
 * Key dates: days on which rules or habits changed, and how long those rules held where.
 *
 * A key date of kind `restriction` or `easing` that has an end is a phase: rules in force from its first to its last day
 * in its districts. The trap: districts differ (tiers of 2020), so a phase must be asked for by district.
 */

export const keyDateKinds = ['restriction', 'easing', 'announcement', 'event'] as const;

export type KeyDateKind = (typeof keyDateKinds)[number];

export interface KeyDate {
  /** Its own within a list. */
  readonly id: string;
  /** Local days since 1970-01-01, both included; no end is a day that only begins something. */
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly kind: KeyDateKind;
  /** ONS codes of the districts it holds for; null for all of them. */
  readonly areas: readonly string[] | null;
  readonly label: string;
  readonly source: string;
  /** "not verified", "planned date", or anything of the analyst's. */
  readonly remark: string;
}

/** A list of the analyst's, in place of the one that ships. */
export interface OwnKeyDates {
  /** The file it was read from, or what it was changed from. */
  readonly name: string;
  /** In the order in which they come. */
  readonly list: readonly KeyDate[];
}

/** Rules in force, cut to the days asked for. */
export interface Restriction {
  readonly fromDay: number;
  readonly toDay: number;
  /** `mixed`: not the same in every district. */
  readonly kind: 'restriction' | 'easing' | 'mixed';
  readonly label: string;
}

/** Whether it holds for a district; every key date does while none is chosen (null). */
export function holdsIn({ areas }: Pick<KeyDate, 'areas'>, district: string | null): boolean {
  return district === null || areas === null || areas.includes(district);
}

/** In the order in which they come; those of one day by id. */
export function inOrder(list: readonly KeyDate[]): readonly KeyDate[] {
  return list.toSorted((a, b) => a.fromDay - b.fromDay || (a.id < b.id ? -1 : 1));
}

/**
 * Phases in force in a district between two days, both included, by their first day. Without a district (null) those of
 * all districts alike, and one `mixed` stretch wherever some district has a phase that others need not have.
 */
export function restrictionsFor(
  list: readonly KeyDate[],
  district: string | null,
  fromDay: number,
  toDay: number,
): readonly Restriction[] {
  const found: Restriction[] = [];
  for (const keyDate of inOrder(list)) {
    const { kind, label, areas } = keyDate;
    if ((kind !== 'restriction' && kind !== 'easing') || keyDate.toDay === null) continue;
    const span = { fromDay: Math.max(fromDay, keyDate.fromDay), toDay: Math.min(toDay, keyDate.toDay) };
    if (span.fromDay > span.toDay || !holdsIn(keyDate, district)) continue;
    if (district !== null || areas === null) {
      found.push({ ...span, kind, label });
      continue;
    }
    // stretches that touch are one: the tiers follow each other day by day
    const open = found.findLast((restriction) => restriction.kind === 'mixed');
    if (open && span.fromDay <= open.toDay + 1) {
      found[found.indexOf(open)] = { ...open, toDay: Math.max(open.toDay, span.toDay) };
    } else found.push({ ...span, kind: 'mixed', label: 'Differs by district' });
  }
  return found;
}
