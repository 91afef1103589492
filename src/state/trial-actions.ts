/** Opening place-days, drawing and saving trials, and counting rows of displacement tests. */
import { emptyWddRow, MOST_WDD_ROWS, type WddRow, type WddZone, wddZones } from '../core/evaluation/trial-view.ts';
import { toCsv } from '../core/tables/csv.ts';
import { lotsTable } from '../core/tables/trial.ts';
import { wddJson, wddTable } from '../core/tables/wdd.ts';
import type { AppState, Store } from './app-state.ts';
import { defaultSettings } from './defaults.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';
import { queryOf } from './requests.ts';
import { drawnNow, lotsOf, trialOfNow, trialSourceOf, trialViewed, type WddChoice, wddShown } from './trial.ts';

const DEMO_TRIAL = 'demo/place-days.csv';

interface TrialOptions extends Doing {
  fetchFile(path: string): Promise<File>;
}

type Actions = Pick<Store, 'openPlaceDays' | 'trialFile' | 'drawTrial' | 'lotsFile' | 'wddFile' | 'fillWdd'> & {
  /** Fetches the demo's trial when it is first wanted. */
  followTrial(): void;
};

export function trialActions({ client, dispatch, getState, fetchFile }: TrialOptions): Actions {
  let opened = 0;
  /** In memory, so that what is on screen can be made again whatever becomes of the file. */
  const held = async (file: File) => {
    opened += 1;
    return { file: new File([await file.arrayBuffer()], file.name), opened };
  };

  async function openDemo(): Promise<void> {
    dispatch({ type: 'trial-files', files: { demo: 'loading' } });
    try {
      dispatch({ type: 'trial-files', files: { demo: await held(await fetchFile(DEMO_TRIAL)) } });
    } catch (error) {
      dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
    }
  }

  return {
    followTrial() {
      const state = getState();
      const { evaluatePart, trial } = state.settings;
      if (state.mode !== 'evaluate' || evaluatePart !== 'trial' || trial.show !== 'result') return;
      if (state.trialFiles.demo === null && trialSourceOf(state) === 'demo') void openDemo();
    },

    async openPlaceDays(file) {
      const { leastMin, drawnWithin } = getState().settings.trial;
      try {
        const own = await held(file);
        // what cannot be read leaves what is on screen
        await client.trialResult({ kind: 'file', file: own.file }, { leastMin, drawnWithin });
        dispatch({ type: 'trial-files', files: { own } });
        const { settings } = getState();
        dispatch({ type: 'set', patch: trialViewed(settings, { show: 'result', source: 'file' }) });
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },

    async trialFile(what) {
      const state = getState();
      const asked = trialOfNow(state, queryOf(state.settings));
      if (asked === null) throw new Error('There is no trial on screen – open place-days or draw one first.');
      const { leastMin, drawnWithin } = state.settings.trial;
      return client.trialFile(asked.of, { leastMin, drawnWithin }, what);
    },

    drawTrial() {
      const state = getState();
      const drawn = drawnNow(state);
      if (drawn !== null) dispatch({ type: 'set', patch: trialViewed(state.settings, { drawn }) });
    },

    lotsFile() {
      const { drawn } = getState().settings.trial;
      if (drawn === null) return null;
      const names = drawn.places.map(({ name }) => name);
      return toCsv(lotsTable(names, drawn.fromDay, lotsOf(drawn)));
    },

    wddFile(format) {
      const { settings } = getState();
      const result = wddShown(settings);
      return format === 'json' ? wddJson(settings.wdd, result) : toCsv(wddTable(settings.wdd, result));
    },

    async fillWdd({ day, beforeDays, afterDays, zones }) {
      const { settings } = getState();
      const periods = beforeDays === afterDays ? null : ([beforeDays, afterDays] as const);
      if (typedRows(settings).length > 0 && JSON.stringify(periods) !== JSON.stringify(settings.wdd.periods)) {
        return 'The rows that stand have other lengths of time: all rows share theirs. Remove those rows, or count over the same lengths.';
      }
      try {
        const counted: [WddZone, WddRow['zones'][WddZone]][] = [];
        for (const zone of wddZones) {
          const areaId = zones[zone];
          if (areaId === null) continue;
          const query = { ...queryOf(settings), areaId };
          const [before, after] = await client.countsAround(query, day, beforeDays, afterDays);
          counted.push([zone, { before, after, size: null }]);
        }
        dispatch({ type: 'set', patch: { wdd: filled(getState(), { day, beforeDays, afterDays, zones }, counted) } });
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
  };
}

/** The rows with one more, in place of the published example. */
function filled(
  { settings, areaSet }: AppState,
  choice: WddChoice,
  counted: readonly (readonly [WddZone, WddRow['zones'][WddZone]])[],
): AppState['settings']['wdd'] {
  const { wdd } = settings;
  const nameOf = (id: string | null): string => areaSet.areas.find((area) => area.id === id)?.name ?? '';
  const row: WddRow = {
    ...emptyWddRow,
    name: `${nameOf(choice.zones.treatment)} against ${nameOf(choice.zones.control)}`,
    zones: { ...emptyWddRow.zones, ...Object.fromEntries(counted) },
  };
  const displacement = choice.zones.treatmentDisplacement !== null && choice.zones.controlDisplacement !== null;
  const equal = choice.beforeDays === choice.afterDays;
  return {
    ...wdd,
    rows: [...typedRows(settings), row].slice(-MOST_WDD_ROWS),
    displacement,
    periods: equal ? null : [choice.beforeDays, choice.afterDays],
  };
}

/** Without the published example and those that nothing was typed into. */
function typedRows({ wdd }: AppState['settings']): readonly WddRow[] {
  return wdd.rows === defaultSettings.wdd.rows ? [] : wdd.rows.filter((known) => known !== emptyWddRow);
}
