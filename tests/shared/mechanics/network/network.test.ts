import { describe, expect, test } from 'vitest';
import { moveVm } from '../../../../shared/mechanics/migration.ts';
import { carry } from '../../../../shared/mechanics/network/benign.ts';
import { doors } from '../../../../shared/mechanics/network/drift.ts';
import { editRules, placeSince, removeRuleAt } from '../../../../shared/mechanics/network/edit.ts';
import { enters, leaves, reaches, routeOf } from '../../../../shared/mechanics/network/path.ts';
import { isPushed, pushTo } from '../../../../shared/mechanics/network/push.ts';
import { shareSegment } from '../../../../shared/mechanics/network/segments.ts';
import { traffic } from '../../../../shared/mechanics/network/traffic.ts';
import { leaveFrames, leaveTrail } from '../../../../shared/mechanics/network/trail.ts';
import { moveToZone } from '../../../../shared/mechanics/network/zoning.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Rule } from '../../../../shared/world/network.ts';
import { build } from '../../../../shared/world/scenario/build.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import type { World } from '../../../../shared/world/world.ts';
import { database, network, shopVm, website } from '../../../support/setups/network.ts';
import { eventsOf, id, tiny, turnOf } from '../../../support/worlds.ts';

const turnWith = (over: Partial<ScenarioFile>): Turn => turnOf(tiny({ ...network, ...over }));

const anyAny: Rule = { from: 0, to: 0, service: 'any', allow: true };
const appToData: Rule = { from: id(1), to: id(2), service: 'db', allow: true };

describe('where packets pass', () => {
  const { world } = turnWith({ vms: [shopVm, website, { ...database, host: 2 }] });

  test('N1 between two VMs of one host they stay in its switch', () => {
    expect(routeOf(world, id(1), id(2))).toEqual({ switches: [1], uplink: false });
  });

  test('N1 between two hosts they cross both switches and the wire', () => {
    expect(routeOf(world, id(1), id(3))).toEqual({ switches: [1, 2], uplink: true });
    expect(routeOf(world, id(3), id(1))).toEqual({ switches: [2, 1], uplink: true });
  });

  test('N1 from and to the internet they cross the wire and one switch', () => {
    expect(routeOf(world, 0, id(3))).toEqual({ switches: [2], uplink: true });
    expect(routeOf(world, id(1), 0)).toEqual({ switches: [1], uplink: true });
  });
});

describe('what a switch lets through', () => {
  test('N2 into a VM only what its own rules allow, to the zone it believes the port to be in', () => {
    const { world } = turnWith({ vms: [shopVm, database, website] });
    expect(enters(world, id(1), id(3), 'web')).toBe(true);
    expect(enters(world, id(1), id(2), 'db')).toBe(false);
    // The switch still thinks the database to be where it was.
    setFact(world, 'vms', 2, 'zone', id(1), SCENARIO);
    expect(enters(world, id(1), id(2), 'db')).toBe(false);
  });

  test('N3 out of a VM all that is not denied', () => {
    const { world } = turnWith({
      vms: [shopVm, { ...database, host: 2 }],
      rules: [{ from: 'app', to: 'data', service: 'db', allow: false }],
    });
    expect(leaves(world, id(1), id(2), 'web')).toBe(true);
    expect(leaves(world, id(1), id(2), 'db')).toBe(false);
    expect(enters(world, id(1), id(2), 'web')).toBe(false);
    expect(leaves(world, 0, id(2), 'db')).toBe(true);
  });

  test('N4 a port that it was never told of is not filtered, in or out', () => {
    const { world } = turnWith({
      vms: [shopVm, { ...database, bound: false }],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: false }],
    });
    expect(enters(world, id(1), id(2), 'db')).toBe(true);
    expect(leaves(world, id(2), id(1), 'db')).toBe(true);
    expect(leaves(world, id(1), id(2), 'db')).toBe(false);
  });

  test('N2 what is not there is reached by nobody', () => {
    const { world } = turnWith({ vms: [shopVm] });
    expect(reaches(world, id(1), id(9), 'web')).toBe(false);
    expect(reaches(world, id(9), id(1), 'web')).toBe(false);
  });
});

