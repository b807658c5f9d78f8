import type { FlawRecord } from './record.ts';

/** An answer that is written where no one checked. Source: CVE-2017-7228, XSA-212 (FACTS B11). */
export const memoryExchange = {
  name: 'memory-exchange',
  component: 'hypervisor',
  technique: 'para',
  wordSize: 64,
  words: {
    name: { ko: '메모리 교환 하이퍼콜 결함', en: 'Memory-exchange hypercall flaw' },
    what: {
      ko: '64비트 반가상화 게스트의 커널이 메모리 교환 하이퍼콜의 결과를 하이퍼바이저의 메모리에 쓰게 합니다.',
      en: 'The kernel of a 64-bit paravirtual guest has the answer to a memory-exchange hypercall written into the hypervisor’s memory.',
    },
    real: {
      ko: '실제 사례: CVE-2017-7228 (XSA-212)',
      en: 'In reality: CVE-2017-7228 (XSA-212)',
    },
  },
} as const satisfies FlawRecord;
