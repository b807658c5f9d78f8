import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadFigures, spreadOf } from '../../server/cli/load/figures.ts';
import { tickOf } from '../../server/cli/load/wire-client.ts';
import { encodePatch } from '../../shared/protocol/codec.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function load(...args: string[]): Promise<string> {
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const script = 'server/cli/load.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, script, ...args], {
    cwd: ROOT,
  });
  return stdout;
}

describe('npm run load', () => {
  test('prints with --json one object, and every figure in it is a measured one', async () => {
    const sizes = ['--people', '6', '--matches', '2', '--clients', '2', '--seconds', '3'];
    const { join, run } = loadFigures.parse(JSON.parse(await load('--json', ...sizes)));
    expect(join).toMatchObject({ people: 6, refused: 0, reloads: 2, seatsLost: 0 });
    expect([join?.join.samples, join?.reload.samples]).toEqual([6, 2]);
    expect(join?.join.p50).toBeGreaterThan(0);
    expect(run).toMatchObject({ matches: 2, clients: 2, seconds: 3 });
    expect(run?.frame.samples).toBeGreaterThan(0);
    expect(run?.frame.p50).toBeGreaterThan(0);
    expect(run?.frame.most).toBeGreaterThanOrEqual(run?.frame.p99 ?? Number.NaN);
    for (const figure of [run?.ticks, run?.rss, run?.cpu, run?.down, run?.orders]) {
      expect(figure).toBeGreaterThan(0);
    }
  }, 90_000);

  test('says what there is when asked for what is not', async () => {
    await expect(load('--only', 'x')).rejects.toThrow(/--only takes join or run/);
    await expect(load('--matches', '0')).rejects.toThrow(/--matches takes a whole number/);
    await expect(load('--loud')).rejects.toThrow(/Unknown option .--loud/);
  });
});

describe('what is measured with', () => {
  test('percentiles are measured values, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(spreadOf(hundred)).toEqual({ samples: 100, p50: 50, p95: 95, p99: 99, most: 100 });
    expect(spreadOf([7])).toEqual({ samples: 1, p50: 7, p95: 7, p99: 7, most: 7 });
    expect(spreadOf([])).toEqual({ samples: 0, p50: 0, p95: 0, p99: 0, most: 0 });
  });

  test.each([0, 1, 127, 128, 255, 256, 3600, 65_535, 65_536, 10_000_000])(
    'the tick of a frame is read without the rest of it: %i',
    (tick) => {
      expect(tickOf(encodePatch([tick, -1, [], []]))).toBe(tick);
    },
  );
});
