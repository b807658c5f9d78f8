import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch } from '../../../shared/match/match.ts';
import { some } from '../../support/some.ts';
import { fitting } from '../support/plays.ts';

const { world } = createMatch(scenarios['three-tenants']!, 1);

/** No table of any scenario is that long. */
const NOWHERE = 99_999;

/** Arguments of each form that a command takes, about what is not there. */
function argsOf(name: string): Record<string, number | string>[] {
  const drawn = fc.sample(fitting[name]!, { seed: 1, numRuns: 40 });
  const texts = drawn.map((args) =>
    JSON.stringify(args, (_, value) => (typeof value === 'number' ? NOWHERE : value)),
  );
  return [...new Set(texts)].map((text) => JSON.parse(text));
}

/** What is bought, or said, is about nothing that could be gone. */
const ABOUT_NOTHING: readonly string[] = [
  'buy-host',
  'automate-push',
  'encrypt-migration',
  'choose-phrase',
];

describe.each(
  [...commands.values()]
    .filter(({ name }) => !ABOUT_NOTHING.includes(name))
    .map((command) => [command.name, command] as const),
)('%s about what is not there', (name, command) => {
  test('is refused for that, whatever else it says', () => {
    for (const args of some(argsOf(name))) {
      expect(command.schema.safeParse(args).success).toBe(true);
      expect([args, command.refusal(world, args)]).toMatchObject([
        args,
        { code: 'rule.no-such-thing' },
      ]);
    }
  });

  test('can be asked what it would take, and would not go on', () => {
    for (const args of some(argsOf(name))) {
      const numbers = [command.price, command.length].map((ask) => ask(world, args));
      expect(numbers.filter((one) => !Number.isInteger(one) || one < 0)).toEqual([]);
      expect(command.load(world, args).cycles).toBeGreaterThanOrEqual(0);
      expect(command.claims(world, args).every((ref) => /^\w+\/\d+$/.test(ref))).toBe(true);
      if (command.quote) expect(command.quote(world, args)).toBeNull();
      // A host is there for ever; whatever else a job is about may go meanwhile.
      const lasting = Object.keys(args).every((key) => key === 'host' || args[key] !== NOWHERE);
      if (command.holds && !lasting) expect(command.holds(world, args)).not.toBeNull();
    }
  });
});
