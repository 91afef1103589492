/** The committed demo, read as a user of the files would read it. */
import { readFileSync } from 'node:fs';
import { latLngToCell } from 'h3-js';
import { parquetReadObjects } from 'hyparquet';
import { recogniseOffence } from '../../src/core/offences/recognise.ts';

export type Lonlat = [number, number];

export interface Offence {
  readonly offence_id: string;
  readonly offence_code: string;
  readonly offence: string;
  readonly from: string;
  readonly to: string | null;
  readonly longitude: number;
  readonly latitude: number;
  readonly domestic: string | null;
  readonly public_place: string | null;
  readonly knife: string | null;
  readonly weapon: string | null;
  readonly alcohol: string | null;
  readonly victim_age: number | null;
  readonly relationship: string | null;
  readonly victim_ref: string | null;
  readonly suspect_ref: string | null;
  readonly location: string | null;
  readonly status: string | null;
}

export interface AreaFeature {
  readonly properties: {
    readonly code: string;
    readonly name: string;
    readonly kind: 'district' | 'town';
    readonly population?: number;
    readonly approximate: boolean;
  };
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Lonlat[][] };
}

export interface Truth {
  readonly synthetic: boolean;
  readonly seed: number;
  readonly patrolAreas: readonly {
    readonly rank: number;
    readonly name: string;
    readonly cells: readonly string[];
    readonly rings: readonly (readonly Lonlat[])[];
  }[];
  readonly concentration: {
    readonly harmShare: number;
    readonly areaShare: number;
    readonly from: string;
    readonly to: string;
  };
  readonly trial: {
    readonly from: string;
    readonly to: string;
    readonly perDay: number;
    readonly treated: Readonly<Record<string, readonly number[]>>;
    readonly effect: { readonly frequency: number; readonly harm: number };
  };
  readonly factors: readonly {
    readonly layer: string;
    readonly operationalisation: 'proximity' | 'density' | null;
    readonly extentM: number | null;
    readonly relativeRisk: number;
    readonly points: number;
  }[];
  readonly factorsHoldIn: readonly { readonly code: string; readonly name: string }[];
  readonly chelmsfordOutlier: { readonly code: string; readonly factor: number };
  readonly phases: readonly {
    readonly from: string;
    readonly to: string;
    readonly districts: readonly string[] | 'all';
    readonly label: string;
    readonly effects: Readonly<Record<string, number>>;
  }[];
}

const folder = new URL('../../public/demo/', import.meta.url);
export const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, folder)));
const textOf = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
export const jsonOf = <T>(path: string): T => JSON.parse(textOf(path)) as T;

export const truth = jsonOf<Truth>('truth.json');
export const areas = jsonOf<{ features: AreaFeature[] }>('areas.geojson').features;
export const districts = areas.filter((area) => area.properties.kind === 'district');
export const offences = (await parquetReadObjects({
  file: bytesOf('offences.parquet').buffer as ArrayBuffer,
})) as unknown as Offence[];

/** Rows of a small comma-separated table without quotes, by column. */
export function rowsOf(path: string): Record<string, string>[] {
  const [header = '', ...lines] = textOf(path).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])));
}

/** H3 cell of an offence at resolution 10. */
export const cellOf = (offence: Offence): string => latLngToCell(offence.latitude, offence.longitude, 10);

const kinds = new Map<string, string | null>();

/** Catalogue kind by code and title, as a load would recognise it. */
export function kindOf(offence: Offence): string | null {
  const key = `${offence.offence_code} ${offence.offence}`;
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = recogniseOffence(offence.offence_code, offence.offence);
  kinds.set(key, kind);
  return kind;
}
