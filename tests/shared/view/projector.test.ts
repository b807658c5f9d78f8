import { describe, expect, test } from 'vitest';
import { Authority } from '../../../shared/authority/authority.ts';
import type { Input } from '../../../shared/match/input.ts';
import { decodePatch } from '../../../shared/protocol/codec.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { projectProjector } from '../../../shared/view/projector.ts';
import { applyPatch, type BlueView } from '../../../shared/view/view.ts';
import type { World } from '../../../shared/world/world.ts';
import { type Bench, benchWithReader, copyOf, id, tiny } from '../../support/worlds.ts';
import { blueOf, bytesOf, rowsOf } from '../support/views.ts';

/** A match with something of everything that one side hides from the other. */
function busy(): Bench {
  const bench = benchWithReader({
    hosts: tiny().hosts.map((host) => ({ ...host, blocks: 4 })),
    pace: { fillEvery: 50, auditEvery: 2 },
  });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  bench.run(60);
  bench.act('entry-tenant');
  bench.give('scrub-policy', { host: 1, policy: 'on-free' });
  bench.run(1);
  return bench;
}

const projectorOf = (bench: Bench, world: World = bench.world): string =>
  bytesOf(projectProjector(blueOf({ world, history: bench.history })));

type Loose = { [key: string]: unknown };

const each = (rows: readonly unknown[], change: (row: Loose) => void): void => {
  for (const row of rows) if (row !== null) change(row as Loose);
};

/** What defenders alone know, and another state that it could be in. */
const BLUES: Readonly<Record<string, (world: World) => void>> = {
  'what they have seen': (world) => each(world.alerts, (row) => (row.state = 'acknowledged')),
  'that they have seen anything': (world) => void world.alerts.splice(1),
  'what they are doing': (world) => void world.jobs.splice(1),
  'what they can pay': (world) => (world.credits += 7),
  'what lies about in memory': (world) =>
    each(world.frames, (row) => Object.assign(row, { residue: 0, content: 2 })),
  'what lies about on disks': (world) =>
    each(world.blocks, (row) => Object.assign(row, { residue: 1, content: 2, sealed: true })),
  'which frame is next': (world) =>
    each(world.hosts, (row) => (row.free = [...(row.free as number[])].reverse())),
  'how hosts are set': (world) =>
    each(world.hosts, (row) =>
      Object.assign(row, {
        build: 99,
        scrub: 'on-allocate',
        wipe: 'on-delete',
        sandbox: false,
        seccomp: true,
        load: 77,
        filters: [{ trap: 'nic', action: 'refuse' }],
      }),
    ),
  'what is patched': (world) =>
    each(world.vms, (row) =>
      Object.assign(row, { kernel: 90, service: 90, devices: ['usb'], encrypted: true }),
    ),
  'who answers for what': (world) =>
    each(world.vms, (row) => Object.assign(row, { owner: 'gone', leaseEnds: 900 })),
  'how well services run': (world) =>
    each(world.vms, (row) =>
      Object.assign(row, {
        served: 3,
        cutOff: 2,
        exits: 400,
        translated: 400,
        clockLag: 900,
        faults: [{ kind: 'cut-off' }],
      }),
    ),
  'what the policy is': (world) =>
    each(world.policies, (row) => Object.assign(row, { version: 9, rules: [] })),
  'what switches enforce': (world) =>
    each(world.switches, (row) =>
      Object.assign(row, { version: 3, ports: [], watch: 'ips', dropsUntil: 900 }),
    ),
  'what watches the wire': (world) => each(world.wires, (row) => (row.watch = 'ids')),
  'what becomes of traffic': (world) => each(world.flows, (row) => (row.state = 'denied')),
  'how segments are set': (world) =>
    each(world.segments, (row) =>
      Object.assign(row, { arpInspection: true, promiscuous: true, macChanges: false }),
    ),
  'what images hold': (world) =>
    each(world.images, (row) => Object.assign(row, { kernel: 77, service: 77 })),
  'what is on record of exits': (world) =>
    void world.exits.push({
      id: id(world.exits.length),
      tick: 1,
      vm: id(1),
      reason: 'io',
      device: 'disk',
      call: '',
      operand: 900,
      bound: 512,
      verdict: 'refused',
    }),
};

/** What attackers alone know. */
const REDS: Readonly<Record<string, (world: World) => void>> = {
  'what they know and hold': (world) => {
    world.attackers[1]!.knownVms.push(id(1), id(2));
    world.attackers[1]!.loot.push(id(2));
    world.attackers[1]!.notes['vm/1/technique'] = 'para';
  },
  'where they are': (world) =>
    each(world.vms, (row) => Object.assign(row, { foothold: 'kernel', intruder: 1 })),
  'who they are': (world) => void world.attackers.splice(1),
  'what they have under way': (world) => void world.operations.splice(1),
  'who sits at their table': (world) =>
    void world.seats.push({
      id: id(world.seats.length),
      side: 'red',
      pilot: 'human',
      roles: [],
      lastOrder: 0,
    }),
  'what nobody has discovered of it': (world) =>
    void world.breaches.push({ ...world.breaches[1]!, id: id(2), asset: id(2), discoveredAt: 0 }),
};

