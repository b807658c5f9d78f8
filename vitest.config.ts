import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more: begun last, one of them would be waited for alone. */
const LONG = /tests\/(?:fairness|faults)\/|sound\.test|(?:ears|solo)\.journey/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Journeys through whole matches. */
const MATCHES = ['class', 'ears', 'solo', 'together', 'versus'].map(
  (name) => `tests/journeys/${name}.journey.ts`,
);

interface Turns {
  readonly groupOrder: number;
  readonly maxWorkers: number;
  readonly exclude?: string[];
}

/** Journeys in a real browser, after the unit tests, which take all cores. */
const journeys = (
  name: string,
  include: string[],
  { groupOrder, maxWorkers, exclude = [] }: Turns,
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    exclude,
    globalSetup: 'tests/journeys/support/setup.ts',
    maxWorkers,
    fileParallelism: maxWorkers > 1,
    sequence: { groupOrder },
    // A shared machine may stall for a second.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});

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
      // Whole matches, which mostly wait for their own clock, go two at a time. After them those that
      // draw and measure as fast as they can: parallel ones starve each other and make times lie.
      journeys('matches', MATCHES, { groupOrder: 1, maxWorkers: 2 }),
      journeys('journeys', ['tests/journeys/**/*.journey.ts'], {
        groupOrder: 2,
        maxWorkers: 1,
        exclude: MATCHES,
      }),
    ],
  },
});
