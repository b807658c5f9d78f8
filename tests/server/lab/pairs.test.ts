import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Duel, duelsOf } from '../../../server/cli/lab/pairs/duel.ts';
import { PAIRS } from '../../../server/cli/lab/pairs/registry.ts';
import { pairTable } from '../../../server/cli/lab/pairs/table.ts';
import {
  FILTER_ACTIONS,
  SCRUB_POLICIES,
  WIPE_POLICIES,
} from '../../../shared/world/machine/host.ts';
import { TECHNIQUES } from '../../../shared/world/machine/vm.ts';
import { WATCHES } from '../../../shared/world/network.ts';
import { some } from '../../support/some.ts';

/** What is clearly better: in points of the match's score, and in permille of the duty that it touches. */
const CLEAR = { points: 10, permille: 20 } as const;

const FOLDER = join(import.meta.dirname, '../../../server/cli/lab/pairs');
const rows = PAIRS.map((pair) => duelsOf(pair));
const duels: Duel[] = rows.flatMap((row) => [...row.duels]);

describe('for every pair of alternatives a match in which each is right', () => {
  test.each(rows.map((row) => [row.pair, row] as const))('%s', (_, { duels: [one, other] }) => {
    for (const duel of [one, other]) {
      expect.soft(duel.points, duel.where).toBeGreaterThanOrEqual(CLEAR.points);
      expect.soft(duel.permille, duel.where).toBeGreaterThanOrEqual(CLEAR.permille);
    }
    expect(one.first.total - one.second.total).toBe(one.points);
    expect(other.second.total - other.first.total).toBe(other.points);
    // Each was really done where it was right.
    expect(one.first.orders.length).toBeGreaterThan(0);
    expect(other.second.orders.length).toBeGreaterThan(0);
  });

  test('whichever seed it is', () => {
    for (const pair of some(PAIRS)) {
      for (const { where, points } of duelsOf(pair, 4242).duels) {
        expect.soft(points, `${pair.id}: ${where}`).toBeGreaterThanOrEqual(CLEAR.points);
      }
    }
  }, 120_000);
});

/** The orders given on the ground of whoever gave them. */
const given = rows.flatMap(({ duels: [one, other] }) => [
  ...one.first.orders,
  ...other.second.orders,
]);
const valuesOf = (command: string, name: string): Set<unknown> =>
  new Set(given.filter((order) => order.command === command).map(({ args }) => args[name]));

describe('what a command leaves to choose', () => {
  test.each([
    // A container is what an image is: no host can run it otherwise, or anything else so.
    ['create-vm', 'technique', TECHNIQUES.filter((name) => name !== 'container')],
    ['patch-host', 'how', ['live', 'reboot']],
    ['exit-filter', 'action', FILTER_ACTIONS],
    // Never is what there is where nobody chooses.
    ['scrub-policy', 'policy', SCRUB_POLICIES.filter((policy) => policy !== 'never')],
    ['wipe-policy', 'policy', WIPE_POLICIES.filter((policy) => policy !== 'never')],
    ['place-sensor', 'watch', WATCHES.filter((watch) => watch !== 'none')],
    ['port-security', 'setting', ['arp-inspection', 'reject-all']],
  ])('%s: each %s is right somewhere', (command, name, values) => {
    expect([...valuesOf(command, name)].sort()).toEqual([...values].sort());
  });
});

describe('the design’s own choices', () => {
  const by = (pair: string, ground: 0 | 1): Duel => {
    const row = rows.find((one) => one.pair === pair);
    if (!row) throw new Error(`no pair ${pair}`);
    return row.duels[ground];
  };

  test('F3 S8 contain now is an outage; to investigate for 15 s may be too late', () => {
    expect(by('contain-or-look', 0)).toMatchObject({ duty: 'isolation' });
    expect(by('contain-or-look', 1)).toMatchObject({ duty: 'fidelity' });
  });

  test('K7 a live patch is dear, a reboot an outage', () => {
    expect(by('patch-live-or-reboot', 0)).toMatchObject({ duty: 'fidelity' });
    // 70 credits are not there, and 20 are: the host stays open to whoever rents on it.
    expect(by('patch-live-or-reboot', 1)).toMatchObject({ duty: 'isolation' });
    expect(by('patch-live-or-reboot', 1).first.orders.map(({ command }) => command)).not.toContain(
      'patch-host',
    );
  });

  test('N11 W5 an IPS that nobody tuned costs lawful service, and cycles', () => {
    expect(by('ids-or-ips', 0)).toMatchObject({ duty: 'fidelity' });
    expect(by('ids-or-ips', 1)).toMatchObject({ duty: 'isolation' });
  });

  test('W3 A45 clearing on free costs 3 % more, and leaves nothing to whoever gets below', () => {
    expect(by('scrub-on-free-or-on-allocate', 0)).toMatchObject({ duty: 'isolation' });
    const { duty, permille } = by('scrub-on-free-or-on-allocate', 1);
    expect(duty).toBe('performance');
    // 40 permille of the host's cycles less 10, of which all are used.
    expect(Math.abs(permille - 30)).toBeLessThanOrEqual(2);
  });

  test('K24 a hybrid cannot be had without drivers, and HVM is right there', () => {
    const { second } = by('hvm-or-hybrid', 0);
    expect(second.orders).toEqual([]);
    expect(second.fidelity).toBeLessThan(1000);
  });

  test('F7 K6 a refused exit is a fault where the work needs the device', () => {
    const { first, second } = by('check-or-refuse', 0);
    expect([first.isolation, second.isolation]).toEqual([1000, 1000]);
    expect(second.fidelity).toBeLessThan(first.fidelity);
  });
});

describe('the registry and the table', () => {
  test('every pair of the folder is in the registry, once', () => {
    const made = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
      .flatMap((source) => [...source.matchAll(/definePair\(\{\n {2}id: '([a-z-]+)'/g)])
      .map((match) => match[1]);
    expect(PAIRS.map(({ id }) => id).sort()).toEqual(made.sort());
    expect(new Set(made).size).toBe(made.length);
  });

  test('each ground is said, and no line is wider than a terminal', () => {
    const lines = pairTable(rows).split('\n');
    for (const line of some(lines)) expect(line.length, line).toBeLessThanOrEqual(100);
    for (const { where } of some(duels)) {
      expect(lines.filter((line) => line.startsWith(`  ${where}  `)).length, where).toBeGreaterThan(
        0,
      );
    }
    for (const { first, second } of rows) {
      expect(lines).toContain(`${first} or ${second}`);
    }
  });
});
