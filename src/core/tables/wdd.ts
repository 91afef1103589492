/** Displacement tests as a table, a row for each, and as JSON; not-a-number and what was not typed is empty there and null here. */
import { type WddView, wddZones } from '../evaluation/trial-view.ts';
import type { WddRowsResult } from '../evaluation/wdd-rows.ts';
import type { Column, OutTable } from './table.ts';

const columnNames = {
  treatment: 'treatment',
  control: 'control',
  treatmentDisplacement: 'treatment_displacement',
  controlDisplacement: 'control_displacement',
} as const;

export function wddTable(view: WddView, { rows }: WddRowsResult): OutTable {
  const numbers = (of: (at: number) => number | null | undefined): Float64Array =>
    Float64Array.from(rows, (_, at) => of(at) ?? Number.NaN);
  const zones = view.displacement ? wddZones : wddZones.slice(0, 2);
  const typed = zones.flatMap((zone): Column[] => {
    const named = columnNames[zone];
    const entry = (at: number) => view.rows[at]?.zones[zone];
    return [
      { name: `${named}_before`, values: numbers((at) => entry(at)?.before) },
      { name: `${named}_after`, values: numbers((at) => entry(at)?.after) },
      ...(view.sizes ? [{ name: `${named}_size`, values: numbers((at) => entry(at)?.size) }] : []),
    ];
  });
  const result = (of: 'wdd' | 'se' | 'z' | 'p' | 'lo' | 'hi'): Column => ({
    name: of,
    values: numbers((at) => rows[at]?.result?.[of]),
  });
  return {
    rows: rows.length,
    columns: [
      { name: 'name', values: rows.map(({ name }) => name) },
      ...typed,
      ...(view.harm ? [{ name: 'harm_days', values: numbers((at) => view.rows[at]?.harmDays) }] : []),
      ...(['wdd', 'se', 'z', 'p', 'lo', 'hi'] as const).map(result),
    ],
  };
}

export function wddJson(view: WddView, { rows, harm, cautions }: WddRowsResult): string {
  const out = {
    level: 0.95,
    periods: view.periods,
    rows: rows.map((row, at) => ({
      name: row.name,
      counts: row.result ? row.counts : null,
      sizes: view.sizes ? Object.fromEntries(wddZones.map((zone) => [zone, view.rows[at]?.zones[zone].size])) : null,
      harm_days: view.harm ? (view.rows[at]?.harmDays ?? null) : null,
      result: row.result,
    })),
    harm,
    cautions,
  };
  return `${JSON.stringify(out, null, 2)}\n`;
}
