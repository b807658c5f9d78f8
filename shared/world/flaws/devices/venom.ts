import type { FlawRecord } from '../record.ts';

/** An overflow in the emulated floppy controller. Source: CVE-2015-3456 (FACTS B01). */
export const venom = {
  name: 'venom',
  component: 'device-model',
  device: 'floppy',
  words: {
    name: { ko: '플로피 컨트롤러 버퍼 오버플로', en: 'Floppy controller overflow' },
    what: {
      ko: '구형 머신 타입의 게스트가 I/O 포트로 너무 긴 명령을 보내면 장치 에뮬레이터의 버퍼가 넘칩니다. 패치한 뒤에도 VM을 재시작하거나 마이그레이션해야 실행 중인 프로세스가 바뀝니다.',
      en: 'On an old machine type a guest overflows the device model’s buffer by I/O ports. After the patch, a restart or a migration of the VM is needed: the running process keeps its old code.',
    },
    real: { ko: '실제 사례: VENOM, CVE-2015-3456', en: 'In reality: VENOM, CVE-2015-3456' },
  },
} as const satisfies FlawRecord;
