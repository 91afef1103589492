/** Opening and changing risk factors and populations; the demo's own are fetched when a mode first wants them. */
import type { AppState, Mode, Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { joinedPopulations, noLayers, shownOnMap, withLayers } from './layers.ts';
import { messageOf } from './message-of.ts';

const DEMO_FACTORS = [
  'pubs-bars',
  'nightclubs',
  'takeaways',
  'convenience-stores',
  'cash-machines',
  'betting-shops',
  'bus-stops',
  'car-parks',
  'parks',
  'schools',
  'churches',
];

/** Modes that show or use the demo's layers. */
const WITH_LAYERS: ReadonlySet<Mode> = new Set<Mode>(['data', 'risk', 'compare', 'evaluate']);

interface LayerOptions extends Doing {
  fetchFile(path: string): Promise<File>;
}

type Actions = Pick<
  Store,
  | 'addFactors'
  | 'addPopulations'
  | 'splitFactors'
  | 'renameFactor'
  | 'removeFactor'
  | 'removePopulations'
  | 'showFactor'
> & {
  /** What the worker holds, after a project was opened. */
  refreshLayers(): Promise<void>;
  /** What a change of the state asks of the layers. */
  followLayers(before: AppState): void;
};

export function layerActions({ client, dispatch, getState, fetchFile }: LayerOptions): Actions {
  type Reply = ReturnType<typeof client.layers>;

  /** Shows what is held after a change; a failure is told and changes nothing. @returns whether it went well */
  async function show(reply: Reply): Promise<boolean> {
    try {
      const held = await reply;
      // of the state as it is then: a factor may have been put on the map meanwhile
      dispatch({ type: 'layers', change: withLayers(getState().layers, held) });
      return true;
    } catch (error) {
      dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
      return false;
    }
  }

  const tell = (message: string) => dispatch({ type: 'toast', toast: { kind: 'info', message } });

  async function loadDemo(): Promise<void> {
    dispatch({ type: 'layers', change: { demo: 'loading' } });
    try {
      const [populations, ...factors] = await Promise.all([
        fetchFile('demo/populations.csv'),
        ...DEMO_FACTORS.map((name) => fetchFile(`demo/factors/${name}.geojson`)),
      ]);
      // what was cleared or replaced meanwhile has no demo any more
      const wanted = () => getState().layers.demo === 'loading';
      for (const file of factors) if (wanted()) await client.openFactors(file, 'demo');
      if (wanted()) await client.renameFactor('pubs-bars.geojson', 'Pubs and bars');
      // populations of the user's own stay
      if (wanted() && !getState().layers.populations) await client.openPopulations(populations, 'demo');
      await show(wanted() ? client.layers() : client.removeDemoLayers());
      if (wanted()) dispatch({ type: 'layers', change: { demo: 'loaded' } });
    } catch (error) {
      dispatch({ type: 'layers', change: { demo: 'failed' } });
      dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
    }
  }

  return {
    async addFactors(files) {
      const opened: string[] = [];
      for (const file of files) if (await show(client.openFactors(file, 'file'))) opened.push(file.name);
      if (opened.length === 0) return;
      dispatch({ type: 'mode', mode: 'data' });
      const factors = getState().layers.files.flatMap((file) => (opened.includes(file.name) ? file.factors : []));
      const names = factors.map(({ name }) => name).join(', ');
      tell(
        `${factors.length === 1 ? 'Risk factor' : 'Risk factors'} opened: ${names}. Tick ${factors.length === 1 ? 'it' : 'them'} in the Data panel to see ${factors.length === 1 ? 'it' : 'them'} on the map.`,
      );
    },
    async addPopulations(file) {
      if (!(await show(client.openPopulations(file, 'file')))) return;
      dispatch({ type: 'mode', mode: 'data' });
      const { layers, areaSet } = getState();
      const joined = joinedPopulations(layers, areaSet);
      if (joined) tell(`Residents opened for ${joined.residents.size} of ${areaSet.areas.length} areas.`);
    },
    splitFactors: async (fileName, splitBy) => void (await show(client.splitFactors(fileName, splitBy))),
    renameFactor: async (id, name) => void (await show(client.renameFactor(id, name))),
    removeFactor: async (id) => void (await show(client.removeFactor(id))),
    removePopulations: async () => void (await show(client.removePopulations())),
    showFactor: (id, on) => dispatch({ type: 'layers', change: shownOnMap(getState().layers, id, on) }),

    async refreshLayers() {
      const held = await client.layers();
      const some = held.files.length > 0 || held.populations !== null;
      dispatch({ type: 'layers', change: { ...withLayers(noLayers, held), demo: some ? 'loaded' : 'none' } });
    },

    followLayers(before) {
      const { dataset, layers, mode } = getState();
      const source = dataset.status === 'ready' ? dataset.value.source : null;
      if (source === 'files' && dataset !== before.dataset && layers.demo !== 'none') {
        dispatch({ type: 'layers', change: { demo: 'none' } });
        void show(client.removeDemoLayers());
      }
      // once more when the mode is entered again, not with every change of the state
      const again = layers.demo === 'failed' && mode !== before.mode;
      if (source === 'demo' && (layers.demo === 'none' || again) && WITH_LAYERS.has(mode)) void loadDemo();
    },
  };
}
