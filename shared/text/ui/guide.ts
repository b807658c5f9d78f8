import type { Texts } from '../../world/words.ts';

/** Hints of the first match. Each is true of what is on the screen while it shows. */
export const guide = {
  label: { ko: '도움말', en: 'Hint' },
  open: {
    ko: '{{tenant}}의 요청이 왔습니다. 아래의 카드를 여세요.',
    en: 'A request from {{tenant}} is here. Open its card below.',
  },
  choose: {
    ko: 'VM을 어느 호스트에 둘지 고르세요. 받게 될 프레임이 지도에 표시됩니다.',
    en: 'Choose a host for the VM. The frames it would get are marked on the map.',
  },
  dirty: {
    ko: '빗금은 소거(scrubbing)되지 않고 남은 데이터입니다. 먼저 그 호스트를 소거하거나 깨끗한 호스트를 고르세요.',
    en: 'Hatching is data nobody wiped. Scrub that host first, or choose a clean one.',
  },
  residue: {
    ko: '{{host}}의 빈 프레임 {{frames}}개에 잔존 데이터(residual data)가 있습니다. {{host}}{을/를} 고르고 소거하세요.',
    en: '{{frames}} free {frame/frames} of {{host}} still {holds/hold} residual data. Select {{host}} and scrub it.',
  },
  scrub: {
    ko: '소거하면 빗금이 사라집니다. 그 전에 다른 테넌트가 이 프레임을 받으면 읽을 수 있습니다.',
    en: 'Scrub clears the hatching. Until then another tenant who gets these frames can read them.',
  },
  drift: {
    ko: '{{host}}의 스위치가 정책과 어긋났습니다(policy drift). 등록되지 않은 포트는 전혀 필터링하지 않습니다. {{host}}{을/를} 고르세요.',
    en: 'The switch of {{host}} has drifted from the policy: a port it does not know is not filtered at all. Select {{host}}.',
  },
  push: {
    ko: '정책을 배포하면 스위치가 포트와 규칙을 다시 받습니다. 그동안 2초쯤 패킷이 끊깁니다.',
    en: 'Push the policy: the switch gets its ports and rules again. It drops packets for about two seconds.',
  },
  alert: {
    ko: '경보는 본 것만 말합니다. 네트워크 차단(quarantine)은 빠르지만 서비스가 끊기고, 조사는 더 알려 주지만 시간이 듭니다.',
    en: 'An alert says only what was seen. Quarantine is quick but stops a service; to investigate tells more, and takes time.',
  },
  advisory: {
    ko: '보안 권고(advisory)가 나왔습니다: {{flaw}}. 공격자도 읽습니다. 경보 목록의 카드에서 해당하는 호스트와 VM을 찾으세요.',
    en: 'An advisory is out: {{flaw}}. Attackers read it too. Its card among the alerts leads to what is ours.',
  },
  go: { ko: '바로 가기', en: 'Show me' },
  dismiss: { ko: '도움말 끄기', en: 'Hide hints' },
} satisfies Texts;
