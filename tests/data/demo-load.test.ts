import { latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../data/demo/calendar.ts';
import { isInside } from '../../data/demo/geometry.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { harmKnown, weightsFor } from '../../src/core/harm/weights.ts';
import { ingest } from '../../src/core/ingest/ingest.ts';
import { selectRows } from '../../src/core/offences/select.ts';
import { bytesOf, districts, offences, truth } from './demo-files.ts';

const file = new File([bytesOf('offences.parquet') as BlobPart], 'offences.parquet');
const { table, report } = await ingest([file]);
const schedule = builtInSchedule('cchi-2020');

describe('the demo in the app', () => {
  test('loads whole: nothing is dropped and no row is doubted', () => {
    expect(report.kept).toBe(offences.length);
    expect(report.snapped).toBe(false);
    expect(report.notes.filter((note) => note.kind !== 'info')).toEqual([]);
    expect(table.flagsGiven).toHaveLength(5);
  });

  test('every offence has a weight in the harm index', () => {
    const known = harmKnown(table, schedule);
    expect(table.offences.filter((_, i) => known[i] === 0)).toEqual([]);
  });

  test('the app’s own definition and weights give the share of harm that the truth records', () => {
    const { from, to, harmShare } = truth.concentration;
    const selection = { definition: 'ark', includeProactive: false, fromDay: dayOf(from), toDay: dayOf(to) } as const;
    const rows = selectRows(table, selection);
    const weights = weightsFor(table, schedule, { includeProactive: false, mode: 'harm' });
    const cells = new Set(truth.patrolAreas.flatMap((area) => area.cells));
    const southend = districts.find((district) => district.properties.name === 'Southend-on-Sea');
    const outline = southend?.geometry.coordinates[0] ?? [];
    let all = 0;
    let inside = 0;
    rows.forEach((counts, row) => {
      const at = [table.lon[row] ?? 0, table.lat[row] ?? 0] as const;
      if (counts === 0 || !isInside(at, outline)) return;
      const weight = weights[row] ?? 0;
      all += weight;
      if (cells.has(latLngToCell(at[1], at[0], 10))) inside += weight;
    });
    expect(inside / all).toBeCloseTo(harmShare, 3);
  });
});
