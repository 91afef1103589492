/** The H3 cells of a study area. Index i means cell i in every array that is made from a grid. */
export interface CellGrid {
  /** H3 resolution, 7–11. */
  readonly resolution: number;
  /** H3 ids, ascending, without duplicates. */
  readonly cells: readonly string[];
  /** Centres, WGS84 degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** True area on the sphere, m². */
  readonly areaM2: Float64Array;
}

/** Neighbours in compressed-row form: those of cell i are `items[offsets[i] … offsets[i + 1])`, i itself among them. */
export interface NeighbourGraph {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}
