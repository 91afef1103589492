import { describe, expect, it } from 'vitest';
import { defaultWddView, emptyWddRow, type WddRow, type WddView } from '../../../src/core/evaluation/trial-view.ts';
import { wddRows } from '../../../src/core/evaluation/wdd-rows.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { wddJson, wddTable } from '../../../src/core/tables/wdd.ts';

const row = (
  name: string,
  treatment: [number, number],
  control: [number, number],
  harmDays: number | null,
): WddRow => ({
  ...emptyWddRow,
  name,
  zones: {
    ...emptyWddRow.zones,
    treatment: { before: treatment[0], after: treatment[1], size: null },
    control: { before: control[0], after: control[1], size: null },
  },
  harmDays,
});
const harm: WddView = {
  ...defaultWddView,
  displacement: false,
  harm: true,
  rows: [
    row('Vehicles', [130, 74], [133, 91], 3),
    row('Theft', [327, 202], [388, 305], 2),
    row('Burglary', [398, 190], [148, 97], 5),
    row('Robbery', [144, 92], [86, 64], 7),
    row('Assault', [183, 96], [94, 67], 10),
  ],
};
const [example] = defaultWddView.rows;
if (!example) throw new Error('there is an example');

describe('displacement tests of typed rows', () => {
  it('start with the published example: 118 fewer, between 196 and 40', () => {
    const { rows, harm: none, cautions } = wddRows(defaultWddView);
    expect(rows[0]?.result).toMatchObject({ wdd: -118, lo: expect.closeTo(-195.61, 2), hi: expect.closeTo(-40.39, 2) });
    expect(none).toBeNull();
    expect(cautions).toHaveLength(1);
  });

  it('leave the areas around out where they do not count', () => {
    const { rows } = wddRows({ ...defaultWddView, displacement: false });
    expect(rows[0]?.result?.wdd).toBe(-107);
  });

  it('add up harm as published, and only when every row has its days', () => {
    const { rows, harm: total } = wddRows(harm);
    expect(rows.map(({ result }) => result?.wdd)).toEqual([-14, -42, -157, -30, -60]);
    expect(total).toMatchObject({ wdd: -1721, se: expect.closeTo(304.1036, 4) });
    const without = { ...harm, rows: [...harm.rows, row('Other', [1, 2], [3, 4], null)] };
    expect(wddRows(without).harm).toBeNull();
    expect(wddRows({ ...harm, harm: false }).harm).toBeNull();
  });

  it('divide by sizes of a row’s own and by periods of all', () => {
    const sizes = { treatment: 1.2, control: 0.9, treatmentDisplacement: 1.5, controlDisplacement: 1.6 } as const;
    const sized: WddRow = {
      ...example,
      zones: {
        treatment: { ...example.zones.treatment, size: sizes.treatment },
        control: { ...example.zones.control, size: sizes.control },
        treatmentDisplacement: { ...example.zones.treatmentDisplacement, size: sizes.treatmentDisplacement },
        controlDisplacement: { ...example.zones.controlDisplacement, size: sizes.controlDisplacement },
      },
    };
    const { rows } = wddRows({ ...defaultWddView, sizes: true, rows: [sized] });
    expect(rows[0]?.result).toMatchObject({ wdd: expect.closeTo(-99.69444, 5), se: expect.closeTo(35.42808, 5) });
    const timed = wddRows({ ...harm, harm: false, periods: [2, 1], rows: [row('', [80, 20], [100, 50], null)] });
    expect(timed.rows[0]?.result?.wdd).toBe(-20);
  });

  it('say what is missing or no count, each for itself', () => {
    const view = { ...defaultWddView, displacement: false, rows: [emptyWddRow, row('Half', [1.5, 2], [3, 4], null)] };
    const { rows, cautions } = wddRows(view);
    expect(rows[0]).toMatchObject({
      name: 'Row 1',
      result: null,
      missing: expect.stringMatching(/control|comparison/),
    });
    expect(rows[1]).toMatchObject({ result: null, missing: expect.stringContaining('whole numbers') });
    expect(cautions).toEqual([]);
    const unsized = wddRows({ ...defaultWddView, sizes: true }).rows[0];
    expect(unsized).toMatchObject({ missing: expect.stringContaining('size of the comparison area is missing') });
  });

  it('become a table and JSON that hold what was typed and what came of it', () => {
    const csv = toCsv(wddTable(defaultWddView, wddRows(defaultWddView))).split('\n');
    expect(csv[0]).toBe(
      'name,treatment_before,treatment_after,control_before,control_after,treatment_displacement_before,treatment_displacement_after,control_displacement_before,control_displacement_after,wdd,se,z,p,lo,hi',
    );
    expect(csv[1]).toMatch(/^Published example,207,110,308,318,178,157,150,140,-118,39\.59797/);
    const json = JSON.parse(wddJson(harm, wddRows(harm)));
    expect(json).toMatchObject({ level: 0.95, periods: null, harm: { wdd: -1721 } });
    expect(json.rows[1]).toMatchObject({ name: 'Theft', harm_days: 2, result: { wdd: -42 } });
  });
});
