import type { AttackText } from '../kinds.ts';

export const resScrubTlbRace = {
  name: { ko: '소거 뒤에 다시 쓰기', en: 'Writing after the scrub' },
  does: {
    ko: '반납한 프레임이 소거된 뒤에 낡은 TLB 항목으로 다시 씁니다. 반가상화 게스트의 커널을 장악해야 하고, 패치되지 않은 하이퍼바이저여야 합니다. 소거 뒤에 쓰인 프레임이 흔적으로 남습니다.',
    en: 'Writes to frames through a stale TLB entry after they were given back and scrubbed. It takes the kernel of a paravirtual guest and an unpatched hypervisor, and leaves frames that were written after the scrub.',
  },
  lead: {
    ko: '공격자는 반납한 프레임이 소거된 다음, 프로세서에 남아 있던 옛 주소 변환(TLB)으로 한 번 더 썼습니다. 소거 정책은 켜져 있었지만 순서가 틀렸습니다. TLB를 먼저 비워야 합니다.',
    en: 'The attacker waited until frames they had given back were scrubbed, and wrote to them once more through a stale TLB entry. The scrub policy was on, but the order was wrong: the TLB has to be flushed first.',
  },
  title: {
    ko: '{{tenant}}의 VM이 소거된 프레임에 데이터를 다시 심었습니다',
    en: 'A VM of {{tenant}} put data back into scrubbed frames',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'kernel-in-guest': {
      ko: '공격자가 게스트 커널을 장악하고 있었다',
      en: 'The attacker had the guest’s kernel',
    },
    'is-paravirtual': {
      ko: '그 VM이 반가상화로 실행되고 있었다',
      en: 'The VM was run by paravirtualisation',
    },
    'scrubs-on-free': {
      ko: '호스트가 해제할 때 소거하고 있었다',
      en: 'The host scrubbed frames as they were freed',
    },
    'host-unpatched': {
      ko: '하이퍼바이저가 패치되지 않은 빌드였다',
      en: 'The hypervisor was older than the fix',
    },
    'frame-is-written': {
      ko: '반납할 프레임에 테넌트의 데이터가 들어 있었다',
      en: 'The frame it gave back held its tenant’s data',
    },
  },
} satisfies AttackText;
