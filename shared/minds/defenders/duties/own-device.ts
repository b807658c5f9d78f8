import type { HostRow, VmRow } from '../../../view/machine-rows.ts';
import {
  driversOn,
  letsAnyMac,
  movesMac,
  openPastSwitch,
  waitingOn,
} from '../../../view/own-device.ts';
import { rowsOf } from '../../../view/reading.ts';
import type { Duty } from './duty.ts';

/** Whether hardware keeps a host's devices to their guests as far as its chipset can. */
const remapsAll = ({ remaps, interruptRemapping }: HostRow): boolean =>
  remaps === 'interrupts' && interruptRemapping;

const orderFor =
  (command: string) =>
  ({ id }: HostRow) => ({ command, args: { host: id } });

const virtual = ({ id }: VmRow) => ({ command: 'virtual-card', args: { vm: id } });

/** Takes hardware back from guests of a host whose chipset cannot keep it to them. */
export const takeBack: Duty = {
  family: 'hardware',
  gives: ['virtual-card'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(({ remaps }) => remaps !== 'interrupts')
      .flatMap((host) => driversOn(view, host).map(virtual)),
};

/** Has a host remap what its devices do, where its chipset can and somebody drives one. */
export const remap: Duty = {
  family: 'hardware',
  gives: ['enable-iommu', 'remap-interrupts', 'virtual-card'],
  wishes: (view) => {
    const hosts = rowsOf(view, 'hosts').filter(
      (host) => host.remaps === 'interrupts' && driversOn(view, host).length > 0,
    );
    return [
      ...hosts.filter(({ iommu }) => !iommu).map(orderFor('enable-iommu')),
      ...hosts
        .filter(({ iommu, interruptRemapping }) => iommu && !interruptRemapping)
        .map(orderFor('remap-interrupts')),
    ];
  },
};

/** Whoever moves MAC addresses is given a port that accepts them; then the card checks everybody. */
export const checkMacs: Duty = {
  family: 'hardware',
  gives: ['virtual-card', 'check-spoofing'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => letsAnyMac(host) && driversOn(view, host).length > 0)
      .flatMap((host) => {
        const movers = driversOn(view, host).filter((vm) => vm.card === 'vf' && movesMac(vm));
        return [...movers.map(virtual), orderFor('check-spoofing')(host)];
      }),
};

/** Puts a database that answers whoever gets to it behind the switch again, whose rules say who does. */
export const behindRules: Duty = {
  family: 'network',
  gives: ['virtual-card'],
  wishes: (view) => openPastSwitch(view).map(virtual),
};

/** Permille of its demand below which a VM is worth a function of its own. */
const SLOW = 950;

/** Gives a function to whoever waits for each packet, where hardware keeps it to what is its own. */
export const attach: Duty = {
  family: null,
  gives: ['attach-vf'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => remapsAll(host) && !letsAnyMac(host))
      .flatMap((host) =>
        waitingOn(view, host)
          .filter(({ served }) => served < SLOW)
          .map(({ id }) => ({ command: 'attach-vf', args: { vm: id } })),
      ),
};
