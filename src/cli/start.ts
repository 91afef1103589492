/** The app on its demo data, at an address printed when it is ready. PORT chooses another port than 4173. */
import { say } from './say.ts';
import { buildWhenNeeded, serve } from './serve.ts';

const DEFAULT_PORT = 4173;

buildWhenNeeded();
const asked = Number(process.env.PORT ?? DEFAULT_PORT);
try {
  const server = await serve(asked);
  const address = server.address();
  say(
    `Harmscape is at http://127.0.0.1:${typeof address === 'object' && address ? address.port : asked}/ – Ctrl+C stops it.`,
  );
} catch (error) {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  say(busy ? `Port ${asked} is taken – choose another: PORT=4174 npm start` : `Cannot serve: ${error}`);
  process.exitCode = 1;
}
