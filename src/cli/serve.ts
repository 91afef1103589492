/** `npm start`: builds the app when its sources are newer than the build, and serves it with the security headers. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { securityHeaders } from './headers.ts';
import { say } from './say.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const SOURCES = ['src', 'public', 'data/offences', 'data/harm', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds into dist/ unless that is newer than every source. */
export function buildWhenNeeded(): void {
  const built = join(DIST, 'index.html');
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...SOURCES.map((path) => newestIn(join(ROOT, path)))))
    return;
  say('Building the app …');
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) throw new Error('The build failed: see above.');
}

/** Serves dist/ on this machine only. Port 0 takes a free one; `tileOrigins` may be asked for map tiles. */
export function serve(port: number, tileOrigins: readonly string[] = []): Promise<Server> {
  const headers = Object.entries(securityHeaders(tileOrigins));
  const files = sirv(DIST, {
    etag: true,
    setHeaders(response, path) {
      const hashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Modification time of the newest file at or below `path`; 0 when there is none. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
