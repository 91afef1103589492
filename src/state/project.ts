/** What the state says of a project; areas and files stand in the worker. */
import { InputError } from '../core/errors.ts';
import type { Project } from '../core/project/project.ts';
import type { AppState } from './app-state.ts';

type About = Omit<Project, 'areaSet' | 'map' | 'mappings' | 'inputs' | 'batches' | 'batchKey' | 'rows'> & {
  readonly areaSet: Omit<Project['areaSet'], 'areas'>;
};

/** @throws InputError when nothing is loaded */
export function aboutProject(
  { settings, marking, ownSchedule, areaSet, dataset, exactGrid, gridWanted }: AppState,
  appVersion: string,
): About {
  const loaded = 'value' in dataset ? dataset.value : undefined;
  if (!loaded) throw new InputError('No offences are loaded – a project needs some: open files first.');
  const held = 'value' in exactGrid ? exactGrid.value : undefined;
  const grid = held ? { name: held.name, sha256: held.sha256 } : gridWanted;
  return {
    appVersion,
    source: loaded.source,
    title: loaded.name,
    marking,
    settings,
    ownSchedule: ownSchedule && { name: ownSchedule.name, text: ownSchedule.text },
    areaSet: { name: areaSet.name, origin: areaSet.origin },
    ...(grid ? { exactGrid: grid } : {}),
  };
}
