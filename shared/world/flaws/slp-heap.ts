import type { FlawRecord } from './record.ts';

/** An overflow in a host's SLP service. Source: CVE-2021-21974, VMSA-2021-0002 (FACTS B39). */
export const slpHeap = {
  name: 'slp-heap',
  component: 'hypervisor',
  hostService: 'slp',
  words: {
    name: { ko: 'SLP 서비스 힙 오버플로', en: 'SLP service heap overflow' },
    what: {
      ko: '호스트의 SLP 서비스(427번 포트)에 도달할 수 있으면 누구나 로그인 없이 호스트에서 코드를 실행합니다. 서비스가 멈춰 있거나 포트에 도달할 수 없는 호스트는 패치 전에도 안전합니다.',
      en: 'Whoever reaches the SLP service of a host (port 427) runs code on the host, without a login. A host on which it is stopped, or whose port cannot be reached, is safe before it is patched.',
    },
    real: {
      ko: '실제 사례: CVE-2021-21974(ESXiArgs)',
      en: 'In reality: CVE-2021-21974 (ESXiArgs)',
    },
  },
} as const satisfies FlawRecord;
