/** The change at the key dates on screen: the chosen one and those laid over it. */
import type { KeyDate } from '../core/offences/key-dates.ts';
import type { Client } from '../worker/client.ts';
import type { AppState, Settings } from './app-state.ts';
import { chosenKeyDate, type KeyDateChange, type KeyDateChanges, overlaidKeyDates } from './key-date-view.ts';
import { messageOf } from './message-of.ts';
import type { queryOf, Request } from './requests.ts';

/** Changes kept besides those wanted, so that stepping back is at once. */
const KEPT = 6;

type Query = ReturnType<typeof queryOf>;

/** @param gridKey of the grid that the query's cells are */
export function keyDateRequests(state: AppState, query: Query, gridKey: string): readonly Request[] {
  const chosen = state.mode === 'key-dates' ? chosenKeyDate(state) : null;
  const info = 'value' in state.dataset ? state.dataset.value?.info : undefined;
  if (chosen === null || info?.hasDates !== true) return [];
  const known = 'value' in state.keyDateChanges ? (state.keyDateChanges.value ?? {}) : {};
  const wanted = [chosen, ...overlaidKeyDates(state)].map((keyDate) => {
    const asked = { ...query, ...changeQuery(state.settings, keyDate) };
    return { id: keyDate.id, query: asked, asked: JSON.stringify([state.generation, asked]) };
  });
  return [
    {
      name: 'keyDateChanges',
      key: JSON.stringify(wanted.map(({ id, asked }) => [id, asked])),
      slots: ['keyDateChanges'],
      async run(client) {
        const found: [string, KeyDateChange][] = [];
        for (const { id, query: asks, asked } of wanted) {
          const before = known[id];
          const change = before?.asked === asked ? before : await changeFor(client, asks, asked, gridKey);
          found.push([id, change]);
        }
        return { keyDateChanges: { status: 'ready', value: withSomeKept(known, Object.fromEntries(found)) } };
      },
    },
  ];
}

/** What the worker is asked of a key date; its windows take the place of the chosen period. */
export function changeQuery({ keyDateView }: Settings, { fromDay }: KeyDate) {
  const { beforeDays, afterDays, baseline } = keyDateView;
  return { fromDay: null, toDay: null, keyDay: fromDay, beforeDays, afterDays, baseline };
}

/** One date without data is no reason to show nothing of the others. */
async function changeFor(
  client: Client,
  query: Query & ReturnType<typeof changeQuery>,
  asked: string,
  gridKey: string,
): Promise<KeyDateChange> {
  try {
    return { asked, gridKey, result: await client.change(query) };
  } catch (error) {
    return { asked, result: null, message: messageOf(error) };
  }
}

function withSomeKept(known: KeyDateChanges, found: KeyDateChanges): KeyDateChanges {
  const others = Object.entries(known).filter(([id]) => !(id in found));
  return { ...Object.fromEntries(others.slice(-KEPT)), ...found };
}
