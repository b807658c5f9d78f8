import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import { isOneTeam, peopleAttack, teamsIn } from '../../../shared/protocol/modes/mode.ts';
import { MODES, modes } from '../../../shared/protocol/modes/registry.ts';
import { sessionSettings } from '../../../shared/protocol/settings-schema.ts';
import { readSources } from '../../support/imports.ts';
import { modesNamedIn } from '../../support/named-modes.ts';
import { some } from '../../support/some.ts';
import { textAt } from '../text/texts.ts';

const COUNTS = Array.from({ length: TEAMS_PER_SESSION }, (_, i) => i + 1);
const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);
const unique = (list: readonly number[]): number[] => [...new Set(list)];

describe.each(MODES)('the mode %s', (id) => {
  const mode = modes[id];
  const rounds = COUNTS.flatMap((count) =>
    ([1, 2] as const).map((half) => ({ count, half, teams: teamsIn(mode, count, half) })),
  );

  test('may be set', () => {
    expect(sessionSettings.shape.mode.parse(id)).toBe(id);
  });

  test('has teams from 1 on, each with a name', () => {
    for (const { teams } of some(rounds)) {
      expect(teams.map((team) => team.id)).toEqual(upTo(teams.length));
      for (const team of some(teams)) expect(textAt(`names.teams.${team.id}`).en).not.toBe('');
    }
  });

  test('has as many worlds as are asked for, or one', () => {
    for (const { count, teams } of some(rounds)) {
      const worlds = unique(teams.map(({ world }) => world));
      expect(worlds).toEqual(upTo(mode.usualWorlds === null ? 1 : count));
    }
    expect(COUNTS).toContain(mode.usualWorlds ?? 1);
  });

  test('has a team that defends in every world, and one that attacks where people do', () => {
    for (const { teams } of some(rounds)) {
      for (const world of some(unique(teams.map((team) => team.world)))) {
        const sides = teams.filter((team) => team.world === world).map(({ side }) => side);
        expect(sides).toContain('blue');
        expect(sides.includes('red')).toBe(peopleAttack(mode));
      }
    }
  });

  test('swaps the sides in a second half, if it does, and nothing else', () => {
    const other = { blue: 'red', red: 'blue' } as const;
    for (const count of COUNTS) {
      const swapped = teamsIn(mode, count, 1).map((team) => ({ ...team, side: other[team.side] }));
      const same = teamsIn(mode, count, 1);
      expect(teamsIn(mode, count, 2)).toEqual(mode.swaps ? swapped : same);
    }
  });

  test('is of one team only where there is never another', () => {
    expect(rounds.every(({ teams }) => teams.length === 1)).toBe(isOneTeam(mode));
  });

  test('has words in both languages', () => {
    for (const [key, words] of some(Object.entries(mode.words))) {
      expect(textAt(`modes.${id}.${key}`)).toEqual(words);
      expect([words.ko, words.en].every((text) => text.trim() !== '')).toBe(true);
    }
  });
});

describe('which mode it is', () => {
  const ids: ReadonlySet<string> = new Set(MODES);
  const path = 'server/sessions/a.ts';
  const found = (text: string): string[] => modesNamedIn({ path, text }, ids);

  test('is asked nowhere: its record says what it does', () => {
    const sources = readSources(resolve(import.meta.dirname, '../../..')).filter(
      (source) =>
        /^(shared|server|client)\/.*\.tsx?$/.test(source.path) &&
        !source.path.startsWith('shared/protocol/modes/'),
    );
    expect(sources.length).toBeGreaterThan(400);
    expect(sources.flatMap((source) => modesNamedIn(source, ids))).toEqual([]);
  });

  test.each([
    ["if (settings.mode === 'versus') swap();", 'versus'],
    ['const named = settings.mode !== "shared";', 'shared'],
    ["switch (mode) { case 'parallel': break; }", 'parallel'],
    ["const isMode = ['versus'].includes(mode);", 'versus'],
    ['const is = mode === `versus`;', 'versus'],
    ['const is = modes[mode] === modes.versus;', 'versus'],
    ["import { versus } from '../../shared/protocol/modes/versus.ts';", 'versus'],
  ])('would be found: %s', (text, id) => {
    expect(found(text)).toEqual([`${path}: ${id}`]);
  });

  test('would be found in a table of modes', () => {
    const all = ['shared', 'parallel', 'versus'].map((id) => `${path}: ${id}`);
    expect(found('const usual = { shared: 1, parallel: 4, versus: 2 };')).toEqual(all);
    expect(found('interface Usual { shared: 1; parallel: 4; versus: 2 }')).toEqual(all);
  });

  test.each([
    "const settings = { mode: 'parallel', teams: 4 };",
    "import { modes } from '../../shared/protocol/modes/registry.ts';",
    "// if (mode === 'versus')",
    'const row = { shared: true };',
  ])('is not asked by %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
