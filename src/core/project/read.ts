/** Unknown JSON → project: every part is checked before anything is done with it. */
import { InputError } from '../errors.ts';
import { boundsOf, type LonLat, type StudyArea } from '../geo/area.ts';
import { fields } from '../ingest/fields.ts';
import { readMapping } from '../ingest/mapping-profile.ts';
import { definitionIds, harmModes, measures, scheduleIds } from '../settings.ts';
import { fromBase64 } from './base64.ts';
import { readBatches } from './batches.ts';
import { readBeside } from './beside.ts';
import { at, flag, listOf, oneOf, orNull, type Part, recordOf, text, whole, within, wrong } from './check.ts';
import { readEvaluation } from './evaluation.ts';
import { readExactGrid } from './exact-grid.ts';
import { readHours, readKeyDateView, readOwnKeyDates } from './key-dates.ts';
import { readLayers } from './layers.ts';
import { readMethods } from './methods.ts';
import { readOwnDefinition } from './own-definitions.ts';
import { readPatrol } from './patrol.ts';
import { PROJECT_VERSION, type Project, type ProjectInput, type ProjectSettings } from './project.ts';
import { readRisk } from './risk.ts';
import { readEvaluatePart, readTrial, readWdd } from './trial.ts';
import { readLogView } from './visit-log.ts';

/** Far beyond any date of an offence, on either side of 1970. */
const MOST_DAYS = 1_000_000;
const H3_ID = /^8[0-9a-f]{14}$/;
const SHA256 = /^[0-9a-f]{64}$/;
/** Names are looked for beside the project file: none may lead elsewhere. */
const PLAIN_NAME = /^(?!\.{1,2}$)[^/\\\0]{1,255}$/;

/** What the first characters of a file say: a project, an encrypted one, or neither. */
export function projectKind(start: string): 'project' | 'encrypted' | null {
  const kind = /^\uFEFF?\s*\{\s*"harmscape"\s*:\s*"(project|encrypted)"/.exec(start)?.[1];
  return kind === 'project' || kind === 'encrypted' ? kind : null;
}

/** @throws InputError when the text is no JSON */
export function projectJson(content: string, fileName: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError(`${fileName} is not a whole project file: it is no valid JSON – save or copy it again.`);
  }
}

/** @throws InputError when it is no project, of another version, or a part of it is missing or wrong */
export function readProject(json: unknown, fileName: string): Project {
  const root: Part = { value: json, where: '' };
  if (typeof json !== 'object' || json === null || Array.isArray(json) || at(root, 'harmscape').value !== 'project') {
    throw new InputError(`${fileName} is not a project file – open one that was saved with “Save project”.`);
  }
  const version = at(root, 'v');
  if (version.value !== PROJECT_VERSION) {
    const newer = typeof version.value === 'number' && version.value > PROJECT_VERSION;
    throw new InputError(
      newer
        ? `${fileName} was saved by a newer Harmscape (project version ${version.value}) – open it with that one.`
        : `${fileName} names no project version that is known – save it again.`,
    );
  }
  const areas = readAreas(at(at(root, 'areaSet'), 'areas'));
  const settings = readSettings(at(root, 'settings'));
  if (settings.areaId !== null && !areas.some((area) => area.id === settings.areaId)) {
    throw wrong(at(at(root, 'settings'), 'areaId'), 'the id of one of its areas');
  }
  const ownSchedule = orNull(at(root, 'ownSchedule'), (own) => ({
    name: text(at(own, 'name')),
    text: text(at(own, 'text')),
  }));
  if (settings.schedule === 'own' && ownSchedule === null)
    throw wrong(at(root, 'ownSchedule'), 'the schedule it weighs by');
  const inputs = listOf(at(root, 'inputs'), readInput);
  if (inputs.length === 0) throw wrong(at(root, 'inputs'), 'a list of at least one file');
  return {
    appVersion: text(at(root, 'appVersion')),
    source: oneOf(at(root, 'source'), ['demo', 'files'] as const),
    title: text(at(root, 'title')),
    marking: text(at(root, 'marking')),
    settings,
    ownSchedule,
    areaSet: {
      name: text(at(at(root, 'areaSet'), 'name')),
      origin: oneOf(at(at(root, 'areaSet'), 'origin'), ['shipped', 'file', 'drawn'] as const),
      areas,
    },
    map: recordOf(at(root, 'map'), (field) => oneOf(field, fields)),
    ...readMappings(at(root, 'mappings'), inputs.length, fileName),
    inputs,
    ...readBatches(root, inputs.length),
    ...readLayers(at(root, 'layers')),
    ...readExactGrid(at(root, 'exactGrid')),
    rows: orNull(at(root, 'rows'), (rows) => readRows(rows, inputs)),
  };
}

function readMappings(part: Part, inputs: number, fileName: string): Pick<Project, 'mappings'> {
  if (part.value === undefined) return {};
  const mappings = listOf(part, (item) => orNull(item, ({ value }) => readMapping(value, fileName)));
  if (mappings.length !== inputs) throw wrong(part, `a list of ${inputs}, one for each input`);
  return { mappings };
}

