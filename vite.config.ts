import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  appType: 'mpa',
  plugins: [react()],
  build: { target: 'es2023', chunkSizeWarningLimit: 2000, sourcemap: false },
  worker: { format: 'es' },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    testTimeout: 60_000,
    // by default one core is left free
    maxWorkers: '100%',
  },
});
