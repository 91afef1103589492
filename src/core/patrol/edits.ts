/**
 * What an officer changed by hand, kept when the areas are grown again from new offences: areas added, dropped, moved, renamed.
 *
 * In words: an edit remembers the cells it was made on. After a refresh it goes to the area that shares most cells with them
 * (of equal ones the one that ranks higher). Cells of areas added or moved by hand are the officer's: grown areas give them up.
 * Ranks stay as grown; added areas follow after the last.
 *
 * The trap: an edit outlives its reason. Each says when nothing grown lies under it any more. Cells of another study area or
 * resolution are unknown here: edits made there wait.
 */
import type { PatrolArea } from './patrol-areas.ts';

/** Cells are H3 ids. */
export type PatrolEdit =
  | { readonly kind: 'drop'; readonly cells: readonly string[] }
  | { readonly kind: 'rename'; readonly cells: readonly string[]; readonly name: string }
  | { readonly kind: 'nudge'; readonly cells: readonly string[]; readonly to: readonly string[] }
  /** Named by its offences while the name is ''. */
  | { readonly kind: 'add'; readonly cells: readonly string[]; readonly name: string };

interface EditedArea extends PatrolArea {
  /** As named by hand, else null. */
  readonly name: string | null;
  /** Its cells are the officer's: it was added or moved by hand. */
  readonly edited: boolean;
  /** Positions of the edits that made it what it is. */
  readonly edits: readonly number[];
}

export interface EditedAreas {
  readonly areas: readonly EditedArea[];
  /** Areas dropped by hand, each with the position of its edit. */
  readonly dropped: readonly { readonly edit: number; readonly area: EditedArea }[];
  /** Edits that found nothing to act on, by their positions, in words. */
  readonly idle: readonly { readonly edit: number; readonly words: string }[];
  /** Edits made in another study area or at another resolution: none of their cells is in the grid. */
  readonly elsewhere: number;
}

export interface EditInput {
  /** Cell of an H3 id in the grid; undefined outside the study area. */
  readonly indexOf: (cell: string) => number | undefined;
  /** An area of these cells, measured: see `measureArea`. */
  readonly measure: (rank: number, cells: readonly number[]) => PatrolArea;
}

/** Edits in the order in which they were made. */
export function withEdits(
  grown: readonly PatrolArea[],
  edits: readonly PatrolEdit[],
  { indexOf, measure }: EditInput,
): EditedAreas {
  let areas: EditedArea[] = grown.map((area) => ({ ...area, name: null, edited: false, edits: [] }));
  const dropped: EditedAreas['dropped'][number][] = [];
  const idle: EditedAreas['idle'][number][] = [];
  let elsewhere = 0;
  const known = (cells: readonly string[]): number[] =>
    cells.map(indexOf).filter((cell): cell is number => cell !== undefined);
  edits.forEach((edit, position) => {
    const own = known(edit.cells);
    if (own.length === 0) {
      elsewhere += 1;
      return;
    }
    if (edit.kind === 'add') {
      const rank = areas.reduce((most, area) => Math.max(most, area.rank), grown.length) + 1;
      const name = edit.name === '' ? null : edit.name;
      areas.push({ ...measure(rank, own), name, edited: true, edits: [position] });
      return;
    }
    const target = mostShared(areas, own);
    if (target === undefined) {
      idle.push({ edit: position, words: goneWords(edit) });
      return;
    }
    if (edit.kind === 'drop') {
      areas = areas.filter((area) => area !== target);
      dropped.push({ edit: position, area: target });
      return;
    }
    const to = edit.kind === 'nudge' ? known(edit.to) : [];
    if (edit.kind === 'nudge' && to.length === 0) {
      idle.push({ edit: position, words: 'An area was moved out of the study area: it stays where it was.' });
      return;
    }
    const changed =
      edit.kind === 'rename'
        ? { ...target, name: edit.name }
        : { ...measure(target.rank, to), name: target.name, edited: true };
    const all = [...target.edits, position];
    areas = areas.map((area) => (area === target ? { ...changed, edits: all } : area));
  });
  return { areas: withoutOverlap(areas, measure), dropped, idle, elsewhere };
}

function mostShared<A extends { readonly cells: readonly number[] }>(
  areas: readonly A[],
  cells: readonly number[],
): A | undefined {
  let best: A | undefined;
  let most = 0;
  for (const area of areas) {
    const shared = area.cells.filter((cell) => cells.includes(cell)).length;
    if (shared > most) [best, most] = [area, shared];
  }
  return best;
}

function goneWords(edit: Exclude<PatrolEdit, { kind: 'add' }>): string {
  if (edit.kind === 'rename') return `“${edit.name}” was named by hand; no patrol area lies there any more.`;
  if (edit.kind === 'drop') return 'An area was dropped by hand; no patrol area lies there any more.';
  return 'An area was moved by hand; no patrol area lies there any more.';
}

/** Grown areas without the cells of those made by hand; one that loses all of them is gone. */
function withoutOverlap(areas: readonly EditedArea[], measure: EditInput['measure']): EditedArea[] {
  const taken = new Set(areas.filter((area) => area.edited).flatMap((area) => area.cells));
  return areas.flatMap((area) => {
    const left = area.cells.filter((cell) => !taken.has(cell));
    if (area.edited || left.length === area.cells.length) return [area];
    return left.length === 0 ? [] : [{ ...area, ...measure(area.rank, left) }];
  });
}

/** What an area is known by across refreshes. */
export interface AreaSeen {
  readonly rank: number;
  readonly name: string;
  /** H3 ids. */
  readonly cells: readonly string[];
}

export interface AreaMove {
  readonly state: 'same' | 'moved' | 'new' | 'gone';
  readonly name: string;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What a refresh would change: areas of after by rank, then those that are gone. Each is matched once, most shared cells first. */
export function refreshMoves(before: readonly AreaSeen[], after: readonly AreaSeen[]): AreaMove[] {
  const pairs = before
    .flatMap((was) =>
      after.map((is) => ({ was, is, shared: is.cells.filter((cell) => was.cells.includes(cell)).length })),
    )
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.was.rank - b.was.rank || a.is.rank - b.is.rank);
  const wasOf = new Map<AreaSeen, AreaSeen>();
  const used = new Set<AreaSeen>();
  for (const { was, is } of pairs) {
    if (used.has(was) || wasOf.has(is)) continue;
    used.add(was);
    wasOf.set(is, was);
  }
  const moves = [...after]
    .sort((a, b) => a.rank - b.rank)
    .map((is): AreaMove => {
      const was = wasOf.get(is);
      const gained = is.cells.filter((cell) => !was?.cells.includes(cell));
      const lost = (was?.cells ?? []).filter((cell) => !is.cells.includes(cell));
      const state = was === undefined ? 'new' : gained.length + lost.length === 0 ? 'same' : 'moved';
      return { state, name: is.name, rankBefore: was?.rank ?? null, rankAfter: is.rank, gained, lost };
    });
  const gone = before
    .filter((was) => !used.has(was))
    .map(
      (was): AreaMove => ({
        state: 'gone',
        name: was.name,
        rankBefore: was.rank,
        rankAfter: null,
        gained: [],
        lost: was.cells,
      }),
    );
  return [...moves, ...gone];
}
