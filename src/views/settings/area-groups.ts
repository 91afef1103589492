/** The areas of a set by what sort they are, for the pickers. */
import type { StudyArea } from '../../core/geo/area.ts';
import type { AreaSet } from '../../state/app-state.ts';
import { togetherAreas } from '../../state/drawing.ts';

/** Stands for all areas together. */
export const ALL_AREAS = '*';

export interface AreaGroup {
  readonly id: string;
  /** '' for the one that needs none. */
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

const TITLES: Readonly<Record<string, string>> = { district: 'Districts', town: 'Towns', drawn: 'Drawn' };

/** All together first, when there are several; then each sort in the order of the set. */
export function areaGroups({ areas, name }: Pick<AreaSet, 'areas' | 'name'>): readonly AreaGroup[] {
  const byKind = new Map<string, StudyArea[]>();
  for (const area of areas) {
    const kind = area.kind ?? '';
    byKind.set(kind, [...(byKind.get(kind) ?? []), area]);
  }
  const together = togetherAreas(areas).length;
  const all = { id: ALL_AREAS, name: `All ${together} areas together` };
  const groups = [...byKind].map(([kind, items]) => ({
    id: `kind ${kind}`,
    title: byKind.size === 1 && kind === '' ? '' : titleOf(kind, name),
    items: items.map((area) => ({ id: area.id, name: area.name })),
  }));
  return together > 1 ? [{ id: 'together', title: '', items: [all] }, ...groups] : groups;
}

function titleOf(kind: string, setName: string): string {
  return kind === '' ? setName : (TITLES[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1));
}
