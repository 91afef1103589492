import type { PatrolFileFormat } from '../../../core/tables/patrol-files.ts';
import { fileName, saveFile } from '../../download.ts';
import { useStore } from '../../store-context.ts';
import { areaName } from '../../words.ts';
import { cardsPageIn } from './use-cards.ts';

const MEDIA: Readonly<Record<PatrolFileFormat, string>> = {
  html: 'text/html;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  gpx: 'application/gpx+xml',
  geojson: 'application/geo+json',
  json: 'application/json',
};

/** Saves the cards or the plan on screen; what goes wrong is said in a message. */
export function usePatrolFiles(): (format: PatrolFileFormat) => Promise<void> {
  const store = useStore();
  return async (format) => {
    const state = store.getState();
    const page = cardsPageIn(state);
    if (page === null) return;
    const pair = page.pair === null || page.shift === null ? '' : `pair ${page.pair + 1}`;
    try {
      const bytes = await store.patrolFile(page, format);
      const name = fileName([areaName(state), page.shift ? 'patrol plan' : 'patrol areas', pair], format);
      saveFile(new Blob([bytes], { type: MEDIA[format] }), name);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The file could not be written.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    }
  };
}
