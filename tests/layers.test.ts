import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrowOf, type Cruise, cruiseTree } from './support/cruise.ts';
import { findingsIn, readSources } from './support/imports.ts';

const ROOT = resolve(import.meta.dirname, '..');
const ROOMS = ['shared', 'server', 'client', 'tests'];

/** Milliseconds: everything is read and parsed. */
const SLOW = 60_000;

const sources = readSources(ROOT);
const modules = sources.map(({ path }) => path).filter((path) => !path.endsWith('.css'));

const found = (path: string, text: string) => findingsIn({ path, text });

describe('the project', () => {
  let project: Cruise;

  beforeAll(async () => {
    project = await cruiseTree(ROOT, [...ROOMS, ...modules.filter((path) => !path.includes('/'))]);
  }, SLOW);

  test('keeps to its layers', () => {
    expect(project.findings).toEqual([]);
  });

  test('keeps to the rest of its plan', () => {
    expect(sources.flatMap(findingsIn)).toEqual([]);
  });

  test('was really looked at', () => {
    const seen = [...project.modules.keys()].filter((path) => /\.tsx?$/.test(path));
    expect(seen.sort()).toEqual(modules.sort());
    expect(seen.length).toBeGreaterThan(900);
    expect(project.arrows).toBeGreaterThan(5000);
  });

  test.each([
    ['server/services.ts', 'server/hosting/hosting.ts', 'import'],
    ['server/services.ts', 'server/ports.ts', 'type-only'],
    ['client/app.tsx', 'client/screens/enter/join.tsx', 'dynamic-import'],
    ['client/main.tsx', 'client/style/tokens.css', 'import'],
    ['shared/minds/mind.ts', 'shared/view/red/red.ts', 'type-only'],
    ['tests/layers.test.ts', 'tests/support/cruise.ts', 'import'],
  ])('has an arrow from %s to %s, by %s', (from, to, kind) => {
    expect(arrowOf(project, from, to)).toContain(kind);
  });
});

type Case = readonly [path: string, text: string];

const FORBIDDEN: readonly Case[] = [
  ['shared/world/a.ts', "import { scrub } from '../mechanics/scrub.ts';"],
  ['shared/mechanics/sensors/a.ts', "import { a } from '../../attacks/a.ts';"],
  ['shared/world/a.ts', "import type { A } from '../attacks/a.ts';"],
  ['shared/world/a.ts', "export { a } from '../view/a.ts';\nexport const b = 1;"],
  ['shared/match/a.ts', "const a = await import('../course/a.ts');"],
  ['shared/match/a.ts', "type A = import('../course/a.ts').A;"],
  ['shared/match/a.ts', "import { a } from '../protocol/a.ts';"],
  ['shared/protocol/a.ts', "import { a } from '../match/a.ts';"],
  ['shared/authority/a.ts', "import { a } from '../course/a.ts';"],
  ['shared/minds/a.ts', "import { a } from '../world/a.ts';"],
  ['shared/minds/a.ts', "import type { A } from '../match/a.ts';"],
  ['shared/view/a.ts', "import type { A } from '../text/a.ts';"],
  ['shared/text/a.ts', "import { type A, b } from '../view/a.ts';"],
  ['shared/text/a.ts', "import { attacks } from '../attacks/a.ts';"],
  ['shared/text/scenarios.ts', "import { a } from '../attacks/a.ts';"],
  ['shared/text/a.ts', "import type { A } from '../minds/a.ts';"],
  ['shared/text/ui/a.ts', "import { modes } from '../../protocol/modes/a.ts';"],
  ['shared/world/a.ts', "import { a } from '../../server/a.ts';"],
  ['shared/world/a.ts', "import { readFileSync } from 'node:fs';"],
  ['shared/world/a.ts', "import express from 'express';"],
  ['client/net/a.ts', "import { a } from '../../server/a.ts';"],
  ['server/http/a.ts', "import { a } from '../../client/a.ts';"],
  ['server/http/a.ts', "import { a } from '../../tests/support/a.ts';"],
  ['server/http/a.ts', "import { a } from '../../other/a.ts';"],
  [
    'shared/minds/a.ts',
    "import type { A } from '../view/a.ts';\nimport { a } from '../attacks/a.ts';",
  ],
  [
    'shared/minds/a.ts',
    "import type { A } from '../world/a.ts';\nimport { a } from '../world/a.ts';",
  ],
  ['server/store/a.ts', "import type { A } from '../hosting/a.ts';"],
  ['server/ports.ts', "import type { A } from './hosting/a.ts';"],
  ['server/hosting/a.ts', "import { a } from '../sessions/acts/a.ts';"],
  ['server/sessions/a.ts', "import { a } from '../realtime/a.ts';"],
  ['server/sessions/acts/a.ts', "type A = import('../../realtime/a.ts').A;"],
  ['server/http/a.ts', "import { createApp } from '../app.ts';"],
  ['server/http/a.ts', "import { a } from '../cli/a.ts';"],
  ['server/other/a.ts', "import { a } from '../store/a.ts';"],
  ['client/net/a.ts', "import type { A } from '../state/page/a.ts';"],
  ['client/state/match/a.ts', "import { a } from '../desk/a.ts';"],
  ['client/map/a.ts', "import type { A } from '../state/match/a.ts';"],
  ['client/parts/a.tsx', "import { a } from '../panels/a.ts';"],
  ['client/panels/talk/a.tsx', "const a = import('../../screens/red/a.ts');"],
  ['client/screens/a.tsx', "import { Root } from '../app.tsx';"],
  ['client/other/a.tsx', "import { a } from '../parts/a.ts';"],
  ['client/net/a.ts', "import { readFileSync } from 'node:fs';"],
];

