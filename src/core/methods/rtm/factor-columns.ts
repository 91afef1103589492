/** From factors as loaded to candidate columns on the cells of an area. */
import { InputError } from '../../errors.ts';
import type { StudyArea } from '../../geo/area.ts';
import type { Factor } from '../../geo/factor.ts';
import { factorPoints } from '../../geo/factor-points.ts';
import { metresOf } from '../../geo/local-metres.ts';
import type { CellGrid } from '../../hex/grid.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import type { RtmSettings } from './settings.ts';

/**
 * Lines and polygons become points at most half a block apart. Factors of one name are one: their places together.
 * @throws InputError without factors
 */
export function factorColumns(
  area: StudyArea,
  grid: CellGrid,
  factors: readonly Factor[],
  settings: RtmSettings,
): Candidates {
  if (factors.length === 0) {
    throw new InputError('There is no factor – load at least one layer of places that crime may have to do with.');
  }
  const toMetres = metresOf(area.bounds);
  const names = [...new Set(factors.map(({ name }) => name))];
  const layers = names.map((name) => {
    const points = factors.filter((f) => f.name === name).map((factor) => factorPoints(factor, settings.blockM / 2));
    const lon = points.flatMap((p) => [...p.lon]);
    const lat = points.flatMap((p) => [...p.lat]);
    return { name, ...toMetres(lon, lat) };
  });
  return candidatesOf(toMetres(grid.lon, grid.lat), layers, settings);
}
