import { hostSwitch } from '../on-host.ts';

/** Gives each VM a part of the last-level cache to itself (Intel CAT): less of it for each. */
export const partitionCache = hostSwitch({
  name: 'partition-cache',
  role: 'hypervisor',
  key: '',
  contains: ['set-evictions'],
  setting: 'cachePartition',
  to: true,
  length: (pace) => pace.partitionLength,
  words: {
    name: { ko: 'LLC 나누기(CAT)', en: 'Partition the LLC (CAT)' },
    does: {
      ko: 'VM마다 마지막 단계 캐시(LLC)의 일부만 쓰게 합니다. Prime+Probe는 막지만, 병합된 페이지를 보는 Flush+Reload는 막지 못합니다. 캐시가 줄어 미스가 늘어납니다.',
      en: 'Gives each VM a part of the last-level cache (LLC). It stops Prime+Probe, but not Flush+Reload, which watches merged pages. With less cache each VM misses more often.',
    },
    done: { ko: '{{host}}의 LLC를 VM마다 나눈다', en: 'partition the LLC of {{host}}' },
    control: { ko: '캐시 분할(Intel CAT)', en: 'Cache partitions (Intel CAT)' },
  },
});
