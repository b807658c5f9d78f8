import { describe, expect, test } from 'vitest';
import { attacks } from '../../../../shared/attacks/registry.ts';
import { doors } from '../../../../shared/mechanics/network/drift.ts';
import { follow } from '../../../../shared/mechanics/network/fate.ts';
import { reaches, routeOf } from '../../../../shared/mechanics/network/path.ts';
import { isPushed, pushTo } from '../../../../shared/mechanics/network/push.ts';
import { moveToZone } from '../../../../shared/mechanics/network/zoning.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO, type VmId } from '../../../../shared/world/ids.ts';
import type { Card } from '../../../../shared/world/machine/card.ts';
import {
  benchOnNetwork,
  database,
  network,
  shopVm,
  website,
} from '../../../support/setups/network.ts';
import { CARD } from '../../../support/setups/own-device.ts';
import { type Bench, hostsWith, id } from '../../../support/worlds.ts';

/** The shop's VM 1 and a database, VM 2, on host 1; a website, VM 3, on host 2. Nothing gets into the data zone. */
function bench(cards: readonly Card[]): Bench {
  const made = benchOnNetwork({
    hosts: hostsWith({ ...CARD, vfs: 3 }),
    vms: [shopVm, database, { ...website, host: 2 }].map((vm) => ({ ...vm, technique: 'hybrid' })),
    wire: 'ids',
  });
  cards.forEach((card, i) => {
    setFact(made.world, 'vms', i + 1, 'card', card, SCENARIO);
  });
  for (const host of [1, 2]) pushTo(made.match, id(host), SCENARIO);
  return made;
}

const one = id<VmId>(1);
const two = id<VmId>(2);
const three = id<VmId>(3);
const way = ({ world }: Bench, from: VmId, to: VmId) => routeOf(world, from, to);

describe('what has hardware of its own for a card', () => {
  test('N15 two functions of one card: inside the card, where nobody looks', () => {
    expect(way(bench(['vf', 'vf', 'virtual']), one, two)).toEqual({ switches: [], uplink: false });
  });

  test('N15 a function and a port of the same host: by the port of that one, in either direction', () => {
    const made = bench(['vf', 'virtual', 'virtual']);
    expect(way(made, one, two)).toEqual({ switches: [1], uplink: false });
    expect(way(made, two, one)).toEqual({ switches: [1], uplink: false });
    // The rules of the port that it comes to are asked, and say no; the other way nobody is asked.
    expect(reaches(made.world, one, two, 'db')).toBe(false);
    expect(reaches(made.world, two, one, 'queue')).toBe(true);
  });

  test('N15 S20 what leaves the host crosses the wire, and passes the switch at the other end alone', () => {
    const made = bench(['vf', 'virtual', 'virtual']);
    expect(way(made, one, three)).toEqual({ switches: [2], uplink: true });
    const packets = { nature: 'exploit', from: one, to: three, service: 'web' } as const;
    expect(follow(made.world, packets, true)).toMatchObject({ switches: [2], uplink: true });
  });

  test('N15 a card with a cable of its own is on the wire, even beside its neighbour', () => {
    const made = bench(['whole', 'virtual', 'virtual']);
    expect(way(made, one, two)).toEqual({ switches: [1], uplink: true });
    expect(way(bench(['whole', 'vf', 'virtual']), one, two)).toEqual({
      switches: [],
      uplink: true,
    });
  });

  test('N15 nothing of it is a port: a switch is pushed without it, and every way in stands open', () => {
    const made = bench(['virtual', 'vf', 'virtual']);
    expect(made.world.switches[1]?.ports.map(({ vm }) => vm)).toEqual([1]);
    expect(isPushed(made.world, id(1))).toBe(true);
    const found = doors(made.world, id(1)).filter(({ to }) => to === 2);
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ why }) => why))).toEqual(new Set(['past-switch']));
    expect(doors(bench(['virtual', 'virtual', 'virtual']).world, id(1))).toEqual([]);
  });

  test('N15 S24 a verification says so, and a virtual card is what ends it', () => {
    const made = bench(['virtual', 'vf', 'virtual']);
    expect(made.give('verify-policy', { host: 1 })).toBeNull();
    made.run(6);
    const told = made.world.alerts.flatMap((alert) =>
      alert?.sensor === 'verification' ? [[alert.vm, alert.seen.kind, alert.state]] : [],
    );
    expect(told).toEqual([[2, 'past-switch', 'open']]);
    expect(made.give('virtual-card', { vm: 2 })).toBeNull();
    made.run(8);
    made.give('push-policy', { host: 1 });
    made.run(12);
    expect(doors(made.world, id(1))).toEqual([]);
  });

  test('N17 in quarantine it neither sends nor receives', () => {
    for (const card of ['vf', 'whole'] as const) {
      for (const shut of [one, two]) {
        const made = bench([card, card, 'virtual']);
        expect(reaches(made.world, one, two, 'db')).toBe(true);
        moveToZone(made.match, shut, id(4), NATURE, SCENARIO);
        expect(reaches(made.world, one, two, 'db')).toBe(false);
        const packets = { nature: 'probe', from: one, to: two, service: 'db' } as const;
        expect(follow(made.world, packets, true).fate).toEqual({ kind: 'quarantined', vm: shut });
        expect(made.world.switches[1]?.ports).toEqual([]);
      }
    }
  });

  test('K91 without any card it is on no network', () => {
    const made = bench(['none', 'virtual', 'virtual']);
    expect(reaches(made.world, one, three, 'web')).toBe(false);
    expect(reaches(made.world, three, one, 'queue')).toBe(false);
  });

  test('N15 ARP inspection is the ports’: a function is bound to nothing', () => {
    const inspected = (network.zones ?? []).map((zone) => ({ ...zone, arpInspection: true }));
    const strike = { attacker: 1, tenant: 2, from: 1, vm: 3 };
    const holds = (card: Card): boolean => {
      const made = benchOnNetwork({ vms: [shopVm, database, website], zones: inspected });
      setFact(made.world, 'vms', 1, 'card', card, SCENARIO);
      const need = attacks.get('net-arp-spoof')!.needs.find(({ id }) => id === 'no-arp-inspection');
      return need!.holds(made.world, strike);
    };
    expect([holds('virtual'), holds('vf'), holds('none')]).toEqual([false, true, false]);
  });
});
