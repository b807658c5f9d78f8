import { patchGuest as patch, upToDate } from '../../mechanics/upkeep/images.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Patches the kernel and the service of a guest while it runs (rules G1, G2). */
export const patchGuest = vmCommand({
  name: 'patch-guest',
  role: 'hypervisor',
  key: 'G',
  fits: ['guest-outdated'],
  contains: ['reverted', 'unpatched'],
  length: (pace) => pace.patchGuestLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (upToDate(world, vm) ? refuse('rule.already-so') : null),
  finish: (turn, vm, order) => patch(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '게스트 패치', en: 'Patch the guest' },
    does: {
      ko: '게스트 커널과 서비스를 공개된 최신 빌드로 올립니다. 이미지와 스냅샷은 옛 빌드 그대로입니다.',
      en: 'Raises its kernel and service to the latest published builds. Its image and its snapshot stay old.',
    },
    done: { ko: '{{vm}}{을/를} 패치한다', en: 'patch {{vm}}' },
    control: { ko: '게스트 패치', en: 'Patch the guest' },
  },
});
