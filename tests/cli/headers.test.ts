import { describe, expect, it } from 'vitest';
import { securityHeaders, tileOriginsFrom } from '../../src/cli/headers.ts';

const policy = (origins: readonly string[] = []): string => securityHeaders(origins)['Content-Security-Policy'] ?? '';

describe('the policy', () => {
  it('lets nothing be asked of another origin', () => {
    expect(policy()).toContain("connect-src 'self';");
    expect(policy()).not.toMatch(/https?:/);
  });

  it('is widened by exactly the origins allowed, for requests and pictures alone', () => {
    const origins = tileOriginsFrom('https://tiles.example, https://b.example:8443/');
    expect(origins).toEqual(['https://tiles.example', 'https://b.example:8443']);
    const widened = policy(origins)
      .split('; ')
      .filter((directive) => directive.includes('https:'));
    expect(widened).toEqual([
      "img-src 'self' data: blob: https://tiles.example https://b.example:8443",
      "connect-src 'self' https://tiles.example https://b.example:8443",
    ]);
  });

  it.each(['https:', '*', 'http://tiles.example', 'https://a.example/path', "https://a.example;script-src 'none'"])(
    'is not widened by %s',
    (text) => {
      expect(() => tileOriginsFrom(text)).toThrow(/ALLOW_TILES/);
    },
  );

  it('allows nothing when nothing is named', () => {
    expect(tileOriginsFrom('')).toEqual([]);
  });
});
