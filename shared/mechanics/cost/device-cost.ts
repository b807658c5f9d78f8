import { isOwn } from '../../world/machine/card.ts';
import { isAssisted, pathOf } from '../../world/machine/device-path.ts';
import type { DeviceName } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { NIC_TOUCHES, type OperationCounts, WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { NOTHING } from './cost.ts';
import { deviceExit, kick } from './handling.ts';
import { countsOf, modelledOf } from './own-card.ts';
import { BATCH, type CostTraits } from './prices.ts';

/** What of a guest's devices decides what its touches of them cost; without models they are as its technique has them. */
export type DeviceTraits = Pick<Deep<Vm>, 'workload' | 'technique' | 'devices'> &
  Partial<Pick<Deep<Vm>, 'diskModel' | 'nicModel' | 'vhost' | 'accel3d' | 'card'>>;

/** A part of a guest's work that goes by the prices of one technique. */
export interface Part {
  readonly mix: OperationCounts;
  readonly technique: DeviceTraits['technique'];
  /** On which of its devices the touches in it fall. */
  readonly devices: readonly DeviceName[];
}

/**
 * A guest's work by the ways of its devices. A guest whose disk is emulated and whose network card is
 * not (or the other way round) pays for each touch what that way costs (rule K85): no price is its own.
 */
export function partsOf(guest: DeviceTraits): Part[] {
  const { workload, technique, diskModel, nicModel, card = 'virtual' } = guest;
  const mix = countsOf(guest);
  const devices = modelledOf(guest);
  if (!isAssisted(technique) || diskModel === undefined || nicModel === undefined) {
    return [{ mix, technique, devices }];
  }
  const machine = { technique, diskModel, nicModel };
  const disk = pathOf(machine, 'disk') === 'para';
  // A card of its own has neither a model nor a ring.
  const nic = isOwn(card) ? disk : pathOf(machine, 'nic') === 'para';
  if (nic === disk) return [{ mix, technique: nic ? 'hybrid' : 'hvm', devices }];
  const touches = NIC_TOUCHES[WORKLOADS[workload].mix];
  const onRings = nic ? touches : mix.device - touches;
  const ringed = nic ? 'nic' : 'disk';
  return [
    {
      mix: { ...mix, device: mix.device - onRings },
      technique: 'hvm',
      devices: devices.filter((one) => one !== ringed),
    },
    {
      mix: { ...NOTHING, device: onRings },
      technique: 'hybrid',
      devices: devices.filter((one) => one === ringed),
    },
  ];
}

/** So many operations at so many cycles each. */
interface Extra {
  readonly operation: 'backend' | 'draw';
  readonly count: number;
  readonly price: number;
}

/**
 * What a batch on a ring costs more where a process serves it: the exit goes on to user space, and the
 * process has to be woken (F6 [V2]: 6,732 cycles against 2,565 in the kernel). Of one request its share.
 */
const backendPrice = ({ year, nested }: CostTraits): number =>
  Math.trunc((deviceExit(year, nested) - kick(year, nested)) / BATCH);

/**
 * Cycles in which a guest's CPU draws what a graphics card would have drawn for one buffer of commands
 * (our figure; no published one is known to us).
 */
export const SOFTWARE_DRAW = 16_000;

/** What of a million native cycles of a guest's work its devices cost beside the ways of its touches. */
export function extrasOf(guest: DeviceTraits, host: CostTraits): Extra[] {
  const { workload, technique, devices, diskModel, nicModel, vhost = true, accel3d = true } = guest;
  const { card = 'virtual' } = guest;
  const { mix, draws = 0 } = WORKLOADS[workload];
  const extras: Extra[] = [];
  const ringed = diskModel !== undefined && nicModel === 'para' && !isOwn(card);
  if (!vhost && isAssisted(technique) && ringed) {
    extras.push({ operation: 'backend', count: NIC_TOUCHES[mix], price: backendPrice(host) });
  }
  if (!accel3d && devices.includes('svga')) {
    extras.push({ operation: 'draw', count: draws, price: SOFTWARE_DRAW });
  }
  return extras.filter(({ count, price }) => count > 0 && price > 0);
}
