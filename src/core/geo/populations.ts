/** Residents by area: which line of a population file belongs to which study area. */
import type { StudyArea } from './area.ts';

/** A line of a population file. */
export interface Population {
  /** Area code as written; '' where the file has none. */
  readonly code: string;
  /** '' where the file has none. */
  readonly name: string;
  readonly residents: number;
}

export interface JoinedPopulations {
  /** Residents by area id. */
  readonly residents: ReadonlyMap<string, number>;
  /** Lines that belong to none of the areas. */
  readonly unmatched: readonly Population[];
  /** Areas that no line belongs to. */
  readonly without: readonly StudyArea[];
}

/**
 * Joins by code first (an area's id is its code where its file has one), then by name, whatever the case of the letters.
 * No area has two lines: `readPopulations` says of a repeated code that the first line counts.
 */
export function joinPopulations(populations: readonly Population[], areas: readonly StudyArea[]): JoinedPopulations {
  const byCode = new Map(areas.map((area) => [fold(area.id), area]));
  const byName = new Map(areas.map((area) => [fold(area.name), area]));
  const residents = new Map<string, number>();
  const unmatched: Population[] = [];
  for (const population of populations) {
    const { code, name } = population;
    const area =
      (code === '' ? undefined : (byCode.get(fold(code)) ?? byName.get(fold(code)))) ??
      (name === '' ? undefined : (byName.get(fold(name)) ?? byCode.get(fold(name))));
    if (area && !residents.has(area.id)) residents.set(area.id, population.residents);
    else unmatched.push(population);
  }
  return { residents, unmatched, without: areas.filter(({ id }) => !residents.has(id)) };
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
