import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { some } from './support/some.ts';

const ROOT = resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** What is compiled with the examples, and what that takes from the root. */
const TYPED = ['shared', 'server', 'client'];
const CONFIGS = [
  'tsconfig.json',
  'package.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'vitest.config.ts',
];

/** A block of the page: a file as it is, or lines that are added to one. */
interface Block {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
}

/** The blocks of a section that have a path. */
function blocksOf(title: string): Block[] {
  const [, section = ''] = read('ARCHITECTURE.md').split(`## ${title}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/```(ts|diff) (\S+)\n(.*?)```/gs)].map(
    ([, kind = '', path = '', text = '']) => ({ kind, path, text }),
  );
}

const COMMAND = blocksOf('A command, whole');
const ATTACK = blocksOf('An attack, whole');
const SCENARIO = blocksOf('A scenario, whole');
const MODE = blocksOf('A session mode, whole');
const EXAMPLES = [...COMMAND, ...ATTACK, ...SCENARIO, ...MODE];

/** Puts added lines behind the line of the file that stands before them in the block. */
function added(text: string, block: string): string {
  let out = text;
  let before = '';
  for (const line of block.split('\n').filter((one) => one !== '')) {
    const own = line.slice(1);
    if (line.startsWith('+')) {
      expect(out).toContain(`${before}\n`);
      out = out.replace(`${before}\n`, `${before}\n${own}\n`);
    }
    before = own;
  }
  return out;
}

async function apply(root: string, { kind, path, text }: Block): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, kind === 'ts' ? text : added(await readFile(file, 'utf8'), text));
}

/** What a record without one of its parts must be told: not to compile. */
const INCOMPLETE = `
import { type AttackWords, defineAttack } from './attacks/attack.ts';
import { guestRuns } from './attacks/needs/guest.ts';
import { reconClock } from './attacks/steps/recon-clock.ts';
import type { Command } from './commands/command.ts';
import { cutPower } from './commands/operator/cut-power.ts';
import type { ScenarioRecord } from './course/scenarios/scenario.ts';
import { wipedSeat } from './course/scenarios/wiped-seat.ts';
import type { SessionMode } from './protocol/modes/mode.ts';
import { siege } from './protocol/modes/siege.ts';

const { done: _done, ...command } = cutPower.words;
// @ts-expect-error a command that the debrief has no words for
export const words: Command['words'] = command;
const { words: _words, ...silent } = cutPower;
// @ts-expect-error a command without words
export const wordless: Command = silent;
const { lead: _lead, ...attack } = reconClock.words;
// @ts-expect-error an attack that the debrief has no first sentence for
export const attackWords: AttackWords = attack;
const { deeper: _deeper, ...shallow } = reconClock;
const mute = { ...reconClock.words, needs: {} };
// @ts-expect-error an attack that does not say what one of its preconditions means in it
export const unsaid = defineAttack({ ...shallow, needs: [guestRuns], words: mute });
const { brief: _brief, ...unbriefed } = wipedSeat.words;
// @ts-expect-error a scenario that nobody is briefed for
export const scenario: ScenarioRecord = { ...wipedSeat, words: unbriefed };
const { lobby: _lobby, ...mode } = siege.words;
// @ts-expect-error a mode that the lobby has no words for
export const modeWords: SessionMode['words'] = mode;
const { sides: _sides, ...nobody } = siege;
// @ts-expect-error a mode without teams
export const teamless: SessionMode = nobody;
`;

const LOADED = `
import { teamsOf } from './server/sessions/teams.ts';
import { attacks } from './shared/attacks/registry.ts';
import { commands } from './shared/commands/registry.ts';
import { scenarios } from './shared/course/scenarios/registry.ts';
import { createMatch } from './shared/match/match.ts';
import { offersFor } from './shared/match/offers.ts';
import { MODES } from './shared/protocol/modes/registry.ts';
import { sessionSettings } from './shared/protocol/settings-schema.ts';
import { catalogue } from './shared/text/catalogue.ts';

const { world } = createMatch(scenarios['first-shift'], 1);
const wiped = createMatch(scenarios['wiped-seat'], 1).world;
const offered = offersFor(world, 1, 'vms/1').map(({ command }) => command);
console.log(JSON.stringify({
  commands: commands.has('cut-power'),
  attacks: attacks.has('recon-clock'),
  offered: offered.includes('cut-power'),
  scrub: wiped.hosts.map((host) => host?.scrub ?? null),
  words: [
    catalogue.commands['cut-power'].name.en,
    catalogue.attacks['recon-clock'].name.ko,
    catalogue.scenarios['wiped-seat'].name.ko,
  ],
  mode: {
    isLast: MODES.at(-1) === 'siege',
    words: catalogue.modes.siege.name.ko,
    isSettable: sessionSettings.partial().safeParse({ mode: 'siege' }).success,
    teams: teamsOf({ mode: 'siege', teams: 4 }, 1),
  },
}));
`;

describe('the examples of ARCHITECTURE.md', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'hyperward-house-'));
    for (const name of [...TYPED, ...CONFIGS])
      await cp(join(ROOT, name), join(root, name), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    for (const block of EXAMPLES) await apply(root, block);
    await writeFile(join(root, 'shared/incomplete.ts'), INCOMPLETE);
    await writeFile(join(root, 'loaded.ts'), LOADED);
  });
  afterAll(() => rm(root, { recursive: true }));

  test.each([
    ['a command', COMMAND, 3],
    ['an attack', ATTACK, 3],
    ['a scenario', SCENARIO, 2],
    ['a session mode', MODE, 4],
  ])('%s takes its own file and lines in others, in as few files as it may', (_, blocks, most) => {
    const [own, ...lines] = blocks.map(({ kind }) => kind);
    expect(own).toBe('ts');
    expect(new Set(lines)).toEqual(new Set(['diff']));
    expect(new Set(blocks.map(({ path }) => path)).size).toBeLessThanOrEqual(most);
  });

  // Server and screens too: a table of modes somewhere may lack a new one.
  test.each(TYPED)(
    'compile as they stand there, and not without one of their parts: %s',
    async (room) => {
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      const args = [tsc, '-p', join(root, room), '--incremental', 'false'];
      const { stdout } = await run(process.execPath, args).catch((error) => error);
      expect(stdout).toBe('');
    },
    180_000,
  );

  test('are in the game with nothing else', async () => {
    const args = ['--import', 'tsx', join(root, 'loaded.ts')];
    const { stdout } = await run(process.execPath, args, { cwd: ROOT });
    expect(JSON.parse(stdout)).toEqual({
      commands: true,
      attacks: true,
      offered: true,
      scrub: [null, 'on-free', 'on-free'],
      words: ['Cut the power', '시계 읽기', '지운 자리'],
      mode: {
        isLast: true,
        words: '공성',
        isSettable: true,
        teams: [
          { id: 1, side: 'blue', world: 1 },
          { id: 2, side: 'red', world: 1 },
        ],
      },
    });
  }, 60_000);
});

describe('paths that the pages name', () => {
  test.each(['ARCHITECTURE.md', 'README.md', 'SECURITY.md', 'shared/RULES.md'])(
    'are there: %s',
    (page) => {
      const example = new Set(EXAMPLES.map(({ path }) => path));
      const named = [...read(page).matchAll(/\b(?:shared|server|client|tests)\/[\w./-]*\w/g)].map(
        ([path]) => path,
      );
      const gone = [...new Set(named)].filter(
        (path) => !example.has(path) && !existsSync(join(ROOT, path)),
      );
      expect(gone).toEqual([]);
      if (page !== 'shared/RULES.md') expect(some(named).length).toBeGreaterThan(3);
    },
  );
});
