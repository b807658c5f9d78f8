import type { FlawRecord } from '../record.ts';

/** The runtime can be opened from inside, and written to. Source: CVE-2019-5736 (FACTS B13). */
export const runcOverwrite = {
  name: 'runc-overwrite',
  component: 'container-runtime',
  technique: 'container',
  words: {
    name: { ko: 'runc 바이너리 덮어쓰기', en: 'runc binary overwrite' },
    what: {
      ko: '컨테이너의 root가 안에 함정을 놓아 두면, 관리자가 그 컨테이너에서 명령을 실행하거나 컨테이너를 시작할 때 호스트의 runc가 덮어써집니다. 사용자 네임스페이스를 재매핑하면 막힙니다.',
      en: 'Root in a container lays out a snare; when an administrator has a command run in it, or it is started, the host’s runc is overwritten. A user-namespace remap stops it.',
    },
    real: { ko: '실제 사례: CVE-2019-5736 (2019년)', en: 'In reality: CVE-2019-5736 (2019)' },
  },
} as const satisfies FlawRecord;
