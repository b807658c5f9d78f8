import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/match/input.ts';
import { crew } from '../../../shared/minds/crew.ts';
import { opportunist } from '../../../shared/minds/opportunist.ts';
import { keyOf } from '../../../shared/view/prospects.ts';
import { projectRed, type RedView } from '../../../shared/view/red/red.ts';
import type { MindName } from '../../../shared/world/people/attacker.ts';
import {
  ASKED_FOR,
  type Known,
  type KnownVm,
  ownNote,
  vmNote,
  wayNote,
} from '../../../shared/world/people/known.ts';
import type { Scenario, ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { Bench, hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

const bank = tiny().vms[0]!;
/** Two frames, and only what memory holds to be found: the rest is tested with its family. */
const DECK: ScenarioFile['deck'] = {
  commands: ['create-vm'],
  attacks: ['res-mem-unscrubbed'],
  sensors: ['S7'],
  techniques: ['hvm'],
};
const hostile = (over: Partial<ScenarioFile> = {}, mind: MindName = 'opportunist'): Scenario =>
  tiny({ attackers: [{ ...hostileShop, mind }], deck: DECK, ...over });

/** What the mind saw, decided and remembered, tick by tick, in a match with these orders. */
function think(
  scenario: Scenario,
  ticks: number,
  orders: (tick: number, bench: Bench) => Input[] = () => [],
): {
  readonly decisions: string[];
  readonly views: string[];
  readonly bench: Bench;
} {
  const bench = new Bench(scenario, { think: true });
  const decisions: string[] = [];
  const views: string[] = [];
  for (let i = 0; i < ticks; i += 1) {
    bench.tick(...orders(bench.world.tick + 1, bench));
    views.push(JSON.stringify(projectRed(bench.world, id(1))));
    const acts = bench.world.acts.filter(({ attacker }) => attacker === 1);
    decisions.push(JSON.stringify([acts, bench.world.attackers[1]?.memory]));
  }
  return { decisions, views, bench };
}

/** The shop's first request is served on that host in tick 10, whoever asked for something before. */
const serve =
  (host: number) =>
  (tick: number, { world }: Bench): Input[] =>
    tick === 10
      ? [
          {
            kind: 'order',
            seat: 1,
            n: 1,
            command: 'create-vm',
            args: { request: world.attackers[1]?.knownRequests[0] ?? 0, host, technique: 'hvm' },
          },
        ]
      : [];

describe.each(['opportunist', 'crew', 'persistent'] as const)('twin worlds, %s', (mind) => {
  const plain = think(hostile({}, mind), 90, serve(1));
  /** The first tick in which it knows something of its guest, or of the network. */
  const learned = plain.bench.events('learned').find(({ subjects }) => subjects.length > 0)!.tick;

  const twins: [string, Scenario, number][] = [
    ['scrub policies', hostile({ hosts: hostsWith({ scrub: 'on-free' }) }, mind), 1],
    ['where its VM stands', hostile({}, mind), 2],
    [
      'what other tenants want',
      hostile({ people: [{ kind: 'wants-rid', at: [1, 1], vm: 2 }] }, mind),
      1,
    ],
    [
      'residue where it is not',
      hostile({ residue: [{ host: 2, asset: 'ledger', frames: 4 }] }, mind),
      1,
    ],
    ['what the wire is watched by', hostile({ wire: 'ids' }, mind), 1],
  ];

  test.each(twins)('A4 that differ only in %s: the same decisions', (_, scenario, host) => {
    const twin = think(scenario, 90, serve(host));
    // The first view is that of tick 2.
    const until = host === 1 ? 90 : learned - 2;
    expect(until).toBeGreaterThan(10);
    expect(twin.views.slice(0, until)).toEqual(plain.views.slice(0, until));
    expect(twin.decisions.slice(0, until)).toEqual(plain.decisions.slice(0, until));
  });

  test('A4 that differ in builds and hardware: the same until it has looked', () => {
    const other = hostsWith({ build: 7, capacity: 500 });
    const twin = think(hostile({ hosts: other }, mind), 90, serve(1));
    const guest = plain.bench.events('learned').find(({ data }) => data.attack === 'recon-guest');
    const until = (guest?.tick ?? 0) - 2;
    expect(until).toBeGreaterThan(10);
    expect(twin.views.slice(0, until)).toEqual(plain.views.slice(0, until));
    expect(twin.views).not.toEqual(plain.views);
  });

  test('A4 that differ in what its own read will find: the same until it has read', () => {
    const residue: ScenarioFile['residue'] = [{ host: 1, asset: 'ledger', frames: 2 }];
    const dirty = think(hostile({ residue }, mind), 90, serve(1));
    const found = dirty.bench.events('harm')[0]!.tick;
    expect(found).toBeGreaterThan(12);
    const until = found - 2;
    expect(dirty.views.slice(0, until)).toEqual(plain.views.slice(0, until));
    expect(dirty.decisions.slice(0, until)).toEqual(plain.decisions.slice(0, until));
    expect(dirty.views[until]).not.toEqual(plain.views[until]);
  });

  test('A4 every decision is told with its reason and the steps in view', () => {
    const acts = plain.bench.events('act');
    expect(acts.length).toBeGreaterThan(2);
    for (const { data } of acts) {
      expect(data.why.plan[0]).toBe(data.attack);
      expect(data.why.reason).toMatch(/^(first|best|on|goal|towards|looks)-/);
    }
  });
});

describe('what a mind sees', () => {
  test('A4 its view holds no id of the world: only numbers of its own', () => {
    const many = Array.from({ length: 3 }, () => ({ ...bank, frames: 1, fills: 1 }));
    const asked = { kind: 'wants-rid' as const, at: [0, 0] as [number, number] };
    const ticks = 16;
    const busy = think(
      hostile({ vms: many, people: [1, 2, 3].map((vm) => ({ ...asked, vm })) }),
      ticks,
      (tick) =>
        tick === 10
          ? [
              {
                kind: 'order',
                seat: 1,
                n: 1,
                command: 'create-vm',
                args: { request: 4, host: 1, technique: 'hvm' },
              },
            ]
          : [],
    );
    const quiet = think(hostile({ vms: many }), ticks, serve(2));
    expect(busy.bench.world.attackers[1]?.knownRequests).toEqual([4]);
    expect(quiet.bench.world.attackers[1]?.knownRequests).toEqual([1]);
    expect(busy.views).toEqual(quiet.views);
  });

  test('X1 its view is exactly this, and a VM that is gone stays a number', () => {
    const { bench } = think(hostile(), 12, serve(1));
    bench.run(10);
    bench.act('entry-return', { vm: 1 });
    const view = projectRed(bench.world, id(1));
    expect(Object.keys(view).sort()).toEqual(
      [
        'brings',
        'busy',
        'inPlay',
        'known',
        'lengths',
        'loot',
        'memory',
        'phase',
        'actLengths',
        'tick',
      ].sort(),
    );
    expect(Object.keys(view.known).sort()).toEqual(['asked', 'flaws', 'notes', 'vms', 'waiting']);
    expect(view.known.vms[0]).toEqual({ number: 1, own: true, power: 'gone', ring: 'none' });
    expect(view.inPlay).not.toContain('esc-floppy-venom');
    expect(Object.keys(view.brings)).toEqual(view.inPlay);
    expect(view.brings['res-mem-unscrubbed']).toBe('loot');
    expect(() => projectRed(bench.world, id(7))).toThrow('no attacker 7');
  });

  test('X1 another attacker’s VMs, acts and loot are not in it', () => {
    const two = hostile({ attackers: [hostileShop, { ...hostileShop }] });
    const { bench } = think(two, 10, serve(1));
    bench.run(10);
    expect(bench.world.attackers[1]?.knownVms.length).toBeGreaterThan(0);
    const { known } = projectRed(bench.world, id(2));
    expect(known.vms.some(({ own }) => own)).toBe(false);
    expect(known.waiting).toBe(true);
  });
});

const own: KnownVm = { number: 1, own: true, power: 'running', ring: 'kernel' };
const foreign: KnownVm = { number: 2, own: false, power: 'unknown', ring: 'none' };
const known: Known = { vms: [], notes: {}, flaws: {}, waiting: false, asked: 0 };
const view: RedView = {
  tick: 100,
  phase: 'live',
  actLengths: {
    chains: 1,
    think: 5,
    afterSuccess: 9,
    recon: 6,
    access: 4,
    privilege: 3,
    act: 4,
    probe: 3,
  },
  known,
  inPlay: ['entry-tenant', 'entry-return', 'res-mem-unscrubbed'],
  brings: {},
  lengths: { 'entry-tenant': 1, 'entry-return': 1, 'res-mem-unscrubbed': 8 },
  busy: [],
  loot: 0,
  memory: {
    waitUntil: 0,
    tried: {},
    doing: [],
    temper: 0,
    lootBefore: 0,
    plan: [],
    reason: 'waiting',
  },
};
const read = { [ownNote(1)]: ASKED_FOR, [vmNote(1, 'memory-read')]: 1 };

describe('what all minds have in common', () => {
  const decide = (over: Partial<RedView>, memory: Partial<RedView['memory']> = {}): unknown => {
    const { act, memory: after } = opportunist({
      ...view,
      ...over,
      memory: { ...view.memory, ...memory },
    });
    return [act?.attack ?? null, act?.args.vm ?? 0, after.reason, after.waitUntil];
  };

  test('A4 it waits for the match, for its hands, and thinks between two acts', () => {
    expect(decide({ phase: 'prepare' })).toEqual([null, 0, 'waiting-for-live', 0]);
    expect(decide({ busy: [{ attack: 'x', args: {} }] }, { doing: ['x'] })).toEqual([
      null,
      0,
      'busy',
      0,
    ]);
    expect(decide({}, { waitUntil: 101 })).toEqual([null, 0, 'waiting', 101]);
    expect(decide({})).toEqual(['entry-tenant', 0, 'first-vm', 105]);
    expect(decide({ known: { ...known, waiting: true } })).toEqual([
      null,
      0,
      'nothing-to-try',
      105,
    ]);
  });

  test('A4 it rests after a find, longer than after nothing, and leaves what it has', () => {
    const ended = { doing: ['res-mem-unscrubbed?vm=1'] };
    expect(decide({ loot: 1 }, ended)).toEqual([null, 0, 'waiting', 109]);
    expect(decide({ loot: 1 }, { ...ended, lootBefore: 1 })).toEqual([null, 0, 'waiting', 105]);
    const { memory } = opportunist({ ...view, loot: 1, memory: { ...view.memory, ...ended } });
    expect(memory.tried['res-mem-unscrubbed?vm=1']).toBe(3100);
  });

  test('A4 it does not run twice against the same wall in a short time', () => {
    const mine = { [ownNote(1)]: ASKED_FOR };
    const there = { known: { ...known, vms: [own], notes: mine } };
    const tried = { [keyOf('res-mem-unscrubbed', { vm: 1 })]: 140 };
    expect(decide(there)).toEqual(['res-mem-unscrubbed', 1, 'first-loot', 105]);
    expect(decide(there, { tried })).toEqual([null, 0, 'nothing-to-try', 105]);
    expect(decide({ ...there, tick: 140 }, { tried })).toContain('res-mem-unscrubbed');
  });

  test('A4 what has been read through is given back, and a VM that is off is of no use', () => {
    const spent = { ...known, vms: [own], notes: read };
    expect(decide({ known: spent })).toEqual(['entry-return', 1, 'first-frames', 105]);
    for (const power of ['stopped', 'provisioning'] as const) {
      const off = { ...known, vms: [{ ...own, power }], notes: { [ownNote(1)]: ASKED_FOR } };
      expect(decide({ known: off })).toContain('nothing-to-try');
    }
    expect(decide({ known: { ...known, vms: [{ ...own, power: 'gone' }] } })).toContain(
      'entry-tenant',
    );
  });

  test('A4 it does not write in the view it was given', () => {
    const frozen = Object.freeze({
      ...view,
      known: Object.freeze({ ...known, vms: Object.freeze([own]) }),
      memory: Object.freeze({ ...view.memory, tried: Object.freeze({}), doing: Object.freeze([]) }),
    });
    const { memory } = opportunist(frozen as unknown as RedView);
    expect(memory.doing).toEqual(['res-mem-unscrubbed?vm=1']);
  });
});

describe('how minds differ', () => {
  /** A neighbour with an old service on the same host and segment, and data behind it. */
  const notes = {
    ...read,
    [vmNote(2, 'service')]: 'web',
    [vmNote(2, 'service-build')]: 8,
    [wayNote(1, 2, 'reach')]: 1,
    [wayNote(1, 2, 'host')]: 1,
    [wayNote(1, 2, 'segment')]: 1,
  };
  const neighbour: RedView = {
    ...view,
    known: { ...known, vms: [own, foreign], notes, flaws: { shellshock: 12 } },
    inPlay: ['entry-return', 'net-eastwest-blindspot', 'collect-guest-data', 'net-arp-spoof'],
    brings: {},
    lengths: {
      'entry-return': 1,
      'net-eastwest-blindspot': 20,
      'collect-guest-data': 20,
      'net-arp-spoof': 400,
    },
  };

  test('A4 the opportunist takes what lies nearest to a prize and plans nothing', () => {
    const { act, memory } = opportunist(neighbour);
    expect(act?.attack).toBe('net-arp-spoof');
    expect(memory.plan).toEqual(['net-arp-spoof']);
  });

  test('A4 the crew takes the way with the most a tick, for what it leads to', () => {
    const { act, memory } = crew(neighbour);
    expect(act).toEqual({ attack: 'net-eastwest-blindspot', args: { from: 1, vm: 2 } });
    expect(memory.plan).toEqual(['net-eastwest-blindspot', 'collect-guest-data']);
    expect(memory.reason).toBe('on-the-way');
  });

  test('A4 the crew, with nothing further in view, takes what is best by itself', () => {
    const quick = {
      ...neighbour,
      brings: {},
      lengths: { ...neighbour.lengths, 'net-arp-spoof': 4 },
    };
    const { act, memory } = crew(quick);
    expect(act?.attack).toBe('net-arp-spoof');
    expect(memory.reason).toBe('best-loot');
  });
});
