import { moveToZone, quarantineZone } from '../../mechanics/network/zoning.ts';
import { NONE } from '../../world/ids.ts';
import { atOnceOnVm, CUT_OFF, LASTING } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/**
 * Shuts a VM off from everyone, at once and for nothing but its service (rule N7). Whoever is in it
 * stays in it and gets nowhere.
 */
export const quarantine = atOnceOnVm({
  name: 'quarantine-vm',
  role: 'analyst',
  key: 'Q',
  blunt: true,
  fits: ['alert-of-vm', 'foreign-memory'],
  contains: CUT_OFF,
  leaves: LASTING,
  refusal: (world, vm) => {
    const zone = quarantineZone(world);
    if (zone === NONE) return refuse('rule.no-quarantine');
    return vm.zone === zone ? refuse('rule.already-so') : null;
  },
  finish: (turn, vm, order) => {
    const zone = quarantineZone(turn.world);
    if (zone !== NONE) moveToZone(turn, vm, zone, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '네트워크 차단', en: 'Quarantine' },
    does: {
      ko: '모든 통신이 막힌 차단 구역(quarantine)으로 바로 옮깁니다. 안에 있는 침입자는 그대로 남고, 서비스도 끊깁니다.',
      en: 'Puts it into the quarantine zone at once, cut off from everyone. An intruder stays in it, and its service is gone meanwhile.',
    },
    done: { ko: '{{vm}}의 네트워크를 차단한다', en: 'quarantine {{vm}}' },
    control: { ko: 'VM 네트워크 차단(quarantine)', en: 'Quarantine the VM' },
  },
});
