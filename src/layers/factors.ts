/** Risk factors on the map: points as small symbols, lines, and polygons by their outline, each in a colour of its own. */
import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Factor } from '../core/geo/factor.ts';
import { slots } from './basemap.ts';
import { css, paletteOf, parseHex, type Rgb, type Theme } from './palette.ts';

export interface DrawnFactor {
  readonly factor: Factor;
  /** 0 and up: six colours, filled at first and then once more as rings or dashes. */
  readonly colour: number;
}

/** The Analysis Function's set of categories, and the same lightened where the ground is dark. */
const COLOURS: Readonly<Record<Theme, readonly Rgb[]>> = {
  light: ['#12436d', '#28a197', '#801650', '#f46a25', '#3d3d3d', '#a285d1'].map(parseHex),
  dark: ['#7fb8ea', '#3cc4b8', '#e884bb', '#ff8f52', '#d6d6d6', '#bda6e6'].map(parseHex),
};

export interface FactorKey {
  readonly id: string;
  readonly name: string;
  readonly kind: Factor['kind'];
  /** CSS colour. */
  readonly colour: string;
  /** The second time that a colour is used. */
  readonly hollow: boolean;
}

/** What the legend and the list show beside a name. */
export function factorKey({ factor, colour }: DrawnFactor, theme: Theme): FactorKey {
  return {
    id: factor.id,
    name: factor.name,
    kind: factor.kind,
    colour: css(colourOf(colour, theme)),
    hollow: isHollow(colour),
  };
}

function colourOf(colour: number, theme: Theme): Rgb {
  const colours = COLOURS[theme];
  return colours[colour % colours.length] as Rgb;
}

function isHollow(colour: number): boolean {
  return Math.floor(colour / COLOURS.light.length) % 2 === 1;
}

type FactorLayer = ScatterplotLayer<Flat> | PathLayer<Flat>;

/** Arrays handed to the graphics card as they are. */
interface Flat {
  readonly length: number;
  readonly startIndices?: Uint32Array;
  readonly attributes: Readonly<Record<string, { readonly value: Float64Array; readonly size: number }>>;
}

const flat = { depthCompare: 'always', depthWriteEnabled: false } as const;

/**
 * @param drawn in the order of the list: later ones lie above
 * @param scale 1 on a desk, larger for a wall
 */
export function factorLayers(drawn: readonly DrawnFactor[], theme: Theme, scale = 1): FactorLayer[] {
  return drawn.flatMap((one): FactorLayer[] =>
    one.factor.kind === 'points' ? [symbols(one, theme, scale)] : lines(one, theme, scale),
  );
}

function symbols({ factor, colour }: DrawnFactor, theme: Theme, scale: number): ScatterplotLayer<Flat> {
  const rgb = colourOf(colour, theme);
  const casing = paletteOf(theme).selectionCasing;
  const hollow = isHollow(colour);
  return new ScatterplotLayer<Flat>({
    id: `factor-${factor.id}`,
    data: { length: factor.count, attributes: { getPosition: { value: positionsOf(factor), size: 2 } } } as never,
    positionFormat: 'XY',
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    getRadius: 3.5 * scale,
    getFillColor: hollow ? [...casing, 255] : [...rgb, 255],
    getLineColor: hollow ? [...rgb, 255] : [...casing, 255],
    getLineWidth: (hollow ? 1.75 : 1) * scale,
    stroked: true,
    filled: true,
    parameters: flat,
    updateTriggers: { getFillColor: [rgb, hollow], getLineColor: [rgb, hollow] },
    ...under,
  });
}

/** A line in a casing; that of a second round of colours is thin. */
function lines({ factor, colour }: DrawnFactor, theme: Theme, scale: number): PathLayer<Flat>[] {
  const width = isHollow(colour) ? 1.25 : 2.5;
  const line = (id: string, rgb: Rgb, widthPx: number): PathLayer<Flat> =>
    new PathLayer<Flat>({
      id,
      data: {
        length: factor.partStart.length - 1,
        startIndices: factor.partStart,
        attributes: { getPath: { value: positionsOf(factor), size: 2 } },
      } as never,
      positionFormat: 'XY',
      _pathType: 'open',
      getColor: [...rgb, 255],
      getWidth: widthPx * scale,
      widthUnits: 'pixels',
      jointRounded: true,
      capRounded: true,
      parameters: flat,
      updateTriggers: { getColor: rgb },
      ...under,
    });
  const { selectionCasing } = paletteOf(theme);
  return [
    line(`factor-casing-${factor.id}`, selectionCasing, width + 1.5),
    line(`factor-${factor.id}`, colourOf(colour, theme), width),
  ];
}

const known = new WeakMap<Float64Array, Float64Array>();

/** Longitude and latitude by turns; the same array for the same factor, so that only a new one is uploaded. */
function positionsOf({ lon, lat }: Factor): Float64Array {
  const made = known.get(lon);
  if (made) return made;
  const positions = new Float64Array(2 * lon.length);
  for (let v = 0; v < lon.length; v++) {
    positions[2 * v] = lon[v] as number;
    positions[2 * v + 1] = lat[v] as number;
  }
  known.set(lon, positions);
  return positions;
}

/** The overlay's own property for a place among the basemap's layers; deck.gl's types do not know it. */
const under: object = { beforeId: slots.selection };
