import type { DeviceName } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';

/** Devices that every guest lives on, whatever its work. */
export const LIVES_ON: readonly DeviceName[] = ['disk', 'nic'];

/**
 * Whether a guest of that technique touches emulated devices at all, each touch an exit or what stands
 * for one. A paravirtual guest has rings and event channels instead, a container the drivers of its
 * host's kernel. Source: FACTS table A2 ("not used", "host driver").
 */
export function touchesModels(technique: Technique): boolean {
  switch (technique) {
    case 'hvm':
    case 'hybrid':
    case 'bt':
    case 'emulation':
      return true;
    case 'para':
    case 'container':
    case 'native':
      return false;
  }
}

/**
 * Whether a guest of that technique can have that device. Disks and network cards come to a
 * paravirtual guest over rings and to a container from its host's kernel; of everything else there is
 * an emulated model or nothing. (Xen's paravirtual USB came years after the hosts of this game and
 * needs drivers of its own.) A machine of its own has whatever is plugged into it.
 */
export const canHave = (technique: Technique, device: DeviceName): boolean =>
  technique === 'native' || touchesModels(technique) || LIVES_ON.includes(device);
