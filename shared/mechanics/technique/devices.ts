import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import {
  DISK_MODELS,
  type DiskModel,
  type Model,
  type Modelled,
  NIC_MODELS,
  type NicModel,
} from '../../world/machine/device.ts';
import { assistedBy, isAssisted } from '../../world/machine/device-path.ts';
import type { Image } from '../../world/machine/image.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

type Machine = Pick<Deep<Vm>, 'technique' | 'diskModel' | 'nicModel'>;

/** The models that there are of a device. */
export const modelsOf = (device: Modelled): readonly Model[] =>
  device === 'nic' ? NIC_MODELS : DISK_MODELS;

/** The model of a device that a guest has. */
export const modelOf = ({ diskModel, nicModel }: Machine, device: Modelled): Model =>
  device === 'nic' ? nicModel : diskModel;

/**
 * Whether a guest can be given that model (rule K86). A ring takes a driver that an old system has not, and a
 * hypervisor that knows of rings; a ported kernel has no emulated device, a container none at all.
 */
export function canDrive(
  { technique }: Pick<Machine, 'technique'>,
  { legacyOnly }: Pick<Deep<Image>, 'legacyOnly'>,
  device: Modelled,
  model: Model,
): boolean {
  if (!modelsOf(device).includes(model) || technique === 'para' || technique === 'container') {
    return false;
  }
  return model !== 'para' || (isAssisted(technique) && !legacyOnly);
}

/** The same guest with that model, and the name that its technique has then (rule K85). */
export function withModel(machine: Machine, device: Modelled, model: Model): Machine {
  const models =
    device === 'nic'
      ? { diskModel: machine.diskModel, nicModel: model as NicModel }
      : { diskModel: model as DiskModel, nicModel: machine.nicModel };
  const { technique } = machine;
  return { ...models, technique: isAssisted(technique) ? assistedBy(models) : technique };
}

/** A guest sees another disk or network card from now on. Source: FACTS B04, "switch model to virtio". */
export function swapDevice(
  turn: Turn,
  vm: VmId,
  device: Modelled,
  model: Model,
  actor: Actor,
  cause: Seq,
): Seq {
  const { world } = turn;
  const changed = emit(turn, 'device-swapped', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { device, model },
  });
  const next = withModel(get(world.vms, vm), device, model);
  setFact(world, 'vms', vm, 'diskModel', next.diskModel, changed);
  setFact(world, 'vms', vm, 'nicModel', next.nicModel, changed);
  setFact(world, 'vms', vm, 'technique', next.technique, changed);
  return changed;
}
