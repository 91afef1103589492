/** Seven cells in a flower and their one parent, drawn as plain hexagons: enough to see which cell a colour belongs to. */
import type { HexLevel, HotspotResult, RankedCell } from '../../src/core/results.ts';

const centre = { lon: 0.71, lat: 51.54 };
const stepLat = 0.001;
const stepLon = stepLat / Math.cos((centre.lat * Math.PI) / 180);

function levelOf(centres: readonly (readonly [number, number])[], radius: number, parentOf: Uint32Array): HexLevel {
  const positions: number[] = [];
  const triangles: number[] = [];
  centres.forEach(([lon, lat], k) => {
    for (let corner = 0; corner < 7; corner++) {
      const angle = ((corner % 6) * 60 + 30) * (Math.PI / 180);
      positions.push(lon + Math.cos(angle) * radius * stepLon, lat + Math.sin(angle) * radius * stepLat);
    }
    for (let corner = 1; corner < 5; corner++) triangles.push(7 * k, 7 * k + corner, 7 * k + corner + 1);
  });
  return {
    resolution: 10 - Math.round(Math.log(radius / 0.577) / Math.log(Math.sqrt(7))),
    n: centres.length,
    positions: Float64Array.from(positions),
    starts: Uint32Array.from({ length: centres.length + 1 }, (_, k) => 7 * k),
    triangles: Uint32Array.from(triangles),
    lon: Float64Array.from(centres, ([lon]) => lon),
    lat: Float64Array.from(centres, ([, lat]) => lat),
    acrossM: radius * Math.sqrt(3) * stepLat * 111_195,
    parentOf,
  };
}

const flower = [
  [centre.lon, centre.lat] as const,
  ...[0, 60, 120, 180, 240, 300].map(
    (angle) =>
      [
        centre.lon + Math.cos((angle * Math.PI) / 180) * stepLon,
        centre.lat + Math.sin((angle * Math.PI) / 180) * stepLat,
      ] as const,
  ),
];

/** Cell 0 in the middle, 1 east of it, then anticlockwise; each about 111 m across. */
export const fine: HexLevel = levelOf(flower, 1 / Math.sqrt(3), Uint32Array.from([0, 1, 2, 3, 4, 5, 6]));
/** One hexagon for all seven. */
export const coarse: HexLevel = levelOf([flower[0] as [number, number]], Math.sqrt(7 / 3), new Uint32Array(7));

/** Harm 0 in the middle, then 10, 100 … ; hot at 3, cold at 5. */
const value = Float64Array.of(0, 10, 100, 5_000, 400, 3, 40);
const rank = Uint32Array.of(7, 5, 3, 1, 2, 6, 4);
const bin = Int8Array.of(0, 0, 0, 2, 0, -3, 0);
export const breaks = [0, 50, 200, 1_000];

const ranked = (index: number): RankedCell => ({
  index,
  cell: `8a19400000${index}ffff`,
  rank: rank[index] ?? 0,
  lon: fine.lon[index] ?? 0,
  lat: fine.lat[index] ?? 0,
  count: 1,
  harm: value[index] ?? 0,
  value: value[index] ?? 0,
  share: (value[index] ?? 0) / 5_553,
  cumulativeShare: 1,
  cumulativeAreaM2: 1,
  z: 0,
  q: 1,
  bin: bin[index] ?? 0,
  place: '',
  gridRef: '',
  leading: [],
  peak: '',
});

export const result: HotspotResult = {
  count: value.map((v) => (v > 0 ? 1 : 0)),
  harm: value,
  value,
  z: Float64Array.of(0, 0, 0, 2.2, 0, -3, 0),
  p: new Float64Array(7).fill(1),
  q: new Float64Array(7).fill(1),
  bin,
  rank,
  top: [3, 4, 2, 6, 1, 5].map(ranked),
  inCells: 6,
  inPolygonOnly: 0,
  outside: 0,
  withoutHarm: 0,
  totalHarm: 5_553,
  totalValue: 5_553,
  breaks,
  cautions: [],
};
