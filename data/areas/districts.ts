/**
 * The 14 districts of the Essex police area: public ONS codes, mid-2020 populations rounded to thousands (approximate),
 * and the borders each outline is made of. A leading "-" runs a border backwards.
 */
import { BORDERS, type BorderName, type Position } from './borders.ts';

export interface District {
  /** Public ONS code, "E07000066". */
  readonly code: string;
  readonly name: string;
  /** Residents, mid-2020, rounded to thousands. */
  readonly population: number;
  readonly borders: readonly (BorderName | `-${BorderName}`)[];
}

export const DISTRICTS: readonly District[] = [
  {
    code: 'E06000033',
    name: 'Southend-on-Sea',
    population: 183_000,
    borders: ['southend|coast', '-rochford|southend', 'castle-point|southend'],
  },
  {
    code: 'E06000034',
    name: 'Thurrock',
    population: 176_000,
    borders: ['thurrock|coast', 'castle-point|thurrock', '-basildon|thurrock', 'brentwood|thurrock', 'thurrock|county'],
  },
  {
    code: 'E07000066',
    name: 'Basildon',
    population: 188_000,
    borders: [
      'basildon|castle-point',
      'basildon|rochford',
      'basildon|chelmsford',
      'basildon|brentwood',
      'basildon|thurrock',
    ],
  },
  {
    code: 'E07000067',
    name: 'Braintree',
    population: 153_000,
    borders: [
      'braintree|uttlesford',
      'braintree|chelmsford',
      'braintree|maldon',
      '-braintree|colchester',
      'braintree|county',
    ],
  },
  {
    code: 'E07000068',
    name: 'Brentwood',
    population: 77_000,
    borders: [
      'brentwood|county',
      '-brentwood|thurrock',
      '-basildon|brentwood',
      '-brentwood|chelmsford',
      '-brentwood|epping-forest',
    ],
  },
  {
    code: 'E07000069',
    name: 'Castle Point',
    population: 91_000,
    borders: [
      'castle-point|coast',
      '-castle-point|southend',
      '-castle-point|rochford',
      '-basildon|castle-point',
      '-castle-point|thurrock',
    ],
  },
  {
    code: 'E07000070',
    name: 'Chelmsford',
    population: 180_000,
    borders: [
      'chelmsford|coast',
      '-chelmsford|maldon',
      '-braintree|chelmsford',
      'chelmsford|uttlesford',
      '-chelmsford|epping-forest',
      'brentwood|chelmsford',
      '-basildon|chelmsford',
      'chelmsford|rochford',
    ],
  },
  {
    code: 'E07000071',
    name: 'Colchester',
    population: 197_000,
    borders: [
      'colchester|coast',
      'colchester|tendring',
      'colchester|county',
      'braintree|colchester',
      'colchester|maldon',
    ],
  },
  {
    code: 'E07000072',
    name: 'Epping Forest',
    population: 132_000,
    borders: [
      'epping-forest|county',
      'brentwood|epping-forest',
      'chelmsford|epping-forest',
      'epping-forest|uttlesford',
      'epping-forest|stort',
      'epping-forest|harlow',
    ],
  },
  {
    code: 'E07000073',
    name: 'Harlow',
    population: 87_000,
    borders: ['harlow|county', '-epping-forest|harlow'],
  },
  {
    code: 'E07000074',
    name: 'Maldon',
    population: 65_000,
    borders: ['maldon|coast', '-colchester|maldon', '-braintree|maldon', 'chelmsford|maldon'],
  },
  {
    code: 'E07000075',
    name: 'Rochford',
    population: 88_000,
    borders: [
      'rochford|coast',
      '-chelmsford|rochford',
      '-basildon|rochford',
      'castle-point|rochford',
      'rochford|southend',
    ],
  },
  {
    code: 'E07000076',
    name: 'Tendring',
    population: 148_000,
    borders: ['tendring|coast', '-colchester|tendring'],
  },
  {
    code: 'E07000077',
    name: 'Uttlesford',
    population: 92_000,
    borders: ['uttlesford|county', '-epping-forest|uttlesford', '-chelmsford|uttlesford', '-braintree|uttlesford'],
  },
];

/**
 * The closed outline of a district, anticlockwise as GeoJSON asks.
 * @throws Error when two borders in a row do not meet: the table is wrong.
 */
export function outlineOf(district: District): readonly Position[] {
  const ring: Position[] = [];
  for (const name of district.borders) {
    const backwards = name.startsWith('-');
    const line: readonly Position[] = BORDERS[(backwards ? name.slice(1) : name) as BorderName];
    const along = backwards ? line.toReversed() : line;
    const last = ring.at(-1);
    const first = along[0];
    if (last && first && (last[0] !== first[0] || last[1] !== first[1])) {
      throw new Error(`${district.name}: border ${name} starts at ${first}, but the one before ends at ${last}.`);
    }
    ring.push(...(last ? along.slice(1) : along));
  }
  return signedArea(ring) < 0 ? ring.toReversed() : ring;
}

/** Twice-halved shoelace in square degrees: positive when the ring runs anticlockwise. */
function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return sum / 2;
}
