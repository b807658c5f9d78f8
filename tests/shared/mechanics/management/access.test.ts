import { describe, expect, test } from 'vitest';
import { offersFor } from '../../../../shared/match/offers.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { opened } from '../../../support/setups/management.ts';
import { network } from '../../../support/setups/network.ts';
import { Bench, hostileShop, tiny } from '../../../support/worlds.ts';

/** The shop in VM 1 of the app zone, from where both hosts are managed; VM 2 is the hospital's. */
const bench = (
  host: Partial<ScenarioFile['hosts'][number]> = {},
  over: Partial<ScenarioFile> = {},
): Bench =>
  new Bench(
    tiny({
      ...network,
      ...opened(host),
      wire: 'ids',
      attackers: [{ ...hostileShop, owns: [1] }],
      ...over,
    }),
  );

const told = ({ world }: Bench) =>
  world.alerts.flatMap((alert) =>
    alert && ['S1', 'S5'].includes(alert.sensor)
      ? [[alert.sensor, alert.seen.kind, alert.host, alert.vm]]
      : [],
  );

/** Somebody lawful at the fourth second, in VM 2 of the data zone. */
const lawful = (
  kind: 'signs-in' | 'discovers',
  host: Partial<ScenarioFile['hosts'][number]> = {},
): Bench => {
  const on = bench(
    { managedFrom: ['data'], ...host },
    { people: [{ kind, at: [4, 4], vm: 2, host: 1 }] },
  );
  on.run(25);
  return on;
};

describe('who is heard of at the management interface of a host', () => {
  test('S72 S71 as somebody tries passwords, and as one of them fits', () => {
    const on = bench();
    on.act('mgmt-console-exposed', { from: 1 });
    on.run(2);
    const refused = [
      ['S1', 'ssh-burst', 1, 1],
      ['S5', 'admin-login-refused', 1, 1],
    ];
    expect(told(on)).toEqual(refused);
    on.run(24);
    expect(told(on)).toEqual([...refused, ['S5', 'admin-login', 1, 1]]);
  });

  test('S71 nothing at the host itself where its audit records are not forwarded', () => {
    const on = bench({ hostAudit: false });
    on.act('mgmt-console-exposed', { from: 1 });
    on.run(26);
    expect(told(on)).toEqual([['S1', 'ssh-burst', 1, 1]]);
    on.give('forward-host-log', { host: 1 });
    on.run(4);
    expect(on.world.hosts[1]!.hostAudit).toBe(true);
  });

  test('S72 as somebody asks by SLP, hostile or not', () => {
    const on = bench();
    on.act('mgmt-esxi-slp-ransom', { from: 1 });
    on.run(2);
    expect(told(on)).toEqual([['S1', 'slp-request', 1, 1]]);
    expect(told(lawful('discovers'))).toEqual([['S1', 'slp-request', 1, 2]]);
  });

  test('S71 S72 an administrator’s login looks like one that was guessed, and S1 says nothing of it', () => {
    expect(told(lawful('signs-in'))).toEqual([['S5', 'admin-login', 1, 2]]);
    const locked = lawful('signs-in', { lockdown: true });
    expect(told(locked)).toEqual([['S5', 'admin-login-refused', 1, 2]]);
    const exempt = lawful('signs-in', { lockdown: true, exceptionUser: true });
    expect(told(exempt)).toEqual([['S5', 'admin-login', 1, 2]]);
  });

  test('K124 N31 where nothing listens, or nobody gets there, nothing comes of it', () => {
    expect(told(lawful('signs-in', { services: [] }))).toEqual([]);
    expect(told(lawful('discovers', { managedFrom: ['dmz'] }))).toEqual([]);
  });

  test('S73 K124 a service that somebody starts is told of, and runs', () => {
    const on = bench(
      { services: [] },
      { people: [{ kind: 'starts-service', at: [2, 2], host: 2, service: 'slp' }] },
    );
    on.run(12);
    expect(told(on)).toEqual([['S5', 'service-started', 2, 0]]);
    expect(on.world.hosts[2]!.services).toEqual(['slp']);
    expect(on.give('stop-service', { host: 2, service: 'slp' })).toBeNull();
    on.run(4);
    expect(on.world.hosts[2]!.services).toEqual([]);
    expect(on.give('stop-service', { host: 2, service: 'slp' })).toMatchObject({
      code: 'rule.already-so',
    });
  });

  test('S74 N33 a session at the management server, hostile or not, and none from elsewhere', () => {
    const on = bench();
    on.act('mgmt-vcenter-rce', { from: 1 });
    on.run(2);
    expect(told(on)).toEqual([['S5', 'server-session', 0, 1]]);
    const works = (zone: 'data' | 'dmz') => {
      const managementServer = { build: 40, managedFrom: [zone] };
      const people = [{ kind: 'manages' as const, at: [4, 4] as [number, number], vm: 2 }];
      const at = bench({}, { managementServer, people });
      at.run(25);
      return told(at);
    };
    expect(works('data')).toEqual([['S5', 'server-session', 0, 2]]);
    expect(works('dmz')).toEqual([]);
  });

  test('N31 in quarantine nobody gets there', () => {
    const on = bench();
    setFact(on.world, 'vms', 1, 'zone', 4 as never, SCENARIO);
    on.act('mgmt-console-exposed', { from: 1 });
    on.run(26);
    expect(told(on)).toEqual([]);
  });
});

describe('what a second factor costs', () => {
  const took = (mfa: boolean, order: string, args: Readonly<Record<string, number>>): number => {
    const on = bench({ mfa });
    expect(on.give(order, args)).toBeNull();
    const [job] = on.world.jobs.flatMap((one) => one ?? []);
    return job?.length ?? 0;
  };

  test('K123 each order about the host takes longer, and no other', () => {
    const { mfaDelay } = bench().world.pace;
    for (const order of ['investigate-host', 'rotate-credentials']) {
      expect(took(true, order, { host: 1 })).toBe(took(false, order, { host: 1 }) + mfaDelay);
    }
    expect(took(true, 'investigate-vm', { vm: 2 })).toBe(took(false, 'investigate-vm', { vm: 2 }));
  });

  test('K123 that is offered too', () => {
    const offer = (mfa: boolean) =>
      offersFor(bench({ mfa }).world, 1, 'hosts/1').find(
        ({ command }) => command === 'investigate-host',
      )?.length;
    expect(offer(true)).toBe((offer(false) ?? 0) + bench().world.pace.mfaDelay);
  });
});
