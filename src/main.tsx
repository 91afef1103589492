/** Start: read the URL, make the worker client and the store, mount the app, open the demo. */
import { createRoot } from 'react-dom/client';
import { version } from '../package.json';
import { quietStorage } from './state/quiet-storage.ts';
import { createStore } from './state/store.ts';
import { App } from './views/App.tsx';
import { createClient } from './worker/client.ts';

const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'harmscape' });
const store = createStore({
  client: createClient(worker),
  appVersion: version,
  baseUrl: import.meta.env.BASE_URL,
  location: window.location,
  history: window.history,
  storage: quietStorage(() => window.localStorage),
});

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with the id "app".');
createRoot(root).render(<App store={store} />);

// rows of loaded files are never kept, so a link to them opens on the question for the files
if (!store.getState().reopening) void store.openDemo();
