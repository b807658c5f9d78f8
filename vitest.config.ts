import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact({ prerender: { enabled: false } })],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // No test keeps module state, so files need no process of their own: half the time.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**/*.journey.ts', 'node_modules/**'],
          // Whole matches and property tests: generous, since shared machines can be slow.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          globalSetup: 'tests/journeys/support/setup.ts',
          // One browser at a time: parallel ones starve each other and make frame times lie.
          maxWorkers: 1,
          fileParallelism: false,
          // After the unit tests, for the same reason.
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
