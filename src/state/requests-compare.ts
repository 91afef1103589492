/** What Compare asks: the cells and numbers of the other map, and what the two sides amount to. */
import type { AppState, Proposal, Settings } from './app-state.ts';
import { otherSettings } from './compare.ts';
import { failed } from './reduce.ts';
import { gridKeyOf, queryOf, type Request } from './requests.ts';

export function compareRequests(state: AppState): readonly Request[] {
  if (state.mode !== 'compare') return [];
  const other = otherSettings(state);
  return other === null ? [] : [otherSide(state, other), sides(state, other)];
}

function otherSide(state: AppState, other: Settings): Request {
  const query = queryOf(other);
  const gridKey = gridKeyOf(state, query);
  return {
    name: 'otherSide',
    key: JSON.stringify([state.generation, query]),
    slots: ['otherSide'],
    async run(client) {
      const grid = knownGrid(state, gridKey) ?? (await client.grid(query));
      if ('tooMany' in grid) {
        const proposal: Proposal = {
          label: `Use resolution ${grid.propose}`,
          patch: { resolution: grid.propose },
        };
        const message = `About ${grid.tooMany.toLocaleString('en-GB')} cells at resolution ${query.resolution}: too many to read or draw – use resolution ${grid.propose} or a smaller area.`;
        return { otherSide: failed(state.otherSide, message, proposal) };
      }
      const result = await client.hotspots(query);
      return { otherSide: { status: 'ready', value: { gridKey, grid, result } } };
    },
  };
}

/** The cells of either map that is on screen, when they are the ones wanted. */
function knownGrid({ gridKey, grid, otherSide: slot }: AppState, wanted: string) {
  if (gridKey === wanted && 'value' in grid) return grid.value;
  const other = 'value' in slot ? slot.value : undefined;
  return other?.gridKey === wanted ? other.grid : undefined;
}

function sides(state: AppState, other: Settings): Request {
  const { generation, layers, settings } = state;
  const asked = { one: queryOf(settings), other: queryOf(other) };
  return {
    name: 'sides',
    key: JSON.stringify([generation, layers.populations?.sha256, asked]),
    slots: ['sides'],
    run: async (client) => ({ sides: { status: 'ready', value: await client.sides(asked.one, asked.other) } }),
  };
}
