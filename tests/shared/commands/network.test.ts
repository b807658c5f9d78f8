import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { doors } from '../../../shared/mechanics/network/drift.ts';
import { editRules } from '../../../shared/mechanics/network/edit.ts';
import { reaches } from '../../../shared/mechanics/network/path.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO, type VmId } from '../../../shared/world/ids.ts';
import type { Rule } from '../../../shared/world/network.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { database, network, shopVm, website } from '../../support/setups/network.ts';
import { Bench, hostsWith, id, tiny } from '../../support/worlds.ts';

const benchWith = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(tiny({ ...network, attackers: [], vms: [shopVm, database], ...over }));

const offers = (bench: Bench, name: string, subject: RowRef): unknown =>
  commands.get(name)?.offers(bench.world, subject);
const anyAny: Rule = { from: 0, to: 0, service: 'any', allow: true };

describe('push-policy', () => {
  test('N6 it takes its time, then the switch knows its ports and drops packets for a while', () => {
    const bench = benchWith();
    moveVm(bench.match, id(2), id(2), NATURE, SCENARIO);
    expect(bench.give('push-policy', { host: 2 })).toBeNull();
    bench.run(2);
    expect(doors(bench.world, id(2))).toHaveLength(2);
    bench.run(1);
    expect(doors(bench.world, id(2))).toEqual([]);
    expect(bench.world.switches[2]?.dropsUntil).toBe(bench.world.tick + 5);
    const [pushed] = bench.events('rules-pushed');
    expect(pushed?.causes).toContain(bench.events('order')[0]?.seq);
    expect(bench.world.credits).toBe(20);
  });

  test('N6 a push costs those who are served meanwhile', () => {
    const bench = benchWith({
      vms: [{ ...website, bound: false }],
      rules: [{ from: 'any', to: 'app', service: 'web', allow: true }],
    });
    bench.give('push-policy', { host: 1 });
    const lost = Array.from({ length: 20 }, () => bench.run(1).world.vms[1]?.cutOff);
    expect(lost).toContain(1);
    expect(lost.at(-1)).toBe(0);
  });

  test('N6 J7 it is refused where nothing would change, or nothing is', () => {
    const bench = benchWith();
    expect(bench.give('push-policy', { host: 1 })?.code).toBe('rule.already-so');
    expect(bench.give('push-policy', { host: 9 })?.code).toBe('rule.no-such-thing');
    editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
    expect(bench.give('push-policy', { host: 1 })).toBeNull();
    expect(bench.give('push-policy', { host: 1 })?.code).toBe('rule.target-busy');
    expect(offers(bench, 'push-policy', 'hosts/1')).toEqual([{ host: 1 }]);
    expect(offers(bench, 'push-policy', 'hosts/9')).toEqual([]);
    expect(offers(bench, 'push-policy', 'vms/1')).toEqual([]);
  });
});

describe('verify-policy', () => {
  test('S24 it says what stands open when it is done, and mends nothing', () => {
    const bench = benchWith({ vms: [shopVm, { ...database, bound: false }] });
    expect(bench.give('verify-policy', { host: 1 })).toBeNull();
    bench.run(3);
    expect(bench.events('alert')).toEqual([]);
    bench.run(1);
    expect(bench.events('alert').map(({ data }) => data.seen)).toEqual([
      { kind: 'open-door', service: 'db', doors: 2, why: 'unbound-port' },
    ]);
    expect(doors(bench.world, id(1))).toHaveLength(2);
  });

  test('S24 it may be ordered of any host, again and again', () => {
    const bench = benchWith();
    expect(bench.give('verify-policy', { host: 2 })).toBeNull();
    expect(bench.give('verify-policy', { host: 2 })).toBeNull();
    expect(bench.give('verify-policy', { host: 3 })?.code).toBe('rule.no-such-thing');
    expect(offers(bench, 'verify-policy', 'hosts/2')).toEqual([{ host: 2 }]);
    expect(offers(bench, 'verify-policy', 'hosts/3')).toEqual([]);
  });
});

