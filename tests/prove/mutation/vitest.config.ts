import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  test: {
    isolate: false,
    include: [
      'tests/shared/{attacks,commands,mechanics,world}/**/*.test.ts',
      'tests/shared/match/{injections,inputs,jobs,moments,operations,recorded,roles,score,time}.test.ts',
      'tests/shared/red{,-match}.test.ts',
    ],
    // Whole matches: too long to be played again for every mistake.
    exclude: ['tests/shared/mechanics/fidelity/play.test.ts'],
    testTimeout: 30_000,
  },
});
