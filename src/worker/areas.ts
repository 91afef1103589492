/** The study areas that the worker holds: those of a file and those drawn by hand, and what is asked while drawing. */
import { InputError } from '../core/errors.ts';
import { type LonLat, pickArea, type StudyArea } from '../core/geo/area.ts';
import { parseAreas } from '../core/geo/area-file.ts';
import { type Piece, piecesOf } from '../core/geo/draw.ts';
import { besides, isDrawn } from '../core/geo/drawn.ts';
import { readPlace } from '../core/geo/grid-reference.ts';
import { circleAround } from '../core/geo/metres.ts';
import { coarserFor } from '../core/hex/cells.ts';
import { type ShapeReport, shapeReport } from '../core/hex/shape-report.ts';
import { togetherOf } from '../core/project/tables.ts';

/** Areas of a file and how they were named. */
export interface OpenedAreas {
  readonly areas: readonly StudyArea[];
  readonly nameField: string;
  /** Properties that the names could be read from. */
  readonly nameFields: readonly string[];
  readonly notes: readonly string[];
}

export interface AreaJobs {
  /** Reads study areas from GeoJSON text and replaces those of the file held; drawn ones stay. */
  openAreas(text: string, fileName: string): OpenedAreas;
  /** Reads the file opened last again, with the names from another property. */
  nameAreasBy(field: string): OpenedAreas;
  /** Replaces the areas drawn by hand. */
  setDrawn(drawn: readonly StudyArea[]): void;
  shape(pieces: readonly Piece[], resolution: number): ShapeReport;
  /** The outlines of an area held, for a copy. */
  outlinesOf(id: string): ReturnType<typeof piecesOf>;
  /** A place as typed. @throws InputError saying what is wrong with it */
  place(text: string): LonLat;
  /** A circle around a place as typed: ring of corners, not closed. */
  circle(text: string, radiusM: number): readonly LonLat[];
}

/** Radii that a circle may have, metres. */
const RADIUS = { least: 10, most: 100_000 } as const;

/** The area, unless it has more cells than anyone can read. @throws InputError with the resolution to use instead */
export function readable(area: StudyArea, resolution: number): StudyArea {
  const propose = coarserFor(area, resolution);
  if (propose < resolution) {
    throw new InputError(`Too many cells at resolution ${resolution} – use resolution ${propose} or a smaller area.`);
  }
  return area;
}

export function createAreas() {
  let others: readonly StudyArea[] = [];
  let drawn: readonly StudyArea[] = [];
  let all: readonly StudyArea[] = [];
  let everywhere: StudyArea | null = null;
  let file: { readonly json: unknown; readonly name: string } | null = null;

  const hold = (): void => {
    all = besides(others, drawn);
    everywhere = all.length > 0 ? togetherOf(all) : null;
  };
  const holdDrawn = (next: readonly StudyArea[]): void => {
    drawn = next;
    // the same object while it is made of the same areas: all that was computed for it is kept
    if (others.length > 0) all = besides(others, drawn);
    else hold();
  };
  const read = (json: unknown, name: string, field?: string): OpenedAreas => {
    const opened = parseAreas(json, name, field);
    others = opened.areas;
    file = { json, name };
    hold();
    return opened;
  };

  const jobs: AreaJobs = {
    openAreas: (text, fileName) => read(parseJson(text, fileName), fileName),
    nameAreasBy(field) {
      if (!file) throw new InputError('The areas come from no file that is open – open it again.');
      return read(file.json, file.name, field);
    },
    setDrawn: holdDrawn,
    shape: shapeReport,
    outlinesOf: (id) => piecesOf(pickArea(all, id).polygons),
    place: readPlace,
    circle(text, radiusM) {
      if (!(radiusM >= RADIUS.least && radiusM <= RADIUS.most)) {
        throw new InputError(`A radius of ${radiusM} m cannot be drawn – give ${RADIUS.least} to 100,000 metres.`);
      }
      return circleAround(readPlace(text), radiusM);
    },
  };

  return {
    jobs,
    all: () => all,
    /** The areas that “all together” means as one; null when none are held. */
    everywhere: () => everywhere,
    /** Null = all together. @throws InputError when there is none of that id */
    pick(id: string | null): StudyArea {
      if (!everywhere) throw new InputError('No study area is loaded – open a GeoJSON file with the outlines.');
      return id === null ? everywhere : pickArea(all, id);
    },
    /** Replaces the areas of the file; the drawn ones stay. */
    use(areas: readonly StudyArea[]): void {
      others = areas;
      file = null;
      hold();
    },
    /** Replaces all of them, the drawn ones too. */
    replace(areas: readonly StudyArea[]): void {
      others = areas.filter((area) => !isDrawn(area));
      drawn = areas.filter(isDrawn);
      file = null;
      hold();
    },
  };
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${fileName} is not valid JSON – export the areas as GeoJSON in longitude and latitude.`);
  }
}
