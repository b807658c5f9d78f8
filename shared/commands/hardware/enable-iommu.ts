import { refillHost } from '../../mechanics/upkeep/reinstall.ts';
import { hostSwitch } from '../on-host.ts';
import { refuse } from '../refusal.ts';
import { restarting } from '../restarting.ts';

/**
 * Has the host's IOMMU translate what devices address (`intel_iommu=on`, a switch of the firmware and the
 * kernel), which takes a restart. What host drivers map for each packet or block is its price (rule K92).
 */
export const enableIommu = hostSwitch({
  name: 'enable-iommu',
  role: 'hypervisor',
  key: '',
  ...restarting,
  setting: 'iommu',
  to: true,
  length: (pace) => pace.smtLength,
  refusal: (_, { id, remaps }) =>
    remaps === 'nothing' ? refuse('rule.no-remapping', { host: id }) : null,
  after: (turn, host, order, cause) => refillHost(turn, host, order.seq, cause),
  words: {
    name: { ko: 'IOMMU 켜기', en: 'Switch the IOMMU on' },
    does: {
      ko: '장치가 자기 VM의 프레임에만 DMA하게 합니다. 인터럽트 위조는 막지 못합니다. 다시 시작하는 동안 그 호스트의 VM이 꺼지고, 가상 장치의 입출력이 조금 느려집니다.',
      en: 'Has devices reach the frames of their own VM only. It does not stop forged interrupts. The host’s VMs are off while it restarts, and I/O of virtual devices gets a little dearer.',
    },
    done: { ko: '{{host}}의 IOMMU를 켠다', en: 'switch the IOMMU of {{host}} on' },
    control: { ko: 'IOMMU(DMA 재매핑) 켜기', en: 'IOMMU (DMA remapping) on' },
  },
});
