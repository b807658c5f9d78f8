import type { FlawRecord } from '../record.ts';

/** Out-of-bounds access in drag-and-drop and copy-and-paste. Source: CVE-2016-7461 (FACTS B18). */
export const dndOverflow = {
  name: 'dnd-overflow',
  component: 'tool-channel',
  tools: ['drag-and-drop', 'clipboard'],
  words: {
    name: { ko: '끌어놓기·클립보드 메모리 오류', en: 'Drag-and-drop memory error' },
    what: {
      ko: '끌어놓기나 클립보드 채널로 들어온 값을 호스트의 VM 프로세스가 잘못 처리합니다. 게스트의 프로그램이 호스트에서 코드를 실행합니다. Type 2에만 있습니다. 패치한 뒤 VM을 재시작해야 합니다.',
      en: 'The VM’s process on the host mishandles what comes by drag-and-drop or the clipboard, and a program of the guest runs code there. Type 2 only. After the patch the VM must be restarted.',
    },
    real: {
      ko: '실제 사례: CVE-2016-7461 (2016년, VMware Workstation·Fusion)',
      en: 'In reality: CVE-2016-7461 (2016, VMware Workstation and Fusion)',
    },
  },
} as const satisfies FlawRecord;
