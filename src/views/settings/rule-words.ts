/** A rule in a sentence, for own definitions, whose words nobody wrote. Pure. */
import type { DefinitionRule } from '../../core/offences/presets.ts';
import { hoursFrom } from '../../state/own-definitions.ts';
import { groupName } from './group-names.ts';

const DAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Robbery of persons; wounding (s20). Only in public places, not domestic, victims aged 15 to 64." */
export function ruleWords(rule: DefinitionRule): string {
  const conditions = [
    rule.weaponOnly.length > 0 ? 'robbery with a weapon' : '',
    rule.publicPlace ? 'in public places' : '',
    rule.domestic === 'not' ? 'not domestic' : rule.domestic === 'only' ? 'domestic' : '',
    rule.knife ? 'knife used' : '',
    rule.excludedRelationships.length > 0 ? 'no family relationship' : '',
    rule.victimAge === null ? '' : `victims aged ${rule.victimAge.from} to ${rule.victimAge.to}`,
    rule.hoursOfWeek === null ? '' : hoursWords(rule.hoursOfWeek),
  ].filter((text) => text !== '');
  return `${kindWords(rule)}${conditions.length > 0 ? ` Only: ${conditions.join(', ')}.` : ''}`;
}

function kindWords({ groups, categories }: DefinitionRule): string {
  if (groups === null) return 'Every kind of offence.';
  const named = [...groups, ...categories].map(groupName);
  if (named.length === 0) return 'No kind of offence yet.';
  const [first = '', ...others] = named.map((name, i) =>
    i === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1),
  );
  return `${[first, ...new Set(others)].join(', ')}.`;
}

function hoursWords(list: readonly number[]): string {
  const hours = hoursFrom(list);
  if (hours === null) return `${list.length} chosen hours of the week`;
  const days = hours.days.length === 7 ? 'every day' : hours.days.map((day) => DAYS[day]).join(', ');
  return `${days} ${hourText(hours.from)} to ${hourText(hours.to)}`;
}

/** "19:00". */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
