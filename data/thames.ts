/**
 * The tidal Thames from Teddington to Sea Reach at 0.505° E, where the sea of the source ends.
 * Drawn by hand along its reaches, for orientation: banks are right to about 200 m. [lon, lat, width in metres].
 */
const reaches: readonly (readonly [number, number, number])[] = [
  [-0.32, 51.431, 80],
  [-0.324, 51.4445, 90],
  [-0.3095, 51.4575, 100],
  [-0.3105, 51.471, 100],
  [-0.2885, 51.4865, 120],
  [-0.2655, 51.4735, 130],
  [-0.2475, 51.4735, 140],
  [-0.2535, 51.4845, 150],
  [-0.2415, 51.4905, 160],
  [-0.2285, 51.4865, 170],
  [-0.2235, 51.4755, 170],
  [-0.2115, 51.4672, 180],
  [-0.192, 51.463, 190],
  [-0.178, 51.4765, 200],
  [-0.1665, 51.483, 210],
  [-0.147, 51.4845, 210],
  [-0.129, 51.486, 220],
  [-0.1235, 51.4945, 230],
  [-0.1212, 51.503, 240],
  [-0.116, 51.5085, 250],
  [-0.1, 51.5095, 250],
  [-0.0835, 51.507, 240],
  [-0.0705, 51.5045, 240],
  [-0.0555, 51.5035, 260],
  [-0.044, 51.5075, 280],
  [-0.0335, 51.5075, 300],
  [-0.0275, 51.4985, 320],
  [-0.0285, 51.489, 330],
  [-0.0185, 51.4845, 340],
  [-0.0065, 51.4855, 340],
  [0.0015, 51.494, 350],
  [0.0015, 51.5035, 360],
  [0.0085, 51.507, 380],
  [0.0165, 51.501, 400],
  [0.0285, 51.4965, 430],
  [0.0465, 51.496, 450],
  [0.0655, 51.4965, 480],
  [0.081, 51.505, 520],
  [0.099, 51.5135, 560],
  [0.12, 51.514, 580],
  [0.144, 51.513, 600],
  [0.161, 51.505, 620],
  [0.174, 51.491, 640],
  [0.188, 51.483, 660],
  [0.207, 51.482, 680],
  [0.2255, 51.4775, 700],
  [0.243, 51.4685, 720],
  [0.262, 51.4615, 740],
  [0.28, 51.4625, 760],
  [0.293, 51.4705, 780],
  [0.309, 51.471, 800],
  [0.321, 51.462, 800],
  [0.334, 51.452, 800],
  [0.36, 51.4475, 820],
  [0.388, 51.4475, 860],
  [0.412, 51.4495, 900],
  [0.4345, 51.455, 1000],
  [0.4475, 51.4645, 1150],
  [0.4515, 51.4765, 1300],
  [0.4595, 51.4885, 1500],
  [0.4755, 51.494, 1800],
  [0.5055, 51.4954, 2150],
  [0.512, 51.4955, 2000],
];

/** A closed ring [lon, lat]: the left bank down and the right bank back, with the bends rounded. */
export function thamesAboveSeaReach(): [number, number][] {
  let centre = reaches.map((reach) => [...reach] as [number, number, number]);
  for (let pass = 0; pass < 2; pass++) centre = roundBends(centre);
  const left: [number, number][] = [];
  const right: [number, number][] = [];
  centre.forEach(([lon, lat, widthM], i) => {
    const before = centre[Math.max(0, i - 1)] as [number, number, number];
    const after = centre[Math.min(centre.length - 1, i + 1)] as [number, number, number];
    // Half the width square to the direction of flow.
    const kx = 111_195 * Math.cos((lat * Math.PI) / 180);
    const dx = (after[0] - before[0]) * kx;
    const dy = (after[1] - before[1]) * 111_195;
    const half = widthM / 2 / Math.hypot(dx, dy);
    left.push([lon - (dy * half) / kx, lat + (dx * half) / 111_195]);
    right.push([lon + (dy * half) / kx, lat - (dx * half) / 111_195]);
  });
  const ring = [...left, ...right.reverse()];
  return [...ring, ring[0] as [number, number]];
}

function roundBends(line: readonly (readonly [number, number, number])[]): [number, number, number][] {
  const between = (a: readonly number[], b: readonly number[], t: number): [number, number, number] =>
    a.map((value, k) => value + ((b[k] as number) - value) * t) as [number, number, number];
  const out = [line[0] as [number, number, number]];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as readonly number[];
    const b = line[i] as readonly number[];
    out.push(between(a, b, 0.25), between(a, b, 0.75));
  }
  out.push(line.at(-1) as [number, number, number]);
  return out;
}