describe('the intended policy', () => {
  test('N5 what is put in comes first, and makes a new version', () => {
    const turn = turnWith({ vms: [shopVm] });
    const before = turn.world.policies[1]!.rules;
    editRules(turn, anyAny, 'add', NATURE, SCENARIO);
    const after = turn.world.policies[1]!;
    expect(after.version).toBe(2);
    expect(after.rules).toHaveLength(5);
    expect(after.rules[0]).toEqual(anyAny);
    expect(before).toHaveLength(4);
    expect(eventsOf(turn.history, 'rules-edited')[0]?.data).toEqual({
      version: 2,
      rule: anyAny,
      added: true,
      at: 1,
    });
    expect(turn.world.provenance['policies/1/rules']).toBe(1);
  });

  test('N5 the first rule that says the same is taken out, and no other', () => {
    const turn = turnWith({ vms: [shopVm] });
    editRules(turn, appToData, 'add', NATURE, SCENARIO);
    editRules(turn, anyAny, 'add', NATURE, SCENARIO);
    editRules(turn, appToData, 'add', NATURE, SCENARIO);
    editRules(turn, { ...appToData }, 'remove', NATURE, SCENARIO);
    expect(turn.world.policies[1]?.rules.slice(0, 3)).toEqual([
      anyAny,
      appToData,
      { from: 1, to: 1, service: 'any', allow: true },
    ]);
    expect(turn.world.policies[1]?.version).toBe(5);
  });

  test('N5 taking out what is not in it changes nothing', () => {
    const turn = turnWith({ vms: [shopVm] });
    editRules(turn, appToData, 'remove', NATURE, SCENARIO);
    editRules(turn, { ...anyAny, allow: false }, 'remove', NATURE, SCENARIO);
    removeRuleAt(turn, 9, NATURE, SCENARIO);
    expect(turn.world.policies[1]?.version).toBe(1);
    expect(turn.history).toEqual([]);
  });

  test('N5 a rule is followed to where others have pushed it', () => {
    const turn = turnWith({ vms: [shopVm] });
    expect(placeSince(turn, 3, SCENARIO)).toBe(3);
    editRules(turn, anyAny, 'add', NATURE, SCENARIO);
    expect(placeSince(turn, 3, SCENARIO)).toBe(4);
    removeRuleAt(turn, 5, NATURE, SCENARIO);
    expect(placeSince(turn, 3, SCENARIO)).toBe(4);
    removeRuleAt(turn, 1, NATURE, SCENARIO);
    expect(placeSince(turn, 3, SCENARIO)).toBe(3);
    removeRuleAt(turn, 3, NATURE, SCENARIO);
    expect(placeSince(turn, 3, SCENARIO)).toBe(0);
    expect(placeSince(turn, 4, SCENARIO)).toBe(0);
    expect(placeSince(turn, 2, SCENARIO)).toBe(2);
  });

  test('N5 switches go on enforcing what they were given', () => {
    const turn = turnWith({ vms: [shopVm, database] });
    editRules(turn, appToData, 'add', NATURE, SCENARIO);
    expect(reaches(turn.world, id(1), id(2), 'db')).toBe(false);
    pushTo(turn, id(1), SCENARIO);
    expect(reaches(turn.world, id(1), id(2), 'db')).toBe(true);
    editRules(turn, appToData, 'remove', NATURE, SCENARIO);
    expect(reaches(turn.world, id(1), id(2), 'db')).toBe(true);
    expect(doors(turn.world, id(1))).toEqual([{ from: 1, to: 2, service: 'db', why: 'old-rules' }]);
  });
});

