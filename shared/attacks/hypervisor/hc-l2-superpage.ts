import { overBound } from '../../mechanics/exits/bounds.ts';
import { hypercallEscape } from '../needs/hypercall.ts';

/**
 * B09: the superpage that nobody checked. A paravirtual guest asks by hypercall for an entry that
 * maps 2 MiB at once, finds its own page tables in it, and writes what it likes into them: every
 * frame of the machine. There is no device and no process in between.
 * Source: CVE-2015-7835, XSA-148 (Xen 3.4 to 4.6).
 */
export const hcL2Superpage = hypercallEscape({
  id: 'hc-l2-superpage',
  catalogue: 'B09',
  flaw: 'superpage',
  call: 'mmu_update',
  operand: overBound('mmu_update'),
  wide: false,
  words: {
    name: { ko: '하이퍼콜로 슈퍼페이지 얻기', en: 'A superpage by hypercall' },
    does: {
      ko: '반가상화 게스트의 커널이 하이퍼콜로 자기 페이지 테이블에 쓸 수 있게 되어 호스트의 아무 프레임이나 매핑합니다. 패치되지 않은 하이퍼바이저여야 합니다. 하이퍼콜을 감사하는 호스트라면 범위를 벗어난 하이퍼콜이 기록에 남습니다.',
      en: 'By a hypercall the kernel of a paravirtual guest may write to its own page tables, and so maps any frame of the machine. It takes an unpatched hypervisor, and where hypercalls are audited leaves one out of bounds.',
    },
    lead: {
      ko: '반가상화 게스트는 페이지 테이블을 하이퍼콜로 고칩니다. 하이퍼바이저가 검사 하나를 빠뜨려, 공격자는 2 MiB 페이지를 통째로 매핑하고 자기 페이지 테이블을 직접 고쳐 썼습니다.',
      en: 'A paravirtual guest changes its page tables by hypercall. One check was missing: the attacker mapped 2 MiB at once and rewrote their own page tables.',
    },
    title: {
      ko: '공격자가 하이퍼콜로 {{host}}의 메모리 전체를 장악했습니다',
      en: 'By a hypercall the attacker got hold of all the memory of {{host}}',
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
