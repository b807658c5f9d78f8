import { leaksL1 } from '../../mechanics/processor/l1-fault.ts';
import { refillHost } from '../../mechanics/upkeep/reinstall.ts';
import { hostSwitch } from '../on-host.ts';
import { restarting } from '../restarting.ts';

/**
 * Loads the microcode of August 2018 as the host starts, which gives its CPU a command that empties the
 * first-level data cache (IA32_FLUSH_CMD): a flush at VM entry costs a third. By itself it closes nothing.
 */
export const updateMicrocode = hostSwitch({
  name: 'update-microcode',
  role: 'hypervisor',
  key: '',
  ...restarting,
  about: leaksL1,
  setting: 'microcode',
  to: true,
  length: (pace) => pace.smtLength,
  after: (turn, host, order, cause) => refillHost(turn, host, order.seq, cause),
  words: {
    name: { ko: '마이크로코드 업데이트', en: 'Update the microcode' },
    does: {
      ko: 'CPU에 L1 데이터 캐시를 비우는 명령을 줍니다. L1TF를 혼자 막지는 못하지만, 진입 때 비우는 비용이 3분의 1쯤으로 줄어듭니다. 호스트를 다시 시작하는 동안 그 VM이 모두 꺼집니다.',
      en: 'Gives the CPU a command that empties its L1 data cache. By itself it does not close L1TF; a flush at VM entry costs about a third. The host restarts, with its VMs off meanwhile.',
    },
    done: { ko: '{{host}}의 마이크로코드를 업데이트한다', en: 'update the microcode of {{host}}' },
    control: { ko: '마이크로코드', en: 'Microcode' },
  },
});
