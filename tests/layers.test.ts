import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrowsOf, check, findingsIn, readSources } from './support/imports.ts';

/** Findings tolerated for now. This list may only shrink. */
const EXCEPTIONS: readonly string[] = [];

const sources = readSources(resolve(import.meta.dirname, '..'));

const found = (path: string, text: string) => findingsIn({ path, text });

describe('the house', () => {
  test('keeps to its plan', () => {
    expect(check(sources, EXCEPTIONS)).toEqual([]);
  });

  test('was really looked at', () => {
    const modules = sources.filter(({ path }) => !path.endsWith('.css'));
    expect(modules.length).toBeGreaterThan(20);
    const arrows = modules.flatMap(arrowsOf);
    expect(arrows.filter(({ specifier }) => specifier.startsWith('.')).length).toBeGreaterThan(20);
    expect(arrows.some(({ typeOnly }) => typeOnly)).toBe(true);
  });
});

describe('the check', () => {
  test.each([
    ['shared/world/host.ts', "import { scrub } from '../mechanics/scrub.ts';"],
    ['shared/mechanics/sensors/ids.ts', "import { a } from '../../attacks/a.ts';"],
    ['shared/world/host.ts', "import type { A } from '../attacks/a.ts';"],
    ['shared/world/host.ts', "export { a } from '../view/a.ts';\nexport const b = 1;"],
    ['shared/match/tick.ts', "const a = await import('../course/a.ts');"],
    ['shared/match/tick.ts', "type A = import('../course/a.ts').A;"],
    ['shared/match/tick.ts', "import { a } from '../protocol/a.ts';"],
    ['shared/match/tick.ts', 'const a = await import(name);'],
    ['shared/protocol/a.ts', "import { a } from '../match/a.ts';"],
    ['shared/authority/a.ts', "import { a } from '../course/a.ts';"],
    ['shared/minds/a.ts', "import { a } from '../world/a.ts';"],
    ['shared/minds/a.ts', "import type { A } from '../match/a.ts';"],
    ['shared/view/a.ts', "import type { A } from '../text/a.ts';"],
    ['shared/text/a.ts', "import { type A, b } from '../view/a.ts';"],
    ['shared/text/a.ts', "import type { A } from '../minds/a.ts';"],
    ['shared/world/a.ts', "import { a } from '../../server/a.ts';"],
    ['shared/world/a.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/world/a.ts', "import express from 'express';"],
    ['client/a.ts', "import { a } from '../server/a.ts';"],
    ['client/a.ts', "new Worker(new URL('../server/a.ts', import.meta.url));"],
    ['server/http/a.ts', "import { a } from '../../client/a.ts';"],
    ['server/a.ts', "import { a } from '../tests/support/a.ts';"],
    ['server/a.ts', "import { a } from '../other/a.ts';"],
  ])('reports the arrow of %s: %s', (path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });

  test.each([
    ['shared/mechanics/a.ts', "import { a } from '../world/a.ts';\nimport './b.ts';"],
    ['shared/course/a.ts', "import { a } from '../match/a.ts';"],
    ['shared/authority/a.ts', "import { a } from '../protocol/a.ts';"],
    ['shared/authority/a.ts', "import { a } from '../minds/a.ts';"],
    ['shared/minds/a.ts', "import { a } from '../view/a.ts';"],
    ['shared/minds/a.ts', "import { type A, type B } from '../commands/a.ts';"],
    ['shared/text/a.ts', "import type { A } from '../course/a.ts';"],
    ['shared/text/a.ts', "import { attacks } from '../attacks/a.ts';"],
    ['shared/world/a.ts', "import { z } from 'zod';"],
    ['client/a.tsx', "import { a } from '../shared/text/a.ts';\nexport const b = <a>{a}</a>;"],
    ['tests/a.ts', "import { a } from '../server/a.ts';\nimport { b } from '../client/b.ts';"],
  ])('allows the arrow of %s: %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  test.each([
    'Date.now()',
    'new Date()',
    'performance.now()',
    'Math.random()',
    'Math.pow(2, n)',
    "Math['sin'](1)",
    'const { cos } = Math;',
    'setTimeout(f, 1)',
    'n ** 2',
    'a.localeCompare(b)',
    'const o = { Date };',
  ])('reports what is not deterministic: %s', (text) => {
    expect(found('shared/world/a.ts', text)).toHaveLength(1);
    expect(found('server/a.ts', text)).toEqual([]);
  });

  test.each([
    'Math.trunc(1)',
    '2 ** 53',
    'log.Date',
    'const o = { performance: 1 };',
    '// Date.now()',
    "const s = 'Math.random()';",
  ])('lets pass what only looks alike: %s', (text) => {
    expect(found('shared/world/a.ts', text)).toEqual([]);
  });

  test.each([
    ['a default export', 'server/a.ts', 'export default 1;'],
    ['a default export', 'server/a.ts', 'const a = 1;\nexport { a as default };'],
    ['a default export', 'server/a.ts', 'export default function a() {}'],
    ["the type 'any'", 'tests/a.ts', 'let a: any;'],
    ['barrel', 'server/index.ts', "export { a } from './a.ts';\nexport * from './b.ts';"],
    ['barrel', 'client/index.ts', "import { a } from './a.ts';\nexport { a };"],
    ['501 lines', 'client/a.ts', 'f();\n'.repeat(501)],
    ['501 lines', 'client/style/a.css', 'a {}\n'.repeat(501)],
    ['no room', 'shared/a.ts', 'export const a = 1;'],
    ['no room', 'shared/other/a.ts', 'export const a = 1;'],
  ])('reports %s in %s', (what, path, text) => {
    expect(found(path, text)).toEqual([expect.stringContaining(what)]);
  });

  test('lets a tool configuration export by default, and a file have 500 lines', () => {
    expect(found('vite.config.ts', 'export default {};')).toEqual([]);
    expect(found('server/a.ts', 'f();\n'.repeat(500))).toEqual([]);
  });

  test('names an exception that is no longer needed', () => {
    const path = 'server/a.ts';
    const excuse = 'server/a.ts: a default export';
    expect(check([{ path, text: 'export default 1;' }], [excuse])).toEqual([]);
    expect(check([{ path, text: 'f();' }], [excuse])).toEqual([`no longer needed: ${excuse}`]);
  });
});
