import { describe, expect, test } from 'vitest';
import { moveVm } from '../../../../shared/mechanics/migration.ts';
import { editRules } from '../../../../shared/mechanics/network/edit.ts';
import { pushTo } from '../../../../shared/mechanics/network/push.ts';
import { setPort } from '../../../../shared/mechanics/network/segments.ts';
import { leaveTrail } from '../../../../shared/mechanics/network/trail.ts';
import { auditLog } from '../../../../shared/mechanics/sensors/audit-log.ts';
import { physicalIds } from '../../../../shared/mechanics/sensors/network-ids.ts';
import { verify } from '../../../../shared/mechanics/sensors/verification.ts';
import { revert } from '../../../../shared/mechanics/snapshots.ts';
import { countOf, type FateCount } from '../../../../shared/world/alert.ts';
import type { TrafficNature } from '../../../../shared/world/evidence.ts';
import { type Actor, NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { database, network, shopVm, website } from '../../../support/setups/network.ts';
import { eventsOf, hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

const watchedBy = (watch: 'none' | 'ids' | 'ips'): ScenarioFile['hosts'] => hostsWith({ watch });

/** VMs 1 and 2 on host 1, VM 3 on host 2, all in one zone. */
function turnWith(over: Partial<ScenarioFile>): Turn {
  const vms = [shopVm, website, { ...website, host: 2 }];
  return turnOf(tiny({ ...network, vms, ...over }));
}

function send(turn: Turn, nature: TrafficNature, from: number, to: number): void {
  const origin = { actor: NATURE, cause: SCENARIO };
  leaveTrail(turn, { nature, from: id(from), to: id(to), service: 'web' }, origin);
  physicalIds.watch(turn);
  turn.world.tick += 1;
}

/** `!` where an IPS stopped all of it. */
const stopped = (fates: readonly FateCount[]): string =>
  fates.every(([fate]) => fate === 'blocked') ? '!' : '';

/** What was said: `sensor host vm>peer nature ×count`, with `!` where it was stopped. */
function said(turn: Turn): string[] {
  return turn.world.alerts.slice(1).map((alert) => {
    if (alert?.seen.kind !== 'traffic') return alert?.seen.kind ?? '';
    const { nature, peer, fates } = alert.seen;
    const what = `${alert.vm}>${peer} ${nature} ×${countOf(fates)}${stopped(fates)}`;
    return `${alert.sensor} ${alert.host} ${what}`;
  });
}

describe('where a network sensor is blind', () => {
  test('S20 packets within a host are seen by its own S2 and never by S1', () => {
    const turn = turnWith({ wire: 'ids', hosts: watchedBy('ids') });
    send(turn, 'exploit', 1, 2);
    expect(said(turn)).toEqual(['S2 1 1>2 exploit ×1']);
    const blind = turnWith({ wire: 'ids' });
    send(blind, 'exploit', 1, 2);
    expect(said(blind)).toEqual([]);
  });

  test('S20 the same packets to another host are seen on the wire, and by both switches', () => {
    const turn = turnWith({ wire: 'ids', hosts: watchedBy('ids') });
    send(turn, 'exploit', 1, 3);
    expect(said(turn)).toEqual([
      'S2 1 1>3 exploit ×1',
      'S1 0 1>3 exploit ×1',
      'S2 2 1>3 exploit ×1',
    ]);
  });

  test('S20 from the internet the wire comes first; a switch on no way sees nothing', () => {
    const turn = turnWith({ wire: 'ids', hosts: watchedBy('ids') });
    send(turn, 'exploit', 0, 3);
    expect(said(turn)).toEqual(['S1 0 0>3 exploit ×1', 'S2 2 0>3 exploit ×1']);
  });

  test('S20 what its own switch does not let out is seen there and nowhere else', () => {
    const turn = turnWith({
      wire: 'ids',
      hosts: watchedBy('ids'),
      rules: [{ from: 'app', to: 'app', service: 'web', allow: false }],
    });
    send(turn, 'exploit', 1, 3);
    expect(said(turn)).toEqual(['S2 1 1>3 exploit ×1']);
  });

  test('S20 a sensor that the deck has not is not there', () => {
    const turn = turnWith({
      wire: 'ids',
      hosts: watchedBy('ids'),
      deck: { commands: ['push-policy'], attacks: [], sensors: ['S2'], techniques: ['hvm'] },
    });
    send(turn, 'exploit', 1, 3);
    expect(said(turn).map((line) => line.slice(0, 2))).toEqual(['S2', 'S2']);
  });

  test('S20 it sees what is fresh and no other evidence', () => {
    const turn = turnWith({ wire: 'ids' });
    send(turn, 'exploit', 1, 3);
    physicalIds.watch(turn);
    expect(said(turn)).toEqual(['S1 0 1>3 exploit ×1']);
  });
});

describe('seeing and stopping', () => {
  test('S21 an IPS stops an exploit where it stands: nothing behind it sees it', () => {
    const turn = turnWith({ wire: 'ips', hosts: watchedBy('ids') });
    send(turn, 'exploit', 1, 3);
    expect(said(turn)).toEqual(['S2 1 1>3 exploit ×1!', 'S1 0 1>3 exploit ×1!']);
    const inside = turnWith({ wire: 'ids', hosts: watchedBy('ips') });
    send(inside, 'arp-claim', 1, 3);
    expect(said(inside)).toEqual(['S2 1 1>3 arp-claim ×1!']);
  });

  test('S21 scans and transfers pass an IPS', () => {
    const turn = turnWith({ wire: 'ips' });
    send(turn, 'probe', 1, 3);
    send(turn, 'bulk', 1, 3);
    expect(said(turn)).toEqual(['S1 0 1>3 probe ×1', 'S1 0 1>3 bulk ×1']);
  });
});

describe('how much is said', () => {
  test('S22 the same within a minute is counted in one alert, and made new in its row', () => {
    const turn = turnWith({ wire: 'ids' });
    send(turn, 'exploit', 1, 3);
    const first = turn.world.alerts[1]?.seen;
    send(turn, 'exploit', 1, 3);
    send(turn, 'exploit', 0, 3);
    expect(said(turn)).toEqual(['S1 0 1>3 exploit ×2', 'S1 0 0>3 exploit ×1']);
    expect(turn.world.alerts[1]?.seen).not.toBe(first);
    turn.world.tick = 301;
    send(turn, 'exploit', 1, 3);
    expect(said(turn)).toHaveLength(3);
  });

  test('S22 a scan is one matter, whomever it knocks at; an exploit is one for each', () => {
    const turn = turnWith({ wire: 'ids', hosts: watchedBy('ids') });
    send(turn, 'probe', 0, 1);
    send(turn, 'probe', 0, 2);
    send(turn, 'probe', 0, 3);
    expect(said(turn)).toEqual(['S1 0 0>1 probe ×3', 'S2 1 0>1 probe ×2', 'S2 2 0>3 probe ×1']);
  });

  test('S22 a scan is over when it has not been seen for a minute; an exploit waits', () => {
    const turn = turnWith({ wire: 'ids' });
    send(turn, 'probe', 1, 3);
    send(turn, 'exploit', 1, 3);
    const states = (): unknown[] => turn.world.alerts.slice(1).map((alert) => alert?.state);
    turn.world.tick = 300;
    physicalIds.watch(turn);
    expect(states()).toEqual(['open', 'open']);
    turn.world.tick = 301;
    physicalIds.watch(turn);
    expect(states()).toEqual(['over', 'open']);
  });

  test('S22 after it was acknowledged it is said anew', () => {
    const turn = turnWith({ wire: 'ids' });
    send(turn, 'exploit', 1, 3);
    turn.world.alerts[1]!.state = 'acknowledged';
    send(turn, 'exploit', 1, 3);
    expect(said(turn)).toEqual(['S1 0 1>3 exploit ×1', 'S1 0 1>3 exploit ×1']);
  });

  test('S22 an alert is caused by the trace that it tells of', () => {
    const turn = turnWith({ wire: 'ids' });
    send(turn, 'exploit', 1, 2);
    send(turn, 'exploit', 1, 3);
    const [, second] = eventsOf(turn.history, 'evidence');
    expect(eventsOf(turn.history, 'alert').map(({ causes }) => causes)).toEqual([[second!.seq]]);
  });
});

describe('the audit log', () => {
  const seat: Actor = { kind: 'seat', id: 1 };
  const snapshot = { kernel: 10, service: 7 };
  const vms = [{ ...website, blocks: 1, snapshot }];
  const hosts = hostsWith({ blocks: 4 });

  function logged(act: (turn: Turn, actor: Actor) => void, actor: Actor, over = {}): unknown[] {
    const turn = turnWith({ vms, hosts, ...over });
    act(turn, actor);
    auditLog.watch(turn);
    return turn.world.alerts.slice(1);
  }
  const move = (turn: Turn, actor: Actor): void => moveVm(turn, id(1), id(2), actor, SCENARIO);
  const back = (turn: Turn, actor: Actor): void => {
    revert(turn, id(1), id(1), actor, SCENARIO);
  };
  const open = (turn: Turn, actor: Actor): void =>
    setPort(turn, { segment: id(1), setting: 'promiscuous', accept: true }, actor, SCENARIO);
  const refuse = (turn: Turn, actor: Actor): void =>
    setPort(turn, { segment: id(1), setting: 'forgedTransmits', accept: false }, actor, SCENARIO);
  const edit = (turn: Turn, actor: Actor): void =>
    editRules(turn, { from: 0, to: 0, service: 'any', allow: true }, 'add', actor, SCENARIO);

  test('S23 it tells of moves, rollbacks, edits and port settings that nobody of the team did', () => {
    expect(logged(move, NATURE)).toMatchObject([
      { sensor: 'S5', host: 2, vm: 1, seen: { kind: 'moved', from: 1, to: 2 } },
    ]);
    expect(logged(back, { kind: 'tenant', id: 3 })).toMatchObject([
      { sensor: 'S5', host: 1, vm: 1, seen: { kind: 'reverted', from: 8, to: 7 } },
    ]);
    expect(logged(edit, NATURE)).toMatchObject([
      { sensor: 'S5', host: 0, vm: 0, seen: { kind: 'policy-edited', version: 2 } },
    ]);
    const seen = { kind: 'port-setting', zone: 1, setting: 'promiscuous', to: 'accept' };
    expect(logged(open, NATURE)).toMatchObject([{ sensor: 'S5', host: 0, vm: 0, seen }]);
    const forged = { ...seen, setting: 'forgedTransmits', to: 'reject' };
    expect(logged(refuse, NATURE)).toMatchObject([{ sensor: 'S5', seen: forged }]);
  });

  test('S23 what the team does itself is no news, and old entries are not read again', () => {
    for (const act of [move, back, edit, open]) expect(logged(act, seat)).toEqual([]);
    const later = (turn: Turn, actor: Actor): void => {
      move(turn, actor);
      turn.world.tick += 1;
    };
    expect(logged(later, NATURE)).toEqual([]);
  });

  test('S23 E2 it is not there where the deck has it not', () => {
    const deck = { commands: ['push-policy'], attacks: [], sensors: ['S1'], techniques: ['hvm'] };
    expect(logged(move, NATURE, { deck })).toEqual([]);
  });
});

describe('a verification', () => {
  const findings = (turn: Turn): string[] =>
    turn.world.alerts.slice(1).map((alert) => {
      const where = `${alert?.host}/${alert?.vm} ${alert?.state}`;
      if (alert?.seen.kind !== 'open-door') return `${where} ${alert?.seen.kind}`;
      return `${where} ${alert.seen.doors} ${alert.seen.service} ${alert.seen.why}`;
    });

  test('S24 it says of each VM of the host how many ways stand open, and why', () => {
    const turn = turnWith({ vms: [shopVm, { ...database, bound: false }, website] });
    editRules(
      turn,
      { from: id(1), to: id(1), service: 'web', allow: false },
      'add',
      NATURE,
      SCENARIO,
    );
    verify(turn, id(1), SCENARIO);
    // From the internet and from both VMs into the database; from the shop into the website.
    expect(findings(turn)).toEqual(['1/2 open 3 db unbound-port', '1/3 open 1 web old-rules']);
    const [, stale] = eventsOf(turn.history, 'alert');
    expect(stale?.causes).toEqual([eventsOf(turn.history, 'rules-edited')[0]!.seq]);
  });

  test('S24 looked at again, it counts anew, and what has been closed is over', () => {
    const turn = turnWith({ vms: [shopVm, { ...database, bound: false }, website] });
    verify(turn, id(1), SCENARIO);
    expect(findings(turn)).toEqual(['1/2 open 3 db unbound-port']);
    turn.world.vms[3] = null;
    verify(turn, id(1), SCENARIO);
    expect(findings(turn)).toEqual(['1/2 open 2 db unbound-port']);
    pushTo(turn, id(1), SCENARIO);
    verify(turn, id(1), SCENARIO);
    expect(findings(turn)).toEqual(['1/2 over 2 db unbound-port', '1/0 answered nothing-found']);
  });

  test('S24 it looks at one host and says nothing of another', () => {
    const turn = turnWith({ vms: [shopVm, { ...database, host: 2, bound: false }] });
    verify(turn, id(1), SCENARIO);
    expect(findings(turn)).toEqual(['1/0 answered nothing-found']);
  });
});
