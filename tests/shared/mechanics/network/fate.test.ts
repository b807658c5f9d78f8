import { describe, expect, test } from 'vitest';
import { follow, type Packets } from '../../../../shared/mechanics/network/fate.ts';
import { leaveTrail } from '../../../../shared/mechanics/network/trail.ts';
import { moveToZone } from '../../../../shared/mechanics/network/zoning.ts';
import { physicalIds } from '../../../../shared/mechanics/sensors/network-ids.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { network, shopVm, website } from '../../../support/setups/network.ts';
import { hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

/** VMs 1 and 2 on host 1, VM 3 on host 2, all in one zone; every place is watched. */
function turnWith(over: Partial<ScenarioFile> = {}): Turn {
  const vms = [shopVm, website, { ...website, host: 2 }];
  const hosts = hostsWith({ watch: 'ids' });
  const zones = [...network.zones!, { name: 'quarantine' as const }];
  return turnOf(tiny({ ...network, zones, wire: 'ids', hosts, vms, ...over }));
}

const packets = (from: number, to: number, nature: Packets['nature'] = 'exploit'): Packets => ({
  nature,
  from: id(from),
  to: id(to),
  service: 'web',
});

/** Where they came to, and what became of them: `1 wire 2 denied`. */
function told(turn: Turn, some: Packets): string {
  const { switches, uplink, fate } = follow(turn.world, some, some.nature !== 'arp-claim');
  const [first = '', ...rest] = switches;
  const way = some.from === 0 ? ['wire', first, ...rest] : [first, uplink ? 'wire' : '', ...rest];
  const { kind, ...where } = fate;
  return [...way.filter((place) => place !== ''), kind, ...Object.values(where)].join(' ');
}

const quarantine = (turn: Turn, vm: number): void => {
  const zone = turn.world.zones.findIndex((row) => row?.name === 'quarantine');
  moveToZone(turn, id(vm), id(zone), NATURE, SCENARIO);
};

const DENY: ScenarioFile['rules'] = [{ from: 'app', to: 'app', service: 'web', allow: false }];

describe('S26 what becomes of packets, and who stops them', () => {
  test('S26 nothing stops what the rules allow', () => {
    expect(told(turnWith(), packets(1, 2))).toBe('1 delivered');
    expect(told(turnWith(), packets(1, 3))).toBe('1 wire 2 delivered');
  });

  test('S26 N7 a source in quarantine gets no further than its own switch', () => {
    const turn = turnWith();
    quarantine(turn, 1);
    expect(told(turn, packets(1, 3))).toBe('1 quarantined 1');
    expect(told(turn, packets(1, 2, 'arp-claim'))).toBe('1 quarantined 1');
  });

  test('S26 N7 into quarantine nothing gets: it ends on the wire, or in the switch of both', () => {
    const turn = turnWith();
    quarantine(turn, 3);
    expect(told(turn, packets(1, 3))).toBe('1 wire quarantined 3');
    expect(told(turn, packets(0, 3))).toBe('wire quarantined 3');
    quarantine(turn, 2);
    expect(told(turn, packets(1, 2))).toBe('1 quarantined 2');
  });

  test('S26 N3 the rules of the source’s switch stop it there, N2 those of the other at its end', () => {
    expect(told(turnWith({ rules: DENY }), packets(1, 3))).toBe('1 denied 1');
    const turn = turnWith({ rules: [] });
    expect(told(turn, packets(1, 3))).toBe('1 wire 2 denied 2');
    expect(told(turn, packets(1, 2))).toBe('1 denied 1');
    expect(told(turn, packets(0, 3))).toBe('wire 2 denied 2');
  });

  test('S26 S21 an IPS stops what has a signature, and nothing behind it is reached', () => {
    const inside = hostsWith({ watch: 'ips' });
    expect(told(turnWith({ hosts: inside }), packets(1, 3))).toBe('1 blocked 1');
    expect(told(turnWith({ wire: 'ips' }), packets(1, 3))).toBe('1 wire blocked 0');
    expect(told(turnWith({ wire: 'ips' }), packets(1, 2))).toBe('1 delivered');
    expect(told(turnWith({ hosts: inside, wire: 'ips' }), packets(1, 3, 'probe'))).toBe(
      '1 wire 2 delivered',
    );
  });

  test('S26 N12 what an IPS was told to let pass goes on', () => {
    const turn = turnWith({ hosts: hostsWith({ watch: 'ips' }) });
    const { from, to, service } = packets(1, 2);
    turn.world.switches[1] = {
      ...turn.world.switches[1]!,
      exceptions: [{ from, to, service }],
    };
    expect(told(turn, packets(1, 2))).toBe('1 delivered');
    expect(told(turn, packets(1, 2, 'arp-claim'))).toBe('1 blocked 1');
  });

  test('S26 N13 an IPS that cannot keep up drops whatever comes', () => {
    const turn = turnWith({ hosts: hostsWith({ watch: 'ips' }) });
    turn.world.switches[1] = { ...turn.world.switches[1]!, overloaded: true };
    expect(told(turn, packets(1, 3, 'probe'))).toBe('1 dropped 1');
    expect(told(turn, packets(3, 1, 'probe'))).toBe('2 wire 1 dropped 1');
  });

  test('S26 N10 where addresses are bound to ports a false claim is dropped at its own', () => {
    const turn = turnWith();
    const claim = packets(1, 3, 'arp-claim');
    expect(told(turn, claim)).toBe('1 wire 2 delivered');
    const { zone } = turn.world.vms[1]!;
    turn.world.segments[zone] = { ...turn.world.segments[zone]!, arpInspection: true };
    expect(told(turn, claim)).toBe(`1 inspected ${zone}`);
  });

  test('S26 what is off hears nothing and sends nothing', () => {
    const turn = turnWith();
    setFact(turn.world, 'vms', 3, 'power', 'stopped', SCENARIO);
    expect(told(turn, packets(1, 3))).toBe('1 wire 2 unheard 3');
    leaveTrail(turn, packets(3, 1), { actor: NATURE, cause: SCENARIO });
    expect(turn.world.evidence).toEqual([null]);
  });
});

describe('what alerts say of it', () => {
  const send = (turn: Turn, some: Packets): void => {
    leaveTrail(turn, some, { actor: NATURE, cause: SCENARIO });
    physicalIds.watch(turn);
    turn.world.tick += 1;
  };

  test('S26 S22 one scan counts each end that it came to, and whom it knocked at', () => {
    const turn = turnWith({ wire: 'none' });
    quarantine(turn, 3);
    for (const to of [2, 3, 2]) send(turn, packets(1, to, 'probe'));
    const [alert] = turn.world.alerts.slice(1);
    expect(alert?.seen).toMatchObject({
      peer: 2,
      others: [3],
      crossed: true,
      fates: [
        ['delivered', 0, 2],
        ['quarantined', 3, 1],
      ],
    });
  });

  test('S26 a sensor before the end of the way tells of that end too', () => {
    const turn = turnWith({ rules: [] });
    send(turn, packets(1, 3));
    const fates = turn.world.alerts.slice(1).map((alert) => [alert?.sensor, alert?.seen]);
    const denied = { fates: [['denied', 2, 1]] };
    expect(fates).toMatchObject([
      ['S2', denied],
      ['S1', denied],
      ['S2', denied],
    ]);
  });
});
