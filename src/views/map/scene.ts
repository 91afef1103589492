/**
 * What is on a map: fed with what to show, it keeps the map's sources and hexagon layers to it, at every zoom.
 * The map on screen and the picture for export are both scenes.
 */

import type { MapLibreOverlay } from '@deck.gl/maplibre';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { StudyArea } from '../../core/geo/area.ts';
import type { CellDetail, GridResult } from '../../core/results.ts';
import { badgeFeatures, placeBadges } from '../../layers/badges.ts';
import type { OverlaySource } from '../../layers/basemap.ts';
import { clusterOffences, clustersAt, type OffenceClusters } from '../../layers/clusters.ts';
import {
  emptyHexagonLayer,
  type HexGeometry,
  hexagonLayer,
  hexGeometry,
  type Outlined,
  outlineLayers,
} from '../../layers/deck-layers.ts';
import { factorAt } from '../../layers/factor-hit.ts';
import { type DrawnFactor, factorLayers } from '../../layers/factors.ts';
import { expandColours, hexagonPx, hexColours, leadersOf, rollUpLevel } from '../../layers/hexes.ts';
import { type HexIndex, hexagonAt, indexHexagons } from '../../layers/hit.ts';
import { type MarkedArea, markFeatures } from '../../layers/marked-areas.ts';
import { areaFeatures, outlineFeatures, outsideFeatures, rankLabels } from '../../layers/overlays.ts';
import type { Paint } from '../../layers/paint.ts';
import type { Theme } from '../../layers/palette.ts';
import { type Way, wayFeatures } from '../../layers/ways.ts';
import type { Outline } from '../../state/app-state.ts';
import type { Picture } from './picture.ts';

/** `SceneInput.scale` of a wall of 1080 px. */
const SCALE_AT_1080 = 2;

/** A pointer this near a symbol or line is on it. */
const REACH_PX = 6;

export interface SceneInput {
  readonly theme: Theme;
  readonly areas: readonly StudyArea[];
  readonly outlines: readonly Outline[];
  /** Patrol areas with strokes and badges of their own. */
  readonly marks: readonly MarkedArea[];
  /** Of pairs on patrol. */
  readonly ways: readonly Way[];
  readonly grid: GridResult | null;
  /** Of the cells of `grid`. */
  readonly paint: Paint | null;
  readonly top: Picture['top'];
  /** Indices of cells. */
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly offences: CellDetail['offences'];
  /** Risk factors laid over the hexagons. */
  readonly factors: readonly DrawnFactor[];
  /** Numbers beside the ten best-ranked cells when these are too small to hold them. */
  readonly badges: boolean;
  /** 1 on a desk, larger for a wall. */
  readonly scale: number;
}

export interface Hit {
  /** The cell itself, or the worst cell of a merged hexagon. */
  readonly index: number;
  /** How many cells the hexagon stands for. */
  readonly cells: number;
}

export interface Scene {
  update(next: SceneInput): void;
  /** The level of `grid.levels` on screen. */
  level(): number;
  hit(lon: number, lat: number): Hit | null;
  /** Name of the risk factor at a place; '' for none. */
  factorAt(lon: number, lat: number): string;
}

/** Everything made from a level and a result, kept while neither changes. */
interface Drawn {
  readonly geometry: HexGeometry;
  readonly index: HexIndex;
  readonly leaders: Int32Array;
  readonly colours: Uint8Array;
  readonly vertexColours: Uint8Array;
}

