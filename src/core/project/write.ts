/** A project as the text of its file: the same project gives the same bytes, whatever order its parts were made in. */
import { InputError } from '../errors.ts';
import type { StudyArea } from '../geo/area.ts';
import { mappingJson } from '../ingest/mapping-profile.ts';
import { toBase64 } from './base64.ts';
import { batchJson } from './batches.ts';
import { besideJson } from './beside.ts';
import { evaluationJson } from './evaluation.ts';
import { keyDateViewJson, ownKeyDatesJson } from './key-dates.ts';
import { layersJson } from './layers.ts';
import { methodsJson } from './methods.ts';
import { ownDefinitionJson } from './own-definitions.ts';
import { patrolJson } from './patrol.ts';
import { PROJECT_VERSION, type Project, type ProjectSettings } from './project.ts';
import { riskJson } from './risk.ts';
import { trialJson, wddJson } from './trial.ts';
import { logViewJson } from './visit-log.ts';

/** A longer text than this base64 makes can be held by no browser. */
const MOST_BYTES = 200_000_000;

/** @throws InputError when the rows are too many to be held in one file */
export function writeProject(project: Project): string {
  const { rows, inputs, areaSet } = project;
  const bytes = rows?.reduce((sum, row) => sum + row.length, 0) ?? 0;
  if (bytes > MOST_BYTES) {
    throw new InputError(
      `The offences take ${Math.ceil(bytes / 1e6)} MB, more than the 200 MB that a project file can hold – save it without them and keep the files beside it.`,
    );
  }
  const parts: readonly (readonly [string, unknown])[] = [
    ['harmscape', 'project'],
    ['v', PROJECT_VERSION],
    ['appVersion', project.appVersion],
    ['source', project.source],
    ['title', project.title],
    ['marking', project.marking],
    ['settings', settingsJson(project.settings)],
    ['ownSchedule', project.ownSchedule && { name: project.ownSchedule.name, text: project.ownSchedule.text }],
    ['areaSet', { name: areaSet.name, origin: areaSet.origin, areas: areaSet.areas.map(areaJson) }],
    ['map', sorted(project.map)],
    ...(project.mappings?.some(Boolean)
      ? [['mappings', project.mappings.map((mapping) => mapping && mappingJson(mapping))] as const]
      : []),
    ['inputs', inputs.map(({ name, size, sha256 }) => ({ name, size, sha256 }))],
    ...(project.batches
      ? ([
          ['batches', project.batches.map(batchJson)],
          ['batchKey', project.batchKey],
        ] as const)
      : []),
    ...(hasLayers(project) ? [['layers', layersJson(project.layers)] as const] : []),
    ...(project.exactGrid
      ? [['exactGrid', { name: project.exactGrid.name, sha256: project.exactGrid.sha256 }] as const]
      : []),
    ['rows', rows?.map(toBase64) ?? null],
  ];
  // one part a line: a person who opens the file can find the way
  return `{\n${parts.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}\n`;
}

function hasLayers(project: Project): project is Project & Required<Pick<Project, 'layers'>> {
  const { layers } = project;
  return layers !== undefined && (layers.factors.length > 0 || layers.populations !== null);
}

function settingsJson(s: ProjectSettings) {
  const methods = methodsJson(s.methods);
  const risk = riskJson(s.risk);
  const evaluation = evaluationJson(s.evaluation);
  const patrol = patrolJson(s.patrol);
  const trial = trialJson(s.trial);
  const wdd = wddJson(s.wdd);
  const log = logViewJson(s.log);
  const keyDateView = keyDateViewJson(s.keyDateView);
  return {
    definition: s.definition,
    mode: s.mode,
    schedule: s.schedule,
    ownDefinitions: s.ownDefinitions.map(ownDefinitionJson),
    ownId: s.ownId,
    includeProactive: s.includeProactive,
    fromDay: s.fromDay,
    toDay: s.toDay,
    // what most projects do without leaves no trace in them
    ...(s.hours ? { hours: s.hours } : {}),
    ...(s.keyDates ? { keyDates: ownKeyDatesJson(s.keyDates) } : {}),
    ...(keyDateView ? { keyDateView } : {}),
    resolution: s.resolution,
    ring: s.ring,
    permutations: s.permutations,
    seed: s.seed,
    areaId: s.areaId,
    measure: s.measure,
    ...(methods ? { methods } : {}),
    ...(risk ? { risk } : {}),
    ...(s.evaluatePart === 'methods' ? {} : { evaluatePart: s.evaluatePart }),
    ...(evaluation ? { evaluation } : {}),
    ...(patrol ? { patrol } : {}),
    ...(trial ? { trial } : {}),
    ...(wdd ? { wdd } : {}),
    ...(log ? { log } : {}),
    ...(s.beside ? { beside: besideJson(s.beside) } : {}),
    classes: sorted(s.classes),
    cell: s.cell,
  };
}

/** Without the bounds, which follow from the polygons. */
function areaJson({ id, name, kind, polygons }: StudyArea) {
  return { id, name, ...(kind === undefined ? {} : { kind }), polygons };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