describe('a push', () => {
  test('N6 gives rules, version and a port for every VM of the host, each stamped', () => {
    const turn = turnWith({
      vms: [shopVm, { ...database, bound: false }, { ...website, host: 2, bound: false }],
    });
    editRules(turn, appToData, 'add', NATURE, SCENARIO);
    expect([1, 2].map((host) => isPushed(turn.world, id(host)))).toEqual([false, false]);
    pushTo(turn, id(1), SCENARIO);
    const [gate, other] = [turn.world.switches[1]!, turn.world.switches[2]!];
    expect(gate.version).toBe(2);
    expect(gate.rules).toEqual(turn.world.policies[1]?.rules);
    expect(gate.ports).toEqual([
      { vm: 1, zone: 1 },
      { vm: 2, zone: 2 },
    ]);
    expect(gate.dropsUntil).toBe(1 + turn.world.pace.pushDrop);
    expect(other.version).toBe(1);
    expect(other.ports).toEqual([]);
    const pushed = eventsOf(turn.history, 'rules-pushed')[0]!;
    expect(pushed.causes).toEqual([1]);
    for (const field of ['rules', 'version', 'ports'])
      expect(turn.world.provenance[`switches/1/${field}`]).toBe(pushed.seq);
    expect([1, 2].map((host) => isPushed(turn.world, id(host)))).toEqual([true, false]);
  });

  test('N6 a switch is behind while a VM is in another zone than its port', () => {
    const turn = turnWith({ vms: [shopVm] });
    expect(isPushed(turn.world, id(1))).toBe(true);
    setFact(turn.world, 'vms', 1, 'zone', id(2), SCENARIO);
    expect(isPushed(turn.world, id(1))).toBe(false);
    expect(isPushed(turn.world, id(9))).toBe(false);
  });

  test('N4 N8 a move leaves a door open, and the push at its new host closes it', () => {
    const turn = turnWith({ vms: [shopVm, database] });
    expect(doors(turn.world, id(1))).toEqual([]);
    moveVm(turn, id(2), id(2), NATURE, SCENARIO);
    expect(turn.world.switches[1]?.ports).toEqual([{ vm: 1, zone: 1 }]);
    expect(doors(turn.world, id(2))).toEqual([
      { from: 0, to: 2, service: 'db', why: 'unbound-port' },
      { from: 1, to: 2, service: 'db', why: 'unbound-port' },
    ]);
    pushTo(turn, id(1), SCENARIO);
    expect(doors(turn.world, id(2))).toHaveLength(2);
    pushTo(turn, id(2), SCENARIO);
    expect(doors(turn.world, id(2))).toEqual([]);
  });

  test('N8 what only an any-any rule allows is a door; what another rule allows too is none', () => {
    const turn = turnWith({ vms: [shopVm, database, website] });
    editRules(turn, anyAny, 'add', NATURE, SCENARIO);
    pushTo(turn, id(1), SCENARIO);
    expect(doors(turn.world, id(1)).filter(({ from }) => from === 1)).toEqual([
      { from: 1, to: 2, service: 'db', why: 'any-any' },
    ]);
  });
});

