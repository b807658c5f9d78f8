import { describe, expect, test } from 'vitest';
import { persistent } from '../../../shared/minds/persistent.ts';
import { keyOf } from '../../../shared/view/prospects.ts';
import type { RedView } from '../../../shared/view/red/red.ts';
import type { MindMemory } from '../../../shared/world/people/attacker.ts';
import {
  ASKED_FOR,
  type Known,
  type KnownVm,
  lookedInto,
  ownNote,
  scanNote,
  vmNote,
  wayNote,
} from '../../../shared/world/people/known.ts';

const own: KnownVm = { number: 1, own: true, power: 'running', ring: 'kernel' };
const foreign: KnownVm = { number: 2, own: false, power: 'unknown', ring: 'none' };

/** Both VMs are looked at already; the other's service is old, and packets get there. */
const notes: Known['notes'] = {
  [ownNote(1)]: ASKED_FOR,
  [lookedInto(1)]: 1,
  [scanNote(0)]: 1,
  [scanNote(1)]: 1,
  [vmNote(1, 'technique')]: 'hvm',
  [vmNote(1, 'nic')]: 'para',
  [vmNote(1, 'host-build')]: 20,
  [vmNote(1, 'memory-read')]: 1,
  [vmNote(2, 'service')]: 'web',
  [vmNote(2, 'service-build')]: 8,
  [wayNote(1, 2, 'reach')]: 1,
};
const known: Known = {
  vms: [own, foreign],
  notes,
  flaws: { shellshock: 12 },
  waiting: false,
  asked: 1,
};
const IN = 'img-stale-packages';
const READ = 'collect-guest-data';
const MOVE = 'esc-vhost-migration';

