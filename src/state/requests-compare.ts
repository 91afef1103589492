/** What Compare asks: the cells and numbers of the other map, and what the two sides amount to. */
import type { Client } from '../worker/client.ts';
import type { AppState, Proposal, Settings } from './app-state.ts';
import { otherSettings } from './compare.ts';
import { densityClassesKey, type KdeOnGrid } from './methods.ts';
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
  const { measure, methods } = other;
  const density = measure === 'kde' ? [methods.bandwidthM, methods.kernel] : null;
  return {
    name: 'otherSide',
    key: JSON.stringify([state.generation, query, density]),
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
      const kde = measure === 'kde' ? await densityBeside(state, client, query, gridKey) : null;
      return { otherSide: { status: 'ready', value: { gridKey, grid, result, kde } } };
    },
  };
}

/** With the bandwidth of the first map, where that follows the offences too: other hills cannot be compared. */
async function densityBeside(
  { settings }: AppState,
  client: Client,
  query: ReturnType<typeof queryOf>,
  gridKey: string,
): Promise<KdeOnGrid> {
  const { kernel } = settings.methods;
  const first = async () => (await client.kde({ ...queryOf(settings), kernel, bandwidthM: 'auto' })).bandwidthM;
  const bandwidthM = settings.methods.bandwidthM === 'auto' ? await first() : settings.methods.bandwidthM;
  const result = await client.kde({ ...query, kernel, bandwidthM });
  return { gridKey, result, mode: settings.mode, kernel, classesKey: densityClassesKey(settings) };
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
