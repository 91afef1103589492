import type { Settings } from './app-state.ts';
import { densityClassesKey } from './methods.ts';

/** The key under which colour classes are kept: units differ between modes, cell sizes and schedules. */
export function classesKey({ mode, resolution, schedule }: Pick<Settings, 'mode' | 'resolution' | 'schedule'>): string {
  const weighed = mode === 'count' || schedule === 'cchi-2020' ? '' : `:${schedule}`;
  return `${mode}:${resolution}${weighed}`;
}

type ClassSettings = Pick<Settings, 'mode' | 'resolution' | 'schedule' | 'measure' | 'methods'>;

/** The key of the classes on the map: those of density while that is shown. */
export function shownClassesKey(settings: ClassSettings): string {
  return settings.measure === 'kde' ? densityClassesKey(settings) : classesKey(settings);
}
