/** A study area: named polygons in WGS84 that every statistic is confined to. */

/** [lon, lat], WGS84 degrees. */
export type LonLat = readonly [number, number];

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface StudyArea {
  /** Area code when the file has one ("E07000066"), else its name. Unique within a set. */
  readonly id: string;
  readonly name: string;
  /** Polygons → rings (first outer, then holes) → closed positions. */
  readonly polygons: readonly (readonly (readonly LonLat[])[])[];
  readonly bounds: Bounds;
}