/** @param onLevel called when zooming changes the level on screen */
export function createScene(map: MapLibreMap, overlay: MapLibreOverlay, onLevel: (level: number) => void): Scene {
  const geometries = new WeakMap<object, { geometry: HexGeometry; index: HexIndex }>();
  let input: SceneInput | null = null;
  let drawn: Drawn | null = null;
  let level = 0;
  let clusters: OffenceClusters | null = null;

  const fill = (name: OverlaySource, data: FeatureCollection): void => {
    const source = map.getSource(name) as GeoJSONSource | undefined;
    source?.setData(data);
  };

  const geometryOf = (grid: GridResult): { geometry: HexGeometry; index: HexIndex } | null => {
    const hexLevel = grid.levels[level];
    if (hexLevel === undefined) return null;
    const known = geometries.get(hexLevel);
    if (known) return known;
    const made = { geometry: hexGeometry(hexLevel), index: indexHexagons(hexLevel) };
    geometries.set(hexLevel, made);
    return made;
  };

  const colour = (): void => {
    const made = input?.grid && geometryOf(input.grid);
    if (!input?.paint || !made) {
      drawn = null;
      return;
    }
    const hexLevel = made.geometry.level;
    const leaders = leadersOf(input.paint, hexLevel);
    const colours = hexColours(input.paint, hexLevel, leaders);
    drawn = { ...made, leaders, colours, vertexColours: expandColours(colours, hexLevel.starts) };
  };

  const drawHexagons = (): void => {
    if (!input) return;
    const { selected, hovered, factors, theme, scale } = input;
    const outlined: Outlined[] = [];
    if (drawn) {
      const hexLevel = drawn.geometry.level;
      const add = (index: number | null, strength: Outlined['strength']): void => {
        const hexagon = index === null ? undefined : hexLevel.parentOf[index];
        if (hexagon !== undefined) outlined.push({ level: hexLevel, hexagon, strength });
      };
      if (hovered !== selected) add(hovered, 'hover');
      add(selected, 'selected');
    }
    const hexagons = drawn ? [hexagonLayer(drawn.geometry, drawn.vertexColours)] : [];
    const over = [...factorLayers(factors, theme, scale), ...outlineLayers(outlined, theme, scale)];
    overlay.setProps({ layers: [emptyHexagonLayer(), ...hexagons, ...over] });
  };

  const drawNumbers = (): void => {
    const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
    const grid = input?.grid;
    const first = grid?.levels[0];
    const top = input?.top ?? [];
    if (!input || !first) {
      fill('ranks', none);
      fill('badges', none);
      return;
    }
    const across = hexagonPx(first, map.getZoom(), map.getCenter().lat) / input.scale;
    // The offences of the selected cell take the place of its number.
    const hidden = input.offences.length > 0 ? input.selected : null;
    const limit = input.badges ? 10 : 20;
    const numbers =
      drawn && level === 0 ? rankLabels(top, first, drawn.colours, across, input.theme, limit, hidden) : none;
    fill('ranks', numbers);
    fill('badges', input.badges && numbers.features.length === 0 ? badgesFor(input, top.slice(0, 10)) : none);
  };

  const badgesFor = ({ scale }: SceneInput, top: Picture['top']): FeatureCollection => {
    const radius = 11 * scale;
    const { clientWidth, clientHeight } = map.getContainer();
    const cells = top.map(({ lon, lat }): [number, number] => {
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    });
    const placed = placeBadges(cells, radius, clientWidth, clientHeight).map(([x, y]): [number, number] => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    });
    return badgeFeatures(
      top.map(({ rank }) => rank),
      top.map(({ lon, lat }) => [lon, lat]),
      placed,
      radius,
    );
  };

  const drawOffences = (): void => {
    fill('offences', clusters ? clustersAt(clusters, map.getZoom()) : { type: 'FeatureCollection', features: [] });
  };

  const pickLevel = (): void => {
    const enlarged = Math.max(1, (input?.scale ?? 1) / SCALE_AT_1080);
    const { lat } = map.getCenter();
    const next = input?.grid ? Math.max(0, rollUpLevel(input.grid.levels, map.getZoom(), lat, enlarged)) : 0;
    if (next === level) return;
    level = next;
    colour();
    drawHexagons();
    onLevel(level);
  };

  map.on('zoom', pickLevel);
  map.on('moveend', () => {
    drawNumbers();
    drawOffences();
  });

  return {
    update(next) {
      const last = input;
      input = next;
      const changed = (...keys: readonly (keyof SceneInput)[]): boolean =>
        keys.some((key) => last?.[key] !== next[key]);
      // Hexagons first: the overlay finds their place among the layers only while no source is loading.
      if (changed('grid')) pickLevel();
      if (changed('grid', 'paint')) colour();
      if (changed('grid', 'paint', 'theme', 'selected', 'hovered', 'factors', 'scale')) drawHexagons();
      if (changed('areas')) {
        fill('area', areaFeatures(next.areas));
        fill('outside', outsideFeatures(next.areas));
      }
      if (changed('outlines')) fill('outlines', outlineFeatures(next.outlines));
      if (changed('marks')) fill('marks', markFeatures(next.marks));
      if (changed('ways')) fill('ways', wayFeatures(next.ways));
      if (changed('offences')) {
        clusters = next.offences.length > 0 ? clusterOffences(next.offences) : null;
        drawOffences();
      }
      if (changed('grid', 'paint', 'top', 'theme', 'offences', 'badges', 'scale')) drawNumbers();
    },
    level: () => level,
    hit(lon, lat) {
      if (!drawn) return null;
      const k = hexagonAt(drawn.index, lon, lat);
      const leader = k < 0 ? -1 : (drawn.leaders[k] as number);
      if (leader < 0) return null;
      const cells = level === 0 ? 1 : drawn.geometry.level.parentOf.reduce((sum, p) => sum + (p === k ? 1 : 0), 0);
      return { index: leader, cells };
    },
    factorAt(lon, lat) {
      if (!input || input.factors.length === 0) return '';
      const here = map.project([lon, lat]);
      const beside = map.unproject([here.x + REACH_PX, here.y - REACH_PX]);
      const factors = input.factors.map(({ factor }) => factor);
      return factorAt(factors, lon, lat, beside.lng - lon, beside.lat - lat)?.name ?? '';
    },
  };
}
