/** Streets from a PMTiles file of the user's, read piece by piece in the page. */
import { FileSource, PMTiles, TileType } from 'pmtiles';
import { InputError } from '../core/errors.ts';
import { plainAttribution, type StreetFile, streetSchemaOf } from '../core/geo/streets.ts';

/** Web Mercator ends here. */
const MAX_LAT = 85.05;

/**
 * @throws InputError when the file is broken, holds pictures instead of vectors, or has no layer of streets that is known
 */
export async function openStreetFile(file: File): Promise<StreetFile> {
  const archive = new PMTiles(new FileSource(file));
  const header = await archive.getHeader().catch(() => {
    throw new InputError(`${file.name} is no PMTiles file of version 3, or is cut off – fetch or extract it again.`);
  });
  if (header.tileType !== TileType.Mvt) {
    throw new InputError(
      `${file.name} holds map pictures or another kind of tile, not vector tiles – use an extract of OpenStreetMap as vector tiles (MVT).`,
    );
  }
  const metadata = await archive.getMetadata().catch(() => {
    throw new InputError(`What ${file.name} says about itself cannot be read – fetch or extract it again.`);
  });
  const layers = layerNames(metadata);
  const schema = streetSchemaOf(layers);
  if (schema === null) {
    const found = layers.length > 0 ? `its layers are ${layers.slice(0, 8).join(', ')}` : 'it names no layers';
    throw new InputError(
      `No streets were recognised in ${file.name}: ${found} – use a file in the Protomaps, OpenMapTiles or Shortbread schema.`,
    );
  }
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = header;
  const attribution =
    typeof metadata === 'object' && metadata !== null && 'attribution' in metadata ? metadata.attribution : '';
  return {
    kind: 'file',
    name: file.name,
    schema,
    minZoom,
    maxZoom,
    bounds: [minLon, Math.max(minLat, -MAX_LAT), maxLon, Math.min(maxLat, MAX_LAT)],
    attribution: plainAttribution(attribution) || '© OpenStreetMap contributors',
    async readTile(z, x, y) {
      const tile = await archive.getZxy(z, x, y);
      return new Uint8Array(tile?.data ?? new ArrayBuffer(0));
    },
  };
}

function layerNames(metadata: unknown): string[] {
  if (typeof metadata !== 'object' || metadata === null || !('vector_layers' in metadata)) return [];
  const list: unknown = metadata.vector_layers;
  if (!Array.isArray(list)) return [];
  return list.flatMap((layer: unknown) =>
    typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string' ? [layer.id] : [],
  );
}
