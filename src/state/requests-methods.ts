/** What is asked of the methods on the map: the one that is shown, and what stands under the list. */
import type { AppState } from './app-state.ts';
import { densityClassesKey, showsMethods } from './methods.ts';
import type { queryOf, Request } from './requests.ts';

/** @param gridKey of the grid that the query's cells are */
export function methodRequests(
  state: AppState,
  query: ReturnType<typeof queryOf>,
  gridKey: string,
): readonly Request[] {
  if (!showsMethods(state)) return [];
  const { measure, cell } = state.settings;
  const info = 'value' in state.dataset ? state.dataset.value?.info : undefined;
  const timed = info?.hasTimes === true && !info.snapped;
  const wanted: Request[] = [];
  if (measure === 'kde') wanted.push(kde(state, query, gridKey));
  if (state.mode === 'compare') return wanted;
  if (measure === 'emerging') wanted.push(emerging(state, query, gridKey));
  if (measure === 'near-repeat') wanted.push(nearRepeat(state, query, gridKey));
  // what stands under the list waits while the dates play
  if (state.mode !== 'hotspots' || state.presenting || state.playing) return wanted;
  wanted.push(concentration(state, query));
  if (timed) wanted.push(hours(state, query));
  if (timed && cell !== null) wanted.push(cellHours(state, query, cell));
  return wanted;
}

type Query = ReturnType<typeof queryOf>;

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

function kde({ generation, settings }: AppState, query: Query, gridKey: string): Request {
  const { bandwidthM, kernel } = settings.methods;
  const asked = { ...query, bandwidthM, kernel };
  const about = { gridKey, kernel, mode: settings.mode, classesKey: densityClassesKey(settings) };
  return {
    name: 'kde',
    key: keyOf(generation, asked),
    slots: ['kde'],
    run: async (client) => ({
      kde: { status: 'ready', value: { ...about, result: await client.kde(asked) } },
    }),
  };
}

function emerging({ generation, settings }: AppState, query: Query, gridKey: string): Request {
  const asked = { ...query, stepDays: settings.methods.stepDays };
  return {
    name: 'emerging',
    key: keyOf(generation, asked),
    slots: ['emerging'],
    run: async (client) => ({
      emerging: { status: 'ready', value: { gridKey, result: await client.emerging(asked) } },
    }),
  };
}

function nearRepeat({ generation, settings }: AppState, query: Query, gridKey: string): Request {
  const { asOfDay, bandM, bandDays } = settings.methods;
  // it counts offences: nothing of how they weigh changes it
  const asked = { ...query, asOfDay, bandM, bandDays };
  return {
    name: 'nearRepeat',
    key: keyOf(generation, asked),
    slots: ['nearRepeat'],
    run: async (client) => ({
      nearRepeat: { status: 'ready', value: { gridKey, result: await client.nearRepeat(asked) } },
    }),
  };
}

function concentration({ generation }: AppState, query: Query): Request {
  return {
    name: 'concentration',
    key: keyOf(generation, query),
    slots: ['concentration'],
    later: true,
    run: async (client) => ({ concentration: { status: 'ready', value: await client.concentration(query) } }),
  };
}

function hours({ generation }: AppState, query: Query): Request {
  return {
    name: 'hours',
    key: keyOf(generation, query),
    slots: ['hours'],
    later: true,
    run: async (client) => ({ hours: { status: 'ready', value: await client.hours(query) } }),
  };
}

function cellHours({ generation }: AppState, query: Query, cell: string): Request {
  const asked = { ...query, cell };
  return {
    name: 'cellHours',
    key: keyOf(generation, asked),
    slots: ['cellHours'],
    run: async (client) => ({
      cellHours: { status: 'ready', value: { cell, result: await client.hours(asked) } },
    }),
  };
}
