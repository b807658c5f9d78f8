import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { flawId, inBay } from '../hypervisor.ts';
import type { Flips, Necessity } from '../necessity.ts';
import { setupOf } from '../necessity.ts';
import { type Bench, id } from '../worlds.ts';
import { refused } from './hypervisor.ts';

const runs: Flips = { 'vms/power': ['provisioning', 'stopped'] };
const code: Flips = { ...runs, 'vms/intruder': [0, 2], 'vms/foothold': ['none'] };
const root: Flips = { ...code, 'vms/foothold': ['none', 'user'] };
const kernel: Flips = { ...code, 'vms/foothold': ['none', 'user', 'root'] };
const here: Flips = { 'vms/host': [0, 2] };
const unconfined: Flips = { 'hosts/sandbox': [true] };

/** Patched, or a flaw that was mended before. */
const flawed = (fixedIn: number, build: 'hosts/build' | 'vms/deviceBuild'): Flips => ({
  [build]: [fixedIn, fixedIn + 1],
  'flaws/fixedIn': [0, 43],
});

/** The device is gone, has no model, or a filter stops what is handed to it. */
const device = (name: 'svga' | 'nic', over: boolean): Flips => {
  const refusing = [{ trap: name, action: 'refuse' }];
  const checking = over ? [[{ trap: name, action: 'bounds-check' }]] : [];
  return {
    'vms/devices': [[], ['disk']],
    'vms/technique': ['container', 'para'],
    'vms/filters': [refusing, ...checking],
    'hosts/filters': [refusing, ...checking],
    'vms/rulings': [refused(name, false), ...(over ? [refused(name, true)] : [])],
  };
};

type Flaw = Parameters<typeof flawId>[0];
const setup = (bench: Bench, flaw: Flaw, more: Readonly<Record<string, number>> = {}) =>
  setupOf(bench, { vm: 1 }, { attacker: 1, vm: 1, host: 1, flaw: flawId(flaw), ...more });

/** VM 1 with a display that draws in three dimensions, on a host that puts processes at any address. */
const drawing = (): Bench => {
  const bench = inBay({
    ring: 'user',
    host: { aslr: true },
    vm: { devices: ['disk', 'nic', 'svga'], accel3d: true },
  });
  setFact(bench.world, 'vms', 1, 'layoutKnownBy', id(1), SCENARIO);
  return bench;
};

/** VM 1 on rings, on its way to host 2. */
const leaving = (): Bench => {
  const bench = inBay({ vm: { technique: 'hybrid' }, host: { sandbox: true } });
  setFact(bench.world, 'vms', 1, 'movingTo', id(2), SCENARIO);
  return bench;
};

/** VM 1 in a sandbox, and host 2 with both fixes. */
const besideMended = (): Bench => {
  const bench = inBay({ ring: 'root', host: { sandbox: true } });
  setFact(bench.world, 'hosts', 2, 'build', 60, SCENARIO);
  return bench;
};

/** What leads out of a guest through its virtual hardware. */
export const deviceSetups: Readonly<Record<string, Necessity>> = {
  'esc-svga-cloudburst': {
    setup: () => setup(inBay({ vm: { devices: ['disk', 'nic', 'svga'] } }), 'svga-blit'),
    flips: { ...kernel, ...here, ...flawed(50, 'vms/deviceBuild'), ...device('svga', true) },
    deeper: unconfined,
  },
  'esc-svga-shader': {
    setup: () => setup(drawing(), 'svga-shader'),
    flips: {
      ...code,
      ...here,
      ...flawed(50, 'vms/deviceBuild'),
      ...device('svga', false),
      'vms/accel3d': [false],
      'vms/layoutKnownBy': [0, 2],
    },
    deeper: unconfined,
  },
  'esc-nic-pcnet': {
    setup: () => setup(inBay({ vm: { nic: 'pcnet' } }), 'pcnet-loopback'),
    flips: {
      ...root,
      ...here,
      ...flawed(50, 'vms/deviceBuild'),
      ...device('nic', true),
      'vms/nicModel': ['rtl8139', 'para'],
    },
    deeper: unconfined,
  },
  'leak-nic-rtl8139': {
    setup: () => setup(inBay({ vm: { nic: 'rtl8139' } }), 'rtl8139-offload'),
    flips: {
      ...kernel,
      ...flawed(50, 'vms/deviceBuild'),
      ...device('nic', false),
      'vms/nicModel': ['pcnet', 'para'],
    },
  },
  'esc-vmx-chain': {
    setup: () => setup(besideMended(), 'vmx-toctou', { breakout: flawId('vmx-write') }),
    flips: {
      ...root,
      ...here,
      ...flawed(53, 'vms/deviceBuild'),
      'vms/technique': ['container', 'para'],
    },
    deeper: { 'hosts/build': [54, 55], 'flaws/fixedIn': [43] },
  },
  'esc-vhost-migration': {
    setup: () => setup(leaving(), 'vhost-log'),
    flips: {
      ...kernel,
      ...here,
      ...flawed(52, 'hosts/build'),
      'vms/technique': ['bt', 'container', 'para', 'emulation'],
      'vms/nicModel': ['pcnet', 'rtl8139'],
      'vms/vhost': [false],
      'vms/movingTo': [0],
    },
  },
};
