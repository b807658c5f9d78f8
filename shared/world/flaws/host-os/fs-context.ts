import type { FlawRecord } from '../record.ts';

/** A heap overflow in the shared kernel's file-system context. Source: CVE-2022-0185 (FACTS B14). */
export const fsContext = {
  name: 'fs-context',
  component: 'host-kernel',
  technique: 'container',
  words: {
    name: {
      ko: '파일 시스템 컨텍스트 힙 오버플로',
      en: 'Heap overflow in the file-system context',
    },
    what: {
      ko: '컨테이너의 프로그램이 시스템 콜 하나로 공유 커널의 힙을 넘치게 합니다. 커널이 하나뿐이라 모든 컨테이너가 함께 장악됩니다. 시스템 콜 필터(seccomp)가 그 호출을 막습니다.',
      en: 'A program in a container overflows the shared kernel’s heap by a system call. There is one kernel, so every container falls with it. A system-call filter (seccomp) refuses the call.',
    },
    real: { ko: '실제 사례: CVE-2022-0185', en: 'In reality: CVE-2022-0185' },
  },
} as const satisfies FlawRecord;
