import { canMerge } from '../../mechanics/exits/pipeline/assisted.ts';
import { rows } from '../../world/table.ts';
import { hostSwitch } from '../on-host.ts';
import { refuse } from '../refusal.ts';

/**
 * Has the hypervisor translate runs of instructions that would each exit, beside hardware assistance, so
 * that a guest leaves once for several (rule K103). Source: FACTS §20.3 (Agesen et al., USENIX ATC 2012).
 */
export const mergeExits = hostSwitch({
  name: 'merge-exits',
  role: 'hypervisor',
  key: '',
  setting: 'exitMerging',
  to: true,
  price: (pace) => pace.mergeExitsPrice,
  length: (pace) => pace.mergeExitsLength,
  refusal: (world, host) =>
    [...rows(world.vms)].some((vm) => vm.host === host.id && canMerge(vm.technique, host))
      ? null
      : refuse('rule.nothing-to-merge', { host: host.id }),
  words: {
    name: { ko: '이어지는 exit 합치기', en: 'Merge exits in a row' },
    does: {
      ko: 'exit를 일으키는 명령이 잇달아 나오면 그 부분만 이진 변환해 한 번에 처리합니다. HVM 게스트의 장치 접근과 EPT가 없는 호스트의 페이지 테이블 쓰기에서 오가는 비용이 절반으로 줄어듭니다. 시스템 콜과 일반 명령은 그대로입니다.',
      en: 'Where instructions that exit follow each other, translates just these and handles them at once. It halves the way out and back for device accesses of HVM guests, and for page-table writes on a host without EPT. System calls and ordinary instructions stay as they are.',
    },
    done: { ko: '{{host}}에서 이어지는 exit를 합친다', en: 'merge exits in a row on {{host}}' },
    control: { ko: '이어지는 exit 합치기', en: 'Merging exits in a row' },
  },
});
