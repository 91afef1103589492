/**
 * Where places lie in metres, so that "within 200 m" can be asked with x and y.
 *
 * In Great Britain the National Grid (the same datum shift as bng.ts, to a millimetre); elsewhere a transverse Mercator
 * projection of WGS84 about the middle of the area, true to scale there. Distances are the grid's: the National Grid is
 * 0.04 % short along its middle and as much long at its edges, the local projection 0.01 % long 90 km from its middle.
 *
 * Redfearn's series: Redfearn, J. C. B. (1948), Transverse Mercator formulae, Survey Review 9(69):318–322, doi
 * 10.1179/sre.1948.9.69.318, as printed in Ordnance Survey's Guide to coordinate systems in Great Britain. Whole columns
 * at once, and by functions whose bytes agree between engines.
 *
 * The trap: far from the middle the series folds back; places more than 12° of longitude away, or near a pole, are NaN.
 */
import { atan, atan2, cos, sin } from '../stats/elementary.ts';
import type { Bounds } from './area.ts';
import { inGreatBritain } from './bng.ts';

/** Parallel columns in metres; NaN where a place has no position or lies too far off. */
export interface PointsM {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Turns parallel columns of WGS84 degrees into fresh columns of metres. */
export type ToMetres = (lon: ArrayLike<number>, lat: ArrayLike<number>) => PointsM;

const RADIANS = Math.PI / 180;

interface Ellipsoid {
  /** Half axes in metres. */
  readonly a: number;
  readonly b: number;
}

const WGS84: Ellipsoid = { a: 6_378_137, b: 6_356_752.314245179 };
const AIRY: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909237285 };

/** Farthest from the middle, in radians of longitude, and nearest to a pole, in radians of latitude. */
const FARTHEST = 12 * RADIANS;
const NEAREST_POLE = 85 * RADIANS;

/** The projection for an area: the National Grid when the middle of its bounds lies on it. */
export function metresOf([west, south, east, north]: Bounds): ToMetres {
  const lon = (west + east) / 2;
  const lat = (south + north) / 2;
  if (inGreatBritain(lon, lat)) return projector(NATIONAL_GRID, true);
  return projector({ ellipsoid: WGS84, lon0: lon, lat0: lat, scale: 1, x0: 0, y0: 0 }, false);
}

interface Projection {
  readonly ellipsoid: Ellipsoid;
  /** Middle in degrees, and its place in metres. */
  readonly lon0: number;
  readonly lat0: number;
  readonly scale: number;
  readonly x0: number;
  readonly y0: number;
}

const NATIONAL_GRID: Projection = {
  ellipsoid: AIRY,
  lon0: -2,
  lat0: 49,
  scale: 0.9996012717,
  x0: 400_000,
  y0: -100_000,
};

function projector(projection: Projection, shifted: boolean): ToMetres {
  const project = transverseMercator(projection);
  return (lon, lat) => {
    const n = lon.length;
    const x = new Float64Array(n).fill(Number.NaN);
    const y = new Float64Array(n).fill(Number.NaN);
    const at = { lambda: 0, phi: 0, x: 0, y: 0 };
    for (let i = 0; i < n; i++) {
      at.lambda = (lon[i] as number) * RADIANS;
      at.phi = (lat[i] as number) * RADIANS;
      // NaN fails every comparison
      if (!(Math.abs(at.phi) < NEAREST_POLE)) continue;
      if (shifted) toOsgb36(at);
      if (!project(at)) continue;
      x[i] = at.x;
      y[i] = at.y;
    }
    return { x, y };
  };
}

/** One place on its way from degrees (as radians) to metres. Reused, for there are millions. */
interface Place {
  lambda: number;
  phi: number;
  x: number;
  y: number;
}

