import type { FlawRecord } from '../record.ts';

/** The log of changed pages, which vhost keeps during a live migration. Source: CVE-2019-14835 (FACTS B08). */
export const vhostLog = {
  name: 'vhost-log',
  component: 'hypervisor',
  nic: 'para',
  vhost: true,
  words: {
    name: { ko: 'vhost 마이그레이션 로그 오버플로', en: 'vhost migration-log overflow' },
    what: {
      ko: '라이브 마이그레이션 중에만 쓰는 기록 버퍼를, 호스트 커널의 vhost를 쓰는 게스트가 잘못된 길이의 디스크립터로 넘치게 합니다. 장치 프로세스를 거치지 않으므로 샌드박스도 소용없습니다. 패치하기 전에는 믿을 수 없는 VM을 켜 둔 채 옮기지 마세요.',
      en: 'A buffer that is used during live migration alone is overrun by a guest whose rings the host kernel serves (vhost), by a descriptor of a wrong length. No device process is in between, and no sandbox helps. Until it is patched, do not move a VM that you do not trust while it runs.',
    },
    real: { ko: '실제 사례: V-gHost, CVE-2019-14835', en: 'In reality: V-gHost, CVE-2019-14835' },
  },
} as const satisfies FlawRecord;
