import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { VacuityCheck } from './support/vacuous.ts';

const TESTS = import.meta.dirname;

/** A program of the tests, with one more that is only text. */
function programWith(name: string, text: string | null): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(TESTS, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(String(messageText));
      },
    },
  );
  if (!config) throw new Error('the tests have no configuration');
  const { incremental: _, tsBuildInfoFile: __, ...options } = config.options;
  if (text === null) return ts.createProgram(config.fileNames, options);
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.readFile = (path) => (path === name ? text : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === name
      ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
      : getSourceFile(path, ...rest);
  return ts.createProgram([name], options, host);
}

const MADE = resolve(TESTS, 'made.test.ts');
const HEAD = `
import { expect, test } from 'vitest';
declare const list: number[];
declare const flag: boolean;
declare const row: { readonly id: number } | undefined;
declare const promise: Promise<number>;
const FULL: readonly number[] = [1, 2];
const NAMED: Record<string, number> = { one: 1 };
const EMPTY: Record<string, number> = {};
function holds(n: number): void { expect(n).toBe(1); }
function helps(n: number): number { return n; }
`;

const lines = HEAD.split('\n').length;
const bodies: readonly (readonly [what: string, body: string])[] = [
  ['an expectation of what always is', 'expect(flag).toBeDefined();'],
  ['an expectation of what always is', 'expect(flag).not.toBeUndefined();'],
  ['an expectation of what always is', 'expect(list).toBeTruthy();'],
  ['an expectation of what always is', 'expect(list.length).not.toBeNull();'],
  ['a literal', 'expect(true).toBe(true);'],
  ['a literal', "expect('a').toBe('a');"],
  ['itself', 'expect(list).toEqual(list);'],
  ['a count below nothing', 'expect(list.length).toBeGreaterThanOrEqual(0);'],
  ['a count below nothing', 'expect(new Set(list).size).toBeGreaterThan(-1);'],
  ['no matcher', 'expect(flag);'],
  ['no matcher', 'expect(flag).toBe;'],
  ['a promise that nobody waits for', 'expect(promise).resolves.toBe(1);'],
  ['no expectation', 'helps(1);'],
  ['a loop over what may be empty', 'for (const n of list) expect(n).toBe(1);'],
  ['a loop over what may be empty', 'list.forEach((n) => expect(n).toBe(1));'],
  ['a loop over what may be empty', 'for (const n of list.filter(Boolean)) holds(n);'],
  ['a loop over what may be empty', 'for (const key of Object.keys(EMPTY)) holds(key.length);'],
  ['what may not be so', 'if (flag) expect(list).toEqual([]);'],
];
const sound = [
  'expect(row).toBeDefined();',
  'expect(row?.id).not.toBeUndefined();',
  'expect(flag).toBeTruthy();',
  'expect(list.indexOf(1)).toBeGreaterThanOrEqual(0);',
  'expect(list.length).toBeGreaterThan(0);',
  'expect(list).toEqual([...list]);',
  'await expect(promise).resolves.toBe(1);',
  'return expect(promise).resolves.toBe(1);',
  'const later = expect(promise).rejects.toThrow(); await later;',
  'holds(1);',
  'for (const n of FULL) holds(n);',
  'for (const n of [1, ...list]) expect(n).toBe(1);',
  'for (const key of Object.keys(NAMED)) expect(key).toBe(1);',
  'FULL.map((n) => n + 1).forEach((n) => expect(n).toBe(1));',
  'for (const n of list) expect(n).toBe(1); expect(list).toHaveLength(2);',
  'for (let n = 0; n < 9; n += 1) expect(n).toBe(1);',
  'if (flag) holds(1); else expect(list).toEqual([]);',
];

describe('tests that cannot fail', () => {
  const all = [...bodies.map(([, body]) => body), ...sound];
  const made = all.map((body) => `test('a', async () => { ${body} });`);
  const program = programWith(MADE, HEAD + made.join('\n'));
  const file = program.getSourceFile(MADE);
  const found = file ? new VacuityCheck(program).findingsIn(file) : [];
  const at = (i: number): string[] => found.filter((one) => one.startsWith(`${lines + i}: `));

  test.each(bodies.map(([what, body], i) => [what, body, i] as const))('%s: %s', (_, __, i) => {
    expect(at(i)).toHaveLength(1);
  });

  test.each(sound.map((body, i) => [body, bodies.length + i] as const))('may be: %s', (_, i) => {
    expect(at(i)).toEqual([]);
  });

  test('are not among these', () => {
    const whole = programWith(MADE, null);
    const check = new VacuityCheck(whole);
    const files = whole.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${TESTS}/`));
    expect(files.length).toBeGreaterThan(100);
    const findings = files.flatMap((one) =>
      check.findingsIn(one).map((what) => `${one.fileName.slice(TESTS.length + 1)}:${what}`),
    );
    expect(findings).toEqual([]);
  }, 180_000);
});