describe('zones', () => {
  test('N7 a VM in quarantine is reached by nobody and reaches nobody, at once', () => {
    const turn = turnWith({ vms: [shopVm, website] });
    expect(reaches(turn.world, id(1), id(2), 'web')).toBe(true);
    moveToZone(turn, id(2), id(4), NATURE, SCENARIO);
    expect(reaches(turn.world, id(1), id(2), 'web')).toBe(false);
    expect(reaches(turn.world, id(2), id(1), 'queue')).toBe(false);
    expect(leaves(turn.world, id(2), 0, 'web')).toBe(false);
    expect(turn.world.switches[1]?.ports).toContainEqual({ vm: 2, zone: 4 });
    expect(turn.world.switches[1]?.ports).toHaveLength(2);
    expect(turn.world.provenance['vms/2/zone']).toBe(1);
  });

  test('N7 S20 nothing that is sent there is delivered, and nothing gets out to be seen elsewhere', () => {
    const turn = turnWith({ vms: [shopVm, { ...website, host: 2 }] });
    const origin = { actor: NATURE, cause: SCENARIO };
    const places = (from: number, to: number): unknown => {
      leaveTrail(turn, { nature: 'probe', from: id(from), to: id(to), service: 'web' }, origin);
      leaveFrames(
        turn,
        { nature: 'arp-claim', from: id(from), to: id(to), service: 'web' },
        origin,
      );
      return turn.world.evidence
        .slice(-2)
        .map((trace) => trace?.kind === 'traffic' && [trace.switches, trace.uplink]);
    };
    expect(places(1, 2)).toEqual([
      [[1, 2], true],
      [[1, 2], true],
    ]);
    moveToZone(turn, id(2), id(4), NATURE, SCENARIO);
    expect(places(1, 2)).toEqual([
      [[1], true],
      [[1], true],
    ]);
    expect(places(0, 2)).toEqual([
      [[], true],
      [[], true],
    ]);
    expect(places(2, 1)).toEqual([
      [[2], false],
      [[2], false],
    ]);
  });

  test('N7 a quarantined VM is shut off whatever its switch knows: any-any taken out, moved, unbound', () => {
    const turn = turnWith({ vms: [shopVm, website, website] });
    const open = (): boolean[] => [
      reaches(turn.world, id(1), id(2), 'web'),
      reaches(turn.world, id(2), id(1), 'queue'),
      reaches(turn.world, 0, id(2), 'web'),
      leaves(turn.world, id(2), 0, 'web'),
      shareSegment(turn.world, 1, 2),
    ];
    const shut = [false, false, false, false, false];
    moveToZone(turn, id(2), id(4), NATURE, SCENARIO);
    expect(open()).toEqual(shut);
    editRules(turn, anyAny, 'add', NATURE, SCENARIO);
    pushTo(turn, id(1), SCENARIO);
    expect(open()).toEqual(shut);
    // Every rule is taken out by editing, and the switch given what is left: none at all.
    while (turn.world.policies[1]!.rules.length > 0) removeRuleAt(turn, 1, NATURE, SCENARIO);
    editRules(turn, anyAny, 'add', NATURE, SCENARIO);
    pushTo(turn, id(1), SCENARIO);
    expect(open()).toEqual(shut);
    moveVm(turn, id(2), id(2), NATURE, SCENARIO);
    expect(turn.world.switches[2]?.ports).toEqual([]);
    expect(open()).toEqual(shut);
    expect(doors(turn.world, id(2))).toEqual([]);
    moveToZone(turn, id(1), id(4), NATURE, SCENARIO);
    expect(open()).toEqual(shut);
  });

  test('N7 every VM remembers the zone it was made for', () => {
    const { vms } = build(tiny({ ...network, vms: [shopVm, database] }), 1);
    expect(vms.map((vm) => vm?.home)).toEqual([undefined, 1, 2]);
  });
});

