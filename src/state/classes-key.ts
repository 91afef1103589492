import type { HotspotSettings } from '../core/settings.ts';

/** The key under which colour classes are kept: units differ between modes and cell sizes. */
export function classesKey(settings: Pick<HotspotSettings, 'mode' | 'resolution'>): string {
  return `${settings.mode}:${settings.resolution}`;
}
