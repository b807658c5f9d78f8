import { describe, expect, test } from 'vitest';
import { allNeeds } from '../../../../shared/attacks/probe.ts';
import { attacks } from '../../../../shared/attacks/registry.ts';
import { projectRed } from '../../../../shared/view/red/red.ts';
import { chipsOf } from '../../../../shared/view/red/red-chips.ts';
import type { Chip } from '../../../../shared/view/red/red-rows.ts';
import { FOOTHOLDS } from '../../../../shared/world/machine/vm.ts';
import {
  actKey,
  type Known,
  type KnownVm,
  lookedFrom,
  lookedInto,
  needNote,
  needTick,
  vmNote,
  wayNote,
} from '../../../../shared/world/people/known.ts';
import { setups } from '../../../support/setups/registry.ts';
import { id } from '../../../support/worlds.ts';

/** Needs whose truth an attacker can see at any moment. */
const PLAIN = [
  'guest-runs',
  'code-in-guest',
  'ports-in-guest',
  'root-in-guest',
  'kernel-in-guest',
  'source-runs',
  'code-in-source',
  'root-in-source',
  'kernel-in-source',
  'vm-is-theirs',
];

const vm = (over: Partial<KnownVm> = {}): KnownVm => ({
  number: 1,
  own: false,
  power: 'unknown',
  ring: 'none',
  ...over,
});

const known = (over: Partial<Known>): Known => ({
  vms: [vm(), vm({ number: 2 })],
  notes: {},
  flaws: { venom: 50, shellshock: 12 },
  waiting: false,
  asked: 0,
  ...over,
});

const chip = (one: Known, attack: string, need: string, args: Record<string, number>): Chip =>
  chipsOf(one, attack, args).find((row) => row.need === need)?.chip ?? 'unknown';

const names = [...attacks.keys()].filter((name) => name !== 'probe');

describe.each(names)('%s', (name) => {
  const attack = attacks.get(name)!;
  const setup = setups[name]!.setup();
  const { world } = setup.turn;
  const view = (): Known => projectRed(world, id(setup.attacker)).known;

  test('A57 a world in which all of it is true: no chip says false', () => {
    const told = chipsOf(view(), name, setup.args);
    expect(told.map(({ need }) => need)).toEqual(allNeeds(attack).map((need) => need.id));
    expect(told.filter((row) => row.chip === 'false')).toEqual([]);
  });

  test('A57 what is known of where they are is what is so', () => {
    const told: unknown[] = [];
    const so: unknown[] = [];
    for (const foothold of FOOTHOLDS) {
      for (const power of ['running', 'stopped'] as const) {
        const other = JSON.parse(JSON.stringify(world)) as typeof world;
        for (const row of other.vms) if (row?.intruder) Object.assign(row, { foothold, power });
        const seen = projectRed(other, id(setup.attacker)).known;
        for (const row of chipsOf(seen, name, setup.args)) {
          if (!PLAIN.includes(row.need) || row.chip === 'unknown') continue;
          const need = attack.needs.find((one) => one.id === row.need);
          told.push([foothold, power, row.need, row.chip === 'true']);
          so.push([foothold, power, row.need, need?.holds(other, setup.strike)]);
        }
      }
    }
    expect(told).toEqual(so);
    // Whether a VM runs in which they have nothing is not known to them.
    const own = PLAIN.filter((need) => need !== 'guest-runs');
    expect(told.length > 0).toBe(attack.needs.some((need) => own.includes(need.id)));
  });
});

