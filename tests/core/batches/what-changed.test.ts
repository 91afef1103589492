import { describe, expect, it } from 'vitest';
import { combineBatches } from '../../../src/core/batches/combine.ts';
import { whatChanged } from '../../../src/core/batches/what-changed.ts';
import type { StudyArea } from '../../../src/core/geo/area.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { whatChangedTable } from '../../../src/core/tables/what-changed.ts';
import { batchOf } from './batches.ts';

const square = (name: string, west: number): StudyArea => ({
  id: name,
  name,
  polygons: [
    [
      [
        [west, 51],
        [west + 1, 51],
        [west + 1, 52],
        [west, 52],
        [west, 51],
      ],
    ],
  ],
  bounds: [west, 51, west + 1, 52],
});
const areas = [square('West', 0), square('East', 1)];
const at = (id: string, lon: number, title = 'Robbery', status = '') => ({
  id,
  lon,
  lat: 51.5,
  title,
  status,
  from: '2021-04-03',
});

const before = batchOf([at('A', 0.5), at('B', 0.5), at('C', 1.5), at('D', 1.5)]);
const last = batchOf([
  at('A', 0.5),
  at('B', 1.5, 'Robbery', 'moved'),
  at('C', 1.5, 'Burglary'),
  at('D', 1.50001, 'Robbery', 'less than a metre'),
  at('E', 0.5, 'Arson'),
  at('F', 7, 'Arson'),
]);
const changed = (...batches: readonly ReturnType<typeof batchOf>[]) =>
  whatChanged(combineBatches(batches, 'none').matched, areas);

describe('what changed since the last batch', () => {
  it('is told by area and by offence, and adds up', () => {
    const found = changed(before, last);
    expect(found?.total).toEqual({ new: 2, updated: 3, reclassified: 1, moved: 1 });
    expect(found?.byArea).toEqual([
      { name: 'West', new: 1, updated: 0, reclassified: 0, moved: 0 },
      { name: 'East', new: 0, updated: 3, reclassified: 1, moved: 1 },
      { name: 'Outside the study areas', new: 1, updated: 0, reclassified: 0, moved: 0 },
    ]);
    expect(found?.byOffence).toEqual([
      { name: 'Robbery', new: 0, updated: 2, reclassified: 1, moved: 1 },
      { name: 'Arson', new: 2, updated: 0, reclassified: 0, moved: 0 },
      { name: 'Burglary', new: 0, updated: 1, reclassified: 0, moved: 0 },
    ]);
  });

  it('looks at the last batch that is on only, against all before it', () => {
    const off = { ...before, on: false };
    expect(changed(off, last)).toBeNull();
    expect(changed(before)).toBeNull();
    expect(changed(batchOf([at('A', 0.5)]), before, last)?.total).toEqual(changed(before, last)?.total);
  });

  it('leaves as a table of one line each', () => {
    const found = changed(before, last);
    expect(found && toCsv(whatChangedTable(found)).split('\n').slice(0, 3)).toEqual([
      'by,name,new,updated,reclassified,moved',
      'all,,2,3,1,1',
      'area,West,1,0,0,0',
    ]);
  });
});
