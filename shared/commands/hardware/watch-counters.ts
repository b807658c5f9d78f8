import { hostSwitch } from '../on-host.ts';

/** Has a host’s performance counters read out: sensor S13 looks there from now on. */
export const watchCounters = hostSwitch({
  name: 'watch-counters',
  role: 'hypervisor',
  key: '',
  setting: 'counters',
  to: true,
  price: (pace) => pace.countersPrice,
  length: (pace) => pace.sensorLength,
  words: {
    name: { ko: '성능 카운터 감시(S13)', en: 'Watch performance counters (S13)' },
    does: {
      ko: '이 호스트의 캐시 미스와 메모리 행 활성화를 봅니다. 캐시 부채널이 보이는 유일한 곳이지만, 백업도 비슷하게 보이고 L1TF는 거의 보이지 않습니다.',
      en: 'Sees this host’s cache misses and row activations: the only place where a cache side channel shows. Backups look alike, and L1TF shows next to nothing.',
    },
    done: {
      ko: '{{host}}의 성능 카운터를 감시한다',
      en: 'watch the performance counters of {{host}}',
    },
    control: { ko: '성능 카운터 감시', en: 'Watch performance counters' },
  },
});
