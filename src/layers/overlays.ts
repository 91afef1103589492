/** What lies on the map besides hexagons, as the GeoJSON that MapLibre draws: nothing here is computed from. */
import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import type { StudyArea } from '../core/geo/area.ts';
import type { HexLevel, RankedCell } from '../core/results.ts';
import { blend, css, numeralOn, paletteOf, parseHex, type Rgba, type Theme } from './palette.ts';

/** Hexagons this wide hold a rank number. */
const rankFromPx = 40;

type Ring = readonly (readonly [number, number])[];

const copy = (rings: readonly Ring[]): number[][][] => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]));

export function areaFeatures(areas: readonly StudyArea[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: areas.map((area) => ({
      type: 'Feature',
      properties: { name: area.name },
      geometry: { type: 'MultiPolygon', coordinates: area.polygons.map(copy) },
    })),
  };
}

/** Everything around the areas: a wide rectangle with their outer rings as holes. */
export function outsideFeatures(areas: readonly StudyArea[]): FeatureCollection<Polygon> {
  if (areas.length === 0) return { type: 'FeatureCollection', features: [] };
  const world: [number, number][] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  const holes = areas.flatMap((area) => area.polygons.flatMap((rings) => rings.slice(0, 1)));
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, ...copy(holes)] } },
    ],
  };
}

export function outlineFeatures(
  outlines: readonly { name: string; rings: readonly Ring[] }[],
): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: outlines.map(({ name, rings }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates: copy(rings) },
    })),
  };
}

/**
 * Rank numbers of the best-ranked cells, dark or light by the colour they stand on. None below 40 px: a number needs
 * a hexagon around it to say which cell it means.
 *
 * @param colours RGBA per cell of the grid (level 0)
 * @param across width of a cell on the screen, px
 * @param hidden index of a cell that shows something else in its middle
 */
export function rankLabels(
  top: readonly Pick<RankedCell, 'index' | 'rank'>[],
  level: HexLevel,
  colours: Uint8Array,
  across: number,
  theme: Theme,
  limit = 20,
  hidden: number | null = null,
): FeatureCollection<Point> {
  const land = parseHex(paletteOf(theme).land);
  const shown = across >= rankFromPx ? top.slice(0, limit) : [];
  return {
    type: 'FeatureCollection',
    features: shown
      .filter(({ index }) => index < level.n && index !== hidden)
      .map(({ index, rank }) => {
        const rgba = [...colours.subarray(4 * index, 4 * index + 4)] as unknown as Rgba;
        return {
          type: 'Feature',
          properties: { rank: String(rank), colour: css(numeralOn(blend(rgba, land), theme)) },
          geometry: { type: 'Point', coordinates: [level.lon[index] as number, level.lat[index] as number] },
        };
      }),
  };
}
