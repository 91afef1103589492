/** Study areas drawn by hand, which stand in a set beside those that came from a file. */
import type { StudyArea } from './area.ts';

/** The `kind` of an area drawn by hand; no file can claim it. */
export const DRAWN = 'drawn';

export function isDrawn(area: StudyArea): boolean {
  return area.kind === DRAWN;
}

/**
 * The areas that “all together” means: those of the file, since drawn ones mostly lie within them; the drawn ones when
 * there are no others.
 */
export function togetherAreas(areas: readonly StudyArea[]): readonly StudyArea[] {
  const others = areas.filter((area) => !isDrawn(area));
  return others.length > 0 ? others : areas;
}

/** Drawn areas behind those of a file, each under an id of its own. */
export function besides(others: readonly StudyArea[], drawn: readonly StudyArea[]): readonly StudyArea[] {
  const taken = new Set(others.map(({ id }) => id));
  return [...others, ...drawn.map((area) => (taken.has(area.id) ? { ...area, id: `${area.id} (drawn)` } : area))];
}
