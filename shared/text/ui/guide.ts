import type { Room } from '../kinds.ts';

/** Hints of the first match. Each is true of what is on the screen while it shows. */
export const guide = {
  label: { ko: '도움말', en: 'Hint' },
  open: {
    ko: '{{tenant}}의 요청이 왔습니다. 아래의 카드를 열어 보세요.',
    en: 'A request from {{tenant}} is here. Open its card below.',
  },
  choose: {
    ko: 'VM을 어느 호스트에 둘지 고르세요. 받게 될 프레임이 지도에 표시됩니다.',
    en: 'Choose a host for the VM. The frames it would get are marked on the map.',
  },
  dirty: {
    ko: '빗금은 지워지지 않고 남은 데이터입니다. 먼저 그 호스트를 소거하거나 깨끗한 호스트를 고르세요.',
    en: 'Hatching is data nobody wiped. Scrub that host first, or choose a clean one.',
  },
  residue: {
    ko: '{{host}}의 빈 프레임 {{frames}}개에 남은 데이터가 있습니다. {{host}}{을/를} 고르고 소거하세요.',
    en: '{{frames}} free frames of {{host}} still hold data. Select {{host}} and scrub it.',
  },
  scrub: {
    ko: '소거를 누르면 빗금이 사라집니다. 그 전에 다른 테넌트가 이 프레임을 받으면 읽을 수 있습니다.',
    en: 'Scrub clears the hatching. Until then another tenant who gets these frames can read them.',
  },
  dismiss: { ko: '도움말 끄기', en: 'Hide hints' },
} satisfies Room;
