import { type Card, isOwn } from './card.ts';
import type { DiskModel, EmulatedNic, Modelled, NicModel } from './device.ts';
import type { Host } from './host.ts';
import type { Technique } from './vm.ts';

/**
 * The way of what a guest hands to a device. `emulated`: each touch is an exit (or what stands for one) to
 * a model of a real part. `para`: requests lie on a ring, and one exit tells of a batch. `passed-through`:
 * the hardware is the guest's own. Source: table A2.
 */
export const DEVICE_PATHS = ['emulated', 'para', 'passed-through'] as const;
export type DevicePath = (typeof DEVICE_PATHS)[number];

/** A guest as far as it decides which models it has. */
interface Machine {
  readonly technique: Technique;
  readonly diskModel: DiskModel;
  readonly nicModel: NicModel;
  /** Without one it is a virtual one. */
  readonly card?: Card;
}

/** The disk and the network card that a guest of an image has if nobody chose others (rule K85). */
export function usualModels(
  technique: Technique,
  { nic }: { readonly nic: EmulatedNic },
): Pick<Machine, 'diskModel' | 'nicModel'> {
  switch (technique) {
    case 'hvm':
    case 'bt':
    case 'emulation':
    case 'native':
      return { diskModel: 'ide', nicModel: nic };
    case 'hybrid':
    case 'para':
    case 'container':
      return { diskModel: 'para', nicModel: 'para' };
  }
}

/** The models that hardware assistance goes with make its name (rule K85). */
export const assistedBy = ({
  diskModel,
  nicModel,
}: Pick<Machine, 'diskModel' | 'nicModel'>): 'hvm' | 'hybrid' =>
  diskModel === 'para' && nicModel === 'para' ? 'hybrid' : 'hvm';

/** Whether a guest may have models of either path: with hardware assistance alone. */
export const isAssisted = (technique: Technique): technique is 'hvm' | 'hybrid' =>
  technique === 'hvm' || technique === 'hybrid';

/**
 * The way of what a guest hands to its disk or network card; `null`: a container has its host's own, and a
 * machine without a hypervisor the real ones.
 */
export function pathOf(machine: Machine, device: Modelled): DevicePath | null {
  if (device === 'nic' && isOwn(machine.card ?? 'virtual')) return 'passed-through';
  switch (machine.technique) {
    case 'container':
    case 'native':
      return null;
    case 'bt':
    case 'emulation':
      return 'emulated';
    case 'para':
      return 'para';
    case 'hvm':
    case 'hybrid': {
      const model = device === 'nic' ? machine.nicModel : machine.diskModel;
      return model === 'para' ? 'para' : 'emulated';
    }
  }
}

/**
 * Whether a guest of that technique can drive a device of the host's itself. A translator and an emulator
 * give it models alone, and a container has no kernel that could. A ported kernel knows machine addresses and
 * has its device use them; what a hardware-assisted one hands its device only an IOMMU can make sense of (rule
 * K90). Source: FACTS table A2, the row of the SR-IOV VF.
 */
export function canDrive(technique: Technique, { iommu }: Pick<Host, 'iommu'>): boolean {
  return technique === 'para' || ((technique === 'hvm' || technique === 'hybrid') && iommu);
}
