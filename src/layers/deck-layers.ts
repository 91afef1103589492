/** Hexagons and their outlines as deck.gl layers, drawn between the layers of the basemap. */
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { HexLevel } from '../core/results.ts';
import { slots } from './basemap.ts';
import { insetPositions, ringOf } from './hexes.ts';
import { paletteOf, type Theme } from './palette.ts';

/** A level as the polygon layer wants it; made once, so that a new colour uploads colours only. */
export interface HexGeometry {
  readonly level: HexLevel;
  readonly positions: Float64Array;
}

export function hexGeometry(level: HexLevel): HexGeometry {
  return { level, positions: insetPositions(level) };
}

/** Flat layers of one map plane: drawn in their order, whatever the depth buffer holds. */
const flat = { depthCompare: 'always', depthWriteEnabled: false } as const;

interface HexData {
  readonly length: number;
  readonly startIndices: Uint32Array;
  readonly attributes: Readonly<
    Record<
      string,
      { readonly value: Float64Array | Uint32Array | Uint8Array; readonly size: number; readonly normalized?: boolean }
    >
  >;
}

/** @param vertexColours RGBA per vertex; a new array each time it changes */
export function hexagonLayer({ level, positions }: HexGeometry, vertexColours: Uint8Array): SolidPolygonLayer<HexData> {
  const data: HexData = {
    length: level.n,
    startIndices: level.starts,
    attributes: {
      getPolygon: { value: positions, size: 2 },
      indices: { value: level.triangles, size: 1 },
      getFillColor: { value: vertexColours, size: 4, normalized: true },
    },
  };
  return new SolidPolygonLayer<HexData>({
    id: `hexagons-${level.resolution}`,
    data: data as never,
    // The same positions are the same hexagons: only the colours below are uploaded again.
    dataComparator: (next: unknown, last: unknown) =>
      (next as HexData | undefined)?.attributes.getPolygon?.value ===
      (last as HexData | undefined)?.attributes.getPolygon?.value,
    updateTriggers: { getFillColor: vertexColours },
    positionFormat: 'XY',
    _normalize: false,
    parameters: flat,
    ...under(slots.hexagons),
  });
}

export interface Outlined {
  readonly level: HexLevel;
  readonly hexagon: number;
  readonly strength: 'hover' | 'selected';
}

/** Selection and hover: one strong line in a casing that keeps it visible on any colour. */
export function outlineLayers(outlined: readonly Outlined[], theme: Theme, scale = 1): PathLayer<Outlined>[] {
  const { selection, selectionCasing } = paletteOf(theme);
  const line = (id: string, colour: readonly [number, number, number], extra: number): PathLayer<Outlined> =>
    new PathLayer<Outlined>({
      id,
      data: [...outlined],
      getPath: ({ level, hexagon }) => ringOf(level, hexagon),
      getColor: [...colour, 255],
      getWidth: ({ strength }) => ((strength === 'selected' ? 3 : 1.75) + extra) * scale,
      widthUnits: 'pixels',
      jointRounded: true,
      capRounded: true,
      parameters: flat,
      updateTriggers: { getColor: colour, getWidth: extra },
      ...under(slots.selection),
    });
  return [line('outline-casing', selectionCasing, 2.5), line('outline', selection, 0)];
}

/**
 * Keeps the place of the hexagons while there are none. The overlay makes a place only when the style is at rest, so a place
 * once lost might come back above the labels.
 */
export function emptyHexagonLayer(): PathLayer<never> {
  return new PathLayer<never>({ id: 'hexagons-place', data: [], getPath: () => [], ...under(slots.hexagons) });
}

/** The overlay's own property for a place among the basemap's layers; deck.gl's types do not know it. */
function under(layer: string): object {
  return { beforeId: layer };
}
