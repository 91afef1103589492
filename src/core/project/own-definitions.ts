/** Own definitions of a project: unknown JSON, checked part by part. */
import { kinds } from '../offences/catalogue.ts';
import type { OffenceGroup } from '../offences/kinds.ts';
import type { DefinitionRule, OwnDefinition } from '../offences/presets.ts';
import { definitionIds } from '../settings.ts';
import { at, flag, listOf, oneOf, orNull, type Part, text, whole, wrong } from './check.ts';

const OWN_ID = /^own-[1-9]\d{0,8}$/;
const groups: readonly OffenceGroup[] = [...new Set(kinds.map(({ group }) => group))];
/** Longer ones are no names. */
const LONGEST_NAME = 200;

export function readOwnDefinition(part: Part): OwnDefinition {
  const id = text(at(part, 'id'));
  if (!OWN_ID.test(id)) throw wrong(at(part, 'id'), 'an id such as “own-1”');
  const name = text(at(part, 'name'));
  if (name.length > LONGEST_NAME) throw wrong(at(part, 'name'), `at most ${LONGEST_NAME} characters`);
  return { id, base: oneOf(at(part, 'base'), definitionIds), name, rule: readRule(at(part, 'rule')) };
}

function readRule(part: Part): DefinitionRule {
  const groupsOf = (name: string): OffenceGroup[] => listOf(at(part, name), (item) => oneOf(item, groups));
  return {
    groups: orNull(at(part, 'groups'), (list) => listOf(list, (item) => oneOf(item, groups))),
    categories: groupsOf('categories'),
    proactiveCategories: groupsOf('proactiveCategories'),
    weaponOnly: groupsOf('weaponOnly'),
    publicPlace: flag(at(part, 'publicPlace')),
    domestic: oneOf(at(part, 'domestic'), ['any', 'not', 'only'] as const),
    knife: flag(at(part, 'knife')),
    excludedRelationships: listOf(at(part, 'excludedRelationships'), text),
    victimAge: orNull(at(part, 'victimAge'), (age) => ({
      from: whole(at(age, 'from'), 0, 254),
      to: whole(at(age, 'to'), 0, 254),
    })),
    hoursOfWeek: orNull(at(part, 'hoursOfWeek'), (list) => listOf(list, (hour) => whole(hour, 0, 167))),
  };
}

/** The same with its parts in one order, so that equal definitions give equal bytes. */
export function ownDefinitionJson({ id, base, name, rule }: OwnDefinition): OwnDefinition {
  return {
    id,
    base,
    name,
    rule: {
      groups: rule.groups,
      categories: rule.categories,
      proactiveCategories: rule.proactiveCategories,
      weaponOnly: rule.weaponOnly,
      publicPlace: rule.publicPlace,
      domestic: rule.domestic,
      knife: rule.knife,
      excludedRelationships: rule.excludedRelationships,
      victimAge: rule.victimAge && { from: rule.victimAge.from, to: rule.victimAge.to },
      hoursOfWeek: rule.hoursOfWeek,
    },
  };
}
