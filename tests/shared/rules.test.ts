import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { rules } from '../support/rules.ts';

const ROOT = join(import.meta.dirname, '../..');

const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(ROOT, folder, name))
    .filter((path) => pattern.test(path) && !path.includes('node_modules'));

/** The title of every test in a source: the first argument of `test(…)`, `test.each(…)(…)`. */
function titlesIn(source: string): string[] {
  const file = ts.createSourceFile(
    'a.tsx',
    source,
    ts.ScriptTarget.ES2022,
    true,
    ts.ScriptKind.TSX,
  );
  const titles: string[] = [];
  const rootOf = (node: ts.Expression): string => {
    if (ts.isIdentifier(node)) return node.text;
    if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node))
      return rootOf(node.expression);
    return '';
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['test', 'it'].includes(rootOf(node))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return titles;
}

/** The rules that a title quotes: the numbers that it begins with. */
const quoted = (title: string): string[] =>
  /^(?:[A-Z]\d+ )+/.exec(title)?.[0].trim().split(' ') ?? [];

const titles = filesIn('tests', /\.test\.tsx?$/).flatMap((path) =>
  titlesIn(readFileSync(path, 'utf8')),
);

describe('the rules of the world', () => {
  test('are numbered, each once', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(new Set(rules).size).toBe(rules.length);
  });

  test('are each quoted by the title of a test', () => {
    const kept = new Set(titles.flatMap(quoted));
    expect(rules.filter((rule) => !kept.has(rule))).toEqual([]);
  });

  test('are the only ones that titles quote', () => {
    const invented = titles.filter((title) => quoted(title).some((rule) => !rules.includes(rule)));
    expect(invented).toEqual([]);
  });

  test('are the only ones that the code’s comments quote', () => {
    const invented = filesIn('shared', /\.ts$/).flatMap((path) => {
      const comments = readFileSync(path, 'utf8').match(/\/\*\*[\s\S]*?\*\/|\/\/.*/g) ?? [];
      const mentions =
        comments.join('\n').match(/\brules? [A-Z]\d+(?:(?:, | to | and )[A-Z]\d+)*/g) ?? [];
      const named = mentions.flatMap((mention) => mention.match(/[A-Z]\d+/g) ?? []);
      return named.filter((rule) => !rules.includes(rule)).map((rule) => `${path}: ${rule}`);
    });
    expect(invented).toEqual([]);
  });

  test('are found in titles however a test is written', () => {
    const source = `test('M1 a', f); test.each([1])('M2 M3 %i b', f); it(\`V1 c\`, f); describe('T1 d', f); test.each\`x\`('J1', f)`;
    expect(titlesIn(source).flatMap(quoted)).toEqual(['M1', 'M2', 'M3', 'V1']);
    expect(quoted('the S7 auditor')).toEqual([]);
  });
});
