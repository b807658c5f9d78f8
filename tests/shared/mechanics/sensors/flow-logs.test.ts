import { describe, expect, test } from 'vitest';
import { carry } from '../../../../shared/mechanics/network/benign.ts';
import { traffic } from '../../../../shared/mechanics/network/traffic.ts';
import { leaveFrames, leaveTrail } from '../../../../shared/mechanics/network/trail.ts';
import { flowLogs } from '../../../../shared/mechanics/sensors/flow-logs.ts';
import { physicalIds } from '../../../../shared/mechanics/sensors/network-ids.ts';
import type { TrafficNature } from '../../../../shared/world/evidence.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { database, network, shopVm, website } from '../../../support/setups/network.ts';
import { id, tiny, turnOf } from '../../../support/worlds.ts';

/** Ticks after which the record of a flow is there. */
const IDLE = 75;

const origin = { actor: NATURE, cause: SCENARIO };

/** VMs 1 and 2 on host 1, VM 3 on host 2, all in one zone; no service joins any of them. */
function turnWith(over: Partial<ScenarioFile> = {}): Turn {
  const vms = [shopVm, website, { ...website, host: 2 }];
  return turnOf(tiny({ ...network, vms, ...over }));
}

/** What S10 tells while so many ticks pass. */
function said(turn: Turn, ticks = IDLE): string[] {
  const before = turn.world.alerts.length;
  for (let i = 0; i <= ticks; i += 1) {
    flowLogs.watch(turn);
    turn.world.tick += 1;
  }
  return turn.world.alerts.slice(before).map((alert) => {
    const peer = alert && 'peer' in alert.seen ? alert.seen.peer : 0;
    return `${alert?.host} ${alert?.vm}>${peer} ${alert?.seen.kind}`;
  });
}

const send = (turn: Turn, nature: TrafficNature, from: number, to: number): void =>
  leaveTrail(turn, { nature, from: id(from), to: id(to), service: 'web' }, origin);

