/** The answers of data.police.uk's API, which name the categories of the street-level files by slugs. */

const TITLES: Readonly<Record<string, string>> = {
  'anti-social-behaviour': 'Anti-social behaviour',
  'bicycle-theft': 'Bicycle theft',
  burglary: 'Burglary',
  'criminal-damage-arson': 'Criminal damage and arson',
  drugs: 'Drugs',
  'other-crime': 'Other crime',
  'other-theft': 'Other theft',
  'possession-of-weapons': 'Possession of weapons',
  'public-order': 'Public order',
  robbery: 'Robbery',
  shoplifting: 'Shoplifting',
  'theft-from-the-person': 'Theft from the person',
  'vehicle-crime': 'Vehicle crime',
  'violent-crime': 'Violence and sexual offences',
};

/** Slugs of the API with the titles that the files use. */
export const policeUkCategories: ReadonlyMap<string, string> = new Map(Object.entries(TITLES));

/** The category's title; what is no slug stays as it is. */
export function categoryTitle(slug: string): string {
  return policeUkCategories.get(slug) ?? slug;
}

const SIGNATURE = ['category', 'month', 'location.latitude', 'location.longitude'];

export function isPoliceApi(headers: readonly string[]): boolean {
  return SIGNATURE.every((name) => headers.includes(name));
}
