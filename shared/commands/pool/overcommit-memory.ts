import { hostSwitch } from '../on-host.ts';

/** Lets a host promise more memory than it has, and take back what it runs out of (rules R10 to R13). */
export const overcommitMemory = hostSwitch({
  name: 'overcommit-memory',
  role: 'hypervisor',
  key: '',
  setting: 'overcommit',
  to: true,
  length: (pace) => pace.limitLength,
  about: ({ platform, retired }) => platform !== 'native' && !retired,
  words: {
    name: { ko: '메모리 오버커밋 켜기', en: 'Overcommit its memory' },
    does: {
      ko: '가진 메모리의 1.5배까지 VM에 약속합니다. 모자라면 다른 VM이 쓰지 않은 프레임을 풍선(balloon)으로 회수하고, 그래도 모자라면 쓰던 메모리를 디스크로 스왑합니다. 스왑된 VM은 디스크를 기다리느라 느려지고, 스왑 파일의 데이터는 디스크에 남습니다.',
      en: 'Promises VMs half as much memory again as it has. When it runs out, balloons take back what other VMs have not written, and then what they use is swapped to disk. Whoever is swapped waits for the disk, and what was in its swap file stays there.',
    },
    done: { ko: '{{host}}의 메모리를 오버커밋한다', en: 'overcommit the memory of {{host}}' },
    control: { ko: '메모리 오버커밋', en: 'Memory overcommit' },
  },
});
