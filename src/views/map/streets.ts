/** Puts streets into a map and takes them out again; the built-in basemap stays beneath and around them. */
import { addProtocol, type LayerSpecification, type Map as MapLibreMap, type SourceSpecification } from 'maplibre-gl';
import type { StreetFile, Streets } from '../../core/geo/streets.ts';
import type { TextSettings } from '../../layers/basemap.ts';
import { onlineLayers, onlineSources } from '../../layers/online-streets.ts';
import type { Theme } from '../../layers/palette.ts';
import { fileSource, STREETS, type StreetLayers, streetLayers, streetSlots } from '../../layers/streets.ts';

/** Tiles of a file are asked for at addresses of this scheme, which never leave the page. */
const SCHEME = 'street-file';

let answered: StreetFile | null = null;
let registered = false;

function answerFrom(streets: StreetFile): void {
  answered = streets;
  if (registered) return;
  registered = true;
  addProtocol(SCHEME, async ({ url }) => {
    const [z = 0, x = 0, y = 0] = url.split('/').slice(-3).map(Number);
    return { data: (await answered?.readTile(z, x, y)) ?? new Uint8Array() };
  });
}

/** Whether the map is still there, with the built-in basemap on it. */
export function takesStreets(map: MapLibreMap): boolean {
  return map.getLayer(streetSlots.ground) !== undefined;
}

/**
 * @param onFailed called when no tile can be read, with a sentence; the streets are then to be taken out
 * @returns what takes them out
 */
export function showStreets(
  map: MapLibreMap,
  streets: Streets,
  theme: Theme,
  text: TextSettings,
  onFailed: (message: string) => void,
): () => void {
  const stop = watchTiles(map, () => onFailed(failureOf(streets)));
  for (const [id, source] of Object.entries(sourcesOf(streets))) map.addSource(id, source);
  const layers =
    streets.kind === 'file' ? streetLayers(streets.schema, theme, text) : onlineLayers(streets, theme, text.quiet);
  addLayers(map, layers);
  return () => {
    stop();
    const { layers: shown, sources } = map.getStyle();
    for (const { id } of shown) if (id.startsWith(STREETS)) map.removeLayer(id);
    for (const id of Object.keys(sources)) if (id.startsWith(STREETS)) map.removeSource(id);
  };
}

function sourcesOf(streets: Streets): Readonly<Record<string, SourceSpecification>> {
  if (streets.kind === 'online') return onlineSources(streets);
  answerFrom(streets);
  return { [STREETS]: fileSource(streets, `${SCHEME}://{z}/{x}/{y}`) };
}

function addLayers(map: MapLibreMap, layers: StreetLayers): void {
  const add = (group: readonly LayerSpecification[], slot: string): void => {
    for (const layer of group) map.addLayer(layer, slot);
  };
  add(layers.ground, streetSlots.ground);
  add(layers.hairlines, streetSlots.hairlines);
  add(layers.names, streetSlots.names);
}

/** Listens until a tile has come, or the map is at rest and all it asked for have failed. */
function watchTiles(map: MapLibreMap, onFailed: () => void): () => void {
  let failures = 0;
  const arrived = (event: { sourceId?: string; tile?: unknown }): void => {
    if (event.tile && event.sourceId?.startsWith(STREETS)) failures = Number.NEGATIVE_INFINITY;
  };
  const wrong = (event: object): void => {
    const { error, sourceId } = event as { error: Error; sourceId?: string };
    if (!sourceId?.startsWith(STREETS)) {
      console.error(error);
      return;
    }
    failures += 1;
  };
  const atRest = (): void => {
    if (failures > 0) onFailed();
  };
  map.on('sourcedata', arrived);
  map.on('error', wrong);
  map.on('idle', atRest);
  return () => {
    map.off('sourcedata', arrived);
    map.off('error', wrong);
    map.off('idle', atRest);
  };
}

function failureOf(streets: Streets): string {
  if (streets.kind === 'file') {
    return `The tiles of ${streets.name} cannot be read: the file is damaged or cut off – fetch or extract it again.`;
  }
  return `The tiles of ${streets.hosts.join(', ')} cannot be read – check the connection and, if the app is served by npm start, that ALLOW_TILES names the host.`;
}
