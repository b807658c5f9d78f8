import type { Card } from '../../world/machine/card.ts';
import type { DiskModel, NicModel } from '../../world/machine/device.ts';
import { pathOf, usualModels } from '../../world/machine/device-path.ts';
import type { ExitReason } from '../../world/machine/exit.ts';
import type { DeviceName, IoReason } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';
import { LIVES_ON, touchesModels } from './models.ts';

/** How a guest reaches an emulated device: by its I/O ports, or by memory that is mapped to it. */
const REACHED: Readonly<Record<DeviceName, IoReason>> = {
  disk: 'io',
  floppy: 'io',
  nic: 'mmio',
  xhci: 'mmio',
  svga: 'mmio',
};

export const reasonFor = (device: DeviceName): IoReason => REACHED[device];

/** A guest as far as it decides how it reaches its devices; without models they are as its technique has them. */
export interface Reaching {
  readonly technique: Technique;
  readonly diskModel?: DiskModel | undefined;
  readonly nicModel?: NicModel | undefined;
  readonly card?: Card | undefined;
}

/**
 * Why a guest leaves itself for a device: it touches a model, or it tells of a batch on a ring (a kick).
 * `null`: it does not, for it has its own, or its host's, or tells of it by a hypercall.
 */
export function reasonOf(
  { technique, diskModel, nicModel, card = 'virtual' }: Reaching,
  device: DeviceName,
): Extract<ExitReason, 'io' | 'mmio' | 'kick'> | null {
  if (!touchesModels(technique)) return null;
  if (device !== 'disk' && device !== 'nic') return REACHED[device];
  // Whatever its card was: these models are asked for their way alone.
  const usual = usualModels(technique, { nic: 'pcnet' });
  const machine = {
    technique,
    diskModel: diskModel ?? usual.diskModel,
    nicModel: nicModel ?? usual.nicModel,
    card,
  };
  switch (pathOf(machine, device)) {
    case 'emulated':
      return REACHED[device];
    case 'para':
      return 'kick';
    case 'passed-through':
    case null:
      return null;
  }
}

/** Whether a guest reaches a device that it lives on in that way. */
export const livesByReason = (
  guest: Reaching & { readonly devices: readonly DeviceName[] },
  reason: IoReason,
): boolean =>
  LIVES_ON.some((device) => guest.devices.includes(device) && reasonOf(guest, device) === reason);