describe('what a chip goes by', () => {
  const way = { from: 1, vm: 2 };
  const key = actKey('net-fw-drift', way);
  const probed = (holds: number, tick: number) => ({
    [needNote(key, 'reachable')]: holds,
    [needTick(key, 'reachable')]: tick,
  });

  test('A57 nothing known is unknown', () => {
    expect(chipsOf(known({}), 'net-fw-drift', { from: 0, vm: 2 })).toEqual([
      { need: 'source-runs', chip: 'true' },
      { need: 'code-in-source', chip: 'true' },
      { need: 'guest-runs', chip: 'unknown' },
      { need: 'reachable', chip: 'unknown' },
      { need: 'not-intended', chip: 'unknown' },
      { need: 'serves-data', chip: 'unknown' },
      { need: 'foreign-data', chip: 'true' },
    ]);
  });

  test('A57 a look around says, and a probe of this very act says more', () => {
    const looked = { [wayNote(1, 2, 'reach')]: 1, [lookedFrom(1)]: 10 };
    expect(chip(known({ notes: looked }), 'net-fw-drift', 'reachable', way)).toBe('true');
    const both = { ...looked, ...probed(0, 20) };
    expect(chip(known({ notes: both }), 'net-fw-drift', 'reachable', way)).toBe('false');
    expect(chip(known({ notes: both }), 'net-any-any', 'reachable', way)).toBe('true');
  });

  test('A57 the newest of the two says: a look around after the probe', () => {
    const notes = { [wayNote(1, 2, 'reach')]: 1, [lookedFrom(1)]: 30, ...probed(0, 20) };
    expect(chip(known({ notes }), 'net-fw-drift', 'reachable', way)).toBe('true');
  });

  test('A57 a probe cannot say otherwise of where they are', () => {
    const act = actKey('priv-guest-root', { vm: 1 });
    const notes = { [needNote(act, 'guest-runs')]: 0, [needTick(act, 'guest-runs')]: 50 };
    const inside = known({ notes, vms: [vm({ power: 'running', ring: 'user' })] });
    expect(chip(inside, 'priv-guest-root', 'guest-runs', { vm: 1 })).toBe('true');
    expect(chip(inside, 'priv-guest-root', 'code-in-guest', { vm: 1 })).toBe('true');
    expect(chip(inside, 'esc-floppy-venom', 'ports-in-guest', { vm: 1 })).toBe('false');
    expect(chip(inside, 'esc-usb-xhci', 'kernel-in-guest', { vm: 1 })).toBe('false');
  });

  test('A57 A6 root has the ports and not the kernel, and a way into it by a module', () => {
    const noted = { [lookedInto(1)]: 9, [vmNote(1, 'kernel-build')]: 30 };
    const as = (ring: KnownVm['ring']): Chip[] => {
      const one = known({
        notes: noted,
        flaws: { 'guest-privilege': 20 },
        vms: [vm({ power: 'running', ring })],
      });
      return [
        chip(one, 'esc-floppy-venom', 'ports-in-guest', { vm: 1 }),
        chip(one, 'esc-usb-xhci', 'kernel-in-guest', { vm: 1 }),
        chip(one, 'priv-guest-root', 'kernel-open', { vm: 1 }),
      ];
    };
    expect(as('user')).toEqual(['false', 'false', 'false']);
    expect(as('root')).toEqual(['true', 'false', 'true']);
    expect(as('kernel').slice(0, 2)).toEqual(['true', 'true']);
  });

  test('A57 A45 that a host is theirs is known from its fall on, and never known not to be', () => {
    const below = known({ notes: { [vmNote(1, 'below')]: 1 } });
    expect(chip(below, 'res-free-memory', 'host-is-theirs', { vm: 1 })).toBe('true');
    expect(chip(known({}), 'res-free-memory', 'host-is-theirs', { vm: 1 })).toBe('unknown');
  });

  test('A57 devices, builds, techniques and filters are what the last look inside showed', () => {
    const notes = {
      [lookedInto(1)]: 9,
      [vmNote(1, 'devices')]: 'disk,nic,xhci',
      [vmNote(1, 'technique')]: 'hvm',
      [vmNote(1, 'host-build')]: 52,
      [vmNote(1, 'device-build')]: 43,
      [vmNote(1, 'seccomp')]: 1,
    };
    const one = known({
      notes,
      flaws: { venom: 50, 'xhci-uaf': 43, superpage: 52 },
      vms: [vm({ power: 'running', ring: 'kernel' })],
    });
    const about = (attack: string, need: string, of = one): Chip =>
      chip(of, attack, need, { vm: 1 });
    const para = known({ ...one, notes: { ...notes, [vmNote(1, 'technique')]: 'para' } });
    expect(about('esc-floppy-venom', 'has-device')).toBe('false');
    expect(about('esc-usb-xhci', 'has-device')).toBe('true');
    // A device process is as old as it is, however new its host: the hypervisor itself is patched.
    expect(about('esc-floppy-venom', 'process-unpatched')).toBe('true');
    expect(about('esc-usb-xhci', 'process-unpatched')).toBe('false');
    expect(about('hc-l2-superpage', 'host-unpatched')).toBe('false');
    expect(about('hc-l2-superpage', 'is-paravirtual')).toBe('false');
    expect(about('hc-l2-superpage', 'is-paravirtual', para)).toBe('true');
    // What it was delivered with is no emulated device to a paravirtual guest.
    expect(about('esc-usb-xhci', 'has-device', para)).toBe('false');
    expect(about('ct-shared-kernel', 'shares-kernel')).toBe('false');
    expect(about('ct-shared-kernel', 'calls-unfiltered')).toBe('false');
    expect(about('esc-floppy-venom', 'exit-unchecked')).toBe('unknown');
    expect(about('esc-floppy-venom', 'device-process-unconfined')).toBe('unknown');
  });

  test('A57 a service that had the fix and has it no more was rolled back', () => {
    const about = (now: number, was: number, service = 'web'): Chip =>
      chip(
        known({
          notes: {
            [vmNote(2, 'service')]: service,
            [vmNote(2, 'service-build')]: now,
            [vmNote(2, 'service-was')]: was,
          },
        }),
        'snap-rollback-revive',
        'was-reverted',
        { from: 0, vm: 2 },
      );
    expect([about(8, 12), about(8, 8), about(12, 12)]).toEqual(['true', 'unknown', 'unknown']);
    // The hole is a web service's: of a database its builds say nothing.
    expect(about(8, 12, 'db')).toBe('unknown');
  });

  test('A57 A43 a hole is one component’s: what a service offers tells whether it is theirs to use', () => {
    const about = (need: string, service: string | null, flaws: Known['flaws']): Chip =>
      chip(
        known({
          notes: {
            ...(service ? { [vmNote(2, 'service')]: service } : {}),
            [vmNote(2, 'service-build')]: 8,
          },
          flaws,
        }),
        'img-stale-packages',
        need,
        { from: 0, vm: 2 },
      );
    const web = { shellshock: 12 };
    const queue = { 'queue-deserialisation': 12 };
    for (const need of ['runs-component', 'service-unpatched']) {
      expect([need, about(need, 'web', web)]).toEqual([need, 'true']);
      expect([need, about(need, 'queue', queue)]).toEqual([need, 'true']);
      expect([need, about(need, 'db', { ...web, ...queue })]).toEqual([need, 'false']);
      expect([need, about(need, null, web)]).toEqual([need, 'unknown']);
    }
    expect(about('runs-component', 'queue', web)).toBe('false');
    expect(about('runs-component', 'web', queue)).toBe('false');
  });
});
