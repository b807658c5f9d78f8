import type { FlawRecord } from './record.ts';

/**
 * VMLOAD and VMSAVE of a guest's guest are not intercepted, and read and write the host's pages. Source:
 * CVE-2021-3656 (KVM on AMD, FACTS B12 and I-2).
 */
export const nestedVmcb = {
  name: 'nested-vmcb',
  component: 'hypervisor',
  nested: true,
  words: {
    name: { ko: '중첩 가상화(SVM) 제어 블록 검사 누락', en: 'Nested SVM control-block check' },
    what: {
      ko: 'AMD 호스트에서 중첩 가상화를 쓸 수 있는 게스트가 자기 안의 게스트에게 VMLOAD·VMSAVE를 가로채지 않게 하여 호스트의 메모리를 읽고 씁니다. 중첩 가상화를 끄면 길이 없습니다.',
      en: 'On an AMD host a guest that may nest lets a guest of its own run VMLOAD and VMSAVE unintercepted, and so reads and writes the host’s memory. Without nesting there is no such way.',
    },
    real: { ko: '실제 사례: CVE-2021-3656', en: 'In reality: CVE-2021-3656' },
  },
} as const satisfies FlawRecord;
