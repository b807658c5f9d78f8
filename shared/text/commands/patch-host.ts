import type { CommandText } from '../kinds.ts';

export const patchHost = {
  name: { ko: '호스트 패치: {{how}}', en: 'Patch host: {{how}}' },
  does: {
    ko: '하이퍼바이저(컨테이너 호스트는 공유 커널)를 공개된 최신 빌드로 올립니다. 실행 중인 VM의 장치 프로세스는 재시작하거나 마이그레이션해야 새 코드로 바뀝니다. 재부팅은 저렴하지만 먼저 호스트를 비워야 합니다.',
    en: 'Raises the hypervisor, or the kernel containers share, to the latest published build. Device processes of running VMs keep their old code until a restart or a migration. A reboot is cheap, but the host must be empty.',
  },
  done: { ko: '{{host}}{을/를} 패치한다({{how}})', en: 'patch {{host}} ({{how}})' },
} satisfies CommandText;
