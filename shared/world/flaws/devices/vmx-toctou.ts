import type { FlawRecord } from '../record.ts';

/** Checked once and used again: the first stage. Source: CVE-2025-22224, VMSA-2025-0004, 4 March 2025 (FACTS B07). */
export const vmxToctou = {
  name: 'vmx-toctou',
  component: 'device-model',
  livePatch: false,
  words: {
    name: { ko: 'VM 프로세스의 TOCTOU 쓰기', en: 'TOCTOU write in the VM’s process' },
    what: {
      ko: '게스트의 관리자가 검사와 사용 사이에 값을 바꿔 자기 VM을 실행하는 프로세스에서 코드를 실행합니다. 라이브 패치가 없어 호스트를 비우고 재부팅해야 합니다.',
      en: 'An administrator of a guest changes a value between its check and its use and runs code in the process that runs the VM. There is no live patch: the host has to be emptied and rebooted.',
    },
    real: { ko: '실제 사례: CVE-2025-22224', en: 'In reality: CVE-2025-22224' },
  },
} as const satisfies FlawRecord;