describe('remove-rule', () => {
  test('N5 it changes what is meant; the switch enforces it until it is given the policy', () => {
    const bench = benchWith({ rules: [{ from: 'app', to: 'data', service: 'db', allow: true }] });
    expect(bench.give('remove-rule', { rule: 1 })).toBeNull();
    bench.run(1);
    expect(bench.world.policies[1]?.rules).toHaveLength(0);
    expect(bench.world.policies[1]?.version).toBe(2);
    expect(reaches(bench.world, id(1), id(2), 'db')).toBe(true);
    bench.give('push-policy', { host: 1 });
    bench.run(3);
    expect(reaches(bench.world, id(1), id(2), 'db')).toBe(false);
    expect(bench.events('rules-edited')[0]?.actor).toEqual({ kind: 'seat', id: 1 });
  });

  test('N5 it takes out the rule that was pointed at, wherever others have pushed it', () => {
    const bench = benchWith();
    const meant = bench.world.policies[1]!.rules[3]!;
    bench.give('remove-rule', { rule: 4 });
    editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
    bench.run(1);
    const { rules } = bench.world.policies[1]!;
    expect(rules).toHaveLength(4);
    expect(rules[0]).toEqual(anyAny);
    expect(rules).not.toContainEqual(meant);
  });

  test('N5 a rule that others have taken out meanwhile is gone, and no other with it', () => {
    const bench = benchWith();
    bench.give('remove-rule', { rule: 4 });
    editRules(bench.match, bench.world.policies[1]!.rules[3]!, 'remove', NATURE, SCENARIO);
    bench.run(1);
    expect(bench.world.policies[1]?.rules).toHaveLength(3);
    expect(bench.world.jobs[1]).toBeNull();
  });

  test('N5 J7 any rule may be taken out, and a rule that is not there is none', () => {
    const bench = benchWith();
    expect(bench.give('remove-rule', { rule: 5 })?.code).toBe('rule.no-such-thing');
    expect(bench.give('remove-rule', { rule: 3 })).toBeNull();
    expect(bench.give('remove-rule', { rule: 4 })?.code).toBe('rule.target-busy');
  });

  test('N5 it is offered for the whole policy, and for a zone whose rules they are', () => {
    const bench = benchWith();
    const places = (subject: RowRef): unknown =>
      (offers(bench, 'remove-rule', subject) as { rule: number }[]).map(({ rule }) => rule);
    expect(places('policies/1')).toEqual([1, 2, 3, 4]);
    // Its own, and those from and to the dmz, which are about every zone.
    expect(places('zones/1')).toEqual([1, 3, 4]);
    expect(places('zones/9')).toEqual([]);
    expect(places('hosts/1')).toEqual([]);
  });
});