const view: RedView = {
  tick: 1000,
  phase: 'live',
  actLengths: {
    chains: 2,
    think: 5,
    afterSuccess: 9,
    recon: 6,
    access: 4,
    privilege: 3,
    act: 4,
    probe: 3,
  },
  known,
  inPlay: [IN, READ, MOVE],
  brings: { [IN]: 'ring', [READ]: 'loot', [MOVE]: 'host', 'recon-guest': 'notes' },
  lengths: { [IN]: 20, [READ]: 20, [MOVE]: 20, 'recon-guest': 10, 'res-disk-blocks': 30 },
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

const knowing = (over: Partial<Known>, more: Known['notes'] = {}): Known => ({
  ...known,
  ...over,
  notes: { ...notes, ...more },
});
const from = (memory: MindMemory, over: Partial<RedView>): RedView => ({
  ...view,
  ...over,
  memory: { ...memory, waitUntil: 0 },
});
/** What is known once they are in the other's VM. */
const inside = knowing({ vms: [own, { ...foreign, power: 'running', ring: 'user' }] });

describe('a goal', () => {
  test('A140 A141 is worth most of what it knows, and the first step of the way there is taken', () => {
    const { act, memory, before } = persistent(view);
    expect(act).toEqual({ attack: IN, args: { from: 1, vm: 2 }, quiet: true });
    expect(memory.reason).toBe('towards-loot');
    expect(memory.plan).toEqual([IN, READ]);
    expect(memory.pursuit?.goal).toBe('loot/2');
    expect(before).toEqual([]);
  });

  test('A140 a database comes before what is nearer', () => {
    const web = { ...foreign, number: 3 };
    const more = { [vmNote(3, 'service')]: 'web', [vmNote(3, 'service-build')]: 8 };
    const way = { [wayNote(1, 3, 'reach')]: 1 };
    const goalWith = (service: string): string | undefined => {
      const other = { [vmNote(2, 'service')]: service, [wayNote(1, 2, 'segment')]: 1 };
      const flaws = { shellshock: 12 } as const;
      const all = knowing({ vms: [own, foreign, web], flaws }, { ...more, ...way, ...other });
      // What is read in passing takes far longer than to break in.
      const slow = { ...view.lengths, 'net-arp-spoof': 900 };
      const inPlay = [IN, READ, 'net-arp-spoof'];
      return persistent({ ...view, known: all, inPlay, lengths: slow }).memory.pursuit?.goal;
    };
    expect(goalWith('db')).toBe('loot/2');
    expect(goalWith('mail')).toBe('loot/3');
  });

  test('A140 is kept while there is a way, whatever else comes up', () => {
    const first = persistent(view).memory;
    const busy = [{ attack: IN, args: { from: 1, vm: 2 } }];
    const during = persistent(from(first, { tick: 1010, busy })).memory;
    const shell = { ...inside, vms: [...inside.vms, { ...foreign, number: 3 }] };
    const db = { [vmNote(3, 'service')]: 'db', [wayNote(1, 3, 'segment')]: 1 };
    const dearer: Known = { ...shell, notes: { ...shell.notes, ...db } };
    const inPlay = [...view.inPlay, 'net-arp-spoof'];
    const ended = persistent(from(during, { tick: 1030, known: dearer, inPlay })).memory;
    const then = persistent(from(ended, { tick: 1040, known: dearer, inPlay }));
    expect(then.act).toMatchObject({ attack: READ, args: { vm: 2 } });
    expect(then.memory.reason).toBe('goal-loot');
    expect(persistent({ ...view, known: dearer, inPlay }).memory.pursuit?.goal).toBe('loot/3');
  });

  test('A144 is reached, and that is told with what it does next', () => {
    const begun = persistent({ ...view, known: inside }).memory;
    expect(begun.doing).toEqual([keyOf(READ, { vm: 2 })]);
    const read = { ...inside, notes: { ...inside.notes, [vmNote(2, 'memory-read')]: 1 } };
    const rested = persistent(from(begun, { tick: 1030, loot: 1, known: read })).memory;
    const next = persistent(
      from(rested, { tick: 1100, loot: 1, known: read, inPlay: ['res-disk-blocks'] }),
    );
    expect(next.act).toMatchObject({ attack: 'res-disk-blocks', args: { vm: 1 } });
    expect(next.before).toEqual(['goal-reached']);
  });
});

describe('a plan', () => {
  test('A144 is made anew when a patch takes away what it rested on', () => {
    const begun = persistent(view).memory;
    // While it broke in the service was updated, and whoever was in was thrown out.
    const patched = knowing({}, { [vmNote(2, 'service-build')]: 12 });
    const seen = persistent(from(begun, { tick: 1030, known: patched, inPlay: [] })).memory;
    const next = persistent(
      from(seen, { tick: 1060, known: patched, inPlay: [IN, READ, 'res-disk-blocks'] }),
    );
    expect(next.act?.attack).toBe('res-disk-blocks');
    expect(next.before).toEqual(['plan-lost', 'goal-lost']);
    expect(next.memory.pursuit?.goal).toBe('loot/1');
  });

  test('A144 lets its goal be after two acts in vain, and does not run against the same wall', () => {
    const disk = { ...view, inPlay: ['res-disk-blocks', 'res-mem-unscrubbed'] };
    const unread = { ...notes };
    delete (unread as Record<string, unknown>)[vmNote(1, 'memory-read')];
    const there = { ...known, notes: unread };
    const attempts: (string | null)[] = [];
    const told: string[] = [];
    let memory = view.memory as MindMemory;
    for (let tick = 1000; tick < 1400; tick += 50) {
      // What was begun has ended by the next look, with nothing found.
      const decided = persistent({ ...disk, tick, known: there, memory });
      if (decided.act) attempts.push(decided.act.attack);
      told.push(...(decided.before ?? []));
      memory = { ...decided.memory, waitUntil: 0 };
    }
    expect(attempts.sort()).toEqual(['res-disk-blocks', 'res-mem-unscrubbed']);
    expect(told).toContain('plan-failed');
    expect(memory.pursuit?.failed).toBe(0);
    // What everybody notices was not for it yet from the start.
    expect(Object.keys(memory.pursuit?.aside ?? {})).toEqual(['outage', 'loot/1']);
    expect(memory.pursuit?.aside.outage).toBe(1000 + 120 * 5);
  });
});

describe('how it goes about it', () => {
  const flaws = { 'vhost-log': 30, shellshock: 12 };

  test('A142 it looks around before what may come to nothing, and quietly where that tells', () => {
    const inPlay = ['recon-guest', 'res-disk-blocks'];
    const blind = { ...notes };
    delete (blind as Record<string, unknown>)[vmNote(1, 'technique')];
    const unseen = { ...view, inPlay, known: { ...known, notes: blind } };
    const look = persistent(unseen);
    expect(look.act).toEqual({ attack: 'recon-guest', args: { vm: 1 }, quiet: true });
    expect(look.memory.reason).toBe('looks-for-way');
    const then = persistent({ ...view, inPlay });
    expect(then.act).toEqual({ attack: 'res-disk-blocks', args: { vm: 1 }, quiet: true });
  });

  test('A143 it waits for a move with a hand free, and is there when the window opens', () => {
    const able = knowing({ flaws });
    const waits = persistent({ ...view, known: able });
    expect(waits.act?.attack).toBe(IN);
    expect(waits.memory.pursuit?.goal).toBe('host/1');
    expect(waits.before).toEqual(['waits-for-move']);
    const busy = [{ attack: IN, args: { from: 1, vm: 2 } }];
    const still = persistent(from(waits.memory, { tick: 1010, known: able, busy }));
    expect(still.act).toBeNull();
    expect(still.memory.reason).toBe('waits-for-move');
    const moving = knowing({ flaws, vms: [{ ...own, moving: true }, foreign] });
    const hit = persistent({ ...from(still.memory, { tick: 1020, known: moving, busy }) });
    expect(hit.act).toEqual({ attack: MOVE, args: { vm: 1 } });
    expect(hit.memory.reason).toBe('in-the-window');
  });

  test('A143 it waits for a minute and no longer', () => {
    const able = knowing({ flaws });
    const { memory } = persistent({ ...view, known: able, inPlay: [MOVE] });
    const goalAt = (tick: number): string | undefined =>
      persistent(from(memory, { tick, known: able, inPlay: [MOVE] })).memory.pursuit?.goal;
    expect(goalAt(1299)).toBe('host/1');
    expect(goalAt(1300)).toBe('');
  });

  test('A143 it waits for a VM of its own to start again', () => {
    const off = knowing({ vms: [{ ...own, power: 'stopped', ring: 'none' }] });
    const waits = persistent({ ...view, known: off, inPlay: ['res-disk-blocks'] });
    expect(waits.act).toBeNull();
    expect(waits.memory.reason).toBe('waits-for-boot');
    const { act } = persistent(from(waits.memory, { tick: 1100, inPlay: ['res-disk-blocks'] }));
    expect(act?.attack).toBe('res-disk-blocks');
  });

  test('A4 it decides the same each time, and writes in nothing that it was given', () => {
    const { memory } = persistent(view);
    const next = from(memory, { tick: 1030, known: inside });
    const given = JSON.stringify(next);
    const decided = [0, 1, 2].map(() => JSON.stringify(persistent(next)));
    expect(new Set(decided).size).toBe(1);
    expect(JSON.stringify(next)).toBe(given);
    // What it keeps comes through a checkpoint whole.
    expect(persistent(JSON.parse(given))).toEqual(persistent(next));
  });
});
