import { brokenInto, contained, flawId, WIDE } from '../hypervisor.ts';
import type { Flips, Necessity } from '../necessity.ts';
import { setupOf } from '../necessity.ts';
import type { Bench } from '../worlds.ts';

const runs: Flips = { 'vms/power': ['provisioning', 'stopped'] };
const code: Flips = { ...runs, 'vms/intruder': [0, 2], 'vms/foothold': ['none'] };
const root: Flips = { ...code, 'vms/foothold': ['none', 'user'] };
const kernel: Flips = { ...code, 'vms/foothold': ['none', 'user', 'root'] };
/** Patched, or a flaw that was mended before. */
const flawed = (
  fixedIn: number,
  build: 'hosts/build' | 'vms/deviceBuild' = 'hosts/build',
): Flips => ({
  [build]: [fixedIn, fixedIn + 1],
  'flaws/fixedIn': [0, 43],
});
const here: Flips = { 'vms/host': [0, 2] };

type Flaw = Parameters<typeof flawId>[0];
const setup = (bench: Bench, flaw: Flaw) =>
  setupOf(bench, { vm: 1 }, { attacker: 1, vm: 1, host: 1, flaw: flawId(flaw) });

/** What was decided of its like at the trap desk: of all of it, or of what is over its bound. */
/** Decided at the trap desk: what is about it is refused for a while, of any length or of one over its bound. */
export const refused = (trap: string, over: boolean): unknown => [
  { trap, verdict: 'refuse', over, until: 999 },
];

/** Of the device that is reached by ports a check of lengths stops it too, of a use after free only a refusal. */
const deviceFlips = (device: 'floppy' | 'xhci', fixedIn: number): Flips => ({
  ...(device === 'floppy' ? root : kernel),
  ...here,
  ...flawed(fixedIn, 'vms/deviceBuild'),
  'vms/devices': [[], ['disk', 'nic'], [device === 'floppy' ? 'xhci' : 'floppy']],
  // No emulated device: rings, or the host's own drivers.
  'vms/technique': ['container', 'para'],
  'vms/filters': [[{ trap: device, action: 'refuse' }]],
  'vms/rulings': [refused(device, false), ...(device === 'floppy' ? [refused(device, true)] : [])],
  'hosts/filters': [
    ...(device === 'floppy' ? [[{ trap: device, action: 'bounds-check' }]] : []),
    [{ trap: device, action: 'refuse' }],
    [
      { trap: 'nic', action: 'refuse' },
      { trap: device, action: 'refuse' },
    ],
  ],
});
const unconfined: Flips = { 'hosts/sandbox': [true] };

/** A check of bounds stops an operand over its bound, a refusal any call. */
const filtered = (trap: 'mmu_update' | 'memory_op', over: boolean): Flips => {
  const refusing = [{ trap, action: 'refuse' }];
  const checking = over ? [[{ trap, action: 'bounds-check' }]] : [];
  return {
    'hosts/filters': [refusing, ...checking],
    'vms/filters': [refusing, ...checking],
    'vms/rulings': [refused(trap, false), ...(over ? [refused(trap, true)] : [])],
  };
};

/** Entries into a guest's own guests are refused. */
const entryRefused: Flips = {
  'hosts/filters': [[{ trap: 'vmrun', action: 'refuse' }]],
  'vms/filters': [[{ trap: 'vmrun', action: 'refuse' }]],
  'vms/rulings': [refused('vmrun', false)],
};

const notPara: Flips = { 'vms/technique': ['hvm', 'hybrid', 'bt', 'container', 'emulation'] };

/** What leads out of a guest, and what comes before it. */
export const hypervisorSetups: Readonly<Record<string, Necessity>> = {
  'recon-guest': {
    setup: () => setupOf(brokenInto({ ring: 'user' }), { vm: 1 }, { attacker: 1, vm: 1 }),
    flips: code,
  },
  'priv-guest-root': {
    setup: () =>
      setupOf(
        brokenInto({ ring: 'user' }),
        { vm: 1 },
        { attacker: 1, vm: 1, flaw: flawId('guest-privilege') },
      ),
    flips: {
      ...code,
      'vms/technique': ['container'],
      'vms/kernel': [20, 21],
      'flaws/fixedIn': [0, 10],
    },
  },
  'esc-floppy-venom': {
    setup: () => setup(brokenInto(), 'venom'),
    flips: deviceFlips('floppy', 50),
    deeper: unconfined,
  },
  'esc-usb-xhci': {
    setup: () => setup(brokenInto(), 'xhci-uaf'),
    flips: deviceFlips('xhci', 51),
    deeper: unconfined,
  },
  'hc-l2-superpage': {
    setup: () => setup(brokenInto({ vm: { technique: 'para' } }), 'superpage'),
    flips: { ...kernel, ...here, ...flawed(52), ...notPara, ...filtered('mmu_update', true) },
  },
  'hc-pte-fastpath': {
    setup: () => setup(brokenInto({ vm: { technique: 'para' } }), 'pte-fastpath'),
    flips: { ...kernel, ...here, ...flawed(52), ...notPara, ...filtered('mmu_update', false) },
  },
  'hc-memory-exchange': {
    setup: () => setup(brokenInto({ vm: { technique: 'para' }, over: WIDE }), 'memory-exchange'),
    flips: {
      ...kernel,
      ...here,
      ...flawed(52),
      ...notPara,
      ...filtered('memory_op', true),
      'vms/wordSize': [32],
    },
  },
  'esc-nested-vmcb': {
    setup: () =>
      setup(
        brokenInto({ host: { vendor: 'amd', nested: true }, vm: { nested: true } }),
        'nested-vmcb',
      ),
    flips: {
      ...kernel,
      ...here,
      ...flawed(52),
      'vms/nested': [false],
      'vms/technique': ['para', 'bt', 'container', 'emulation'],
      'hosts/nested': [false],
      ...entryRefused,
      'hosts/vendor': ['intel'],
    },
  },
  'ct-shared-kernel': {
    setup: () => setup(contained(), 'fs-context'),
    flips: {
      ...code,
      ...here,
      ...flawed(60),
      'vms/technique': ['hvm', 'hybrid', 'para', 'bt', 'emulation'],
      'hosts/seccomp': [true],
    },
  },
};
