import { hostSwitch } from '../on-host.ts';

/** Empties the first-level data cache before each VM entry (the kernel’s `l1tf=flush`). */
export const flushL1 = hostSwitch({
  name: 'flush-l1',
  role: 'hypervisor',
  key: '',
  setting: 'l1Flush',
  to: true,
  length: (pace) => pace.filterLength,
  words: {
    name: { ko: 'VM 진입 때 L1 비우기', en: 'Flush the L1 at VM entry' },
    does: {
      ko: 'VM에 들어갈 때마다 L1 데이터 캐시를 비웁니다. SMT가 켜져 있으면 형제 스레드가 같은 L1을 쓰므로 L1TF를 다 막지 못합니다. 진입이 잦을수록 느려집니다.',
      en: 'Empties the L1 data cache before each VM entry. With SMT on a sibling thread still shares it, and L1TF is not closed. The more entries, the slower.',
    },
    done: {
      ko: '{{host}}에서 VM에 들어갈 때 L1을 비운다',
      en: 'flush the L1 of {{host}} at VM entry',
    },
    control: { ko: 'VM 진입 때 L1 비우기', en: 'Flush the L1 at VM entry' },
  },
});
