import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { times } from '../../server/cli/bench/core.ts';
import { largest } from '../../server/cli/bench/largest.ts';
import { costRows, costTable } from '../../server/cli/lab/cost.ts';
import { tabulate } from '../../server/cli/table.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs a command of the project and returns all that it printed on standard output. */
async function run(script: string, ...args: string[]): Promise<string> {
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, script, ...args], {
    cwd: ROOT,
  });
  return stdout;
}

const above = z.number().positive();
const duration = z.strictObject({
  median: above,
  p95: above,
  p99: above,
  samples: z.int().positive(),
});
const bytes = z.int().positive();
type Measured = { down: number; wholeAtStart: number; wholeAtEnd: number };

describe('npm run bench', () => {
  test('prints with --json one object and nothing else, and every figure is a measured one', async () => {
    const printed: unknown = JSON.parse(
      await run('server/cli/bench.ts', '--json', '--scenario', 'vacated-seat'),
    );
    const figures = z
      .strictObject({
        scenario: z.string(),
        core: z.strictObject({ tick: duration, difference: duration, replay: duration }),
        wire: z.tuple(
          (['websocket', 'polling'] as const).map((transport) =>
            z.strictObject({
              transport: z.literal(transport),
              down: bytes,
              up: bytes,
              wholeAtStart: bytes,
              wholeAtEnd: bytes,
              seconds: z.literal(240),
            }),
          ) as unknown as [z.ZodType<Measured>, z.ZodType<Measured>],
        ),
      })
      .parse(printed);
    // Budgets of the wire, which do not depend on how fast the machine is.
    const [websocket, polling] = figures.wire;
    expect(websocket.down).toBeLessThan(1000);
    expect(polling.down).toBeLessThan(3000);
    expect(figures.core.tick.samples).toBe(12_000);
    // A whole view must fit a slow classroom network at any moment of the match.
    for (const { wholeAtStart, wholeAtEnd } of figures.wire) {
      expect(Math.max(wholeAtStart, wholeAtEnd)).toBeLessThan(8192);
    }
  });
});

describe('npm run bench -- --largest', () => {
  test('eight hosts with sixty-four VMs in six zones: a match with all its history is below 2.5 MB', async () => {
    const { hosts, vms, zones } = largest();
    expect([hosts.length, vms.length, zones.length]).toEqual([8, 64, 6]);
    const figures = z
      .strictObject({
        tick: duration,
        blast: duration,
        decision: duration,
        bytes,
        timesRealTime: z.array(bytes).length(3),
        together: bytes,
      })
      .parse(JSON.parse(await run('server/cli/bench.ts', '--largest', '--json', '--rounds', '3')));
    expect(figures.bytes).toBeLessThan(2_500_000);
    // Twelve minutes, of which the first two rounds only warm.
    expect(figures.tick.samples).toBe(3600);
    expect(figures.blast.samples % 64).toBe(0);
    expect(figures.decision.samples).toBeGreaterThan(300);
  }, 240_000);
});