describe('the projected view', () => {
  test.each(Object.entries({ ...BLUES, ...REDS }))(
    'X4 %s: another state, the same bytes',
    (_, change) => {
      const bench = busy();
      const other = copyOf(bench.world);
      change(other);
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(bench.world));
      expect(projectorOf(bench, other)).toBe(projectorOf(bench));
    },
  );

  test('X4 what blue alone sees is really there, and is left out', () => {
    const bench = busy();
    const blue = blueOf(bench.match);
    const count = (view: BlueView, table: keyof BlueView['tables']): number =>
      view.tables[table].filter((row) => row !== null).length;
    const shown = projectProjector(blue);
    for (const table of ['alerts', 'jobs', 'policies', 'switches', 'wires'] as const) {
      expect([table, count(blue, table) > 0, count(shown, table)]).toEqual([table, true, 0]);
    }
    expect(blue.tables.breaches[1]?.needs.length).toBeGreaterThan(0);
    expect(shown.tables.breaches[1]).toEqual({
      ...blue.tables.breaches[1],
      attack: '',
      needs: [],
    });
  });

  test('X4 what stands in the street is shown as it is, in the same columns', () => {
    const bench = busy();
    bench.ask(1);
    const blue = blueOf(bench.match);
    const { tables } = projectProjector(blue);
    expect(tables.requests).toEqual(blue.tables.requests);
    expect(tables.requests.filter((row) => row?.state === 'open')).not.toEqual([]);
    expect(tables.vms.map((row) => row?.host)).toEqual(blue.tables.vms.map((row) => row?.host));
    expect(tables.frames.map((row) => row?.owner)).toEqual(
      blue.tables.frames.map((row) => row?.owner),
    );
    for (const [name, columns] of Object.entries(BLUE_COLUMNS)) {
      for (const row of tables[name as keyof typeof tables]) {
        if (row) expect(Object.keys(row).sort()).toEqual(['id', ...columns].sort());
      }
    }
  });

  test('X2 rows that say the same are the same rows again', () => {
    const bench = busy();
    const before = projectProjector(blueOf(bench.match));
    bench.give('investigate-vm', { vm: 1 });
    const after = projectProjector(blueOf(bench.match), before);
    expect(after.tables.vms).toBe(before.tables.vms);
    expect(after.tables.frames).toBe(before.tables.frames);
    expect(after.tables.alerts).toBe(before.tables.alerts);
    bench.ask(1);
    const later = projectProjector(blueOf(bench.match), after);
    expect(later.tables.requests).not.toBe(after.tables.requests);
    expect(later.tables.requests[1]).toBe(after.tables.requests[1]);
  });
});

describe('audiences', () => {
  const begin = (): Authority => {
    const authority = new Authority({ scenario: tiny(), seed: 3 });
    authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
    return authority;
  };
  const ask = (n: number): Input => ({
    kind: 'order',
    seat: 1,
    n,
    command: n % 2 === 1 ? 'stop-vm' : 'start-vm',
    args: { vm: 1 },
  });

  test('X2 nobody else is told until they attend', () => {
    const authority = begin();
    expect([...authority.step().frames.keys()]).toEqual(['blue']);
    authority.attend('projector');
    authority.attend('red');
    authority.submit(ask(1));
    const told: string[] = [];
    for (let i = 0; i < 10; i += 1) told.push(...authority.step().frames.keys());
    expect(new Set(told)).toContain('projector');
  });

  test('X2 each follows the frames of its own, or gets one whole view', () => {
    const authority = begin();
    authority.attend('projector');
    const whole = (): BlueView => {
      const [frame, ...more] = authority.since('projector', -1);
      expect(more).toEqual([]);
      return applyPatch(BLUE_COLUMNS, null, decodePatch(frame!));
    };
    let view = whole();
    const first = view.tick;
    let frames = 0;
    for (let n = 1; n < 60; n += 1) {
      authority.submit(ask(n));
      const frame = authority.step().frames.get('projector');
      if (!frame) continue;
      frames += 1;
      view = applyPatch(BLUE_COLUMNS, view, decodePatch(frame));
      expect(rowsOf({ ...view, tick: 0 })).toEqual(
        rowsOf({ ...projectProjector(authority.projection), tick: 0 }),
      );
    }
    expect(frames).toBeGreaterThan(5);
    expect(authority.since('projector', view.tick)).toEqual([]);
    expect(authority.since('projector', first)).toHaveLength(frames);
    expect(rowsOf(whole())).toEqual(rowsOf(view));
  });

  test('X4 what only the defenders’ view says of a tick sends nothing to the projector', () => {
    const authority = begin();
    authority.step();
    authority.attend('projector');
    authority.submit({
      kind: 'order',
      seat: 1,
      n: 1,
      command: 'scrub-policy',
      args: { host: 1, policy: 'on-free' },
    });
    const { frames } = authority.step();
    expect([...frames.keys()]).toEqual(['blue']);
  });
});