function readSettings(part: Part): ProjectSettings {
  const day = (value: Part): number => whole(value, -MOST_DAYS, MOST_DAYS);
  const ownDefinitions = listOf(at(part, 'ownDefinitions'), readOwnDefinition);
  return {
    definition: oneOf(at(part, 'definition'), definitionIds),
    mode: oneOf(at(part, 'mode'), harmModes),
    schedule: oneOf(at(part, 'schedule'), scheduleIds),
    ownDefinitions,
    ownId: orNull(at(part, 'ownId'), (own) => {
      const found = ownDefinitions.find(({ id }) => id === own.value);
      if (found === undefined) throw wrong(own, 'the id of one of its own definitions');
      return found.id;
    }),
    includeProactive: flag(at(part, 'includeProactive')),
    fromDay: orNull(at(part, 'fromDay'), day),
    toDay: orNull(at(part, 'toDay'), day),
    hours: readHours(at(part, 'hours')),
    keyDates: readOwnKeyDates(at(part, 'keyDates')),
    keyDateView: readKeyDateView(at(part, 'keyDateView')),
    resolution: whole(at(part, 'resolution'), 7, 11),
    ring: oneOf(at(part, 'ring'), [1, 2] as const),
    permutations: whole(at(part, 'permutations'), 0, 99_999),
    seed: whole(at(part, 'seed'), 0, 0xffffffff),
    areaId: orNull(at(part, 'areaId'), text),
    measure: oneOf(at(part, 'measure'), measures),
    methods: readMethods(at(part, 'methods')),
    risk: readRisk(at(part, 'risk')),
    evaluatePart: readEvaluatePart(at(part, 'evaluatePart')),
    evaluation: readEvaluation(at(part, 'evaluation')),
    patrol: readPatrol(at(part, 'patrol')),
    trial: readTrial(at(part, 'trial')),
    wdd: readWdd(at(part, 'wdd')),
    log: readLogView(at(part, 'log')),
    beside: readBeside(at(part, 'beside')),
    classes: recordOf(at(part, 'classes'), readBreaks),
    cell: orNull(at(part, 'cell'), (cell) => {
      if (!H3_ID.test(text(cell))) throw wrong(cell, 'the id of a cell');
      return text(cell);
    }),
  };
}

/** Strictly increasing, none negative, at most seven. */
function readBreaks(part: Part): number[] {
  const breaks = listOf(part, (item) => within(item, 0, Number.MAX_VALUE));
  if (breaks.length > 7 || breaks.some((b, i) => i > 0 && b <= (breaks[i - 1] ?? 0))) {
    throw wrong(part, 'at most seven rising numbers');
  }
  return breaks;
}

function readAreas(part: Part): StudyArea[] {
  const areas = listOf(part, readArea);
  if (areas.length === 0) throw wrong(part, 'a list of at least one area');
  if (new Set(areas.map((area) => area.id)).size < areas.length)
    throw wrong(part, 'areas with an id of their own each');
  return areas;
}

export function readArea(part: Part): StudyArea {
  const polygons = listOf(at(part, 'polygons'), (polygon) => {
    const rings = listOf(polygon, readRing);
    if (rings.length === 0) throw wrong(polygon, 'a list of at least one ring');
    return rings;
  });
  if (polygons.length === 0) throw wrong(at(part, 'polygons'), 'a list of at least one polygon');
  const kind = at(part, 'kind');
  return {
    id: text(at(part, 'id')),
    name: text(at(part, 'name')),
    ...(kind.value === undefined ? {} : { kind: text(kind) }),
    polygons,
    bounds: boundsOf(polygons),
  };
}

function readRing(part: Part): LonLat[] {
  const ring = listOf(part, (position): LonLat => {
    const [lon, lat, ...more] = listOf(position, (number) => number);
    if (!lon || !lat || more.length > 0) throw wrong(position, 'a longitude and a latitude');
    return [within(lon, -180, 180), within(lat, -90, 90)];
  });
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    throw wrong(part, 'a closed ring of at least four positions');
  }
  return ring;
}

function readInput(part: Part): ProjectInput {
  const name = at(part, 'name');
  if (!PLAIN_NAME.test(text(name))) throw wrong(name, 'the name of a file without its folder');
  const sha256 = at(part, 'sha256');
  if (!SHA256.test(text(sha256))) throw wrong(sha256, 'a SHA-256 of 64 hexadecimal digits');
  return { name: text(name), size: whole(at(part, 'size'), 0, Number.MAX_SAFE_INTEGER), sha256: text(sha256) };
}

function readRows(part: Part, inputs: readonly ProjectInput[]): Uint8Array<ArrayBuffer>[] {
  const rows = listOf(part, (row) => {
    const bytes = fromBase64(text(row));
    if (!bytes) throw wrong({ where: row.where, value: 'something else' }, 'base64');
    return bytes;
  });
  if (rows.length !== inputs.length) throw wrong(part, `a list of ${inputs.length}, one for each input`);
  return rows;
}
