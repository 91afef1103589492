/** Which properties of an area file hold the names and the codes, guessed from how publishers call them. */

const LONGEST_LABEL = 200;

/** Best first. ONS calls them AREANM, LAD21NM, LSOA11NM (and LAD21NMW in Welsh); others name, ward_name, title. */
const NAMES = [
  /^areanm$/i,
  /^name$/i,
  /^[a-z]+\d{2}nm$/i,
  /nm$/i,
  /name$/i,
  /^title$/i,
  /^label$/i,
  /^(area|district|borough|town|ward|beat|sector|parish|neighbou?rhood|community)$/i,
];

const CODES = [/^areacd$/i, /^[a-z]+\d{2}cd$/i, /cd$/i, /^code$/i, /code$/i, /^id$/i];

/** More properties than this are no names to choose from. */
const MOST_FIELDS = 40;

export interface AreaFields {
  /** '' when no known one is filled in half of the features. */
  readonly nameField: string;
  readonly codeField: string;
  /** Those that hold text in half of the features and could be the name, in the order of the file. */
  readonly nameFields: readonly string[];
}

/** The fields for names and codes among the features' properties. */
export function chooseFields(properties: readonly Readonly<Record<string, unknown>>[]): AreaFields {
  const filled = new Map<string, number>();
  for (const record of properties) {
    for (const [key, value] of Object.entries(record)) if (labelOf(value)) filled.set(key, (filled.get(key) ?? 0) + 1);
  }
  const usual = [...filled].filter(([, times]) => 2 * times >= properties.length).map(([key]) => key);
  const first = (patterns: readonly RegExp[]): string => {
    for (const pattern of patterns) {
      const found = usual.find((key) => pattern.test(key));
      if (found !== undefined) return found;
    }
    return '';
  };
  const wordy = usual.filter((key) =>
    properties.some((record) => typeof record[key] === 'string' && labelOf(record[key])),
  );
  const nameField = first(NAMES);
  const nameFields = [...new Set([...(nameField ? [nameField] : []), ...wordy])].slice(0, MOST_FIELDS);
  return { nameField, codeField: first(CODES), nameFields };
}

/** A name or code as text: strings and numbers only, trimmed, no longer than a line; '' for anything else. */
export function labelOf(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL) : '';
}
