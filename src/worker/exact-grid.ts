/** Ordnance Survey's grid of corrections, when the user opens it: kept here until the page is closed, and exact from then on. */
import { InputError } from '../core/errors.ts';
import type { GridTransform } from '../core/geo/bng.ts';
import { exactTransform, parseOstn15 } from '../core/geo/ostn15.ts';
import type { Source } from '../core/ingest/source.ts';
import { fingerprint } from '../core/project/inputs.ts';

interface ExactGridFile {
  readonly name: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Points with shifts. */
  readonly points: number;
}

export interface ExactGridJobs {
  /** On failure the one held before stays. @throws InputError for any other file */
  openExactGrid(source: Source): Promise<ExactGridFile>;
  removeExactGrid(): void;
}

/** The whole file has 45 MB. */
const LARGEST = 200_000_000;

export function createExactGrid() {
  let held: GridTransform | undefined;
  const jobs: ExactGridJobs = {
    async openExactGrid(source) {
      if (source.size > LARGEST) {
        throw new InputError(
          `“${source.name}” is too large for the OSTN15 file (over 200 MB) – give OSTN15_OSGM15_DataFile.txt.`,
        );
      }
      const { name, sha256 } = await fingerprint(source);
      const grid = parseOstn15(new TextDecoder().decode(await source.slice(0, source.size).arrayBuffer()));
      held = exactTransform(grid);
      return { name, sha256, points: grid.points };
    },
    removeExactGrid() {
      held = undefined;
    },
  };
  return { jobs, transform: () => held };
}
