import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more: begun last, one of them would be waited for alone. */
const LONG =
  /tests\/(?:fairness|faults)\/|(?:architecture|decks|every-text|fields|pinned|properties|sound)\.test|(?:ears|solo)\.journey/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const named = (names: readonly string[]): string[] =>
  names.map((name) => `tests/journeys/${name}.journey.ts`);

/** Journeys that keep a core busy all along, and measure no times: one for each of two cores. */
const BUSY = named(['determinism', 'fits-alone', 'fits-class', 'map']);

/** Journeys that measure times, each with the machine to itself: others make those lie. */
const MEASURED = named(['speed']);

/** Journeys of a browser, after the unit tests and those of a lower group. */
function browsers(
  name: string,
  {
    include = ['tests/journeys/**/*.journey.ts'],
    exclude = [],
    maxWorkers,
    groupOrder,
  }: {
    readonly include?: string[];
    readonly exclude?: string[];
    readonly maxWorkers: number;
    readonly groupOrder: number;
  },
): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      include,
      exclude: ['node_modules/**', ...exclude],
      globalSetup: 'tests/journeys/support/setup.ts',
      maxWorkers,
      fileParallelism: maxWorkers > 1,
      sequence: { groupOrder },
      testTimeout: 240_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  plugins: [preact({ prerender: { enabled: false } })],
  test: {
    sequence: { sequencer: LongestFirst },
    // Measured by `npm test`, which runs everything: part of the tests would miss the thresholds.
    coverage: {
      provider: 'v8',
      include: ['shared/{attacks,commands,match,mechanics}/**/*.ts'],
      reporter: ['text-summary'],
      // About what is there: less of it is something that nobody tries out. What is drawn at random runs
      // in processes of its own and does not count, so that this is the same for every commit.
      thresholds: {
        'shared/attacks/**': { lines: 99, functions: 99, statements: 98, branches: 95 },
        'shared/commands/**': { lines: 99, functions: 99, statements: 98, branches: 93 },
        'shared/match/**': { lines: 96, functions: 97, statements: 96, branches: 90 },
        'shared/mechanics/**': { lines: 99, functions: 99, statements: 99, branches: 95 },
      },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // No test keeps module state, so files need no process of their own: half the time.
          isolate: false,
          // All cores: by itself it leaves one of two idle.
          maxWorkers: availableParallelism(),
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**/*.journey.ts', 'node_modules/**'],
          // Whole matches and property tests: generous, since shared machines can be slow.
          testTimeout: 30_000,
        },
      },
      browsers('journeys', { exclude: [...BUSY, ...MEASURED], maxWorkers: 2, groupOrder: 1 }),
      browsers('journeys-busy', { include: BUSY, maxWorkers: 2, groupOrder: 2 }),
      browsers('journeys-measured', { include: MEASURED, maxWorkers: 1, groupOrder: 3 }),
    ],
  },
});
