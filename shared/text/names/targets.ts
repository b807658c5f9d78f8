import type { Target } from '../../attacks/attack.ts';
import type { Words } from '../../world/words.ts';

/** What the course's seven targets of attacks are called (§25). */
export const targets = {
  1: { ko: '물리 하드웨어', en: 'physical hardware' },
  2: { ko: '호스트 OS와 하이퍼바이저', en: 'host OS and hypervisor' },
  3: { ko: '가상 하드웨어', en: 'virtual hardware' },
  4: { ko: 'VM 구성·이미지·디스크 파일', en: 'configuration, image and disk files' },
  5: { ko: '원격 관리 인터페이스', en: 'remote management' },
  6: { ko: '게스트 OS', en: 'guest OS' },
  7: { ko: '가상 네트워크', en: 'virtual network' },
} satisfies Record<Target, Words>;
