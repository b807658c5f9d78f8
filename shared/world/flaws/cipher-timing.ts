import type { FlawRecord } from './record.ts';

/**
 * A cipher that shows its key by which of its lines it runs. Source: CVE-2013-4242 (DSA-2730), found by Yarom
 * and Falkner (FACTS B20).
 */
export const cipherTiming = {
  name: 'cipher-timing',
  component: 'crypto-library',
  words: {
    name: { ko: '암호 라이브러리의 캐시 부채널', en: 'Cache side channel of a crypto library' },
    what: {
      ko: '어떤 코드 줄을 실행하는지가 키의 비트에 따라 달라집니다. 같은 CPU 캐시를 쓰는 이웃이 그 순서를 보고 키를 알아낼 수 있습니다. 네트워크로는 이용할 수 없습니다.',
      en: 'Which lines of code it runs depends on the bits of the key: a neighbour on the same CPU cache can watch them and learn the key. It is of no use over a network.',
    },
    real: {
      ko: '실제 사례: GnuPG(Libgcrypt), CVE-2013-4242',
      en: 'In reality: GnuPG (Libgcrypt), CVE-2013-4242',
    },
  },
} as const satisfies FlawRecord;
