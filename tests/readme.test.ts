import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attacks } from '../shared/attacks/registry.ts';
import { scenarios, scenarioWords } from '../shared/course/scenarios/registry.ts';

const README = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');

/** Cells of each line of the table whose head begins so. */
function rowsOf(head: string): string[][] {
  const [, after = ''] = README.split(`| ${head} |`);
  const lines = after.split('\n').slice(2);
  return lines.slice(0, lines.indexOf('')).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('the tables of the readme', () => {
  test('name each scenario, with its minutes and its hosts, as the menu does', () => {
    const written = rowsOf('scenario');
    expect(written.map(([name]) => name).sort()).toEqual(
      Object.values(scenarioWords)
        .map(({ name }) => name.en)
        .sort(),
    );
    for (const [name, minutes, hosts] of written) {
      const [id] = Object.entries(scenarioWords).find(([, words]) => words.name.en === name) ?? [
        '',
      ];
      expect(scenarioWords[id]?.length.en).toBe(`${minutes} min · ${hosts} hosts`);
      expect(String(scenarios[id]?.hosts.length)).toBe(hosts);
    }
  });

  test('name each attack of the catalogue beside its target', () => {
    const written = rowsOf('target').map(([target = '', names = '']) => [
      Number(target[0]),
      [...names.matchAll(/B\d\d|§[\d.]+\d/g)].map(([number]) => number),
    ]);
    const there = ([1, 2, 3, 4, 5, 6, 7] as const).map((target) => [
      target,
      [
        ...new Set(
          [...attacks.values()].flatMap((attack) =>
            attack.targets.includes(target) && attack.catalogue !== null ? [attack.catalogue] : [],
          ),
        ),
      ].sort(),
    ]);
    expect(written).toEqual(there);
  });

  test.each([1, 2, 3, 4, 5, 6, 7] as const)('at least five attacks hit target %i', (target) => {
    const numbers = new Set(
      [...attacks.values()].flatMap((attack) =>
        attack.targets.includes(target) ? [attack.catalogue] : [],
      ),
    );
    numbers.delete(null);
    expect(numbers.size).toBeGreaterThanOrEqual(5);
  });
});
