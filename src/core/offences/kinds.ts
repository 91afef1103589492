/** The offence catalogue: the kinds of offence that harm schedules weigh and definitions select. */

export type OffenceGroup =
  | 'homicide'
  | 'attempted-murder'
  | 'conspiracy-to-murder'
  | 'cause-or-allow-death'
  | 'wounding-with-intent'
  | 'wounding'
  | 'assault-with-injury'
  | 'assault-without-injury'
  | 'endangering-life'
  | 'arson-endangering-life'
  | 'threats-stalking-harassment'
  | 'kidnap-slavery'
  | 'death-by-driving'
  | 'rape'
  | 'other-sexual'
  | 'robbery-personal'
  | 'robbery-business'
  | 'burglary'
  | 'arson-damage'
  | 'vehicle'
  | 'theft'
  | 'shoplifting'
  | 'drug-trafficking'
  | 'drug-possession'
  | 'weapon-possession'
  | 'weapon-threat'
  | 'public-order'
  | 'anti-social-behaviour'
  | 'other'
  // data.police.uk categories that mix several of the above
  | 'category-violence-sexual'
  | 'category-robbery'
  | 'category-drugs'
  | 'category-weapons';

export interface OffenceKind {
  /** Stable kebab-case id, "robbery-personal"; police.uk categories start with "category-". */
  readonly id: string;
  readonly title: string;
  readonly group: OffenceGroup;
  /** Home Office codes "034/01", the first being the usual one; empty for police.uk categories. */
  readonly codes: readonly string[];
  /** Other titles that mean this kind, as people write them. */
  readonly aliases: readonly string[];
}
