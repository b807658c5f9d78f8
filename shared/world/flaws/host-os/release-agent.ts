import type { FlawRecord } from '../record.ts';

/** A right over cgroups that was not asked for. Source: CVE-2022-0492 (FACTS B15, section I). */
export const releaseAgent = {
  name: 'release-agent',
  component: 'host-kernel',
  technique: 'container',
  words: {
    name: { ko: 'cgroup release_agent 권한 검사 누락', en: 'Unchecked cgroup release_agent' },
    what: {
      ko: '컨테이너의 root가 새 사용자 네임스페이스를 만들어 cgroup v1의 release_agent를 고치면, 호스트가 그 프로그램을 root로 실행합니다. seccomp나 AppArmor·SELinux가 막습니다.',
      en: 'Root in a container makes a new user namespace, sets the release_agent of a cgroup v1, and the host runs that program as root. Seccomp stops it, and so does AppArmor or SELinux.',
    },
    real: { ko: '실제 사례: CVE-2022-0492 (2022년)', en: 'In reality: CVE-2022-0492 (2022)' },
  },
} as const satisfies FlawRecord;
