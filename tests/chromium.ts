/** Finds a Chromium for the browser run, or installs one: Debian's through apt when root, else Playwright's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

export function findChromium(): string {
  return installed() ?? install();
}

function installed(): string | undefined {
  const places = [process.env.CHROMIUM_PATH, ...PLACES, chromium.executablePath()];
  return places.find((path) => path !== undefined && path !== '' && existsSync(path));
}

function install(): string {
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands = root
    ? [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      ]
    : [['npx', 'playwright-core', 'install', 'chromium']];
  for (const [command = '', ...args] of commands) {
    console.log(`$ ${command} ${args.join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const path = installed();
  if (!path)
    throw new Error('No Chromium was found or could be installed – set CHROMIUM_PATH to a Chromium or Chrome.');
  return path;
}
