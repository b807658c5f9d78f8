import type { FlawRecord } from './record.ts';

/** Memory that is scrubbed before a stale mapping of it is flushed. Source: CVE-2026-79603, XSA-511 (FACTS B29). */
export const scrubTlb = {
  name: 'scrub-tlb',
  component: 'hypervisor',
  technique: 'para',
  words: {
    name: { ko: '소거보다 늦은 TLB 플러시', en: 'Scrubbed before the TLB flush' },
    what: {
      ko: '반가상화 게스트가 이미 소거된 프레임에 낡은(stale) 매핑으로 다시 씁니다. 소거 정책이 무력해집니다.',
      en: 'A paravirtual guest writes through a stale mapping into a frame that was scrubbed already: the policy is defeated.',
    },
    real: {
      ko: '실제 사례: CVE-2026-79603 (XSA-511)',
      en: 'In reality: CVE-2026-79603 (XSA-511)',
    },
  },
} as const satisfies FlawRecord;