describe('place-sensor', () => {
  test('S20 S21 it watches the switch of a host; setting it in the way costs the rest', () => {
    const bench = benchWith();
    expect(offers(bench, 'place-sensor', 'hosts/1')).toEqual([
      { host: 1, watch: 'ids' },
      { host: 1, watch: 'ips' },
    ]);
    expect(bench.give('place-sensor', { host: 1, watch: 'ids' })).toBeNull();
    expect(bench.world.credits).toBe(14);
    expect(bench.world.switches[1]?.watch).toBe('none');
    bench.run(2);
    expect(bench.world.switches[1]?.watch).toBe('ids');
    expect(offers(bench, 'place-sensor', 'hosts/1')).toEqual([{ host: 1, watch: 'ips' }]);
    bench.give('place-sensor', { host: 1, watch: 'ips' });
    expect(bench.world.credits).toBe(11);
    bench.run(2);
    expect(bench.world.switches[1]?.watch).toBe('ips');
    expect(bench.world.switches[2]?.watch).toBe('none');
    expect(bench.events('sensor-placed').map(({ data }) => data.watch)).toEqual(['ids', 'ips']);
    const [, second] = bench.events('sensor-placed');
    expect(bench.world.provenance['switches/1/watch']).toBe(second?.seq);
  });

  test('S21 both at once cost both', () => {
    const bench = benchWith();
    bench.give('place-sensor', { host: 2, watch: 'ips' });
    expect(bench.world.credits).toBe(11);
  });

  test('S21 N12 an IPS is taken out of the way again for nothing, and forgets its exceptions', () => {
    const bench = benchWith({ hosts: hostsWith({ watch: 'ips' }) });
    const exception = { from: id<VmId>(1), to: id<VmId>(2), service: 'db' } as const;
    const gate = bench.world.switches[1]!;
    bench.world.switches[1] = { ...gate, exceptions: [exception], overloaded: true };
    expect(offers(bench, 'place-sensor', 'hosts/1')).toEqual([{ host: 1, watch: 'ids' }]);
    expect(bench.give('place-sensor', { host: 1, watch: 'ids' })).toBeNull();
    bench.run(2);
    expect(bench.world.credits).toBe(20);
    expect(bench.world.switches[1]).toMatchObject({
      watch: 'ids',
      exceptions: [],
      overloaded: false,
    });
    bench.give('place-sensor', { host: 1, watch: 'ips' });
    expect(bench.world.credits).toBe(17);
    bench.run(2);
    expect(bench.world.switches[1]).toMatchObject({ watch: 'ips', exceptions: [] });
  });

  test('S21 J7 it is refused where it is so already, and no switch that is not there', () => {
    const bench = benchWith({ hosts: hostsWith({ watch: 'ips' }) });
    expect(bench.give('place-sensor', { host: 1, watch: 'ips' })?.code).toBe('rule.already-so');
    expect(bench.give('place-sensor', { host: 3, watch: 'ids' })?.code).toBe('rule.no-such-thing');
    expect(bench.give('place-sensor', { host: 1, watch: 'none' })?.code).toBe('rule.bad-arguments');
  });
});

describe('port-security', () => {
  test('N10 the two settings are set apart, each for its price', () => {
    const bench = benchWith();
    const settings = (): unknown[] => {
      const { promiscuous, macChanges, forgedTransmits, arpInspection } = bench.world.segments[1]!;
      return [promiscuous, macChanges, forgedTransmits, arpInspection];
    };
    expect(settings()).toEqual([false, true, true, false]);
    expect(bench.give('port-security', { segment: 1, setting: 'reject-all' })).toBeNull();
    bench.run(3);
    expect(settings()).toEqual([false, false, false, false]);
    // What was refused before is no change.
    expect(bench.events('setting-changed').map(({ data }) => data.setting)).toEqual([
      'macChanges',
      'forgedTransmits',
    ]);
    bench.give('port-security', { segment: 1, setting: 'arp-inspection' });
    bench.run(3);
    expect(settings()).toEqual([false, false, false, true]);
    expect(bench.world.credits).toBe(14);
    const last = bench.events('setting-changed').at(-1);
    expect(last?.data).toEqual({ setting: 'arpInspection', to: 'on' });
    expect(bench.world.provenance['segments/1/arpInspection']).toBe(last?.seq);
    expect(bench.world.segments[2]?.arpInspection).toBe(false);
  });

  test('N10 J7 what is so already is refused and not offered', () => {
    const bench = benchWith();
    const arp = { segment: 2, setting: 'arp-inspection' };
    expect(offers(bench, 'port-security', 'zones/2')).toEqual([
      arp,
      { segment: 2, setting: 'reject-all' },
      { segment: 2, setting: 'dhcp-guard' },
    ]);
    bench.give('port-security', arp);
    expect(bench.give('port-security', arp)?.code).toBe('rule.target-busy');
    bench.run(3);
    expect(bench.give('port-security', arp)?.code).toBe('rule.already-so');
    expect(offers(bench, 'port-security', 'segments/2')).toEqual([
      { segment: 2, setting: 'reject-all' },
      { segment: 2, setting: 'dhcp-guard' },
    ]);
    expect(bench.give('port-security', { ...arp, segment: 9 })?.code).toBe('rule.no-such-thing');
    expect(offers(bench, 'port-security', 'vms/1')).toEqual([]);
  });
});

