import { giveGenerationId } from '../../mechanics/images/entropy.ts';
import { find } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';
import { powerOff, powerOn } from '../while-off.ts';

/** Gives a VM a generation ID, which it is told of as it boots: it is off meanwhile (rule K113). */
export const generationId = vmCommand({
  name: 'generation-id',
  role: 'hypervisor',
  key: '',
  contains: ['duplicate-keys'],
  of: ({ technique }) => technique !== 'native' && technique !== 'container',
  length: (pace) => pace.generationIdLength,
  refusal: (world, vm) => {
    if (vm.technique === 'native' || vm.technique === 'container') {
      return refuse('rule.no-such-thing');
    }
    return notInMaking(world, vm) ?? (vm.generationId ? refuse('rule.already-so') : null);
  },
  start: (turn, vm, order) => powerOff(turn, { vm }, order),
  abandon: (turn, vm, order) => {
    // It may be given up because the VM is gone.
    if (find(turn.world.vms, vm)) powerOn(turn, vm, order.seq);
  },
  finish: (turn, vm, order) => {
    const actor = { kind: 'seat', id: order.seat } as const;
    powerOn(turn, vm, giveGenerationId(turn, vm, actor, order.seq));
  },
  words: {
    name: { ko: 'VM 세대 ID 추가', en: 'Add a VM generation ID' },
    does: {
      ko: '복제된 VM임을 게스트에 알리는 장치(VMGENID)를 추가합니다. 게스트는 켜진 뒤 잠시 후에 난수를 다시 시드하고 키를 새로 만듭니다. 재부팅하는 동안 서비스가 멈춥니다.',
      en: 'Adds the device that tells a guest it is a copy (VMGENID). It reseeds and makes new keys a little after it is on again. Its service is off while it restarts.',
    },
    done: { ko: '{{vm}}에 VM 세대 ID를 추가한다', en: 'add a generation ID to {{vm}}' },
    control: { ko: '복제 VM의 재시드(VM 세대 ID)', en: 'Reseeding clones (VM generation ID)' },
  },
});
