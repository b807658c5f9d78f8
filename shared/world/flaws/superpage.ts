import type { FlawRecord } from './record.ts';

/** Superpage mappings that were not validated. Source: CVE-2015-7835, XSA-148 (FACTS B09). */
export const superpage = {
  name: 'superpage',
  component: 'hypervisor',
  technique: 'para',
  words: {
    name: { ko: '반가상화 페이지 검증 우회', en: 'Para page-table check bypass' },
    what: {
      ko: '반가상화 게스트의 커널이 자기 페이지 테이블에 쓸 수 있게 되어 호스트의 아무 프레임이나 매핑합니다.',
      en: 'The kernel of a paravirtual guest gets to write its own page tables and maps any frame of the host.',
    },
    real: {
      ko: '실제 사례: CVE-2015-7835 (XSA-148)',
      en: 'In reality: CVE-2015-7835 (XSA-148)',
    },
  },
} as const satisfies FlawRecord;
