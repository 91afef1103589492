/** A study area while it is drawn: its outlines, the step before each, and the tool in hand. Pure. */
import type { LonLat, StudyArea } from '../core/geo/area.ts';
import type { Piece } from '../core/geo/draw.ts';
import { DRAWN, isDrawn } from '../core/geo/drawn.ts';
import { movedBy, rounded } from '../core/geo/metres.ts';

export { isDrawn, togetherAreas } from '../core/geo/drawn.ts';

/** What the pointer does on the map. */
export const drawTools = ['polygon', 'rectangle', 'circle', 'corners'] as const;

export type DrawTool = (typeof drawTools)[number];

export interface Drawing {
  /** Id of the drawn area that is changed; null for a new one. */
  readonly changes: string | null;
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** The outlines before each step, the last step last. */
  readonly past: readonly (readonly Piece[])[];
  readonly tool: DrawTool;
  /** Whether the next outline is cut out. */
  readonly cut: boolean;
  /** What to know of the outlines it started from; '' for nothing. */
  readonly note: string;
}

const MOST_STEPS = 100;

export function newDrawing(areas: readonly StudyArea[]): Drawing {
  const name = freeName('Drawn area', areas);
  return { changes: null, name, pieces: [], past: [], tool: 'polygon', cut: false, note: '' };
}

/** A drawn area is changed itself, any other in a copy. */
export function drawingFrom(
  area: StudyArea,
  areas: readonly StudyArea[],
  { pieces, toleranceM }: { readonly pieces: readonly Piece[]; readonly toleranceM: number },
): Drawing {
  const own = isDrawn(area);
  const note =
    toleranceM > 0
      ? `The outline has too many corners to be changed by hand: the copy leaves out those within about ${toleranceM} m of it.`
      : '';
  const name = own ? area.name : freeName(`${area.name}, changed`, areas);
  return { changes: own ? area.id : null, name, pieces, past: [], tool: 'corners', cut: false, note };
}

/** Other outlines, as a step that can be taken back. */
export function withPieces(drawing: Drawing, pieces: readonly Piece[]): Drawing {
  return { ...drawing, pieces, past: [...drawing.past, drawing.pieces].slice(-MOST_STEPS) };
}

export function withoutLastStep(drawing: Drawing): Drawing {
  const pieces = drawing.past.at(-1);
  return pieces ? { ...drawing, pieces, past: drawing.past.slice(0, -1) } : drawing;
}

/** One more outline; the first of all cannot be cut out of anything. */
export function added(drawing: Drawing, ring: readonly LonLat[]): Drawing {
  const cut = drawing.cut && drawing.pieces.length > 0;
  return withPieces(drawing, [...drawing.pieces, { ring: ring.map(rounded), cut }]);
}

export function withRing(drawing: Drawing, piece: number, ring: readonly LonLat[]): Drawing {
  return withPieces(
    drawing,
    drawing.pieces.map((old, k) => (k === piece ? { ...old, ring: ring.map(rounded) } : old)),
  );
}

export function withoutPiece(drawing: Drawing, piece: number): Drawing {
  return withPieces(
    drawing,
    drawing.pieces.filter((_, k) => k !== piece),
  );
}

/** A corner so many metres to the east and north. */
export function nudged(drawing: Drawing, piece: number, corner: number, eastM: number, northM: number): Drawing {
  const ring = drawing.pieces[piece]?.ring ?? [];
  return withRing(
    drawing,
    piece,
    ring.map((at, k) => (k === corner ? movedBy(at, eastM, northM) : at)),
  );
}

/** One more corner half-way to the next one. */
export function cornerAfter(drawing: Drawing, piece: number, corner: number): Drawing {
  const ring = drawing.pieces[piece]?.ring ?? [];
  const [here, next] = [ring[corner], ring[(corner + 1) % ring.length]];
  if (!here || !next) return drawing;
  const middle: LonLat = [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2];
  return withRing(drawing, piece, [...ring.slice(0, corner + 1), middle, ...ring.slice(corner + 1)]);
}

/** The area that a drawing has become. */
export function areaFrom(
  { changes, name }: Drawing,
  polygons: StudyArea['polygons'],
  bounds: StudyArea['bounds'],
  drawn: readonly StudyArea[],
): StudyArea {
  const numbers = drawn.map(({ id }) => Number(/^drawn-(\d+)$/.exec(id)?.[1] ?? 0));
  const id = changes ?? `drawn-${Math.max(0, ...numbers) + 1}`;
  return { id, name: name.replace(/\s+/g, ' ').trim().slice(0, 100) || 'Drawn area', kind: DRAWN, polygons, bounds };
}

function freeName(start: string, areas: readonly StudyArea[]): string {
  const taken = new Set(areas.map(({ name }) => name));
  if (!taken.has(start)) return start;
  for (let k = 2; ; k++) if (!taken.has(`${start} ${k}`)) return `${start} ${k}`;
}
