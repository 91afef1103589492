/** State → what to ask of the worker, and under which key: the same key never asks twice. */
import type { Piece } from '../core/geo/draw.ts';
import type { Selection } from '../core/offences/presets.ts';
import { defaultHotspotSettings } from '../core/settings.ts';
import type { Client } from '../worker/client.ts';
import type { AppState, Async, Proposal, ResultSlot, Settings } from './app-state.ts';
import { choiceOf, ownOf } from './own-definitions.ts';
import { failed } from './reduce.ts';
import { compareRequests } from './requests-compare.ts';
import { keyDateRequests } from './requests-key-dates.ts';
import { methodRequests } from './requests-methods.ts';
import { patrolRequests } from './requests-patrol.ts';
import { trialRequests } from './requests-trial.ts';
import { visitLogRequests } from './requests-visit-log.ts';

/** Each result is asked for under its own name; the grid and the numbers on it, together, as the picture. */
export type RequestName = 'picture' | Exclude<ResultSlot, 'grid' | 'gridKey' | 'hotspots'>;

export interface Request {
  readonly name: RequestName;
  /** Everything the answer depends on. */
  readonly key: string;
  /** The slots it fills, marked as running meanwhile. */
  readonly slots: readonly Exclude<ResultSlot, 'gridKey'>[];
  /** Waits until nothing else is under way: what stands below the fold must not hold up the map. */
  readonly later?: boolean;
  run(client: Client): Promise<Partial<Pick<AppState, ResultSlot>>>;
}

/** The requests that the state wants answered now; none before offences and areas are loaded. */
export function requestsOf(state: AppState): readonly Request[] {
  const drawing = state.drawing ? [shape(state, state.drawing.pieces)] : [];
  const trials = trialRequests(state);
  if (!hasData(state)) return [...drawing, ...trials];
  const requests = [...drawing, picture(state), series(state), ...trials];
  if (state.settings.cell !== null) requests.push(detail(state, state.settings.cell));
  // while the dates play only what moves with them is asked for
  if (state.settings.mode !== 'count' && !state.playing) requests.push(stability(state));
  requests.push(withoutWeight(state));
  if (state.batches && state.batches.batches.length > 1) requests.push(whatChanged(state));
  if (state.settings.ownDefinitions.length > 0) requests.push(ownAvailability(state));
  const other = state.compareWith === null ? null : choiceOf(state.compareWith, state.settings.ownDefinitions);
  if (other !== null && !state.playing) requests.push(comparison(state, other));
  const query = queryOf(state.settings);
  requests.push(...compareRequests(state));
  const gridKey = gridKeyOf(state, query);
  requests.push(...methodRequests(state, query, gridKey), ...keyDateRequests(state, query, gridKey));
  requests.push(...patrolRequests(state, query, gridKey), ...visitLogRequests(state));
  return requests;
}

export function hasData(state: AppState): boolean {
  return state.generation > 0 && 'value' in state.dataset && state.areaSet.areas.length > 0;
}

/** What the outlines being drawn amount to, with or without offences. */
function shape({ settings }: AppState, pieces: readonly Piece[]): Request {
  const { resolution } = settings;
  return {
    name: 'shape',
    key: keyOf(pieces, resolution),
    slots: ['shape'],
    run: async (client) => ({ shape: { status: 'ready', value: await client.shape(pieces, resolution) } }),
  };
}

/** The cells and the numbers on them, together: index i must mean the same cell in both. */
function picture(state: AppState): Request {
  const query = queryOf(state.settings);
  const gridKey = gridKeyOf(state, query);
  const known = state.gridKey === gridKey && 'value' in state.grid ? state.grid.value : undefined;
  return {
    name: 'picture',
    key: keyOf(state.generation, query),
    slots: ['grid', 'hotspots'],
    async run(client) {
      const grid = known ?? (await client.grid(query));
      if ('tooMany' in grid) {
        const proposal: Proposal = {
          label: `Use resolution ${grid.propose}`,
          patch: { resolution: grid.propose },
        };
        const message = `About ${grid.tooMany.toLocaleString('en-GB')} cells at resolution ${query.resolution}: too many to read or draw – use resolution ${grid.propose} or a smaller area.`;
        return {
          grid: failed(state.grid, message, proposal),
          hotspots: failed(state.hotspots, message, proposal),
        };
      }
      const hotspots = await client.hotspots(query);
      return {
        grid: { status: 'ready', value: grid },
        gridKey,
        hotspots: { status: 'ready', value: hotspots },
      };
    },
  };
}

