import { boundOf } from '../../mechanics/exits/bounds.ts';
import { hypercallEscape } from '../needs/hypercall.ts';

/**
 * B10: the way past the check. To change some flags of an entry that has been checked before, the
 * hypervisor does not check it again, and took too many flags for harmless: an entry that maps the
 * guest's own page tables to be read becomes one to be written. Each call asks for a page, as every call
 * may; what the entry maps no operand says, so that no check of operands finds anything.
 * Source: CVE-2016-6258, XSA-182 (every level of the tables; guests of either word size).
 */
export const hcPteFastpath = hypercallEscape({
  id: 'hc-pte-fastpath',
  catalogue: 'B10',
  flaw: 'pte-fastpath',
  call: 'mmu_update',
  operand: boundOf('mmu_update'),
  wide: false,
  words: {
    name: { ko: '페이지 테이블 고속 경로로 탈출', en: 'By the page-table fast path' },
    does: {
      ko: '반가상화 게스트의 커널이 이미 검사를 받은 페이지 테이블 항목의 플래그만 하이퍼콜(mmu_update)로 바꿔, 자기 페이지 테이블에 쓸 수 있게 됩니다. 패치되지 않은 하이퍼바이저여야 합니다. 요청은 하나하나 정상 범위이지만, 하이퍼콜을 감사하는 호스트라면 평소와 다른 하이퍼콜이 기록에 남습니다.',
      en: 'By the hypercall mmu_update the kernel of a paravirtual guest changes only flags of an entry that was checked before, and so may write to its own page tables. It takes an unpatched hypervisor. Each call is within bounds; where hypercalls are audited, that they are odd shows.',
    },
    lead: {
      ko: '하이퍼바이저는 속도를 위해 플래그만 바뀐 페이지 테이블 항목을 다시 검사하지 않았습니다. 그 가운데 쓰기 권한도 있어서, 공격자는 읽기만 되던 자기 페이지 테이블을 쓸 수 있게 만들었습니다. 최적화가 검사를 없앤 것입니다.',
      en: 'To be fast, the hypervisor did not check an entry again of which only flags changed. The right to write was among them: the attacker made their own page tables writable. An optimisation had removed a check.',
    },
    title: {
      ko: '공격자가 검사를 건너뛰는 하이퍼콜로 {{host}}의 메모리 전체를 장악했습니다',
      en: 'By a hypercall that skipped a check the attacker got hold of all the memory of {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있어 하이퍼콜을 호출할 수 있었다',
        en: 'The attacker had the guest’s kernel, and so could make hypercalls',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'is-paravirtual': {
        ko: '그 VM이 반가상화로 실행되고 있었다',
        en: 'The VM was run by paravirtualisation',
      },
      'host-unpatched': {
        ko: '하이퍼바이저가 패치되지 않은 빌드였다',
        en: 'The hypervisor was older than the fix',
      },
      'call-unchecked': {
        ko: '그 하이퍼콜을 막는 필터가 없었다',
        en: 'No filter stopped the hypercall',
      },
    },
  },
});
