/** The offence catalogue, indexed: kinds by id, by Home Office code and by title. */
import catalogue from '../../../data/offences/catalogue.json' with { type: 'json' };
import type { OffenceKind } from './kinds.ts';

export const kinds: readonly OffenceKind[] = catalogue.kinds as readonly OffenceKind[];

const byId: ReadonlyMap<string, OffenceKind> = new Map(kinds.map((kind) => [kind.id, kind]));

/** Undefined for an id that the catalogue does not hold. */
export function kindById(id: string): OffenceKind | undefined {
  return byId.get(id);
}

/** True for the categories of data.police.uk, each of which may stand for several kinds of offence. */
export function isCategory(kind: OffenceKind): boolean {
  return kind.id.startsWith('category-');
}

const byCode = new Map<string, OffenceKind[]>();
for (const kind of kinds) {
  for (const code of kind.codes) byCode.set(code, [...(byCode.get(code) ?? []), kind]);
}

/** Kinds that share a normalised code, the first being what the code alone means. */
export function kindsWithCode(code: string): readonly OffenceKind[] {
  return byCode.get(code) ?? [];
}
