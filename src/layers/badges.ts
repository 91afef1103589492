/**
 * Where to put the numbers of cells that are too small to hold them: on badges beside the cells, none over another, each
 * tied to its cell by a line. For pictures that stand still (Present, PNG, paper).
 */
import type { Feature, FeatureCollection } from 'geojson';

type Point = readonly [number, number];

/**
 * Badge centres in px for the given cell centres, in order of rank. Each starts away from the middle of its neighbours,
 * then overlapping badges push each other apart while all are drawn back towards a short distance from their cells.
 * Deterministic. The result keeps within `width` × `height`.
 */
export function placeBadges(cells: readonly Point[], radius: number, width: number, height: number): Point[] {
  const middle = mean(cells);
  const wanted = radius * 2.2;
  const at = cells.map(([x, y], i): [number, number] => {
    // The angle alone decides for cells at the very middle; the golden angle spreads them.
    const angle = Math.hypot(x - middle[0], y - middle[1]) > 1 ? Math.atan2(y - middle[1], x - middle[0]) : i * 2.4;
    return [x + Math.cos(angle) * wanted, y + Math.sin(angle) * wanted];
  });
  const gap = radius * 2 + 3;
  for (let pass = 0; pass < 300; pass++) {
    for (let i = 0; i < at.length; i++) {
      const badge = at[i] as [number, number];
      // Drawn back to its cell, gently and less and less, so that the last passes only separate.
      towards(badge, cells[i] as Point, wanted, pass < 240 ? 0.06 : 0);
      for (let j = 0; j < at.length; j++) {
        if (j !== i) apart(badge, at[j] as [number, number], gap, 0.5);
        // No badge hides a ranked cell.
        apart(badge, cells[j] as Point, radius * 1.5, 0.5);
      }
      badge[0] = Math.min(Math.max(badge[0], radius + 2), width - radius - 2);
      badge[1] = Math.min(Math.max(badge[1], radius + 2), height - radius - 2);
    }
  }
  return at;
}

function mean(points: readonly Point[]): Point {
  const n = Math.max(1, points.length);
  return [points.reduce((sum, p) => sum + p[0], 0) / n, points.reduce((sum, p) => sum + p[1], 0) / n];
}

function towards(badge: [number, number], cell: Point, wanted: number, share: number): void {
  const dx = cell[0] - badge[0];
  const dy = cell[1] - badge[1];
  const distance = Math.hypot(dx, dy);
  if (distance <= wanted) return;
  badge[0] += (dx / distance) * (distance - wanted) * share;
  badge[1] += (dy / distance) * (distance - wanted) * share;
}

function apart(badge: [number, number], other: Point, gap: number, share: number): void {
  const dx = badge[0] - other[0];
  const dy = badge[1] - other[1];
  const distance = Math.hypot(dx, dy) || 1e-6;
  if (distance >= gap) return;
  badge[0] += (dx === 0 && dy === 0 ? 1 : dx / distance) * (gap - distance) * share;
  badge[1] += (dy / distance) * (gap - distance) * share;
}

/** Lines first, so that every badge lies over every line. */
export function badgeFeatures(
  ranks: readonly number[],
  cells: readonly Point[],
  badges: readonly Point[],
  radius: number,
): FeatureCollection {
  const lines = cells.map(
    (cell, i): Feature => ({
      type: 'Feature',
      properties: { kind: 'line' },
      geometry: { type: 'LineString', coordinates: [[...cell], [...(badges[i] ?? cell)]] },
    }),
  );
  const discs = badges.map(
    (badge, i): Feature => ({
      type: 'Feature',
      properties: { kind: 'badge', rank: String(ranks[i]), radius },
      geometry: { type: 'Point', coordinates: [...badge] },
    }),
  );
  return { type: 'FeatureCollection', features: [...lines, ...discs] };
}