describe('npm run lab', () => {
  const lab = async (...args: string[]): Promise<unknown> =>
    JSON.parse(await run('server/cli/lab.ts', '--json', ...args));

  test('doing nothing loses, serving blindly loses, scrubbing first wins', async () => {
    const printed = await lab('--seeds', '3-5', '--scenario', 'vacated-seat');
    const row = z.strictObject({
      scenario: z.literal('vacated-seat'),
      defender: z.string(),
      matches: z.literal(3),
      won: z.int(),
      mean: z.int(),
      lowest: z.int(),
      highest: z.int(),
      harms: z.int(),
    });
    const { rows } = z.strictObject({ rows: z.array(row) }).parse(printed);
    const of = (name: string) => rows.find(({ defender }) => defender === name);
    expect(of('idle')?.highest).toBeLessThan(550);
    expect(of('clerk')?.won).toBe(0);
    expect(of('expert')?.won).toBe(3);
    expect(of('expert')?.harms).toBe(0);
  });

  test('--pace says how it feels to play, against the attackers of that level', async () => {
    const printed = await lab('--pace', '--seeds', '2', '--level', 'crew', '--defender', 'novice');
    const { rows } = z
      .strictObject({
        rows: z.tuple([
          z.strictObject({
            scenario: z.literal('first-shift'),
            defender: z.literal('novice'),
            decisions: z.number().positive(),
            handsBusy: z.int().min(1).max(100),
            tellToBite: z.int().nullable(),
            longestIdle: z.int(),
          }),
        ]),
      })
      .parse(printed);
    expect(rows[0].tellToBite ?? 44).toBeGreaterThanOrEqual(44);
  });

  test('--cost sets the model beside every published figure, with its tag and what that is worth', async () => {
    const row = z.strictObject({
      check: z.int().min(1).max(14),
      what: z.string().min(1).max(40),
      source: z.string().min(1),
      tag: z.enum(['V', 'V2', 'K']),
      published: z.string().min(1),
      low: z.int(),
      high: z.int().nullable(),
      unit: z.enum(['times', 'percent', 'cycles', 'loads', 'exits']),
      basis: z.enum(['taken', 'fitted', 'ours', 'derived']),
      inPlay: z.boolean(),
      model: z.int().nullable(),
      holds: z.boolean().nullable(),
    });
    const { rows } = z.strictObject({ rows: z.array(row) }).parse(await lab('--cost'));
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ holds }) => holds === false)).toEqual([]);
    const build = rows.find(({ check, source }) => check === 2 && source === 'C4');
    expect(build).toMatchObject({ tag: 'V', published: '1.03', basis: 'derived', model: 1021 });
  });

  test('--cost prints a table that fits a terminal, and says what is missed or not modelled', () => {
    const rows = costRows();
    const lines = costTable(rows).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines[0]).toBe(`${rows.length} rows in 14 checks: 0 missed, 0 not modelled yet`);
    expect(lines).toContain('2. Building a kernel: native, para, translation, emulation');
    const cellsOf = (start: string, all: readonly string[] = lines): string[] =>
      (all.find((line) => line.startsWith(start)) ?? '').split(/ {2,}/);
    expect(cellsOf('* GUPS')).toEqual([
      '* GUPS, small pages over large',
      '4.9',
      'C51 V2',
      '4.903',
      '4.500-5.300',
      'fitted',
    ]);
    const without = costTable(
      rows.map((row) => (row.source === 'C57' ? { ...row, model: null, holds: null } : row)),
    ).split('\n');
    expect(without[0]).toContain('1 not modelled yet');
    expect(cellsOf('- memory', without).slice(3)).toEqual(['-', '7-33 %', '-']);
    expect(cellsOf('  server, translation').slice(2).join()).toMatch(/^3\.5,C11 V,.*,from /);
    const wrong = costTable(rows.map((row) => ({ ...row, holds: false }))).split('\n');
    expect(wrong[0]).toContain(`${rows.length} missed`);
    expect(cellsOf('! GUPS', wrong)[0]).toBe('! GUPS, small pages over large');
    expect(lines).toContain('C21-C32     Adams and Agesen, ASPLOS 2006');
  });

  test.each([
    ['lab', ['--scenario', 'x'], /^no scenario x; there is first-shift, [^\n]*\n$/],
    ['lab', ['--level', 'x'], /^no level x; there is opportunist, crew, persistent[^\n]*\n$/],
    ['lab', ['--seeds', 'x'], /^--seeds takes a number or a range such as 12-20, not x\n$/],
    ['lab', ['--seats', '0'], /^--seats takes a whole number from 1 on, not 0\n$/],
    ['lab', ['--defender', 'nobody'], /^no defender nobody; there is idle, clerk[^\n]*\n$/],
    ['lab', ['--loud'], /^Unknown option '--loud'[^\n]*\n$/],
    ['bench', ['--scenario', 'x'], /^no scenario x; there is first-shift, [^\n]*\n$/],
    ['bench', ['--rounds', 'many'], /^--rounds takes a whole number from 1 on, not many\n$/],
    ['load', ['--only', 'x'], /^--only takes join or run, not x\n$/],
    ['load', ['--people', '-1'], /--people/],
  ] as const)(
    'npm run %s %o says in a line what it cannot be run with',
    async (name, args, told) => {
      const failed = await run(`server/cli/${name}.ts`, ...args).catch((error: unknown) => error);
      expect(failed).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(told) });
    },
    60_000,
  );
});

describe('the command line', () => {
  test('a table lines up, words to the left and numbers to the right', () => {
    expect(
      tabulate(
        ['name', 'n'],
        [
          ['a', '100'],
          ['longer', '7'],
        ],
      ),
    ).toBe(['name      n', '------  ---', 'a       100', 'longer    7'].join('\n'));
  });

  test('a median is the middle of what was measured', () => {
    expect(times([5, 1, 3])).toEqual({ median: 3, p95: 5, p99: 5, samples: 3 });
  });
});
