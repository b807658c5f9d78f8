import { hostSwitch } from '../on-host.ts';

/**
 * Has a host's hypervisor run no hypervisors of its guests (`kvm_amd nested=0`): guests whose work is done
 * by guests of their own have no service any more (rule K84). In reality the module is loaded anew for it,
 * with the guests off or elsewhere; here it takes its time and no more.
 */
export const disableNesting = hostSwitch({
  name: 'disable-nesting',
  role: 'hypervisor',
  key: '',
  contains: ['nested-run'],
  setting: 'nested',
  to: false,
  length: (pace) => pace.confineLength,
  words: {
    name: { ko: '중첩 가상화 끄기', en: 'Switch nesting off' },
    does: {
      ko: '이 호스트의 VM은 자기 안에서 하이퍼바이저를 실행할 수 없게 됩니다. 그것이 업무인 VM(CI 러너, 실습 환경)은 서비스를 잃습니다.',
      en: 'Its VMs can run no hypervisor of their own any more. Those whose work that is (CI runners, labs) lose their service.',
    },
    done: { ko: '{{host}}의 중첩 가상화를 끈다', en: 'switch nesting off on {{host}}' },
    control: { ko: '중첩 가상화 끄기', en: 'Nesting off' },
  },
});
