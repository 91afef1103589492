/**
 * A server's style as layers of our map: its ground beneath the hexagons, the names of its lines beneath our names. Its
 * icons, patterns and place names are left out: they would ask for more than tiles, or name every town twice.
 */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { type ForeignLayer, type OnlineStreets, streetSchemaOf, type TileSource } from '../core/geo/streets.ts';
import { fonts } from './basemap.ts';
import type { Theme } from './palette.ts';
import { hairlines, STREETS, type StreetLayers } from './streets.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Properties that would fetch pictures. */
const PICTURES: ReadonlySet<string> = new Set(['fill-pattern', 'line-pattern', 'background-pattern']);

const sourceId = (name: string): string => `${STREETS}-${name}`;

export function onlineSources({ sources, attribution, hosts }: OnlineStreets): Record<string, SourceSpecification> {
  const credit = attribution || hosts.join(', ');
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]): [string, SourceSpecification] => [
      sourceId(name),
      specification(source, credit),
    ]),
  );
}

function specification({ type, tiles, minZoom, maxZoom, tileSize }: TileSource, credit: string): SourceSpecification {
  const shared = { tiles: [...tiles], minzoom: minZoom, maxzoom: maxZoom, attribution: credit };
  return type === 'raster' ? { type, tileSize, ...shared } : { type, ...shared };
}

/** @param quiet no names of lines */
export function onlineLayers(streets: OnlineStreets, theme: Theme, quiet: boolean): StreetLayers {
  const ours = streets.layers.map(prefixed);
  const isName = (layer: ForeignLayer): boolean => layer.type === 'symbol';
  return {
    ground: ours.filter((layer) => !isName(layer)).map(asLayer),
    hairlines: hairlinesOf(streets, theme),
    names: quiet ? [] : ours.filter((layer) => isName(layer) && isAlongLine(layer)).map(withOurFont),
  };
}

function prefixed(layer: ForeignLayer): ForeignLayer {
  return {
    ...layer,
    id: `${STREETS}-online-${layer.id}`,
    ...(typeof layer.source === 'string' ? { source: sourceId(layer.source) } : {}),
    ...(isProperties(layer.paint) ? { paint: withoutPictures(layer.paint) } : {}),
  };
}

function withoutPictures(paint: Properties): Properties {
  return Object.fromEntries(Object.entries(paint).filter(([name]) => !PICTURES.has(name)));
}

function isAlongLine({ layout }: ForeignLayer): boolean {
  if (!isProperties(layout)) return false;
  const placement = layout['symbol-placement'];
  return (placement === 'line' || placement === 'line-center') && 'text-field' in layout;
}

function withOurFont(layer: ForeignLayer): LayerSpecification {
  const layout = isProperties(layer.layout) ? layer.layout : {};
  const text = Object.entries(layout).filter(([name]) => !name.startsWith('icon-'));
  return asLayer({ ...layer, layout: { ...Object.fromEntries(text), 'text-font': [fonts.text] } });
}

/** The map library checks a foreign layer when it is added, and leaves out one that is wrong. */
function asLayer(layer: ForeignLayer): LayerSpecification {
  return layer as unknown as LayerSpecification;
}

/** Hairlines where a source of the style is recognised by the layers that the style draws from it. */
function hairlinesOf(streets: OnlineStreets, theme: Theme): StreetLayers['hairlines'] {
  return Object.keys(streets.sources).flatMap((name) => {
    const drawn = streets.layers.flatMap((layer) => {
      const from = layer['source-layer'];
      return layer.source === name && layer.type === 'line' && typeof from === 'string' ? [from] : [];
    });
    const schema = streetSchemaOf(drawn);
    return schema ? hairlines(schema, sourceId(name), theme) : [];
  });
}

function isProperties(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null;
}