describe('quarantine-vm and release-vm', () => {
  test('N7 at once and for nothing a VM is shut off, and its service is what it costs', () => {
    const bench = benchWith({
      vms: [shopVm, website],
      rules: [{ from: 'any', to: 'app', service: 'any', allow: true }],
    });
    bench.run(5);
    expect(bench.world.vms[2]?.cutOff).toBe(0);
    expect(bench.give('quarantine-vm', { vm: 2 })).toBeNull();
    expect(bench.world.vms[2]?.zone).toBe(4);
    expect(reaches(bench.world, id(1), id(2), 'web')).toBe(false);
    expect(bench.world.credits).toBe(20);
    bench.run(5);
    expect(bench.world.vms[2]?.cutOff).toBe(1);
  });

  test('N7 it goes back to the zone it was made for, with whoever is in it', () => {
    const bench = benchWith({ vms: [shopVm, { ...database, zone: 'data' }] });
    bench.world.vms[2] = { ...bench.world.vms[2]!, foothold: 'user', intruder: id(1) };
    bench.give('quarantine-vm', { vm: 2 });
    expect(bench.give('release-vm', { vm: 2 })).toBeNull();
    expect(bench.world.vms[2]).toMatchObject({ zone: 2, foothold: 'user', intruder: 1 });
    expect(bench.world.switches[1]?.ports).toContainEqual({ vm: 2, zone: 2 });
    expect(bench.events('vm-zoned').map(({ data }) => data.zone)).toEqual([4, 2]);
  });

  test('N7 F3 neither an edit nor a move opens it again, and it counts as shut off all the while', () => {
    const bench = benchWith({
      zones: [...network.zones!, { name: 'internet' }],
      vms: [shopVm, website],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    });
    bench.give('quarantine-vm', { vm: 2 });
    // The any-any rule is taken out and the policy pushed, as the story went.
    bench.give('remove-rule', { rule: 1 });
    bench.run(2);
    bench.give('push-policy', { host: 1 });
    bench.run(8);
    bench.give('migrate-vm', { vm: 2, host: 2 });
    bench.run(8);
    expect(bench.world.vms[2]?.host).toBe(2);
    expect(bench.world.switches[2]?.ports).toEqual([]);
    for (const [from, to] of [
      [1, 2],
      [2, 1],
      [0, 2],
      [2, 0],
    ] as const)
      expect([from, to, reaches(bench.world, id(from), id(to), 'web')]).toEqual([from, to, false]);
    const { stopped } = bench.world.tally;
    bench.run(1);
    expect(bench.world.tally.stopped).toBe(stopped + 1);
    expect(bench.give('quarantine-vm', { vm: 2 })?.code).toBe('rule.already-so');
    expect(bench.give('release-vm', { vm: 2 })).toBeNull();
    expect(bench.world.switches[2]?.ports).toEqual([{ vm: 2, zone: 1 }]);
  });

  test('N7 someone who works on the VM is not in its way', () => {
    const bench = benchWith();
    bench.give('investigate-vm', { vm: 2 });
    expect(bench.give('quarantine-vm', { vm: 2 })).toBeNull();
    bench.run(5);
    expect(bench.events('job-ended').map(({ data }) => data.outcome)).toEqual(['done']);
  });

  test('N7 J7 it is refused twice, where there is no quarantine, and for what is not there', () => {
    const bench = benchWith();
    expect(bench.give('release-vm', { vm: 2 })?.code).toBe('rule.already-so');
    bench.give('quarantine-vm', { vm: 2 });
    expect(bench.give('quarantine-vm', { vm: 2 })?.code).toBe('rule.already-so');
    expect(bench.give('quarantine-vm', { vm: 9 })?.code).toBe('rule.no-such-thing');
    const without = benchWith({ zones: network.zones!.slice(0, 3) });
    expect(without.give('quarantine-vm', { vm: 2 })?.code).toBe('rule.no-quarantine');
    expect(without.give('release-vm', { vm: 2 })?.code).toBe('rule.already-so');
  });
});
