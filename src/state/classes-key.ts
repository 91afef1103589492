import type { Settings } from './app-state.ts';

/** The key under which colour classes are kept: units differ between modes, cell sizes and schedules. */
export function classesKey({ mode, resolution, schedule }: Pick<Settings, 'mode' | 'resolution' | 'schedule'>): string {
  const weighed = mode === 'count' || schedule === 'cchi-2020' ? '' : `:${schedule}`;
  return `${mode}:${resolution}${weighed}`;
}
