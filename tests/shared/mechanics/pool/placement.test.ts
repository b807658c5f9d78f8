import { describe, expect, test } from 'vitest';
import { portalPlace } from '../../../../shared/mechanics/people.ts';
import { shopVm, website } from '../../../support/setups/network.ts';
import { benchApart, SHOP } from '../../../support/setups/placement.ts';
import { type Bench, hostileShop, id, planOf } from '../../../support/worlds.ts';

const HOSPITAL = 3;
const [H1, H2] = [{ host: 1 }, { host: 2 }];

/** VM 1 of the shop on host 1, VM 2 of the hospital on host 2, and credits for whatever is ordered. */
const bench = (quota = 0): Bench => benchApart(quota);

/** Host 2 is the hospital’s alone. */
function dedicated(): Bench {
  const one = bench();
  expect(one.give('dedicate-host', { ...H2, tenant: HOSPITAL })).toBeNull();
  one.run(6);
  return one;
}

const told = ({ world }: Bench): unknown[] =>
  world.alerts.flatMap((alert) => (alert?.seen.kind === 'launch-burst' ? [alert.seen.tenant] : []));

/** The shop’s script launches a VM in the second second and, if it does, gives it back in that one. */
function scaled(back: number, quota = 0): Bench {
  const plan = { ...hostileShop.plan, workload: 'search' as const };
  const entry = { kind: 'autoscales' as const, tenant: 'shop' as const, plan };
  const people = [
    { ...entry, at: [2, 2] as [number, number], out: true },
    { ...entry, at: [back, back] as [number, number], out: false },
  ];
  return benchApart(quota, 0, { people });
}

const searching = ({ world }: Bench): unknown[] =>
  world.vms.filter((vm) => vm?.workload === 'search');

describe('a host that is dedicated to one tenant', () => {
  test('M30 takes in no VM of another, made, moved or placed by the portal', () => {
    const one = dedicated();
    const asked = one.ask(SHOP);
    one.run(1);
    const refused = { code: 'rule.host-dedicated', facts: { host: 2, tenant: HOSPITAL } };
    const wish = { request: asked, technique: 'hvm' };
    expect(one.give('create-vm', { ...wish, ...H2 })).toMatchObject(refused);
    expect(one.give('migrate-vm', { vm: 1, ...H2 })).toMatchObject(refused);
    const places = [0, 1].map((turn) => portalPlace(one.world, planOf(), turn, id(SHOP))?.host.id);
    expect(places).toEqual([1, 1]);
    expect(portalPlace(one.world, planOf(), 1, id(HOSPITAL))?.host.id).toBe(2);
    expect(one.give('create-vm', { ...wish, ...H1 })).toBeNull();
  });

  test('M31 what is on it already stays', () => {
    const one = bench();
    expect(one.give('dedicate-host', { ...H1, tenant: HOSPITAL })).toBeNull();
    one.run(6);
    expect(one.world.dedications[1]?.tenant).toBe(HOSPITAL);
    expect(one.world.vms[1]).toMatchObject({ host: 1, power: 'running', tenant: SHOP });
  });

  test('M31 shared again it takes in whatever fits', () => {
    const one = dedicated();
    expect(one.give('dedicate-host', { ...H2, tenant: SHOP })).toMatchObject({
      code: 'rule.already-so',
    });
    expect(one.give('share-host', H2)).toBeNull();
    one.run(20);
    expect(one.give('migrate-vm', { vm: 1, ...H2 })).toBeNull();
    expect(one.give('share-host', H1)).toMatchObject({ code: 'rule.already-so' });
  });

  test('M30 it takes credits, a host and a tenant that are there', () => {
    const one = bench();
    const { credits } = one.world;
    one.give('dedicate-host', { ...H2, tenant: HOSPITAL });
    expect(one.world.credits).toBe(credits - one.world.pace.dedicatePrice);
    expect(one.give('dedicate-host', { host: 9, tenant: SHOP })).toMatchObject({
      code: 'rule.no-such-thing',
    });
    expect(one.give('dedicate-host', { ...H1, tenant: 9 })).toMatchObject({
      code: 'rule.no-such-thing',
    });
  });
});

describe('what the audit log makes of launches', () => {
  test('S90 of what is given back within a minute it tells once, and whose it was', () => {
    const one = benchApart(0, 0, {
      vms: [
        { ...shopVm, host: 2 },
        { ...website, host: 1 },
      ],
    });
    one.act('recon-coresidency', { from: 1, vm: 2 });
    one.run(14);
    expect(one.events('vm-destroyed')).toHaveLength(1);
    expect(told(one)).toEqual([SHOP]);
  });

  test('S90 of a launch that stays it tells nothing', () => {
    const one = bench();
    one.act('recon-coresidency', { from: 1, vm: 2 });
    one.run(14);
    expect(one.events('vm-placed')).toHaveLength(1);
    expect(told(one)).toEqual([]);
  });

  test('S91 T20 a service that scales looks the same, where it scales back within the minute', () => {
    const one = scaled(20).run(50);
    expect(searching(one)).toHaveLength(1);
    expect(told(one)).toEqual([]);
    one.run(60);
    expect(searching(one)).toEqual([]);
    expect(told(one)).toEqual([SHOP]);
  });

  test('S91 T20 of what is given back later it tells nothing', () => {
    const slow = scaled(70).run(400);
    expect(slow.events('vm-destroyed')).toHaveLength(1);
    expect(told(slow)).toEqual([]);
  });

  test('T20 a quota that is used up refuses the script, and nobody is asked', () => {
    const one = scaled(20, 3).run(120);
    expect(one.events('request-opened')).toEqual([]);
    expect(one.events('vm-placed')).toEqual([]);
    expect(one.events('vm-destroyed')).toEqual([]);
  });
});
