/** What is done to patrol areas by hand, as the list of edits that the settings hold. Pure. */
import type { PatrolEdit } from '../core/patrol/edits.ts';
import type { Patrol } from './patrol.ts';

type Edits = readonly PatrolEdit[];

/** An area as it stands, and which of the edits made it so. */
type Area = Pick<Patrol['cards'][number], 'cells' | 'edits'>;

/** A name of the officer's; '' gives the area back the name of its offences. */
export function renamed(edits: Edits, { cells, edits: own }: Area, name: string): Edits {
  const at = lastOf(edits, own, ['rename', 'add']);
  const before = at === null ? undefined : edits[at];
  if (at !== null && before?.kind === 'add') return edits.with(at, { ...before, name });
  if (at !== null && before?.kind === 'rename') {
    return name === '' ? withoutEdit(edits, at) : edits.with(at, { ...before, name });
  }
  return name === '' ? edits : [...edits, { kind: 'rename', cells, name }];
}

/** Off the list; one that was added by hand leaves no trace. */
export function dropped(edits: Edits, { cells, edits: own }: Area): Edits {
  if (lastOf(edits, own, ['add']) !== null) return edits.filter((_, position) => !own.includes(position));
  return [...edits, { kind: 'drop', cells }];
}

/** To other cells; several moves of one area are one edit. */
export function movedTo(edits: Edits, { cells, edits: own }: Area, to: readonly string[]): Edits {
  const at = lastOf(edits, own, ['nudge', 'add']);
  if (at === null) return [...edits, { kind: 'nudge', cells, to }];
  return edits.map((edit, position) => {
    if (position === at && edit.kind === 'nudge') return { ...edit, to };
    // what was done to the area after it was moved is known by the cells it had then
    return position >= at && own.includes(position) ? { ...edit, cells: to } : edit;
  });
}

export function added(edits: Edits, cells: readonly string[]): Edits {
  return [...edits, { kind: 'add', cells, name: '' }];
}

export function withoutEdit(edits: Edits, position: number): Edits {
  return edits.filter((_, at) => at !== position);
}

/** Position of the last of an area's edits that is of one of the kinds. */
function lastOf(edits: Edits, own: readonly number[], kinds: readonly PatrolEdit['kind'][]): number | null {
  return own.findLast((position) => kinds.some((kind) => kind === edits[position]?.kind)) ?? null;
}

/** An edit, and what to call it. */
export interface MadeByHand {
  readonly position: number;
  readonly kind: PatrolEdit['kind'];
  /** The area that it made or dropped, by its name; '' for one without. */
  readonly name: string;
  readonly rank: number | null;
  /** Why it does nothing; '' where it does. */
  readonly idle: string;
}

/** The edits of this study area and resolution, in the order in which they were made. */
export function madeByHand({ query, cards, dropped: gone, idle }: Patrol): readonly MadeByHand[] {
  return query.edits.flatMap(({ kind }, position): readonly MadeByHand[] => {
    const nothing = idle.find(({ edit }) => edit === position);
    if (nothing) return [{ position, kind, name: '', rank: null, idle: nothing.words }];
    const place =
      gone.find(({ edit }) => edit === position)?.place ?? cards.find(({ edits }) => edits.includes(position));
    return place ? [{ position, kind, name: place.name || place.gridRef, rank: place.rank, idle: '' }] : [];
  });
}
