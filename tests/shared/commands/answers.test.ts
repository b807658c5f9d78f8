import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/commands/command.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { traits } from '../../../shared/commands/traits.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { type SignName, signs } from '../../../shared/view/signs/registry.ts';
import type { About } from '../../../shared/view/signs/sign.ts';
import { some } from '../../support/some.ts';
import { SETTLES } from '../support/settles.ts';

const all: readonly Command[] = [...commands.values()];
const signsOf = ({ fits = [] }: Command): readonly SignName[] => (fits === 'always' ? [] : fits);

describe('what is to be seen', () => {
  test.each(Object.keys(signs) as SignName[])('is answered by a command: %s', (sign) => {
    const answering = some(all.filter((command) => signsOf(command).includes(sign)));
    for (const { name } of answering)
      expect(traits[name]?.takes).toEqual(expect.arrayContaining([...SETTLES[sign]]));
  });
});

describe('the trap desk', () => {
  test('is told of apart by what holds exits for it, so that a deck without one is not told of it', () => {
    const holds = all.filter(({ words }) => words.atDesk !== undefined);
    expect(holds.map(({ name }) => name)).toEqual(['exit-filter', 'vm-exit-filter']);
    for (const { name, words } of some(holds)) {
      expect(traits[name]?.atDesk).toBe(true);
      expect([words.does.ko, words.does.en].join()).not.toMatch(/보류|데스크|hold|desk/);
    }
  });
});

/** Whatever an answer to an alert can be told of where it belongs. */
const ABOUT: readonly (keyof About)[] = [
  'action',
  'asset',
  'host',
  'image',
  'how',
  'repository',
  'rule',
  'segment',
  'service',
  'setting',
  'store',
  'to',
  'tool',
  'tenant',
  'trap',
  'vm',
];

/** A look that found nothing asks for nothing. */
const UNANSWERED = ['nothing-found'];

describe('what alerts tell of', () => {
  const kinds = Object.keys(catalogue.alerts);

  test('is answered by some command, but for what there is nothing to do about', () => {
    const answered = new Set<string>(
      all.flatMap(({ contains = [], investigates = [] }) => [...contains, ...investigates]),
    );
    expect(kinds.filter((kind) => !answered.has(kind)).sort()).toEqual(UNANSWERED);
    expect([...answered].filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test('is answered by what needs nothing that an alert does not say', () => {
    const answering = all.filter(({ contains, investigates }) => contains ?? investigates);
    for (const { name } of some(answering))
      expect(ABOUT).toEqual(expect.arrayContaining([...(traits[name]?.takes ?? [])]));
  });

  test('is ended by one command beside what every deck holds, at each of its places', () => {
    const several = kinds.filter((kind) => {
      const special = all.filter(
        ({ always, contains = [], leaves = [] }) =>
          always !== true && contains.some((one) => one === kind && !leaves.includes(one)),
      );
      // An open door is shut by a push, unless it is a rule that is to be taken out.
      return special.length > (kind === 'open-door' ? 2 : 1);
    });
    expect(several).toEqual([]);
  });
});
