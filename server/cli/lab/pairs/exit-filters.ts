import { decideTraps } from '../../../../shared/minds/defenders/duties/traps.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script, together } from './ground/script.ts';
import { hostOf, ledger, patients, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

type FileVm = ScenarioFile['vms'][number];

const filter = (trap: 'floppy' | 'xhci', action: 'refuse' | 'bounds-check') => () =>
  script([0, 'exit-filter', { host: 1, trap, action }]);

const analyser: FileVm = patients({
  workload: 'lab-analyser',
  zone: 'app',
  image: 'legacy-closed',
  technique: 'hvm',
});

/** Somebody is in the kernel of VM 1, and the model of a device of it has a flaw. */
const flawed = (flaw: 'venom' | 'xhci-uaf', over: Parameters<typeof worldOf>[0]): ScenarioFile =>
  worldOf(
    {
      hosts: [hostOf({ build: 40 })],
      flaws: [{ name: flaw, fixedIn: 50, public: true }],
      attackers: [shopkeeper([1])],
      ...over,
    },
    flaw === 'venom' ? 'esc-floppy-venom' : 'esc-usb-xhci',
  );

const attacked = shop({ image: 'test-bench', technique: 'hvm' });

/** A check of lengths lets lawful touches pass; refusing lets none, and stops what no length betrays (rules K6, F7). */
export const checkOrRefuse = definePair({
  id: 'check-or-refuse',
  first: 'check lengths',
  second: 'refuse every exit',
  grounds: [
    {
      where: 'a length overflows (VENOM), and an analyser needs its floppy',
      world: flawed('venom', { vms: [attacked, payments(), analyser] }),
      first: filter('floppy', 'bounds-check'),
      second: filter('floppy', 'refuse'),
    },
    {
      where: 'a use after free in the USB controller',
      world: flawed('xhci-uaf', { vms: [attacked, payments(), patients()] }),
      first: filter('xhci', 'bounds-check'),
      second: filter('xhci', 'refuse'),
    },
  ],
});

const changeType = () => script([0, 'change-machine-type', { vm: 1 }]);

/** A filter is the host’s and covers all its guests; a machine type is the guest’s and goes with it (rule K8). */
export const refuseOrMachineType = definePair({
  id: 'refuse-or-machine-type',
  first: 'refuse its exits',
  second: 'change the machine type',
  grounds: [
    {
      where: 'a guest that boots on the old machine type only',
      world: flawed('venom', {
        vms: [{ ...attacked, image: 'legacy-closed' }, payments(), patients()],
      }),
      first: filter('floppy', 'refuse'),
      second: changeType,
    },
    {
      where: 'the office moves the guest to a host without a filter',
      world: flawed('venom', {
        hosts: [hostOf({ build: 40 }), hostOf({ build: 40 })],
        vms: [attacked, payments({ host: 2 }), patients({ host: 2 })],
        people: [{ kind: 'balances', at: [25, 25], vm: 1, host: 2 }],
      }),
      first: filter('floppy', 'refuse'),
      second: changeType,
    },
  ],
});

const ownFilter = () => script([0, 'vm-exit-filter', { vm: 1, trap: 'xhci', action: 'refuse' }]);
const desktop = payments({
  tenant: 'hospital',
  workload: 'office-desktop',
  zone: 'desktop',
  asset: 'appointments',
  image: 'open-desktop',
});

/** Every guest of the host, or one alone and wherever it goes (rule K73). */
export const filterHostOrVm = definePair({
  id: 'filter-host-or-vm',
  first: 'filter the host',
  second: 'filter one VM',
  grounds: [
    {
      where: 'two guests of somebody have a USB controller',
      world: flawed('xhci-uaf', {
        vms: [attacked, attacked, payments(), patients()],
        attackers: [shopkeeper([1, 2])],
      }),
      first: filter('xhci', 'refuse'),
      second: ownFilter,
    },
    {
      where: 'a desktop beside it needs its own',
      world: flawed('xhci-uaf', { vms: [attacked, payments(), desktop] }),
      first: filter('xhci', 'refuse'),
      second: ownFilter,
    },
  ],
});

const holdHost = () =>
  together(script([0, 'exit-filter', { host: 1, trap: 'xhci', action: 'hold' }]), (view) =>
    decideTraps.wishes(view),
  );

/** A hold asks a human, of whom an alert tells: as good as what they can tell by operand, bound and need (rule K80). */
export const refuseOrHold = definePair({
  id: 'refuse-or-hold',
  first: 'refuse every exit',
  second: 'hold those of suspects',
  grounds: [
    {
      where: 'somebody is in a desktop, whose work needs what they ask for',
      world: flawed('xhci-uaf', {
        vms: [
          { ...attacked, workload: 'office-desktop' },
          payments(),
          patients(),
          ledger(),
          payments(),
        ],
      }),
      first: filter('xhci', 'refuse'),
      second: holdHost,
    },
    {
      where: 'a desktop beside a suspect needs its own',
      world: flawed('xhci-uaf', { vms: [attacked, payments(), desktop] }),
      first: filter('xhci', 'refuse'),
      second: holdHost,
    },
  ],
});

const detach = () => script([0, 'detach-device', { vm: 1, device: 'xhci' }]);
/** One VM without the device, or none of the host that gets to it. */
export const refuseOrDetach = definePair({
  id: 'refuse-or-detach',
  first: 'refuse its exits',
  second: 'detach the device',
  grounds: [
    {
      where: 'two guests of somebody have it',
      world: flawed('xhci-uaf', {
        vms: [attacked, attacked, payments(), patients()],
        attackers: [shopkeeper([1, 2])],
      }),
      first: filter('xhci', 'refuse'),
      second: detach,
    },
    {
      where: 'a desktop beside it needs its own',
      world: flawed('xhci-uaf', { vms: [attacked, payments(), desktop] }),
      first: filter('xhci', 'refuse'),
      second: detach,
    },
  ],
});
