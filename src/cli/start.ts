/**
 * The app on its demo data, at an address printed when it is ready. PORT chooses another port than 4173; ALLOW_TILES names
 * the servers that the app may ask for map tiles (see headers.ts).
 */
import { tileOriginsFrom } from './headers.ts';
import { say } from './say.ts';
import { buildWhenNeeded, serve } from './serve.ts';

const DEFAULT_PORT = 4173;

buildWhenNeeded();
const asked = Number(process.env.PORT ?? DEFAULT_PORT);
try {
  const server = await serve(asked, tileOriginsFrom(process.env.ALLOW_TILES ?? ''));
  const address = server.address();
  say(
    `Harmscape is at http://127.0.0.1:${typeof address === 'object' && address ? address.port : asked}/ – Ctrl+C stops it.`,
  );
} catch (error) {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const message = error instanceof Error ? error.message : String(error);
  say(busy ? `Port ${asked} is taken – choose another: PORT=4174 npm start` : `Cannot serve: ${message}`);
  process.exitCode = 1;
}
