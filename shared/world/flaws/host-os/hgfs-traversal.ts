import type { FlawRecord } from '../record.ts';

/** Encoded ".." in a path of a shared folder. Source: CVE-2008-0923, February 2008 (FACTS B17). */
export const hgfsTraversal = {
  name: 'hgfs-traversal',
  component: 'tool-channel',
  tools: ['shared-folders'],
  words: {
    name: { ko: '공유 폴더 경로 탈출', en: 'Shared-folder path traversal' },
    what: {
      ko: '공유 폴더를 쓰는 게스트의 프로그램이 경로에 “..”을 숨겨 보내면 공유하지 않은 호스트 파일까지 읽고 씁니다. Type 2에만 있습니다. 패치한 뒤 VM을 재시작해야 합니다.',
      en: 'A program in a guest with a shared folder hides “..” in a path and reads and writes files of the host that nobody shares. Type 2 only. After the patch the VM must be restarted.',
    },
    real: {
      ko: '실제 사례: CVE-2008-0923 (2008년, VMware Workstation 등)',
      en: 'In reality: CVE-2008-0923 (2008, VMware Workstation and others)',
    },
  },
} as const satisfies FlawRecord;
