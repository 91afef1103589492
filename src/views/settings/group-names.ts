/** Groups of offences in plain words, for the tick lists and the rules in words. */
import type { OffenceGroup } from '../../core/offences/kinds.ts';

interface GroupSet {
  readonly title: string;
  readonly groups: readonly (readonly [OffenceGroup, string])[];
}

/** Groups that an offence's code or title names. */
export const groupSets: readonly GroupSet[] = [
  {
    title: 'Homicide and serious violence',
    groups: [
      ['homicide', 'Homicide'],
      ['attempted-murder', 'Attempted murder'],
      ['conspiracy-to-murder', 'Conspiracy to murder'],
      ['cause-or-allow-death', 'Causing or allowing death or serious harm'],
      ['wounding-with-intent', 'Wounding with intent (s18)'],
      ['wounding', 'Wounding (s20)'],
      ['endangering-life', 'Endangering life'],
      ['arson-endangering-life', 'Arson endangering life'],
      ['kidnap-slavery', 'Kidnap and slavery'],
      ['death-by-driving', 'Death or injury by driving'],
    ],
  },
  {
    title: 'Other violence and threats',
    groups: [
      ['assault-with-injury', 'Assault with injury'],
      ['assault-without-injury', 'Assault without injury'],
      ['threats-stalking-harassment', 'Threats, stalking and harassment'],
      ['weapon-threat', 'Threats with a weapon'],
      ['public-order', 'Public order'],
    ],
  },
  {
    title: 'Sexual offences',
    groups: [
      ['rape', 'Rape'],
      ['other-sexual', 'Other sexual offences'],
    ],
  },
  {
    title: 'Robbery, burglary, theft and damage',
    groups: [
      ['robbery-personal', 'Robbery of persons'],
      ['robbery-business', 'Robbery of businesses'],
      ['burglary', 'Burglary'],
      ['vehicle', 'Vehicle crime'],
      ['theft', 'Theft'],
      ['shoplifting', 'Shoplifting'],
      ['arson-damage', 'Arson and damage'],
    ],
  },
  {
    title: 'Drugs, weapons and the rest',
    groups: [
      ['drug-trafficking', 'Drug trafficking'],
      ['drug-possession', 'Drug possession'],
      ['weapon-possession', 'Weapon possession'],
      ['anti-social-behaviour', 'Anti-social behaviour'],
      ['other', 'Other offences'],
    ],
  },
];

/** Mixed categories of data.police.uk, which are counted whole or not at all. */
export const categorySet: GroupSet = {
  title: 'Categories of data.police.uk, counted whole',
  groups: [
    ['category-violence-sexual', 'Violence and sexual offences'],
    ['category-robbery', 'Robbery'],
    ['category-drugs', 'Drugs'],
    ['category-weapons', 'Possession of weapons'],
  ],
};

const names: ReadonlyMap<OffenceGroup, string> = new Map([...groupSets, categorySet].flatMap(({ groups }) => groups));

export function groupName(group: OffenceGroup): string {
  return names.get(group) ?? group;
}
