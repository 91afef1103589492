import { defineConfig } from 'vitest/config';

/** Those that measure how long the page is held up: alone on the machine, after the others. */
const timed = ['tests/e2e/load.e2e.ts', 'tests/e2e/timeline.e2e.ts'];

const common = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: ['tests/e2e/build.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'two at a time',
          include: ['tests/e2e/**/*.e2e.ts'],
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...common, name: 'alone', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
