/** Codes, titles, groups and harm days of the offences the demo uses, read from the tables the app ships with. */
import { readFileSync } from 'node:fs';

interface Kind {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly codes: readonly string[];
}
interface Weight {
  readonly kind: string;
  readonly default: number;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const kinds = new Map((read('../offences/catalogue.json') as { kinds: Kind[] }).kinds.map((kind) => [kind.id, kind]));
const days = new Map(
  (read('../harm/cchi-2020.json') as { weights: Weight[] }).weights.map((weight) => [weight.kind, weight.default]),
);

/** @throws Error when the catalogue has no such kind. */
export function kindOf(id: string): Kind {
  const kind = kinds.get(id);
  if (!kind) throw new Error(`No offence kind "${id}" in data/offences/catalogue.json: mend the demo's mix.`);
  return kind;
}

/** Days of the Cambridge Crime Harm Index; 0 when the schedule is silent. */
export const harmOf = (id: string): number => days.get(id) ?? 0;

const ARK_GROUPS: ReadonlySet<string> = new Set([
  'attempted-murder',
  'wounding-with-intent',
  'wounding',
  'assault-with-injury',
  'robbery-personal',
  'robbery-business',
  'drug-trafficking',
]);

/** Violence with injury, robbery and drug trafficking: what Operation Ark counts in public when not domestic. */
export const isArkKind = (id: string): boolean => ARK_GROUPS.has(kindOf(id).group);