/** Which cells index i counts. */
export function gridKeyOf(
  { generation }: Pick<AppState, 'generation'>,
  { areaId, resolution }: Pick<Settings, 'areaId' | 'resolution'>,
): string {
  return keyOf(generation, areaId, resolution);
}

function series(state: AppState): Request {
  // the strip shows all dates, so the period is not part of what it depends on
  const query = { ...analysis(state.settings), fromDay: null, toDay: null, areaId: state.settings.areaId };
  return {
    name: 'series',
    key: keyOf(
      state.generation,
      query.areaId,
      query.resolution,
      query.definition,
      query.own,
      query.hours,
      query.mode,
      query.schedule,
      query.includeProactive,
    ),
    slots: ['series'],
    run: async (client) => ({ series: { status: 'ready', value: await client.series(query) } }),
  };
}

function detail(state: AppState, cell: string): Request {
  const query = { ...analysis(state.settings), areaId: state.settings.areaId, cell };
  return {
    name: 'detail',
    key: keyOf(state.generation, query),
    slots: ['detail'],
    async run(client) {
      const found = await client.detail(query);
      const ready: Async<NonNullable<typeof found>> = found ? { status: 'ready', value: found } : { status: 'idle' };
      return { detail: ready };
    },
  };
}

function stability(state: AppState): Request {
  // sums and ranks only: nothing of Gi* changes them
  const { ring, permutations, seed } = defaultHotspotSettings;
  const query = { ...analysis(state.settings), ring, permutations, seed, areaId: state.settings.areaId };
  return {
    name: 'stability',
    key: keyOf(state.generation, query),
    slots: ['stability'],
    run: async (client) => ({ stability: { status: 'ready', value: await client.stability(query) } }),
  };
}

function whatChanged(state: AppState): Request {
  return {
    name: 'whatChanged',
    key: keyOf(state.generation),
    slots: ['whatChanged'],
    run: async (client) => ({ whatChanged: { status: 'ready', value: await client.whatChanged() } }),
  };
}

function withoutWeight(state: AppState): Request {
  return {
    name: 'withoutWeight',
    key: keyOf(state.generation),
    slots: ['withoutWeight'],
    run: async (client) => ({ withoutWeight: { status: 'ready', value: await client.withoutWeight() } }),
  };
}

function ownAvailability(state: AppState): Request {
  const { ownDefinitions } = state.settings;
  const rules = ownDefinitions.map(({ rule }) => rule);
  return {
    name: 'ownAvailability',
    key: keyOf(state.generation, ownDefinitions),
    slots: ['ownAvailability'],
    async run(client) {
      const found = await client.availability(rules);
      const byId = Object.fromEntries(ownDefinitions.flatMap(({ id }, i) => (found[i] ? [[id, found[i]]] : [])));
      return { ownAvailability: { status: 'ready', value: byId } };
    },
  };
}

function comparison(state: AppState, other: Partial<Settings>): Request {
  const query = queryOf(state.settings);
  const { definition, own } = analysis({ ...state.settings, ...other });
  return {
    name: 'comparison',
    key: keyOf(state.generation, query, definition, own),
    slots: ['comparison'],
    run: async (client) => ({
      comparison: { status: 'ready', value: await client.compare(query, { definition, own }) },
    }),
  };
}

/** What the worker is asked about the view on screen. */
export function queryOf(settings: Settings) {
  return { ...analysis(settings), areaId: settings.areaId };
}

/** The settings that change numbers, without those that only change how they look. */
function analysis(s: Settings): Selection & Required<Pick<Selection, 'own'>> & Pick<Settings, 'schedule'> {
  return {
    own: ownOf(s),
    schedule: s.schedule,
    definition: s.definition,
    mode: s.mode,
    includeProactive: s.includeProactive,
    fromDay: s.fromDay,
    toDay: s.toDay,
    hours: s.hours,
    resolution: s.resolution,
    ring: s.ring,
    permutations: s.permutations,
    seed: s.seed,
  };
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
