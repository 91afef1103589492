import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { textCell, toCsv } from '../../../src/core/tables/csv.ts';
import { encodeTable } from '../../../src/core/tables/encode.ts';
import { toGeoJson, toJson } from '../../../src/core/tables/json.ts';
import { toParquet } from '../../../src/core/tables/parquet.ts';
import type { OutTable } from '../../../src/core/tables/table.ts';

const table: OutTable = {
  rows: 3,
  columns: [
    { name: 'place', values: ['High Street', '=1+1', 'a "b", c'] },
    { name: 'z', values: Float64Array.of(-1.5, Number.NaN, 1 / 3) },
  ],
};

describe('tables', () => {
  it('numbers stand at full precision, not-a-number is empty, negatives are left alone', () => {
    expect(toCsv(table)).toBe('place,z\nHigh Street,-1.5\n\'=1+1,\n"a ""b"", c",0.3333333333333333\n');
  });

  it.each(['=1+1', '+44 20', '-2+3', '@SUM(A1)', '\t=1', '  =1', '＝1'])(
    'the text %j cannot run as a formula',
    (text) => {
      expect(textCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each(['-12', '-0.5', '-1.2e-7'])('the text %j is a negative number and stays one', (text) => {
    expect(textCell(text)).toBe(text);
  });

  it('JSON has null for not-a-number', () => {
    expect(JSON.parse(toJson(table))[1]).toEqual({ place: '=1+1', z: null });
  });

  it('GeoJSON carries each row with its ring', () => {
    const ring = [
      [0, 51],
      [1, 51],
      [1, 52],
      [0, 51],
    ] as const;
    const json = JSON.parse(toGeoJson(table, () => ring));
    expect(json.features).toHaveLength(3);
    expect(json.features[2]).toEqual({
      type: 'Feature',
      properties: { place: 'a "b", c', z: 1 / 3 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    });
  });

  it('Parquet reads back as written', async () => {
    const rows = await parquetReadObjects({ file: toParquet(table).buffer });
    expect(rows).toEqual([
      { place: 'High Street', z: -1.5 },
      { place: '=1+1', z: null },
      { place: 'a "b", c', z: 1 / 3 },
    ]);
  });

  it('GeoJSON of a table of cells has their hexagons, closed', async () => {
    const cells: OutTable = { rows: 1, columns: [{ name: 'cell', values: ['89194ad1693ffff'] }] };
    const { features } = JSON.parse(new TextDecoder().decode(await encodeTable(cells, 'geojson')));
    const [hexagon] = features[0].geometry.coordinates;
    expect(hexagon).toHaveLength(7);
    expect(hexagon[6]).toEqual(hexagon[0]);
    await expect(encodeTable(table, 'geojson')).rejects.toThrow('cell');
  });

  it('an empty table is its header', () => {
    expect(toCsv({ rows: 0, columns: [{ name: 'cell', values: [] }] })).toBe('cell\n');
  });
});
