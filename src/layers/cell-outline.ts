/** The outline of many cells together, from the corners that the map draws them by. */
import type { HexLevel } from '../core/results.ts';

type Ring = (readonly [number, number])[];

/** Closed rings along the edges that only one of the cells has; holes are rings of their own. */
export function outlineOfCells(
  { positions, starts }: Pick<HexLevel, 'positions' | 'starts'>,
  cells: ArrayLike<number>,
): readonly (readonly Ring[])[] {
  const at = (vertex: number): readonly [number, number] => [
    positions[2 * vertex] as number,
    positions[2 * vertex + 1] as number,
  ];
  // neighbours compute their shared corners each by itself: a few centimetres are the same place
  const keyOf = ([lon, lat]: readonly [number, number]): string => `${lon.toFixed(6)} ${lat.toFixed(6)}`;
  const edges = new Map<string, { readonly from: string; readonly to: string; readonly point: Ring[number] }>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number;
    for (let v = starts[cell] as number; v + 1 < (starts[cell + 1] as number); v++) {
      const point = at(v);
      const [from, to] = [keyOf(point), keyOf(at(v + 1))];
      // the other side of the same edge takes it away
      if (!edges.delete(`${to}|${from}`)) edges.set(`${from}|${to}`, { from, to, point });
    }
  }
  const next = new Map([...edges.values()].map((edge) => [edge.from, edge]));
  const rings: (readonly Ring[])[] = [];
  for (const first of edges.values()) {
    const ring: Ring = [];
    let edge = next.get(first.from);
    while (edge) {
      next.delete(edge.from);
      ring.push(edge.point);
      edge = next.get(edge.to);
    }
    const [start] = ring;
    if (start && ring.length > 2) rings.push([[...ring, start]]);
  }
  return rings;
}
