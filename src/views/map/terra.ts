/** The pen on the map: Terra Draw shows the outlines of a drawing and tells of what the pointer does to them. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LonLat } from '../../core/geo/area.ts';
import type { Drawing, DrawTool } from '../../state/drawing.ts';

export interface PenHandlers {
  /** Corners in order, the last not repeating the first. */
  onOutline(ring: readonly LonLat[]): void;
  onChanged(piece: number, ring: readonly LonLat[]): void;
}

export interface Pen {
  show(drawing: Drawing): void;
  stop(): void;
}

type HexColour = `#${string}`;

export interface PenColours {
  readonly add: HexColour;
  readonly cut: HexColour;
  readonly paper: HexColour;
}

const MODES: Readonly<Record<DrawTool, string>> = {
  polygon: 'polygon',
  rectangle: 'rectangle',
  circle: 'circle',
  corners: 'select',
};

/** Positions nearer than this are the same: both sides round. */
const SAME_DEGREES = 2e-7;

export function createPen(map: MapLibreMap, colours: PenColours, handlers: PenHandlers): Pen {
  let cutting = false;
  let tool: DrawTool | null = null;
  const colour = (feature: GeoJSONStoreFeatures): HexColour =>
    (feature.properties.cut ?? cutting) === true ? colours.cut : colours.add;
  const styles = { fillColor: colour, fillOpacity: 0.16, outlineColor: colour, outlineWidth: 2 };
  const corners = { draggable: true, midpoints: true, deletable: true };
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map }),
    modes: [
      new TerraDrawPolygonMode({
        styles: { ...styles, closingPointColor: colours.paper, closingPointOutlineColor: colours.add },
      }),
      new TerraDrawRectangleMode({ styles }),
      new TerraDrawCircleMode({ styles }),
      new TerraDrawSelectMode({
        flags: { polygon: { feature: { draggable: true, coordinates: corners } } },
        // an outline is removed in the panel, where it can be taken back
        keyEvents: { deselect: 'Escape', delete: null, rotate: null, scale: null },
        styles: {
          selectedPolygonColor: colour,
          selectedPolygonFillOpacity: 0.24,
          selectedPolygonOutlineColor: colour,
          selectedPolygonOutlineWidth: 3,
          selectionPointColor: colours.paper,
          selectionPointOutlineColor: colours.add,
          selectionPointWidth: 5,
          selectionPointOutlineWidth: 2,
          midPointColor: colours.add,
          midPointOutlineColor: colours.paper,
          midPointWidth: 3,
          midPointOutlineWidth: 1,
        },
      }),
    ],
  });
  draw.start();
  map.doubleClickZoom.disable();

  draw.on('finish', (id) => {
    const feature = draw.getSnapshotFeature(id);
    if (feature?.geometry.type !== 'Polygon') return;
    const ring = ringOf(feature);
    const { piece } = feature.properties;
    if (typeof piece === 'number') handlers.onChanged(piece, ring);
    else handlers.onOutline(ring);
  });

  /** Puts the outlines of the drawing in place of those on the map, unless they are the same. */
  const replace = ({ pieces }: Drawing): void => {
    const drawnNow = draw.getSnapshot().filter(isOutline);
    const same =
      drawnNow.length === pieces.filter(({ ring }) => ring.length >= 3).length &&
      drawnNow.every((feature) => {
        const piece = pieces[Number(feature.properties.piece)];
        return piece !== undefined && feature.properties.cut === piece.cut && sameRing(ringOf(feature), piece.ring);
      });
    if (same) return;
    const selected = draw.getSnapshot().find(({ properties }) => properties.selected === true)?.properties.piece;
    draw.clear();
    const features = pieces.flatMap(({ ring, cut }, piece): GeoJSONStoreFeatures[] => {
      const [first] = ring;
      if (!first || ring.length < 3) return [];
      const coordinates = [[...ring, first].map(([lon, lat]) => [lon, lat])];
      return [
        {
          id: draw.getFeatureId(),
          type: 'Feature',
          properties: { mode: 'polygon', piece, cut },
          geometry: { type: 'Polygon', coordinates },
        },
      ];
    });
    draw.addFeatures(features);
    if (tool !== 'corners') return;
    const again = features.find(({ properties }) => properties.piece === (selected ?? features.length - 1));
    if (again?.id !== undefined && draw.hasFeature(again.id)) draw.selectFeature(again.id);
  };

  return {
    show(drawing) {
      cutting = drawing.cut && drawing.pieces.length > 0;
      const turned = drawing.tool !== tool;
      tool = drawing.tool;
      if (turned) draw.setMode(MODES[tool]);
      replace(drawing);
      if (turned && tool === 'corners') {
        const last = draw.getSnapshot().filter(isOutline).at(-1);
        if (last?.id !== undefined) draw.selectFeature(last.id);
      }
    },
    stop() {
      draw.stop();
      map.doubleClickZoom.enable();
    },
  };
}

/** Outlines of the drawing and those just finished; not the handles of what is selected. */
function isOutline({ geometry, properties }: GeoJSONStoreFeatures): boolean {
  return geometry.type === 'Polygon' && typeof properties.piece === 'number';
}

function ringOf({ geometry }: GeoJSONStoreFeatures): LonLat[] {
  const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
  return ring.slice(0, -1).map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
}

function sameRing(a: readonly LonLat[], b: readonly LonLat[]): boolean {
  return (
    a.length === b.length &&
    a.every(([lon, lat], k) => {
      const [otherLon, otherLat] = b[k] ?? [Number.NaN, Number.NaN];
      return Math.abs(lon - otherLon) <= SAME_DEGREES && Math.abs(lat - otherLat) <= SAME_DEGREES;
    })
  );
}
