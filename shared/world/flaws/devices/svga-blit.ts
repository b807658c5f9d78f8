import type { FlawRecord } from '../record.ts';

/** Copies on the emulated display that reach beyond its memory. Source: CVE-2009-1244, VMSA-2009-0006 (FACTS B02). */
export const svgaBlit = {
  name: 'svga-blit',
  component: 'device-model',
  device: 'svga',
  words: {
    name: { ko: '그래픽 카드의 화면 복사 범위 오류', en: 'display copies out of bounds' },
    what: {
      ko: '가상 그래픽 카드가 있는 게스트의 커널이 화면 밖을 가리키는 복사 명령으로 장치 프로세스의 메모리를 읽고 씁니다. 패치한 뒤에도 VM을 재시작하거나 마이그레이션해야 합니다.',
      en: 'By copy commands that reach beyond the screen, the kernel of a guest with a virtual display reads and writes the memory of the device process. After the patch the VM must be restarted or migrated.',
    },
    real: {
      ko: '실제 사례: Cloudburst, CVE-2009-1244',
      en: 'In reality: Cloudburst, CVE-2009-1244',
    },
  },
} as const satisfies FlawRecord;
