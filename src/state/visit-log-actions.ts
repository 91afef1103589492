/** Opening and closing the log of patrols. Its files are read one after the other, as each may be large. */
import type { LogUse } from '../core/evaluation/visit-columns.ts';
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';
import type { VisitLog } from './visit-log.ts';

type Actions = Pick<Store, 'openVisitLogs' | 'removeVisitLog' | 'visitDoseFile'>;

export function visitLogActions({ client, dispatch, getState }: Doing): Actions {
  const change = (part: Partial<VisitLog>): void => dispatch({ type: 'visit-log', change: part });

  return {
    async openVisitLogs(files: readonly File[], use: LogUse) {
      if (files.length === 0) return;
      if (getState().mode !== 'patrol') dispatch({ type: 'mode', mode: 'patrol' });
      change({ open: true, failures: [] });
      for (const file of files) {
        change({ reading: file.name });
        try {
          change({ files: await client.openVisitLog(file, use) });
        } catch (error) {
          change({ failures: [...getState().visitLog.failures, messageOf(error)] });
        }
      }
      change({ reading: null });
    },
    removeVisitLog: async (name) => change({ files: await client.removeVisitLog(name), failures: [] }),
    visitDoseFile: (query, format) => client.visitDoseFile(query, format),
  };
}