describe('traffic', () => {
  const payments: ScenarioFile['vms'][number] = {
    ...database,
    tenant: 'bank',
    workload: 'payments',
    asset: 'payment-keys',
    zone: 'app',
  };
  const ledger = { ...payments, workload: 'ledger-db', zone: 'data', asset: 'ledger' } as const;
  const rules: ScenarioFile['rules'] = [
    { from: 'any', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'data', service: 'db', allow: true },
  ];

  /** The traffic of that second, as `from>to service state`. */
  function flowsOf(turn: Turn): string[] {
    turn.world.tick = 5 * Math.trunc(turn.world.tick / 5 + 1);
    traffic(turn);
    return turn.world.flows.flatMap((flow) =>
      flow ? [`${flow.from}>${flow.to} ${flow.service} ${flow.state}`] : [],
    );
  }
  const cutOff = (world: World): (number | undefined)[] =>
    world.vms.slice(1).map((vm) => vm?.cutOff);

  test('N9 public services live on the internet, others on what they use of their tenant', () => {
    const turn = turnWith({
      rules,
      vms: [payments, ledger, { ...ledger, host: 2 }, { ...database, host: 2 }, website],
    });
    expect(flowsOf(turn)).toEqual([
      '0>1 web delivered',
      '1>2 db delivered',
      '1>3 db delivered',
      '0>5 web delivered',
    ]);
    expect(cutOff(turn.world)).toEqual([0, 0, 0, 0, 0]);
  });

  test('N9 a VM is cut off from its own flows only: those it sends, and those from the internet', () => {
    const turn = turnWith({ rules, vms: [payments, ledger, { ...ledger, host: 2 }] });
    moveToZone(turn, id(2), id(4), NATURE, SCENARIO);
    expect(flowsOf(turn)).toEqual(['0>1 web delivered', '1>2 db denied', '1>3 db delivered']);
    expect(cutOff(turn.world)).toEqual([1, 0, 0]);
    moveToZone(turn, id(1), id(4), NATURE, SCENARIO);
    expect(flowsOf(turn)).toEqual(['0>1 web denied', '1>2 db denied', '1>3 db denied']);
    expect(cutOff(turn.world)).toEqual([3, 0, 0]);
  });

  test('N6 N9 a switch that takes in a policy drops what either end sends, for two seconds', () => {
    const turn = turnWith({
      rules,
      vms: [payments, { ...ledger, host: 2 }],
      pace: { pushDrop: 10 },
    });
    turn.world.tick = 5;
    pushTo(turn, id(2), SCENARIO);
    expect(flowsOf(turn)).toEqual(['0>1 web delivered', '1>2 db dropped']);
    expect(cutOff(turn.world)).toEqual([1, 0]);
    expect(flowsOf(turn)).toEqual(['0>1 web delivered', '1>2 db delivered']);
    expect(turn.world.tick).toBe(15);
  });

  test('N9 rows stay the same while nothing changes, and places are used again', () => {
    const turn = turnWith({ rules, vms: [payments, ledger, website] });
    flowsOf(turn);
    const { flows } = turn.world;
    const rows = [...flows];
    flowsOf(turn);
    expect(turn.world.flows).toBe(flows);
    expect(turn.world.flows.every((flow, i) => flow === rows[i])).toBe(true);
    setFact(turn.world, 'vms', 2, 'power', 'stopped', SCENARIO);
    expect(flowsOf(turn)).toEqual(['0>1 web delivered', '0>3 web delivered']);
    expect(turn.world.flows.map((flow) => flow?.id)).toEqual([undefined, 1, undefined, 3]);
    expect(turn.world.flows[3]).toBe(rows[3]);
    setFact(turn.world, 'vms', 2, 'power', 'running', SCENARIO);
    expect(flowsOf(turn)).toHaveLength(3);
    expect(turn.world.flows.map((flow) => flow?.id)).toEqual([undefined, 1, 2, 3]);
    setFact(turn.world, 'vms', 3, 'power', 'stopped', SCENARIO);
    flowsOf(turn);
    expect(turn.world.flows).toHaveLength(3);
  });

  test('N9 it is looked at once a second and not in between', () => {
    const turn = turnWith({ rules, vms: [payments] });
    for (const tick of [1, 2, 3, 4]) {
      turn.world.tick = tick;
      traffic(turn);
      expect(turn.world.flows).toEqual([null]);
    }
    turn.world.tick = 5;
    traffic(turn);
    expect(turn.world.flows).toHaveLength(2);
  });
});

describe('lawful packets', () => {
  test('S22 a backup that gets there leaves the trace of its way, and one that does not leaves none', () => {
    const turn = turnWith({ vms: [shopVm, { ...website, host: 2 }, database] });
    const origin = { actor: NATURE, cause: SCENARIO };
    carry(turn, 'bulk', id(1), id(2), origin);
    carry(turn, 'probe', id(1), id(3), origin);
    setFact(turn.world, 'vms', 2, 'power', 'stopped', SCENARIO);
    carry(turn, 'bulk', id(1), id(2), origin);
    carry(turn, 'bulk', id(2), id(1), origin);
    expect(turn.world.evidence.slice(1)).toEqual([
      {
        id: 1,
        tick: 1,
        kind: 'traffic',
        nature: 'bulk',
        vm: 1,
        peer: 2,
        service: 'web',
        switches: [1, 2],
        uplink: true,
        fate: { kind: 'delivered' },
      },
    ]);
  });
});
