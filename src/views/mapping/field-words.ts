/** The fields of a record in the words of the mapping step, in its order. */
import type { Asked } from '../../state/mapping-step.ts';

export interface FieldWords {
  readonly asked: Asked;
  readonly title: string;
}

export interface FieldGroup {
  readonly id: 'place' | 'when' | 'what' | 'more';
  readonly title: string;
  readonly fields: readonly FieldWords[];
}

export const fieldGroups: readonly FieldGroup[] = [
  {
    id: 'place',
    title: 'Place',
    fields: [
      { asked: 'x', title: 'Longitude or easting' },
      { asked: 'y', title: 'Latitude or northing' },
    ],
  },
  {
    id: 'when',
    title: 'When',
    fields: [
      { asked: 'from', title: 'Date, or start' },
      { asked: 'to', title: 'End' },
    ],
  },
  {
    id: 'what',
    title: 'What',
    fields: [
      { asked: 'offence', title: 'Offence title' },
      { asked: 'offence_code', title: 'Home Office code' },
      { asked: 'offence_id', title: 'Reference of the offence' },
    ],
  },
  {
    id: 'more',
    title: 'More, where the file has it',
    fields: [
      { asked: 'domestic', title: 'Domestic' },
      { asked: 'public_place', title: 'Public place' },
      { asked: 'knife', title: 'Knife' },
      { asked: 'weapon', title: 'Weapon' },
      { asked: 'alcohol', title: 'Alcohol' },
      { asked: 'victim_age', title: 'Age of the victim' },
      { asked: 'relationship', title: 'Relationship' },
      { asked: 'victim_ref', title: 'Reference of the victim' },
      { asked: 'suspect_ref', title: 'Reference of the suspect' },
      { asked: 'location', title: 'Location text' },
      { asked: 'status', title: 'Status or outcome' },
    ],
  },
];

const titles = new Map(fieldGroups.flatMap(({ fields }) => fields.map(({ asked, title }) => [asked, title])));

export function fieldTitle(asked: Asked): string {
  return titles.get(asked) ?? asked;
}