/** Fills in x and y; false when the place is too far from the middle. */
function transverseMercator({ ellipsoid, lon0, lat0, scale, x0, y0 }: Projection): (at: Place) => boolean {
  const { a, b } = ellipsoid;
  const n = (a - b) / (a + b);
  const e2 = 1 - (b * b) / (a * a);
  const phi0 = lat0 * RADIANS;
  const lambda0 = lon0 * RADIANS;
  // coefficients of the arc along the meridian, to the sixth power of sines and cosines
  const m0 = 1 + n + 1.25 * n * n + 1.25 * n * n * n;
  const m1 = 3 * n + 3 * n * n + 2.625 * n * n * n;
  const m2 = 1.875 * n * n + 1.875 * n * n * n;
  const m3 = (35 / 24) * n * n * n;
  const sin0 = sin(phi0);
  const cos0 = cos(phi0);

  return (at) => {
    let p = at.lambda - lambda0;
    // the shorter way about the globe
    if (p > Math.PI) p -= 2 * Math.PI;
    else if (p < -Math.PI) p += 2 * Math.PI;
    if (!(Math.abs(p) <= FARTHEST)) return false;

    const s = sin(at.phi);
    const c = cos(at.phi);
    const t2 = (s * s) / (c * c);
    const root = Math.sqrt(1 - e2 * s * s);
    const nu = (a * scale) / root;
    const rho = (a * scale * (1 - e2)) / (root * root * root);
    const eta2 = nu / rho - 1;

    // of φ − φ₀ and φ + φ₀, doubled and trebled by multiplication
    const sMinus = s * cos0 - c * sin0;
    const cMinus = c * cos0 + s * sin0;
    const cPlus = c * cos0 - s * sin0;
    const arc =
      b *
      scale *
      (m0 * (at.phi - phi0) -
        m1 * sMinus * cPlus +
        m2 * (2 * sMinus * cMinus) * (2 * cPlus * cPlus - 1) -
        m3 * (sMinus * (3 - 4 * sMinus * sMinus)) * (cPlus * (4 * cPlus * cPlus - 3)));

    const q = p * p * c * c;
    at.y =
      y0 +
      arc +
      ((nu * s * p * p * c) / 2) *
        (1 +
          (q * (5 - t2 + 9 * eta2 + 4 * eta2 * eta2)) / 12 +
          (q * q * (61 - 58 * t2 + t2 * t2 + 270 * eta2 - 330 * t2 * eta2)) / 360);
    at.x =
      x0 +
      nu *
        p *
        c *
        (1 +
          (q * (nu / rho - t2)) / 6 +
          (q * q * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * t2 * eta2)) / 120 +
          // this and the last terms of y stand beyond the printed ones: they are 2 mm on the Western Isles
          (q * q * q * (61 - 479 * t2 + 179 * t2 * t2 - t2 * t2 * t2)) / 5040);
    return true;
  };
}

/** Helmert transformation of EPSG:1314, undone as proj4 undoes it: shift, scale and transposed small angles. */
const SHIFT = { x: 446.448, y: -125.157, z: 542.06, scale: 1 - 20.489e-6 } as const;
const SECONDS = RADIANS / 3600;
const TURN = { x: 0.15 * SECONDS, y: 0.247 * SECONDS, z: 0.842 * SECONDS } as const;
const WGS84_E2 = 1 - (WGS84.b * WGS84.b) / (WGS84.a * WGS84.a);
const AIRY_E2 = 1 - (AIRY.b * AIRY.b) / (AIRY.a * AIRY.a);
const AIRY_SECOND_E2 = (AIRY.a * AIRY.a) / (AIRY.b * AIRY.b) - 1;

/** Latitude and longitude on WGS84 become those on OSGB36, at height 0. */
function toOsgb36(at: Place): void {
  // on the ellipsoid → in space
  const s = sin(at.phi);
  const nu = WGS84.a / Math.sqrt(1 - WGS84_E2 * s * s);
  const flat = nu * cos(at.phi);
  const x = (flat * cos(at.lambda) - SHIFT.x) / SHIFT.scale;
  const y = (flat * sin(at.lambda) - SHIFT.y) / SHIFT.scale;
  const z = (nu * (1 - WGS84_E2) * s - SHIFT.z) / SHIFT.scale;
  const turnedX = x + TURN.z * y - TURN.y * z;
  const turnedY = y - TURN.z * x + TURN.x * z;
  const turnedZ = z + TURN.y * x - TURN.x * y;
  // in space → on the other ellipsoid, by Bowring's (1976) formula: exact to a micrometre near the ground
  const r = Math.sqrt(turnedX * turnedX + turnedY * turnedY);
  const slope = (turnedZ * AIRY.a) / (r * AIRY.b);
  const cosine = 1 / Math.sqrt(1 + slope * slope);
  const sine = slope * cosine;
  at.phi = atan(
    (turnedZ + AIRY_SECOND_E2 * AIRY.b * sine * sine * sine) / (r - AIRY_E2 * AIRY.a * cosine * cosine * cosine),
  );
  at.lambda = atan2(turnedY, turnedX);
}
