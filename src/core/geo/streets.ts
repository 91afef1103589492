/** Streets that lie under the hexagons: what a file or a server of vector tiles offers, and in whose words. */
import type { Bounds } from './area.ts';

/** The three open ways of naming what is in a tile. */
export type StreetSchema = 'protomaps' | 'openmaptiles' | 'shortbread';

/** Streets read from a file of the user's, tile by tile. */
export interface StreetFile {
  readonly kind: 'file';
  readonly name: string;
  readonly schema: StreetSchema;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds;
  /** Whose map it is, as plain text. */
  readonly attribution: string;
  /** A Mapbox Vector Tile; empty where the file has none. */
  readonly readTile: (z: number, x: number, y: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Tiles of a server, with everything known that is needed to ask for one. */
export interface TileSource {
  readonly type: 'vector' | 'raster';
  readonly tiles: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tileSize: number;
}

/** A layer of somebody else's style, as it came: the map library checks it. */
export interface ForeignLayer {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

/** A map style of a server, reduced to what asks for nothing but tiles. */
export interface OnlineStreets {
  readonly kind: 'online';
  /** Every host that learns which tiles are looked at. */
  readonly hosts: readonly string[];
  readonly sources: Readonly<Record<string, TileSource>>;
  readonly layers: readonly ForeignLayer[];
  readonly attribution: string;
}

export type Streets = StreetFile | OnlineStreets;

/** The layer that holds the lines of streets, in each schema. */
export const streetLayerOf: Readonly<Record<StreetSchema, string>> = {
  protomaps: 'roads',
  openmaptiles: 'transportation',
  shortbread: 'streets',
};

/** @returns the schema whose layer of streets is among the names, or null */
export function streetSchemaOf(layers: readonly string[]): StreetSchema | null {
  const schemas = Object.keys(streetLayerOf) as StreetSchema[];
  return schemas.find((schema) => layers.includes(streetLayerOf[schema])) ?? null;
}

const LONGEST_ATTRIBUTION = 200;

/** An attribution as text: files and servers write HTML, which is never shown as such. */
export function plainAttribution(html: unknown): string {
  if (typeof html !== 'string') return '';
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&copy;|&#169;/g, '©')
    .replaceAll('&amp;', '&')
    .replaceAll(/[<>]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_ATTRIBUTION);
}
