/**
 * The definitions that ship: which offences an analysis counts, as data that can be copied and edited.
 *
 * Sources: Operation Ark, Basford et al. (2021), doi:10.1007/s41887-021-00067-2, as the force put it: public space and
 * non-domestic violence with injury, robbery and drug trafficking. Near miss and community violence: Essex Police's
 * homicide prevention profile of 2020–21. Night-time economy: our hours, editable.
 */
import type { DefinitionId, HotspotSettings } from '../settings.ts';
import type { OffenceGroup } from './kinds.ts';

export interface DefinitionRule {
  /** Groups that count; null takes every offence, whether recognised or not. */
  readonly groups: readonly OffenceGroup[] | null;
  /** Mixed data.police.uk categories that are counted whole, which makes the result an upper bound. */
  readonly categories: readonly OffenceGroup[];
  /** Further categories, counted only when offences found by police activity are asked for. */
  readonly proactiveCategories: readonly OffenceGroup[];
  /** Of the groups and categories, those that count only where a weapon or knife was used. */
  readonly weaponOnly: readonly OffenceGroup[];
  /** Public places only. */
  readonly publicPlace: boolean;
  /** 'not' leaves out what is known to be domestic; 'only' keeps nothing else. */
  readonly domestic: 'any' | 'not' | 'only';
  /** Only where a knife was used. */
  readonly knife: boolean;
  /** Words that, found in the victim's relationship to the suspect, leave the offence out; unknown ones count. */
  readonly excludedRelationships: readonly string[];
  /** Inclusive years of the victim; unknown ages count. Null takes every age. */
  readonly victimAge: { readonly from: number; readonly to: number } | null;
  /** Hours of the week that count, 0 = Monday 00:00–00:59; null takes every hour. */
  readonly hoursOfWeek: readonly number[] | null;
}

/** A definition of the analyst's: a preset copied, named and changed. */
export interface NamedRule {
  readonly name: string;
  readonly rule: DefinitionRule;
}

/** One kept with the settings. Its id is "own-1" and so on. */
export interface OwnDefinition extends NamedRule {
  readonly id: string;
  /** The preset that it goes back to. */
  readonly base: DefinitionId;
}

/** Settings of an analysis that may count by an own definition in place of the preset it was copied from. */
export interface Selection extends HotspotSettings {
  readonly own?: NamedRule | null;
}

export interface Definition {
  readonly id: DefinitionId;
  readonly name: string;
  /** The rule in a sentence. */
  readonly words: string;
  readonly rule: DefinitionRule;
}

const everything: DefinitionRule = {
  groups: null,
  categories: [],
  proactiveCategories: [],
  weaponOnly: [],
  publicPlace: false,
  domestic: 'any',
  knife: false,
  excludedRelationships: [],
  victimAge: null,
  hoursOfWeek: null,
};

/** What the Home Office counts as violence with injury; homicide and deaths on the road are groups of their own. */
const violenceWithInjury: readonly OffenceGroup[] = [
  'attempted-murder',
  'wounding-with-intent',
  'wounding',
  'assault-with-injury',
  'endangering-life',
  'cause-or-allow-death',
];

const robbery: readonly OffenceGroup[] = ['robbery-personal', 'robbery-business'];

const nearMiss: DefinitionRule = {
  ...everything,
  groups: [
    'attempted-murder',
    'cause-or-allow-death',
    'conspiracy-to-murder',
    'wounding-with-intent',
    'wounding',
    'arson-endangering-life',
    'endangering-life',
    ...robbery,
  ],
  categories: ['category-violence-sexual', 'category-robbery'],
  weaponOnly: [...robbery, 'category-robbery'],
};

/** "Partner" also stands for ex-partner, former partner and so on: whole words are looked for. */
const family: readonly string[] = (
  'family relative spouse husband wife partner boyfriend girlfriend fiance fiancee cohabitee cohabitant ' +
  'intimate parent mother father mum dad child son daughter stepchild stepson stepdaughter stepmother stepfather ' +
  'stepparent sibling brother sister stepbrother stepsister grandparent grandmother grandfather grandchild grandson ' +
  'granddaughter uncle aunt cousin nephew niece'
).split(' ');

const FRIDAY = 4 * 24;
const SATURDAY = 5 * 24;
/** 19:00 to 05:00 of the next day. */
const night = (day: number): number[] => Array.from({ length: 10 }, (_, hour) => (day + 19 + hour) % 168);

const presets: readonly Definition[] = [
  {
    id: 'all',
    name: 'All offences',
    words: 'Every offence, whatever its kind and place.',
    rule: everything,
  },
  {
    id: 'ark',
    name: 'Operation Ark',
    words:
      'In public places and not domestic: violence with injury (attempted murder, wounding, assault with injury, endangering life), robbery and drug trafficking.',
    rule: {
      ...everything,
      groups: [...violenceWithInjury, ...robbery, 'drug-trafficking'],
      categories: ['category-violence-sexual', 'category-robbery'],
      proactiveCategories: ['category-drugs'],
      publicPlace: true,
      domestic: 'not',
    },
  },
  {
    id: 'near-miss',
    name: 'Near miss',
    words:
      'Attempted murder, causing or allowing death or serious harm to a child or vulnerable person, conspiracy to murder, wounding with and without intent, arson endangering life, endangering life, and robbery where a weapon was used.',
    rule: nearMiss,
  },
  {
    id: 'near-miss-homicide',
    name: 'Near miss and homicide',
    words: 'Near miss, and homicide with it.',
    rule: { ...nearMiss, groups: ['homicide', ...(nearMiss.groups ?? [])] },
  },
  {
    id: 'community-violence',
    name: 'Community violence',
    words:
      'Homicide, attempted murder, assault with injury and with serious injury, and personal robbery; without domestic offences, family relationships, and victims under 15 or over 64.',
    rule: {
      ...everything,
      groups: [
        'homicide',
        'attempted-murder',
        'wounding-with-intent',
        'wounding',
        'assault-with-injury',
        'robbery-personal',
      ],
      categories: ['category-violence-sexual', 'category-robbery'],
      domestic: 'not',
      excludedRelationships: family,
      victimAge: { from: 15, to: 64 },
    },
  },
  {
    id: 'knife',
    name: 'Knife-enabled',
    words: 'Every offence that is recorded as knife-enabled.',
    rule: { ...everything, knife: true },
  },
  {
    id: 'nte',
    name: 'Night-time economy',
    words: 'Every offence in a public place on Friday or Saturday from 19:00 to 05:00 the next day.',
    rule: { ...everything, publicPlace: true, hoursOfWeek: [...night(FRIDAY), ...night(SATURDAY)] },
  },
  {
    id: 'domestic-gbh',
    name: 'Domestic GBH',
    words: 'Wounding and grievous bodily harm, with and without intent, that is recorded as domestic.',
    rule: { ...everything, groups: ['wounding-with-intent', 'wounding'], domestic: 'only' },
  },
];

export const definitions = Object.fromEntries(presets.map((preset) => [preset.id, preset])) as Readonly<
  Record<DefinitionId, Definition>
>;
