import { refillHost } from '../../mechanics/upkeep/reinstall.ts';
import { hostSwitch } from '../on-host.ts';
import { refuse } from '../refusal.ts';
import { restarting } from '../restarting.ts';

/**
 * Has the IOMMU check devices' interrupts too: each device raises those that it was given, and no others. The
 * first chipsets with an IOMMU cannot (FACTS B25). It goes on top of DMA remapping and takes a restart.
 */
export const remapInterrupts = hostSwitch({
  name: 'remap-interrupts',
  role: 'hypervisor',
  key: '',
  ...restarting,
  setting: 'interruptRemapping',
  to: true,
  length: (pace) => pace.smtLength,
  refusal: (_, { id, remaps, iommu }) => {
    if (remaps !== 'interrupts') return refuse('rule.no-remapping', { host: id });
    return iommu ? null : refuse('rule.iommu-off', { host: id });
  },
  after: (turn, host, order, cause) => refillHost(turn, host, order.seq, cause),
  words: {
    name: { ko: '인터럽트 재매핑 켜기', en: 'Remap interrupts' },
    does: {
      ko: '직접 할당된 장치가 배정받은 인터럽트만 일으키게 합니다. 칩셋이 지원하고 IOMMU가 켜져 있어야 합니다. 다시 시작하는 동안 그 호스트의 VM이 꺼집니다.',
      en: 'Lets devices that are passed through raise only the interrupts that they were given. It takes a chipset that can, and the IOMMU on. The host’s VMs are off while it restarts.',
    },
    done: { ko: '{{host}}의 인터럽트 재매핑을 켠다', en: 'remap interrupts on {{host}}' },
    control: { ko: '인터럽트 재매핑 켜기', en: 'Interrupt remapping on' },
  },
});
