import { describe, expect, test } from 'vitest';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { build } from '../../../shared/world/scenario/build.ts';
import { parseScenario, ScenarioError } from '../../../shared/world/scenario/schema.ts';
import { RULES_VERSION } from '../../../shared/world/world.ts';
import { copyOf, hostileShop, tiny } from '../../support/worlds.ts';

/** The tiny scenario as a file, with something changed in it. */
function fileWith(change: (file: ReturnType<typeof tiny>) => unknown): unknown {
  const file = copyOf(tiny({ attackers: [hostileShop] }));
  return change(file) ?? file;
}

function errorOf(file: unknown): ScenarioError {
  try {
    parseScenario('some-file', file, DEFAULT_PACE);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const set =
  (path: string, value: unknown) =>
  (file: unknown): void => {
    const keys = path.split('.');
    const last = keys.pop()!;
    const holder = keys.reduce((node, key) => (node as Record<string, unknown>)[key], file);
    (holder as Record<string, unknown>)[last] = value;
  };

const plan = hostileShop.plan;
const ask = (over: object, planOver: object = {}): unknown[] => [
  { kind: 'wants-vm', at: [1, 2], tenant: 'shop', plan: { ...plan, ...planOver }, ...over },
];

describe('a scenario file', () => {
  test('D1 one without an error is taken as it is', () => {
    expect(
      parseScenario(
        'some-file',
        fileWith(() => undefined),
        DEFAULT_PACE,
      ),
    ).toMatchObject({
      id: 'tiny',
    });
    expect(parseScenario('a', { ...tiny(), pace: undefined }, DEFAULT_PACE).pace).toEqual({});
  });

  test.each([
    ['id', set('id', 'No Good')],
    ['zones', set('zones', [])],
    ['hosts', set('hosts', [])],
    ['hosts.0.frames', set('hosts.0.frames', 0)],
    ['hosts.0.scrub', set('hosts.0.scrub', 'always')],
    ['hosts.0.capacity', set('hosts.0.capacity', 1.5)],
    ['vms.0', set('vms.0.more', 1)],
    ['vms.0.workload', set('vms.0.workload', 'mining')],
    ['vms.1.host', set('vms.1.host', 3)],
    ['vms.1.asset', set('vms.1.asset', 'ledger')],
    ['vms.1.fills', set('vms.1.fills', 3)],
    ['tenants.0.assets.0.weight', set('tenants.0.assets.0.weight', 99)],
    ['hosts.0.frames', set('residue', [{ host: 1, asset: 'ledger', frames: 5 }])],
    ['residue.0.host', set('residue', [{ host: 9, asset: 'ledger', frames: 1 }])],
    ['residue.0.asset', set('residue', [{ host: 1, asset: 'catalogue', frames: 1 }])],
    ['people.0.vm', set('people', [{ kind: 'wants-rid', at: [1, 2], vm: 3 }])],
    ['people.0.at', set('people', [{ kind: 'wants-rid', at: [2, 1], vm: 1 }])],
    ['attackers.0.mind', set('attackers.0.mind', 'genius')],
    [
      'vms.0.technique',
      (file: unknown) => {
        set('images.0.legacyOnly', true)(file);
        set('vms.0.technique', 'hybrid')(file);
      },
    ],
    ['pace.hurry', set('pace.hurry', 1)],
    ['pace.think', set('pace.think', -1)],
    ['', () => 'a text'],
    ['', () => 7],
  ])('D1 what is wrong at %s is named with file, path and reason', (path, change) => {
    const error = errorOf(fileWith(change));
    expect(error.file).toBe('some-file');
    expect(error.path).toBe(path);
    expect(error.reason.length).toBeGreaterThan(3);
    expect(error.message).toBe(`some-file: at ${path || 'the top'}: ${error.reason}`);
  });

  // A name that nothing bears would silently become "nothing" in the world.
  test.each([
    ['vms.0.zone', set('vms.0.zone', 'dmz')],
    [
      'people.0.tenant',
      (f: object) => ({
        ...f,
        tenants: tiny().tenants.slice(0, 1),
        vms: [],
        people: ask({}),
        attackers: [],
      }),
    ],
    ['people.0.plan.zone', set('people', ask({}, { zone: 'dmz' }))],
    ['people.0.plan.asset', set('people', ask({}, { asset: 'ledger' }))],
    ['people.0.plan.fills', set('people', ask({}, { frames: 1, fills: 2 }))],
    ['attackers.0.tenant', (f: object) => ({ ...f, tenants: tiny().tenants.slice(0, 1), vms: [] })],
    ['attackers.0.plan.zone', set('attackers.0.plan.zone', 'dmz')],
    ['attackers.0.plan.asset', set('attackers.0.plan.asset', 'ledger')],
    ['attackers.0.plan.fills', set('attackers.0.plan.fills', 3)],
  ])('D1 nothing starts from a file with an error at %s', (path, change) => {
    expect(errorOf(fileWith(change)).path).toBe(path);
  });
});

describe('building', () => {
  const world = build(
    tiny({
      residue: [
        { host: 1, asset: 'ledger', frames: 1 },
        { host: 1, asset: 'orders', frames: 2 },
      ],
      attackers: [hostileShop],
      pace: { startCredits: 33 },
    }),
    9,
  );

  test('M9 every frame is on one host, and free or owned', () => {
    expect(world.frames.slice(1).map((frame) => frame?.host)).toEqual([
      1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2,
    ]);
    expect(world.hosts.slice(1).map((host) => host?.free)).toEqual([
      [6, 5, 4, 3],
      [12, 11, 10, 9],
    ]);
    expect(world.vms[2]).toMatchObject({ memory: [7, 8], filled: 2, power: 'running', tenant: 3 });
    expect(world.frames[7]).toMatchObject({ owner: 2, content: 4, residue: 0 });
  });

  test('M4 residue lies where the allocator would take from next', () => {
    expect([3, 4, 5, 6].map((n) => world.frames[n]?.residue)).toEqual([2, 3, 3, 0]);
  });

  test('D1 names become ids, numbers come from the pace, nothing has happened yet', () => {
    expect(world).toMatchObject({
      rules: RULES_VERSION,
      scenario: 'tiny',
      seed: 9,
      tick: 0,
      phase: 'prepare',
      credits: 33,
      provenance: {},
      history: { length: 0, hash: 0 },
    });
    expect(world.pace).toEqual({ ...DEFAULT_PACE, ...tiny().pace, startCredits: 33 });
    expect(world.attackers[1]).toMatchObject({ tenant: 2, plan: { asset: 3, zone: 1 }, loot: [] });
    expect(world.assets[2]).toEqual({ id: 2, name: 'ledger', tenant: 1, weight: 160 });
  });

  test('D5 a scenario is not changed by the match that is built from it', () => {
    const scenario = tiny();
    const before = JSON.stringify(scenario);
    build(scenario, 1).hosts[1]!.load = 5;
    expect(JSON.stringify(scenario)).toBe(before);
  });
});
