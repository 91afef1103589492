/** What was patrolled against what was planned: asked for while the log is on screen. */
import type { AppState } from './app-state.ts';
import type { Request } from './requests.ts';
import { doseQueryOf, plannedAreasOf } from './visit-log.ts';

export function visitLogRequests(state: AppState): readonly Request[] {
  if (state.mode !== 'patrol' || !state.visitLog.open || state.playing) return [];
  const query = doseQueryOf(state.visitLog, plannedAreasOf(state), state.settings.log);
  if (query === null) return [];
  return [
    {
      name: 'visitDose',
      // files by what is known of them: positions never come here
      key: JSON.stringify([state.visitLog.files, query]),
      slots: ['visitDose'],
      run: async (client) => ({
        visitDose: { status: 'ready', value: { query, dose: await client.visitDose(query) } },
      }),
    },
  ];
}