describe('what flow logs tell of', () => {
  test('S99 two VMs of one host, whom the wire never sees, and not before the flow was idle', () => {
    const turn = turnWith({ wire: 'ids' });
    send(turn, 'exploit', 1, 2);
    physicalIds.watch(turn);
    expect(said(turn, IDLE - 1)).toEqual([]);
    expect(said(turn, 0)).toEqual(['1 1>2 new-pair']);
    expect(turn.world.alerts.slice(1).map((alert) => alert?.sensor)).toEqual(['S10']);
  });

  test('S99 nothing that the first switch stops; what a later one stops has a record of the first', () => {
    const apart = turnWith({
      rules: [{ from: 'app', to: 'app', service: 'web', allow: false }],
    });
    send(apart, 'exploit', 1, 2);
    send(apart, 'exploit', 1, 3);
    expect(said(apart)).toEqual([]);
    const cut = turnWith();
    setFact(cut.world, 'switches', 2, 'watch', 'ips', SCENARIO);
    setFact(cut.world, 'switches', 2, 'overloaded', true, SCENARIO);
    send(cut, 'exploit', 1, 3);
    const [trace] = cut.world.evidence.slice(1);
    expect(trace).toMatchObject({ switches: [1, 2], fate: { kind: 'dropped', host: 2 } });
    expect(said(cut)).toEqual(['1 1>3 new-pair']);
  });

  test('S99 what an IPS on the wire stops has a record of the switch that sent it there', () => {
    const turn = turnWith({ wire: 'ips' });
    send(turn, 'exploit', 1, 3);
    expect(said(turn)).toEqual(['1 1>3 new-pair']);
  });

  test.each(['arp-claim', 'tagged', 'dhcp-offer'] as const)(
    'S99 no frames of layer 2: %s',
    (nature) => {
      const turn = turnWith();
      leaveFrames(turn, { nature, from: id(1), to: id(2), service: 'web' }, origin);
      expect(turn.world.evidence.length).toBe(2);
      expect(said(turn)).toEqual([]);
    },
  );

  test('S100 each pair once, whoever of the two begins', () => {
    const turn = turnWith();
    send(turn, 'probe', 1, 2);
    expect(said(turn)).toEqual(['1 1>2 new-pair']);
    turn.world.alerts[1]!.state = 'answered';
    send(turn, 'exploit', 1, 2);
    send(turn, 'probe', 2, 1);
    expect(said(turn)).toEqual([]);
    send(turn, 'probe', 1, 3);
    expect(said(turn)).toEqual(['1 1>3 new-pair']);
  });

  test('S100 while the alert stands the next whom it talks to are added to it', () => {
    const turn = turnWith();
    send(turn, 'probe', 1, 2);
    expect(said(turn)).toEqual(['1 1>2 new-pair']);
    send(turn, 'probe', 1, 3);
    expect(said(turn)).toEqual([]);
    const [alert] = turn.world.alerts.slice(1);
    expect(alert).toMatchObject({ seen: { peer: 2, others: [3] }, latest: turn.world.tick - 1 });
  });

  test('S100 much data is told of beside, once for each way', () => {
    const turn = turnWith();
    send(turn, 'exploit', 1, 2);
    send(turn, 'bulk', 2, 1);
    expect(said(turn)).toEqual(['1 1>2 new-pair', '1 2>1 new-bulk']);
    send(turn, 'bulk', 2, 1);
    expect(said(turn)).toEqual([]);
    send(turn, 'bulk', 1, 2);
    expect(said(turn)).toEqual(['1 1>2 new-bulk']);
  });

  test('S100 not of two that a service joins, in either direction', () => {
    const vms = [
      { ...website, workload: 'payments' },
      { ...database, workload: 'ledger-db' },
      shopVm,
    ] as const;
    const turn = turnWith({
      vms: [...vms],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    });
    turn.world.tick = id(5);
    traffic(turn);
    const joined = turn.world.flows.flatMap((flow) => (flow?.from ? [[flow.from, flow.to]] : []));
    expect(joined).toEqual([[1, 2]]);
    send(turn, 'exploit', 1, 2);
    send(turn, 'bulk', 2, 1);
    send(turn, 'exploit', 3, 2);
    expect(said(turn)).toEqual(['1 3>2 new-pair']);
  });

  test('S100 not of two that a service joins, when one of them was stopped before the record came', () => {
    const vms = [
      { ...website, workload: 'payments' },
      { ...database, workload: 'ledger-db' },
      shopVm,
    ];
    const turn = turnWith({
      vms: vms as ScenarioFile['vms'],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    });
    send(turn, 'exploit', 1, 2);
    send(turn, 'exploit', 3, 2);
    setFact(turn.world, 'vms', 2, 'power', 'stopped', SCENARIO);
    const { tick } = turn.world;
    turn.world.tick = id(5);
    traffic(turn);
    expect(turn.world.flows.flatMap((flow) => (flow?.from ? [flow.from] : []))).toEqual([]);
    turn.world.tick = tick;
    expect(said(turn)).toEqual(['1 3>2 new-pair']);
  });

  test('S100 not of a VM that is gone by then', () => {
    const turn = turnWith();
    send(turn, 'exploit', 1, 2);
    turn.world.vms[2] = null;
    expect(said(turn)).toEqual([]);
  });

  test('S100 not of the internet, from there or to there', () => {
    const turn = turnWith({
      zones: [{ name: 'internet' }, { name: 'app' }, { name: 'data' }, { name: 'quarantine' }],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    });
    send(turn, 'exploit', 0, 2);
    send(turn, 'bulk', 2, 0);
    expect(turn.world.evidence.length).toBe(3);
    expect(said(turn)).toEqual([]);
  });

  test('S101 a check and a backup look as a break-in and data that is taken out do', () => {
    const turn = turnWith();
    carry(turn, 'probe', id(2), id(3), origin);
    carry(turn, 'bulk', id(3), id(2), origin);
    send(turn, 'exploit', 3, 1);
    send(turn, 'bulk', 1, 3);
    const [probe, bulk, exploit, taken] = said(turn).map((line) => line.split(' ').at(-1));
    expect([probe, bulk]).toEqual([exploit, taken]);
  });

  test('S99 nothing where the deck has no S10', () => {
    const deck = {
      commands: ['push-policy'],
      attacks: [],
      sensors: ['S1'],
      techniques: ['hvm'],
    } as const;
    const turn = turnWith({ deck: deck as never });
    send(turn, 'exploit', 1, 2);
    expect(said(turn)).toEqual([]);
  });
});
