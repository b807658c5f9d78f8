import { MOST_RESERVED, reservedOn } from '../../mechanics/pool/part.ts';
import { get } from '../../world/table.ts';
import { allow } from '../allowance.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Sets apart what a VM was promised: its cycles come first, and no balloon takes its frames (rule R4). */
export const reserveVm = vmCommand({
  name: 'reserve-vm',
  role: 'hypervisor',
  key: '',
  price: (pace) => pace.limitPrice,
  length: (pace) => pace.limitLength,
  of: ({ technique }) => technique !== 'native',
  refusal: (world, vm) => {
    if (vm.technique === 'native') return refuse('rule.no-such-thing');
    if (vm.reserved) return refuse('rule.already-so');
    const host = get(world.hosts, vm.host);
    const permille = reservedOn(world, host, vm);
    if (permille > MOST_RESERVED) return refuse('rule.over-reserved', { host: host.id, permille });
    return notInMaking(world, vm);
  },
  finish: (turn, vm, order) => allow(turn, vm, 'reserved', true, order),
  words: {
    name: { ko: '자원 예약', en: 'Reserve its resources' },
    does: {
      ko: '약속한 CPU를 먼저 받고, 메모리 풍선(balloon)이나 스왑으로 프레임을 빼앗기지 않습니다. 한 호스트에서 900‰까지만 예약할 수 있고, 나머지 VM은 그만큼 적게 나눠 씁니다.',
      en: 'It gets its cycles first, and neither a balloon nor the swap takes its frames. A host can set 900‰ apart at the most, and its other VMs share what is left.',
    },
    done: { ko: '{{vm}}의 자원을 예약한다', en: 'reserve the resources of {{vm}}' },
    control: { ko: '자원 예약(reservation)', en: 'A reservation' },
  },
});
