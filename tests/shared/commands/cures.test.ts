import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { brokenInto, contained } from '../../support/hypervisor.ts';
import { Bench, id, planOf, tiny } from '../../support/worlds.ts';

const NO_SUCH = { code: 'rule.no-such-thing', facts: {} };
const SO_ALREADY = { code: 'rule.already-so', facts: {} };
const BUSY = (subject: string) => ({ code: 'rule.target-busy', facts: { subject } });

const offered = ({ world }: Bench, name: string, subject: `hosts/${number}` | `vms/${number}`) =>
  commands.get(name)!.offers(world, subject);
const power = ({ world }: Bench): unknown[] => world.vms.slice(1).map((vm) => vm?.power);
const outcomes = (bench: Bench): unknown[] =>
  bench.events('job-ended').map(({ data }) => [data.command, data.outcome]);

describe('restart-vm', () => {
  test('K10 off, and on again in a new process with the code of its host', () => {
    const bench = brokenInto({ host: { build: 52 }, vm: { deviceBuild: 43 } });
    setFact(bench.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    expect(bench.give('restart-vm', { vm: 1 })).toBeNull();
    expect(bench.world.vms[1]).toMatchObject({ power: 'stopped', deviceProcess: 0 });
    bench.run(2);
    expect(power(bench)).toEqual(['stopped', 'running']);
    bench.run(1);
    expect(bench.world.vms[1]).toMatchObject({ power: 'running', deviceBuild: 52 });
    expect(bench.world.credits).toBe(20);
    expect(outcomes(bench)).toEqual([['restart-vm', 'done']]);
  });

  test('K10 A7 it throws nobody out of the guest itself', () => {
    const bench = brokenInto({ ring: 'root' });
    bench.give('restart-vm', { vm: 1 });
    bench.run(4);
    expect(bench.world.vms[1]).toMatchObject({ foothold: 'root', intruder: 1 });
    expect(bench.events('evicted')).toEqual([]);
  });

  test('K10 with an old host it begins with the same old code, and changes nothing for an escape', () => {
    const bench = brokenInto();
    bench.give('restart-vm', { vm: 1 });
    bench.run(4);
    expect(bench.world.vms[1]?.deviceBuild).toBe(43);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]?.intruder).toBe(1);
  });

  test('K10 it stops an escape that is under way, before it strikes and after', () => {
    const bench = brokenInto({ host: { build: 52 }, vm: { deviceBuild: 43 } });
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.give('restart-vm', { vm: 1 });
    bench.run(8);
    expect(bench.events('act-ended')[0]?.data.need).toBe('process-unpatched');
    expect(bench.events('harm')).toEqual([]);
  });

  test('J4 cancelled, it is off, and whoever was in its process is gone', () => {
    const bench = brokenInto();
    setFact(bench.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    bench.give('restart-vm', { vm: 1 });
    bench.give('cancel-job', { job: 1 });
    bench.run(6);
    expect(bench.world.vms[1]).toMatchObject({ power: 'stopped', deviceProcess: 0 });
    expect(outcomes(bench)).toEqual([['restart-vm', 'cancelled']]);
    expect(bench.give('start-vm', { vm: 1 })).toBeNull();
  });

  test('J7 it is refused for what does not run or is not there, and while someone is at it', () => {
    const bench = brokenInto();
    expect(bench.give('restart-vm', { vm: 9 })).toEqual(NO_SUCH);
    expect(bench.give('restart-vm', { vm: 'x' })?.code).toBe('rule.bad-arguments');
    bench.give('restart-vm', { vm: 1 });
    expect(bench.give('start-vm', { vm: 1 })).toEqual(BUSY('vms/1'));
    bench.give('cancel-job', { job: 1 });
    bench.run(1);
    const off = { code: 'rule.wrong-power', facts: { power: 'stopped' } };
    expect(bench.give('restart-vm', { vm: 1 })).toEqual(off);
  });

  test('J1 it is offered of a VM and of nothing else, and is in every deck', () => {
    const deck: ScenarioFile['deck'] = {
      commands: ['scrub-frames'],
      attacks: [],
      sensors: [],
      techniques: ['hvm'],
    };
    const bench = brokenInto({ over: { deck } });
    expect(offered(bench, 'restart-vm', 'vms/1')).toEqual([{ vm: 1 }]);
    expect(offered(bench, 'restart-vm', 'vms/9')).toEqual([]);
    expect(offered(bench, 'restart-vm', 'hosts/1')).toEqual([]);
    expect(bench.give('restart-vm', { vm: 1 })).toBeNull();
  });
});

