/**
 * A map style of a server, checked and reduced: vector and raster tiles only, all addresses known beforehand, no fonts,
 * icons or inline data, so that nothing but tiles is asked for once it is on.
 */
import { InputError } from '../core/errors.ts';
import { type ForeignLayer, type OnlineStreets, plainAttribution, type TileSource } from '../core/geo/streets.ts';

/** Answers with the JSON at an address, or throws a sentence. */
export type FetchJson = (address: URL) => Promise<unknown>;

type Json = Readonly<Record<string, unknown>>;

const MOST_SOURCES = 8;
const MOST_LAYERS = 500;
const DEEPEST_ZOOM = 22;

/** Layers that need nothing but tiles and colours. */
const DRAWN: ReadonlySet<string> = new Set(['background', 'fill', 'line', 'circle', 'raster', 'symbol']);

/** @throws InputError when the address is no https address, or what it answers is no usable style */
export async function openOnlineStreets(address: string, fetchJson: FetchJson): Promise<OnlineStreets> {
  const at = secureAddress(address.trim());
  const style = await fetchJson(at);
  if (!isObject(style) || style.version !== 8 || !isObject(style.sources) || !Array.isArray(style.layers)) {
    throw new InputError(
      `${at.host} answered, but not with a map style (version 8) – give the address of a style.json.`,
    );
  }
  const usable = Object.entries(style.sources).filter(([, source]) => isTiled(source));
  if (usable.length === 0 || usable.length > MOST_SOURCES) {
    throw new InputError(
      `The style of ${at.host} has ${usable.length} sources of vector or raster tiles; 1 to ${MOST_SOURCES} can be used – choose another style.`,
    );
  }
  const credits: string[] = [];
  const sources: Record<string, TileSource> = {};
  for (const [name, source] of usable) {
    const { tiles, credit } = await tileSource(source as Json, at, fetchJson);
    sources[name] = tiles;
    if (credit && !credits.includes(credit)) credits.push(credit);
  }
  const layers = style.layers.filter((layer): layer is ForeignLayer => isUsable(layer, sources)).slice(0, MOST_LAYERS);
  if (layers.length === 0) {
    throw new InputError(`The style of ${at.host} draws nothing that can be used – choose another style.`);
  }
  const addresses = Object.values(sources).flatMap(({ tiles }) => tiles.map((tile) => new URL(tile).host));
  return { kind: 'online', hosts: [...new Set(addresses)], sources, layers, attribution: credits.join(' · ') };
}

/** Tiles of a source, through its TileJSON where it has one. */
async function tileSource(
  source: Json,
  base: URL,
  fetchJson: FetchJson,
): Promise<{ tiles: TileSource; credit: string }> {
  const from = typeof source.url === 'string' ? secureAddress(source.url, base) : base;
  const described = typeof source.url === 'string' ? await fetchJson(from) : {};
  const all: Json = { ...(isObject(described) ? described : {}), ...source };
  const listed = Array.isArray(all.tiles) ? all.tiles.filter((tile) => typeof tile === 'string') : [];
  if (listed.length === 0) {
    throw new InputError(`${from.host} names no tiles in what it says of its source – choose another style.`);
  }
  return {
    tiles: {
      type: source.type === 'raster' ? 'raster' : 'vector',
      tiles: listed.map((tile) => withPlaceholders(secureAddress(tile, from))),
      minZoom: zoomOf(all.minzoom, 0),
      maxZoom: zoomOf(all.maxzoom, source.type === 'raster' ? 19 : 14),
      tileSize: all.tileSize === 256 ? 256 : 512,
    },
    credit: plainAttribution(all.attribution),
  };
}

/** https only, so that no one on the way reads which tiles are asked for; this machine itself may do without. */
function secureAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base))
    throw new InputError(`"${text.slice(0, 80)}" is no address – write it like https://host/style.json.`);
  const url = new URL(text, base);
  const here = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(here && url.protocol === 'http:')) {
    throw new InputError(`${url.href.slice(0, 120)} is not an https address – only https is used.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError(`The address of ${url.host} holds a password – use one without.`);
  }
  return url;
}

/** Parsing an address escapes the braces of "{z}". */
function withPlaceholders(url: URL): string {
  return url.href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

function isTiled(source: unknown): boolean {
  return isObject(source) && (source.type === 'vector' || source.type === 'raster');
}

function isUsable(layer: unknown, sources: Readonly<Record<string, TileSource>>): boolean {
  if (!isObject(layer) || typeof layer.id !== 'string' || typeof layer.type !== 'string') return false;
  if (!DRAWN.has(layer.type)) return false;
  return layer.type === 'background' || (typeof layer.source === 'string' && Object.hasOwn(sources, layer.source));
}

function zoomOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 && value <= DEEPEST_ZOOM ? value : otherwise;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
