/** Steps and circles in metres around a place: good to a few parts in a thousand over the size of a town. */
import { cos, sin } from '../stats/elementary.ts';
import type { LonLat } from './area.ts';

/** Mean radius of the Earth, metres (IUGG). */
const EARTH_M = 6_371_008.8;
const DEGREE_M = (EARTH_M * Math.PI) / 180;

/** Positions are kept to a centimetre: longer numbers say nothing more and differ between drawing and typing. */
const DECIMALS = 1e7;

/** Corners of a circle drawn as a polygon; its area is 0.2 % short of the circle's. */
const CIRCLE_CORNERS = 64;

/** A position to seven decimals. */
export function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}

/** The place so many metres to the east and north. */
export function movedBy([lon, lat]: LonLat, eastM: number, northM: number): LonLat {
  const perDegreeEast = DEGREE_M * Math.max(cos((lat * Math.PI) / 180), 1e-6);
  return rounded([lon + eastM / perDegreeEast, lat + northM / DEGREE_M]);
}

/** Ring of corners (not closed), anticlockwise from the east. */
export function circleAround(centre: LonLat, radiusM: number): LonLat[] {
  return Array.from({ length: CIRCLE_CORNERS }, (_, k) => {
    const angle = (2 * Math.PI * k) / CIRCLE_CORNERS;
    return movedBy(centre, radiusM * cos(angle), radiusM * sin(angle));
  });
}
