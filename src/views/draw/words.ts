/** How a drawing is told in words. */
import type { ShapeReport } from '../../core/hex/shape-report.ts';
import { formatCount, plural } from '../format.ts';

/** "640 m²", "12.4 ha" or "3.2 km²": three figures in the unit that suits the size. */
export function groundWords(areaM2: number): string {
  if (areaM2 < 10_000) return `${formatCount(Math.round(areaM2))}\u00a0m²`;
  const inKm = areaM2 >= 1_000_000;
  const value = areaM2 / (inKm ? 1_000_000 : 10_000);
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}\u00a0${inKm ? 'km²' : 'ha'}`;
}

export function cellsWords({ cells, about }: Pick<ShapeReport, 'cells' | 'about'>): string {
  return `${about ? 'about ' : ''}${plural(cells, 'cell')}`;
}
