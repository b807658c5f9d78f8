import type { FlawRecord } from '../record.ts';

/** From the process into the hypervisor: the second stage. Source: CVE-2025-22225, VMSA-2025-0004, 4 March 2025 (FACTS B07). */
export const vmxWrite = {
  name: 'vmx-write',
  component: 'hypervisor',
  livePatch: false,
  words: {
    name: { ko: 'VM 프로세스의 커널 쓰기', en: 'kernel write from the VM’s process' },
    what: {
      ko: 'VM을 실행하는 프로세스에 들어온 공격자가 하이퍼바이저의 메모리에 써서 샌드박스를 벗어납니다. 라이브 패치가 없어 호스트를 비우고 재부팅해야 합니다.',
      en: 'Whoever is in the process that runs a VM writes to the hypervisor’s memory and so leaves the sandbox. There is no live patch: the host has to be emptied and rebooted.',
    },
    real: { ko: '실제 사례: CVE-2025-22225', en: 'In reality: CVE-2025-22225' },
  },
} as const satisfies FlawRecord;
