/** The tables that a project stands for, as text: what the app downloads and the command line writes are the same. */
import { pickArea, type StudyArea, unionOf } from '../geo/area.ts';
import { AROUND_ID } from '../geo/around.ts';
import { togetherAreas } from '../geo/drawn.ts';
import { builtInSchedule, type HarmSchedule, parseSchedule } from '../harm/schedule.ts';
import type { Source } from '../ingest/source.ts';
import type { Selection } from '../offences/presets.ts';
import { type Pipeline, pipelineOf } from '../pipeline.ts';
import { toCsv } from '../tables/csv.ts';
import { tableOfProject } from './batches.ts';
import type { Project } from './project.ts';

export type ProjectTables = Readonly<Record<'ranked.csv' | 'hotspots.csv', string>>;

/** @throws InputError when the offences cannot be read or the settings do not fit them */
export async function runProject(project: Project, sources: readonly Source[]): Promise<ProjectTables> {
  const table = await tableOfProject(project, sources);
  const pipeline = pipelineOf(table, scheduleOf(project));
  const { areas } = project.areaSet;
  const { areaId } = project.settings;
  return projectTables(pipeline, areaId === null ? togetherOf(areas) : pickArea(areas, areaId), selectionOf(project));
}

export function projectTables(pipeline: Pipeline, area: StudyArea, settings: Selection): ProjectTables {
  return {
    'ranked.csv': toCsv(pipeline.ranked(area, settings)),
    'hotspots.csv': toCsv(pipeline.everyCell(area, settings)),
  };
}

/** All areas of the file as one; the one drawn around the offences stays what it is. */
export function togetherOf(all: readonly StudyArea[]): StudyArea {
  const areas = togetherAreas(all);
  const [only] = areas;
  return areas.length === 1 && only?.id === AROUND_ID ? only : unionOf(areas, 'All areas');
}

function selectionOf({ settings }: Project): Selection {
  return { ...settings, own: settings.ownDefinitions.find(({ id }) => id === settings.ownId) ?? null };
}

function scheduleOf({ settings, ownSchedule }: Project): HarmSchedule {
  if (settings.schedule !== 'own') return builtInSchedule(settings.schedule);
  return parseSchedule(ownSchedule?.text ?? '', ownSchedule?.name ?? 'own weights').schedule;
}