describe('change-machine-type', () => {
  const devices = ({ world }: Bench): unknown => world.vms[1]?.devices;

  test('K8 the floppy controller is gone, and with it the way out; it is off meanwhile', () => {
    const bench = brokenInto();
    bench.act('esc-floppy-venom', { vm: 1 });
    expect(bench.give('change-machine-type', { vm: 1 })).toBeNull();
    expect(power(bench)).toEqual(['stopped', 'running']);
    bench.run(4);
    expect(devices(bench)).toEqual(['disk', 'nic', 'floppy', 'xhci']);
    bench.run(1);
    expect(devices(bench)).toEqual(['disk', 'nic', 'xhci']);
    expect(power(bench)).toEqual(['running', 'running']);
    expect(bench.world.vms[2]?.devices).toContain('floppy');
    bench.run(4);
    expect(bench.events('act-ended')[0]?.data.need).toBe('has-device');
    expect(bench.events('harm')).toEqual([]);
  });

  test('K8 K10 it starts in a new process, with nobody in it', () => {
    const bench = brokenInto({ host: { build: 52 }, vm: { deviceBuild: 43 } });
    setFact(bench.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    bench.give('change-machine-type', { vm: 1 });
    bench.run(6);
    expect(bench.world.vms[1]).toMatchObject({ deviceBuild: 52, deviceProcess: 0 });
  });

  test('K8 one that was off is on when it is done', () => {
    const bench = brokenInto();
    setFact(bench.world, 'vms', 1, 'power', 'stopped', SCENARIO);
    expect(bench.give('change-machine-type', { vm: 1 })).toBeNull();
    expect(bench.events('vm-stopped')).toEqual([]);
    bench.run(6);
    expect(power(bench)[0]).toBe('running');
    expect(devices(bench)).not.toContain('floppy');
  });

  test('K8 a guest that has drivers for the old machine only is refused: it would not boot', () => {
    const bench = brokenInto();
    Object.assign(bench.world.images[1]!, { legacyOnly: true });
    const refusal = { code: 'rule.legacy-only', facts: {} };
    expect(bench.give('change-machine-type', { vm: 1 })).toEqual(refusal);
    expect(power(bench)).toEqual(['running', 'running']);
  });

  test('K8 J7 it is refused where there is no floppy controller, and for what is being made', () => {
    const bare = brokenInto({ vm: { devices: ['disk', 'nic'] } });
    expect(bare.give('change-machine-type', { vm: 1 })).toEqual(SO_ALREADY);
    expect(bare.give('change-machine-type', { vm: 9 })).toEqual(NO_SUCH);
    expect(contained().give('change-machine-type', { vm: 1 })).toEqual(SO_ALREADY);
    const para = brokenInto({ vm: { technique: 'para' } });
    expect(para.give('change-machine-type', { vm: 1 })).toEqual(SO_ALREADY);
    const making = new Bench(tiny());
    making.ask(2);
    making.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(making.give('change-machine-type', { vm: 3 })).toEqual({
      code: 'rule.wrong-power',
      facts: { power: 'provisioning' },
    });
  });

  test('J4 cancelled, it is off and has the machine that it had', () => {
    const bench = brokenInto();
    bench.give('change-machine-type', { vm: 1 });
    expect(bench.give('start-vm', { vm: 1 })).toEqual(BUSY('vms/1'));
    bench.give('cancel-job', { job: 1 });
    bench.run(8);
    expect(power(bench)).toEqual(['stopped', 'running']);
    expect(devices(bench)).toContain('floppy');
    expect(bench.events('devices-changed')).toEqual([]);
  });

  test('J1 it is offered of a VM and of nothing else', () => {
    const bench = brokenInto();
    expect(offered(bench, 'change-machine-type', 'vms/2')).toEqual([{ vm: 2 }]);
    expect(offered(bench, 'change-machine-type', 'vms/9')).toEqual([]);
    expect(offered(bench, 'change-machine-type', 'hosts/1')).toEqual([]);
  });
});

describe('audit-hypercalls', () => {
  const para = (): Bench => brokenInto({ vm: { technique: 'para' } });

  test('S32 the hypervisor logs hypercalls from then on, of that host', () => {
    const bench = para();
    expect(bench.give('audit-hypercalls', { host: 1 })).toBeNull();
    expect(bench.world.hosts[1]?.hypercallAudit).toBe(false);
    bench.run(1);
    expect(bench.world.hosts.slice(1).map((host) => host?.hypercallAudit)).toEqual([true, false]);
    const [changed] = bench.events('setting-changed');
    expect(changed).toMatchObject({
      subjects: ['hosts/1'],
      causes: [bench.events('order')[0]?.seq],
      data: { setting: 'hypercallAudit', to: 'on' },
    });
    expect(bench.world.provenance['hosts/1/hypercallAudit']).toBe(changed?.seq);
    expect(bench.world.credits).toBe(20);
  });

  test('S32 A33 an escape by hypercall is told of with it, and passes unseen without', () => {
    const told = (audit: boolean): unknown[] => {
      const bench = para();
      if (audit) bench.give('audit-hypercalls', { host: 1 });
      bench.run(2);
      bench.act('hc-l2-superpage', { vm: 1 });
      bench.run(6);
      expect(bench.world.hosts[1]?.intruder).toBe(1);
      return bench.world.alerts
        .slice(1)
        .flatMap((alert) => (alert?.sensor === 'S4' ? [alert.seen] : []));
    };
    expect(told(false)).toEqual([]);
    expect(told(true)).toEqual([
      { kind: 'exit', device: '', call: 'mmu_update', operand: 4, bound: 4 },
      { kind: 'exit', device: '', call: 'mmu_update', operand: 2048, bound: 4 },
    ]);
  });

  test('S32 J7 it is refused where it is so already, and where there are no hypercalls', () => {
    const bench = para();
    expect(bench.give('audit-hypercalls', { host: 9 })).toEqual(NO_SUCH);
    expect(contained().give('audit-hypercalls', { host: 1 })).toEqual(NO_SUCH);
    bench.give('audit-hypercalls', { host: 1 });
    expect(bench.give('patch-host', { host: 1, how: 'live' })).toEqual(BUSY('hosts/1'));
    bench.run(2);
    expect(bench.give('audit-hypercalls', { host: 1 })).toEqual(SO_ALREADY);
  });

  test('J4 cancelled, nothing is audited', () => {
    const bench = brokenInto({ over: { pace: { filterLength: 5 } } });
    bench.give('audit-hypercalls', { host: 1 });
    bench.give('cancel-job', { job: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]?.hypercallAudit).toBe(false);
    expect(bench.events('setting-changed')).toEqual([]);
  });

  test('J1 it is offered of a host with a hypervisor, and of nothing else', () => {
    const bench = para();
    expect(offered(bench, 'audit-hypercalls', 'hosts/2')).toEqual([{ host: 2 }]);
    expect(offered(bench, 'audit-hypercalls', 'hosts/9')).toEqual([]);
    expect(offered(bench, 'audit-hypercalls', 'vms/1')).toEqual([]);
    expect(offered(contained(), 'audit-hypercalls', 'hosts/1')).toEqual([]);
  });
});

describe('rebuild-host', () => {
  /** Attacker 1 is below the guests of host 1 from tick 8 on. */
  const fallen = (over: Parameters<typeof brokenInto>[0] = {}): Bench => {
    const bench = brokenInto(over);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(6);
    return bench;
  };

  test('K11 the host is ours again; what runs on it is off meanwhile and comes back', () => {
    const bench = fallen();
    expect(bench.give('rebuild-host', { host: 1 })).toBeNull();
    expect(bench.world.credits).toBe(17);
    expect(power(bench)).toEqual(['stopped', 'stopped']);
    expect(bench.world.hosts[1]?.intruder).toBe(1);
    bench.run(6);
    expect(power(bench)).toEqual(['stopped', 'stopped']);
    bench.run(1);
    expect(power(bench)).toEqual(['running', 'running']);
    expect(bench.world.hosts[1]).toMatchObject({ intruder: 0, build: 52 });
    expect(bench.world.breaches[1]?.open).toBe(false);
    expect(bench.world.vms.slice(1).map((vm) => vm?.deviceBuild)).toEqual([52, 52]);
    const order = bench.events('order').at(-1)?.seq;
    expect(bench.events('host-rebuilt')[0]?.causes).toContain(order);
  });

  test('K11 nothing less gets them out: neither a patch nor a confined process nor a restart', () => {
    const bench = fallen({ over: { pace: { startCredits: 50, handsTeam: 4 } } });
    bench.give('patch-host', { host: 1, how: 'live' });
    bench.run(6);
    bench.give('confine-host', { host: 1 });
    bench.give('restart-vm', { vm: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]).toMatchObject({ build: 52, sandbox: true, intruder: 1 });
    expect(bench.world.breaches[1]?.open).toBe(true);
  });

  test('K11 what is made there meanwhile stays off until it is done, and is on then', () => {
    const bench = fallen({ host: { frames: 8 } });
    bench.ask(2, { kind: 'create', plan: planOf() });
    bench.give('rebuild-host', { host: 1 });
    expect(bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' })).toBeNull();
    bench.run(4);
    expect(bench.world.requests[1]?.state).toBe('served');
    expect(power(bench)).toEqual(['stopped', 'stopped', 'stopped']);
    bench.run(2);
    expect(power(bench)).toEqual(['running', 'running', 'running']);
    expect(bench.world.vms[3]?.deviceBuild).toBe(52);
  });

  test('K11 what was moved away before is spared', () => {
    const bench = fallen();
    expect(bench.give('migrate-vm', { vm: 2, host: 2 })).toBeNull();
    bench.run(6);
    bench.give('rebuild-host', { host: 1 });
    expect(power(bench)).toEqual(['stopped', 'running']);
    bench.run(8);
    expect(power(bench)).toEqual(['running', 'running']);
  });

  test('J4 cancelled, its VMs are on again and it is as it was', () => {
    const bench = fallen();
    bench.give('rebuild-host', { host: 1 });
    bench.run(3);
    bench.give('cancel-job', { job: 1 });
    bench.run(1);
    expect(power(bench)).toEqual(['running', 'running']);
    bench.run(10);
    expect(bench.world.hosts[1]).toMatchObject({ intruder: 1, build: 43 });
    expect(bench.world.breaches[1]?.open).toBe(true);
    expect(bench.world.credits).toBe(17);
    expect(bench.events('host-rebuilt')).toEqual([]);
    // They were powered on in new processes all the same.
    expect(bench.world.vms[1]?.deviceProcess).toBe(0);
  });

  test('J2 nobody works on the host or on what is on it meanwhile', () => {
    const bench = fallen({ over: { pace: { startCredits: 50 } } });
    bench.give('rebuild-host', { host: 1 });
    for (const [command, args, subject] of [
      ['patch-host', { host: 1, how: 'live' }, 'hosts/1'],
      ['start-vm', { vm: 1 }, 'vms/1'],
      ['migrate-vm', { vm: 2, host: 2 }, 'vms/2'],
    ] as const) {
      expect([command, bench.give(command, args)]).toEqual([command, BUSY(subject)]);
    }
    const moving = fallen();
    moving.give('migrate-vm', { vm: 2, host: 2 });
    expect(moving.give('rebuild-host', { host: 1 })).toEqual(BUSY('vms/2'));
  });

  test('K11 X3 it can be done to any host, fallen or not, and is refused for none but what is not there', () => {
    const clean = brokenInto();
    const offers = (bench: Bench) => JSON.stringify(offered(bench, 'rebuild-host', 'hosts/1'));
    expect(offers(fallen())).toBe(offers(clean));
    expect(offered(clean, 'rebuild-host', 'hosts/1')).toEqual([{ host: 1 }]);
    expect(offered(clean, 'rebuild-host', 'hosts/9')).toEqual([]);
    expect(offered(clean, 'rebuild-host', 'vms/1')).toEqual([]);
    expect(clean.give('rebuild-host', { host: 9 })).toEqual(NO_SUCH);
    expect(clean.give('rebuild-host', { host: 1 })).toBeNull();
    clean.run(8);
    expect(clean.world.hosts[1]).toMatchObject({ intruder: 0, build: 52 });
  });

  test('K11 J7 it is refused to whoever cannot pay, and powers nothing off then', () => {
    const bench = fallen({ over: { pace: { startCredits: 2 } } });
    expect(bench.give('rebuild-host', { host: 1 })?.code).toBe('rule.too-few-credits');
    expect(power(bench)).toEqual(['running', 'running']);
  });

  test('K11 G5 what is on its way there is off too when it comes', () => {
    const bench = fallen();
    bench.give('migrate-vm', { vm: 2, host: 2 });
    bench.run(6);
    bench.give('rebuild-host', { host: 1 });
    expect(bench.give('migrate-vm', { vm: 2, host: 1 })).toBeNull();
    bench.run(5);
    expect(bench.world.vms[2]).toMatchObject({ host: 1, power: 'stopped' });
    bench.run(2);
    expect(power(bench)).toEqual(['running', 'running']);
  });
});
