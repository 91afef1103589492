/** The patrol areas and their plan, while the mode is on screen. */
import type { AppState } from './app-state.ts';
import { patrolQueryOf } from './patrol.ts';
import { reasonsOf } from './patrol-reasons.ts';
import type { queryOf, Request } from './requests.ts';

/** @param gridKey of the grid that the query's cells are */
export function patrolRequests(
  state: AppState,
  query: ReturnType<typeof queryOf>,
  gridKey: string,
): readonly Request[] {
  if (state.mode !== 'patrol' || state.playing) return [];
  const asked = patrolQueryOf(query, state.settings.patrol);
  const reasons = reasonsOf(state, gridKey);
  return [
    {
      name: 'patrol',
      key: JSON.stringify([state.generation, asked, exactGridOf(state), reasons.key]),
      slots: ['patrol'],
      async run(client) {
        const found = await client.patrolShift(asked);
        const cards = found.cards.map((card) => ({
          ...card,
          why: [...card.why, ...reasons.of(card.indices, found.day)],
        }));
        return { patrol: { status: 'ready', value: { ...found, cards, gridKey, query: asked } } };
      },
    },
  ];
}

/** Which file makes the grid references. */
function exactGridOf({ exactGrid }: AppState): string | null {
  return 'value' in exactGrid ? (exactGrid.value?.sha256 ?? null) : null;
}
