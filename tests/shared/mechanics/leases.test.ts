import { describe, expect, test } from 'vitest';
import { record } from '../../../shared/mechanics/harm/evidence.ts';
import { leases, ownerLeaves, unwantedReason } from '../../../shared/mechanics/leases.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { closeOfGone } from '../../../shared/mechanics/sensors/close.ts';
import { inventory } from '../../../shared/mechanics/sensors/inventory.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO, type VmId } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { bankVm, disked } from '../../support/storage.ts';
import { eventsOf, id, turnOf } from '../../support/worlds.ts';

/** The bank's VM is wanted for four seconds: until tick 20. */
const leased = (over: Partial<ScenarioFile> = {}) =>
  turnOf(disked({ vms: [bankVm({ lease: 4 }), bankVm({ fills: 1 })], ...over }));

type Leased = ReturnType<typeof leased>;

function until(turn: Leased, tick: number): void {
  while (turn.world.tick < tick) {
    turn.world.tick += 1;
    leases(turn);
    closeOfGone(turn);
    inventory.watch(turn);
  }
}

const alerts = ({ world }: Leased): string[] =>
  world.alerts.flatMap((alert) =>
    alert ? [`${alert.sensor} ${alert.seen.kind} ${alert.vm} ${alert.state}`] : [],
  );

describe('leases and owners', () => {
  test('G8 a lease ends in its tick, once, and the VM runs on', () => {
    const turn = leased();
    until(turn, 19);
    expect(unwantedReason(turn.world, turn.world.vms[1]!)).toBeNull();
    until(turn, 60);
    const over = eventsOf(turn.history, 'lease-over');
    expect(over.map(({ tick, subjects }) => [tick, subjects])).toEqual([[20, ['vms/1']]]);
    expect(over[0]).toMatchObject({ actor: NATURE, causes: [], data: {} });
    expect(turn.world.vms[1]?.power).toBe('running');
    expect(unwantedReason(turn.world, turn.world.vms[1]!)).toBe('lease-over');
    expect(unwantedReason(turn.world, turn.world.vms[2]!)).toBeNull();
  });

  test('G8 a VM whose owner has left is an orphan, whatever its lease', () => {
    const turn = leased();
    ownerLeaves(turn, id(1), SCENARIO);
    expect(turn.world.vms[1]?.power).toBe('running');
    until(turn, 40);
    expect(unwantedReason(turn.world, turn.world.vms[1]!)).toBe('orphan');
    const [left] = eventsOf(turn.history, 'owner-left');
    expect(turn.world.provenance['vms/1/owner']).toBe(left?.seq);
  });
});

describe('the inventory', () => {
  test('S41 it tells of each in its round, once, until the VM is gone', () => {
    const turn = leased();
    ownerLeaves(turn, id(2), SCENARIO);
    until(turn, 9);
    expect(alerts(turn)).toEqual([]);
    until(turn, 50);
    expect(alerts(turn)).toEqual(['S9 orphan 2 open', 'S9 lease-over 1 open']);
    destroyVm(turn, id(2), NATURE, SCENARIO);
    until(turn, 60);
    expect(alerts(turn)).toEqual(['S9 orphan 2 over', 'S9 lease-over 1 open']);
  });

  test('S41 it sees no packet and looks into no guest', () => {
    const turn = leased({ vms: [bankVm()] });
    const origin = { actor: NATURE, cause: SCENARIO };
    turn.world.tick = 10;
    const packets = { nature: 'exploit', vm: 0, peer: id<VmId>(1), service: 'web' } as const;
    record(
      turn,
      { kind: 'traffic', fate: { kind: 'delivered' }, ...packets, switches: [id(1)], uplink: true },
      origin,
    );
    record(turn, { kind: 'intrusion', vm: id(1) }, origin);
    inventory.watch(turn);
    expect(alerts(turn)).toEqual([]);
  });

  test('E2 S41 without it in the deck nobody is told', () => {
    const deck = { commands: ['stop-vm'], attacks: [], sensors: [], techniques: ['hvm'] } as const;
    const copy = { ...deck, commands: [...deck.commands], techniques: [...deck.techniques] };
    const turn = leased({ deck: { ...copy, attacks: [], sensors: [] } });
    until(turn, 60);
    expect(alerts(turn)).toEqual([]);
    expect(eventsOf(turn.history, 'lease-over')).toHaveLength(1);
  });
});
