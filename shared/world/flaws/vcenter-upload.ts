import type { FlawRecord } from './record.ts';

/** A plug-in of the management server takes files without a login. Source: CVE-2021-21972, VMSA-2021-0002 (FACTS B38). */
export const vcenterUpload = {
  name: 'vcenter-upload',
  component: 'management-server',
  words: {
    name: { ko: '관리 서버 플러그인 파일 업로드', en: 'Management-server plug-in upload' },
    what: {
      ko: '관리 서버에 도달할 수 있으면 누구나 로그인 없이 플러그인에 파일을 올려 관리 서버에서 코드를 실행합니다. 관리 서버는 모든 호스트에 관리자로 명령하므로, 호스트의 잠금 모드는 소용없습니다.',
      en: 'Whoever reaches the management server uploads a file to a plug-in of it without a login, and runs code there. It gives orders to every host as their administrator: lockdown mode of hosts is no help.',
    },
    real: { ko: '실제 사례: CVE-2021-21972', en: 'In reality: CVE-2021-21972' },
  },
} as const satisfies FlawRecord;
