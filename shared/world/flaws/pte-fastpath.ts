import type { FlawRecord } from './record.ts';

/** Page-table entries that were not checked again. Source: CVE-2016-6258, XSA-182 (FACTS B10). */
export const pteFastpath = {
  name: 'pte-fastpath',
  component: 'hypervisor',
  technique: 'para',
  words: {
    name: { ko: '페이지 테이블 고속 경로 결함', en: 'Page-table fast-path flaw' },
    what: {
      ko: '하이퍼바이저가 플래그만 바뀐 페이지 테이블 항목을 다시 검사하지 않아, 반가상화 게스트의 커널이 자기 페이지 테이블에 쓸 수 있게 됩니다.',
      en: 'Entries of page tables of which only flags change are not checked again: the kernel of a paravirtual guest gets to write its own page tables.',
    },
    real: {
      ko: '실제 사례: CVE-2016-6258 (XSA-182)',
      en: 'In reality: CVE-2016-6258 (XSA-182)',
    },
  },
} as const satisfies FlawRecord;
