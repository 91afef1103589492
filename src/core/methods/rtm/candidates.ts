// biome-ignore-all lint/style/noNonNullAssertion: indices stay below the arrays' lengths
/**
 * What may a place have to do with crime near by, and over what distance? Candidate variables from points.
 *
 * In words, for each factor and extent D at every cell centre: proximity is 1 when the nearest feature is at most D
 * away; density is 1 when the quartic kernel density of radius D, Σ (1 − d²/D²)², is above its mean + 2 standard
 * deviations (1/n) over all cells of the area. Everything else is 0.
 *
 * Caplan, J. M. & Kennedy, L. W. (2016), Risk Terrain Modeling, University of California Press; Caplan, J. M., Kennedy, L.
 * W., Barnum, J. D. & Piza, E. L. (2015), Risk terrain modeling for spatial risk assessment, Cityscape 17(1):7–16; kernel:
 * Silverman, B. W. (1986), Density Estimation, section 4.2, doi 10.1201/9781315140919.
 *
 * Choices: features outside the area count as far as they reach into it, so that there is no edge of nothing; a variable
 * that is the same in every cell, or the same as an earlier one, is left out with a note, for no data can tell them apart.
 *
 * The trap: 1 of density means unusually many for this area, not many; compare two towns by the extents and relative
 * risks, never by how many cells are 1.
 */
import type { PointsM } from '../../geo/local-metres.ts';
import { pointIndex, visitWithin } from '../../geo/point-index.ts';
import { type BinaryColumns, binaryColumns } from '../../stats/binary-columns.ts';
import type { Operationalisation, RtmSettings } from './settings.ts';
import { extentsOf } from './settings.ts';

/** Points in metres of the same projection as the cell centres. */
export interface RtmFactor extends PointsM {
  readonly name: string;
}

export interface Candidate {
  /** "pubs__proximity__100", unique. */
  readonly column: string;
  readonly factor: string;
  readonly operationalisation: Operationalisation;
  readonly extentM: number;
  /** Cells in which it is 1. */
  readonly cells: number;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  /** Row i is cell i, column j candidate j. */
  readonly columns: BinaryColumns;
  /** Index of each candidate's factor among the factors given. */
  readonly factorOf: Uint16Array;
  /** What was left out and why. */
  readonly notes: readonly string[];
}

/** Candidates of factors with different names, at the cell centres. */
export function candidatesOf(cells: PointsM, factors: readonly RtmFactor[], settings: RtmSettings): Candidates {
  const n = cells.x.length;
  const extents = extentsOf(settings);
  const { byFactor = {} } = settings;
  const kept: { candidate: Candidate; rows: Uint32Array; factor: number }[] = [];
  const notes: string[] = [];
  factors.forEach((factor, f) => {
    const variables = (Object.hasOwn(byFactor, factor.name) && byFactor[factor.name]) || settings.operationalisation;
    const wanted = (o: Operationalisation): boolean => variables === 'both' || variables === o;
    const { nearest, density, within } = measure(cells, factor, extents);
    if (within === 0) {
      notes.push(`“${factor.name}” has no feature within ${extents.at(-1)} m of a cell – it is left out.`);
      return;
    }
    const made: [Operationalisation, number, Uint32Array][] = [
      ...(wanted('proximity')
        ? extents.map((d): [Operationalisation, number, Uint32Array] => [
            'proximity',
            d,
            rowsWhere(n, (i) => nearest[i]! <= d * d),
          ])
        : []),
      ...(wanted('density')
        ? extents.map((d, e): [Operationalisation, number, Uint32Array] => ['density', d, unusual(density[e]!)])
        : []),
    ];
    const flat: string[] = [];
    for (const [operationalisation, extentM, rows] of made) {
      const column = `${factor.name}__${operationalisation}__${extentM}`;
      const words = `${operationalisation} ${extentM} m`;
      const same = kept.find((k) => equal(k.rows, rows));
      if (rows.length === 0 || rows.length === n) flat.push(words);
      else if (same)
        notes.push(`“${factor.name}”, ${words}, is the same in every cell as ${same.candidate.column} – left out.`);
      else {
        kept.push({
          candidate: { column, factor: factor.name, operationalisation, extentM, cells: rows.length },
          rows,
          factor: f,
        });
      }
    }
    if (flat.length > 0) notes.push(`“${factor.name}” does not vary over the cells at ${flat.join(', ')} – left out.`);
  });
  return {
    list: kept.map((k) => k.candidate),
    columns: binaryColumns(
      n,
      kept.map((k) => k.rows),
    ),
    factorOf: Uint16Array.from(kept, (k) => k.factor),
    notes,
  };
}

/** Squared distance to the nearest feature (infinite beyond the largest extent), the densities at each extent. */
function measure(cells: PointsM, features: PointsM, extents: readonly number[]) {
  const n = cells.x.length;
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const density = extents.map(() => new Float64Array(n));
  const squares = extents.map((d) => d * d);
  const reachM = extents.at(-1) ?? 0;
  const index = pointIndex(features, reachM / 2);
  let within = 0;
  for (let i = 0; i < n; i++) {
    visitWithin(index, cells.x[i]!, cells.y[i]!, reachM, (_, square) => {
      within += 1;
      if (square < nearest[i]!) nearest[i] = square;
      // from the largest extent down: beyond one is beyond all smaller ones
      for (let e = squares.length - 1; e >= 0 && square < squares[e]!; e--) {
        const rest = 1 - square / squares[e]!;
        density[e]![i]! += rest * rest;
      }
    });
  }
  return { nearest, density, within };
}

/** Rows above mean + 2 standard deviations. */
function unusual(values: Float64Array): Uint32Array {
  let total = 0;
  for (const v of values) total += v;
  const mean = total / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) ** 2;
  const bound = mean + 2 * Math.sqrt(squares / values.length);
  return rowsWhere(values.length, (i) => values[i]! > bound);
}

function rowsWhere(n: number, holds: (i: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let i = 0; i < n; i++) if (holds(i)) rows.push(i);
  return Uint32Array.from(rows);
}

function equal(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((row, k) => row === b[k]);
}
