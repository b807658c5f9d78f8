import type { FlawRecord } from './record.ts';

/** The backup server runs code that it is sent, without a login. Source: CVE-2024-40711, up to 12.1.2 (FACTS B46, I-2). */
export const backupDeserialisation = {
  name: 'backup-deserialisation',
  component: 'backup-server',
  words: {
    name: { ko: '백업 서버 역직렬화', en: 'Backup-server deserialisation' },
    what: {
      ko: '백업 서버에 도달할 수 있으면 누구나 로그인 없이 서버에서 코드를 실행하고, 모든 VM의 사본을 손에 넣습니다. 운영 중인 호스트와 VM에는 아무것도 보이지 않습니다.',
      en: 'Whoever reaches the backup server runs code on it, without a login, and has the copies of all VMs. On hosts and in VMs nothing of it shows.',
    },
    real: { ko: '실제 사례: CVE-2024-40711', en: 'In reality: CVE-2024-40711' },
  },
} as const satisfies FlawRecord;
