import type { FlawRecord } from '../record.ts';

/** A use after free in the emulated USB controller. Source: CVE-2024-22252 (FACTS B06). */
export const xhciUaf = {
  name: 'xhci-uaf',
  component: 'device-model',
  device: 'xhci',
  words: {
    name: { ko: 'USB 컨트롤러 해제 후 사용(UAF)', en: 'USB controller use-after-free' },
    what: {
      ko: 'USB(xHCI) 컨트롤러가 있는 게스트가 해제된 메모리를 사용하게 만들어 장치 프로세스에서 코드를 실행합니다. 길이 검사로는 막지 못합니다. 패치한 뒤에도 VM을 재시작하거나 마이그레이션해야 합니다.',
      en: 'A guest with a USB (xHCI) controller has it use freed memory and runs code in the device process. No length check stops it. After the patch the VM must be restarted or migrated.',
    },
    real: { ko: '실제 사례: CVE-2024-22252', en: 'In reality: CVE-2024-22252' },
  },
} as const satisfies FlawRecord;
