/** Opening streets: from a local file, or, once the user turns them on, of a server's map style. */
import { InputError } from '../core/errors.ts';
import type { Streets } from '../core/geo/streets.ts';
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';
import { openOnlineStreets } from './online-streets.ts';

export function streetActions({ dispatch, getState }: Doing): Pick<Store, 'openOnlineStreets'> & {
  openStreetFile(file: File): Promise<void>;
} {
  /** The built-in basemap stays until streets are there; what was opened meanwhile or turned off wins. */
  async function openStreets(open: () => Promise<Streets>): Promise<void> {
    const opening = { status: 'running' } as const;
    dispatch({ type: 'streets', streets: opening });
    const streets = await open().then(
      (value) => ({ status: 'ready', value }) as const,
      (error: unknown) => ({ status: 'failed', message: messageOf(error) }) as const,
    );
    if (getState().streets !== opening) return;
    dispatch({ type: 'streets', streets });
    // where the failure is told
    if (streets.status === 'failed') dispatch({ type: 'mode', mode: 'data' });
  }

  return {
    openStreetFile: (file) => openStreets(async () => (await import('./street-file.ts')).openStreetFile(file)),
    openOnlineStreets: (address) => openStreets(() => openOnlineStreets(address, fetchJson)),
  };
}

const PATIENCE_MS = 8_000;

/** JSON of another host, asked for without cookies or the page's address; @throws InputError when it does not come. */
async function fetchJson(address: URL): Promise<unknown> {
  const policy = watchPolicy(address);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new InputError(`${address.host} answered ${response.status} – check the address.`);
    return await response.json();
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (await policy.forbids()) {
      throw new InputError(
        `This app is served with a policy that forbids requests to ${address.origin} – whoever serves it can allow them: ALLOW_TILES=${address.origin} npm start.`,
      );
    }
    if (error instanceof SyntaxError)
      throw new InputError(`${address.host} answered with no JSON – check the address.`);
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new InputError(
      late
        ? `${address.host} did not answer within ${PATIENCE_MS / 1000} seconds – try again, or open a street file.`
        : `${address.host} could not be reached, or does not let other sites read it – check the address and the connection.`,
    );
  } finally {
    policy.stop();
  }
}

/** Only the event tells a request that the page's policy stopped from one that failed. */
function watchPolicy(address: URL): { forbids(): Promise<boolean>; stop(): void } {
  let forbidden = false;
  const listen = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    if (blockedURI.startsWith(address.origin)) forbidden = true;
  };
  const page = globalThis.document;
  page?.addEventListener('securitypolicyviolation', listen);
  return {
    // the event may come shortly after the failure
    forbids: () => new Promise((resolve) => setTimeout(() => resolve(forbidden), 100)),
    stop: () => page?.removeEventListener('securitypolicyviolation', listen),
  };
}
