import { createHash } from 'node:crypto';

/**
 * The security headers the app is served with: nothing is loaded from, or sent to, any other origin.
 *
 * An operator may let the app ask named servers for map tiles: `ALLOW_TILES=https://tiles.example npm start` adds exactly
 * these origins (several, parted by spaces or commas) to connect-src and img-src. The user still has to turn them on,
 * each time, and is told that every request tells the server which part of the map is looked at.
 */

/** The two style elements that react-aria injects, to the letter; anything else inline is refused. */
const INJECTED_STYLES: readonly string[] = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];

const STYLE_HASHES = INJECTED_STYLES.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", ...STYLE_HASHES],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Directives that requests for map tiles fall under. */
const TILE_DIRECTIVES: ReadonlySet<string> = new Set(['connect-src', 'img-src']);

/** @param tileOrigins other origins that may be asked for map tiles, see `tileOriginsFrom` */
export function securityHeaders(tileOrigins: readonly string[] = []): Readonly<Record<string, string>> {
  const directives = Object.entries(POLICY).map(([directive, sources]) =>
    [directive, ...sources, ...(TILE_DIRECTIVES.has(directive) ? tileOrigins : [])].join(' '),
  );
  return { ...OTHERS, 'Content-Security-Policy': directives.join('; ') };
}

/**
 * @param text value of ALLOW_TILES: https origins, parted by spaces or commas
 * @throws Error when one is no https origin: a policy is not widened by guess
 */
export function tileOriginsFrom(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const url = URL.canParse(part) ? new URL(part) : null;
      const here = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
      const secure = url?.protocol === 'https:' || (here && url?.protocol === 'http:');
      if (!url || !secure || !/^[a-z0-9.:/-]+$/.test(url.origin) || part.replace(/\/$/, '') !== url.origin) {
        throw new Error(`ALLOW_TILES holds "${part}" – write https origins alone, like https://tiles.example.`);
      }
      return url.origin;
    });
}

const OTHERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
