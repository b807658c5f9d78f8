import { moveToZone, quarantineZone } from '../../mechanics/network/zoning.ts';
import { get } from '../../world/table.ts';
import { atOnceOnVm } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Lets a VM out of quarantine, back to the zone that it was made for (rule N7). */
export const release = atOnceOnVm({
  name: 'release-vm',
  role: 'analyst',
  key: '',
  always: true,
  blunt: true,
  fits: ['in-quarantine', 'quarantine-cuts-off'],
  refusal: (world, vm) => (vm.zone === quarantineZone(world) ? null : refuse('rule.already-so')),
  finish: (turn, vm, order) => {
    const { home } = get(turn.world.vms, vm);
    moveToZone(turn, vm, home, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '네트워크 차단 해제', en: 'End quarantine' },
    does: {
      ko: '원래 구역으로 바로 돌려보냅니다. 안에 침입자가 남아 있다면 그 통신도 다시 열립니다.',
      en: 'Puts it back into its own zone at once. An intruder still in it is connected again, too.',
    },
    done: { ko: '{{vm}}의 네트워크 차단을 푼다', en: 'release {{vm}} from quarantine' },
  },
});
