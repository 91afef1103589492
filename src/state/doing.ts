/** What the parts of the store need to do their work. */
import type { Client } from '../worker/client.ts';
import type { Action, AppState } from './app-state.ts';

export interface Doing {
  readonly client: Client;
  dispatch(action: Action): void;
  getState(): AppState;
}