const ALLOWED: readonly Case[] = [
  ['shared/mechanics/a.ts', "import { a } from '../world/a.ts';\nimport './b.ts';"],
  ['shared/course/a.ts', "import { a } from '../match/a.ts';"],
  ['shared/authority/a.ts', "import { a } from '../protocol/a.ts';"],
  ['shared/authority/a.ts', "import { a } from '../minds/a.ts';"],
  ['shared/minds/a.ts', "import { a } from '../view/a.ts';"],
  ['shared/minds/a.ts', "import { type A, type B } from '../commands/a.ts';"],
  ['shared/text/a.ts', "import type { A } from '../course/a.ts';"],
  ['shared/text/catalogue.ts', "import { attacks } from '../attacks/a.ts';"],
  ['shared/world/a.ts', "import { z } from 'zod';"],
  [
    'client/parts/a.tsx',
    "import { a } from '../../shared/text/a.ts';\nexport const b = <a>{a}</a>;",
  ],
  ['tests/a.ts', "import { a } from '../server/a.ts';\nimport { b } from '../client/b.ts';"],
  [
    'server/store/sql/a.ts',
    "import { a } from '../a.ts';\nimport { readFileSync } from 'node:fs';",
  ],
  ['server/realtime/a.ts', "import { a } from '../sessions/a.ts';\nimport express from 'express';"],
  ['server/cli/a.ts', "import { a } from '../app.ts';\nimport b from '../../package.json';"],
  ['client/state/page/a.ts', "import { a } from '../../net/a.ts';"],
  ['client/panels/red/a.tsx', "import './a.css';\nimport { a } from '../../map/a.ts';"],
  [
    'client/screens/red/a.tsx',
    "import '../../style/a.css';\nimport { a } from '../../panels/a.ts';",
  ],
];

/** Files that need each other, folders that do, and one that needs what is not there. */
const RINGS: Readonly<Record<string, string>> = {
  'server/http/one.ts': "import { two } from './two.ts';\nexport const one = two;",
  'server/http/two.ts': "import type { one } from './one.ts';\nexport const two = 2;",
  'client/panels/red/near.ts': "import { far } from '../talk/far.ts';\nexport const near = far;",
  'client/panels/talk/far.ts': 'export const far = 1;',
  'client/panels/talk/back.ts': "import type { there } from '../red/there.ts';",
  'client/panels/red/there.ts': 'export const there = 1;',
  'client/panels/red/lost.ts': "import { gone } from './gone.ts';",
};

describe('the layers', () => {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  let made: Cruise;

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  /** Every case is a file of its own; the files they speak of are `a.ts` and the like. */
  const pathOf = ([path]: Case, n: number): string =>
    path.replace(/(?<=\/)a(?=\.tsx?$)/, `case-${n}`);
  const cases = [...FORBIDDEN, ...ALLOWED].map((row, n) => [pathOf(row, n), row[1]] as const);
  const findingsOf = (path: string): string[] =>
    made.findings.filter((finding) => finding.includes(`: ${path} -> `));

  beforeAll(async () => {
    for (const [path, text] of cases) {
      for (const [, to = ''] of text.matchAll(/'(\.[^']+)'/g)) {
        write(posix.join(posix.dirname(path), to), to.endsWith('.json') ? '{}' : '');
      }
    }
    for (const name of ['zod', 'express']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, exports: './index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const [path, text] of [...cases, ...Object.entries(RINGS)]) write(path, text);
    made = await cruiseTree(root, ROOMS);
  }, SLOW);

  afterAll(() => rmSync(root, { recursive: true }));

  test.each(FORBIDDEN.map((row, n) => [pathOf(row, n), row[1]]))('forbid %s: %s', (path) => {
    expect(findingsOf(path)).toEqual([expect.stringMatching(/^not-in-allowed: /)]);
  });

  test.each(ALLOWED.map((row, n) => [pathOf(row, FORBIDDEN.length + n), row[1]]))(
    'allow %s: %s',
    (path) => {
      expect(made.modules.get(path)?.dependencies).not.toEqual([]);
      expect(findingsOf(path)).toEqual([]);
    },
  );

  test.each([
    'no-ring-of-files: server/http/one.ts -> server/http/two.ts -> server/http/one.ts',
    'no-ring-of-folders: client/panels/red -> client/panels/talk -> client/panels/red',
    'nothing-missing: client/panels/red/lost.ts -> ./gone.ts',
  ])('forbid %s', (finding) => {
    expect(made.findings).toContain(finding);
  });
});

describe('the check', () => {
  test.each([
    ['shared/match/a.ts', 'const a = await import(name);'],
    ['server/a.ts', 'const a = require(`./$' + '{name}.ts`);'],
    ['client/a.ts', "new Worker(new URL('../server/a.ts', import.meta.url));"],
  ])('reports the arrow that nobody can see of %s: %s', (path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });

  test('lets a file start its neighbour', () => {
    expect(found('client/a.ts', "new Worker(new URL('./b.ts', import.meta.url));")).toEqual([]);
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
    ['no folder', 'shared/a.ts', 'export const a = 1;'],
    ['no folder', 'shared/other/a.ts', 'export const a = 1;'],
  ])('reports %s in %s', (what, path, text) => {
    expect(found(path, text)).toEqual([expect.stringContaining(what)]);
  });

  test('lets a tool configuration export by default, and a file have 500 lines', () => {
    expect(found('vite.config.ts', 'export default {};')).toEqual([]);
    expect(found('server/a.ts', 'f();\n'.repeat(500))).toEqual([]);
  });
});
