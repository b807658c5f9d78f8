import { overBound } from '../../mechanics/exits/bounds.ts';
import { hypercallEscape } from '../needs/hypercall.ts';

/**
 * B11: the answer that is written too far. A guest exchanges frames and names the array into which it
 * wants the answer, of which the hypervisor checked the beginning and not the entry that it writes: far
 * behind it lies the hypervisor's own memory. It takes addresses of 64 bits.
 * Source: CVE-2017-7228, XSA-212 (left open by the fix of XSA-29).
 */
export const hcMemoryExchange = hypercallEscape({
  id: 'hc-memory-exchange',
  catalogue: 'B11',
  flaw: 'memory-exchange',
  call: 'memory_op',
  operand: overBound('memory_op'),
  wide: true,
  words: {
    name: { ko: '메모리 교환 하이퍼콜로 탈출', en: 'By the memory-exchange hypercall' },
    does: {
      ko: '64비트 반가상화 게스트의 커널이 하이퍼콜(memory_op)로 프레임을 교환하면서, 결과를 하이퍼바이저의 메모리에 쓰게 합니다. 패치되지 않은 하이퍼바이저여야 합니다. 하이퍼콜을 감사하는 호스트라면 범위를 벗어난 하이퍼콜이 기록에 남습니다.',
      en: 'The kernel of a 64-bit paravirtual guest exchanges frames by the hypercall memory_op, and has the answer written into the hypervisor’s memory. It takes an unpatched hypervisor, and where hypercalls are audited leaves one out of bounds.',
    },
    lead: {
      ko: '하이퍼바이저는 결과를 쓸 배열의 시작 주소만 검사하고, 몇 번째 칸에 쓰는지는 검사하지 않았습니다. 예전 수정(XSA-29)이 다 막지 못한 결함이었습니다. 공격자는 하이퍼바이저의 메모리에 쓰게 만들어 호스트를 장악했습니다.',
      en: 'Of the array for its answer the hypervisor checked the beginning, and not which entry it wrote: an earlier fix (XSA-29) had left that open. The attacker had it write into its own memory, and took the host.',
    },
    title: {
      ko: '공격자가 메모리 교환 하이퍼콜로 {{host}}{을/를} 장악했습니다',
      en: 'By a memory-exchange hypercall the attacker took {{host}}',
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
      'is-64-bit': { ko: '그 VM의 커널이 64비트였다', en: 'The VM’s kernel was of 64 bits' },
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
