/** A tiny PMTiles file (version 3, nothing compressed) with a made-up town's streets, written by hand. */
import { zxyToTileId } from 'pmtiles';

const EXTENT = 4096;

/** A line in tile units, with the properties of its way. */
export interface Way {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly properties: Readonly<Record<string, string>>;
}

/** A Mapbox Vector Tile with one layer of lines. */
export function vectorTile(layer: string, ways: readonly Way[]): Uint8Array<ArrayBuffer> {
  const keys: string[] = [];
  const values: string[] = [];
  const indexIn = (list: string[], text: string): number =>
    list.includes(text) ? list.indexOf(text) : list.push(text) - 1;
  const features = ways.map(({ points, properties }) => {
    const tags = Object.entries(properties).flatMap(([key, value]) => [indexIn(keys, key), indexIn(values, value)]);
    return field(2, [...field(2, tags.flatMap(varint)), ...field(3, [2], 0), ...field(4, geometry(points))]);
  });
  const body = [
    ...field(1, utf8(layer)),
    ...features.flat(),
    ...keys.flatMap((key) => field(3, utf8(key))),
    ...values.flatMap((value) => field(4, field(1, utf8(value)))),
    ...field(5, varint(EXTENT), 0),
    ...field(15, [2], 0),
  ];
  return new Uint8Array(field(3, body));
}

/** MoveTo the first point, LineTo the others; deltas in zigzag. */
function geometry(points: Way['points']): number[] {
  const [first = [0, 0], ...rest] = points;
  let [x, y] = [0, 0];
  const step = (to: readonly [number, number]): number[] => {
    const deltas = [to[0] - x, to[1] - y];
    [x, y] = to;
    return deltas.flatMap((d) => varint(d < 0 ? -2 * d - 1 : 2 * d));
  };
  return [...varint(1 | (1 << 3)), ...step(first), ...varint(2 | (rest.length << 3)), ...rest.flatMap(step)];
}

export interface ArchiveOptions {
  readonly tileType?: number;
  readonly layers?: readonly string[];
  readonly attribution?: string;
}

/** An archive that holds one tile, at one zoom. */
export function streetArchive(
  [z, x, y]: readonly [number, number, number],
  tile: Uint8Array,
  { tileType = 1, layers = ['roads'], attribution = '<a href="https://example.org">Made up</a>' }: ArchiveOptions = {},
): Uint8Array<ArrayBuffer> {
  const directory = [1, zxyToTileId(z, x, y), 1, tile.length, 1].flatMap(varint);
  const metadata = utf8(JSON.stringify({ attribution, vector_layers: layers.map((id) => ({ id, fields: {} })) }));
  const HEADER = 127;
  const atMetadata = HEADER + directory.length;
  const atTiles = atMetadata + metadata.length;
  const bytes = new Uint8Array(atTiles + tile.length);
  const view = new DataView(bytes.buffer);
  bytes.set(utf8('PMTiles'));
  bytes[7] = 3;
  const places = [HEADER, directory.length, atMetadata, metadata.length, atTiles, 0, atTiles, tile.length, 1, 1, 1];
  for (const [k, value] of places.entries()) view.setBigUint64(8 + 8 * k, BigInt(value), true);
  // clustered; directories and tiles uncompressed; tile type; zooms
  bytes.set([1, 1, 1, tileType, z, z], 96);
  const n = 2 ** z;
  const lon = (column: number): number => (column / n) * 360 - 180;
  const lat = (row: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / n))) * 180) / Math.PI;
  for (const [k, degrees] of [lon(x), lat(y + 1), lon(x + 1), lat(y)].entries()) {
    view.setInt32(102 + 4 * k, Math.round(degrees * 1e7), true);
  }
  bytes.set(directory, HEADER);
  bytes.set(metadata, atMetadata);
  bytes.set(tile, atTiles);
  return bytes;
}

/** The tile of zoom 8 that Southend lies in. */
export const southendTile = [8, 128, 85] as const;

/** Motorways along every 64th row of the tile: wherever one looks, there is one. */
export const motorways: readonly Way[] = Array.from({ length: 64 }, (_, k) => ({
  points: [
    [0, 32 + 64 * k],
    [EXTENT, 32 + 64 * k],
  ],
  properties: { kind: 'highway', name: `Made-up Road ${k}` },
}));

/** A length-delimited field, or with `wire` 0 one that holds a number. */
function field(number: number, content: readonly number[], wire = 2): number[] {
  return [...varint((number << 3) | wire), ...(wire === 2 ? varint(content.length) : []), ...content];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
