import { hostSwitch } from '../on-host.ts';

/** Gives all VMs of a host the whole of its last-level cache again: fewer misses, and one throws out another's (rule W11). */
export const shareCache = hostSwitch({
  name: 'share-cache',
  role: 'hypervisor',
  key: '',
  setting: 'cachePartition',
  to: false,
  back: true,
  length: (pace) => pace.partitionLength,
  words: {
    name: { ko: 'LLC 분할 풀기', en: 'Share the LLC again' },
    does: {
      ko: '모든 VM이 마지막 단계 캐시(LLC) 전체를 함께 씁니다. 미스가 줄지만, 이웃이 Prime+Probe로 지켜볼 수 있습니다.',
      en: 'All its VMs share the whole last-level cache (LLC). They miss less often, and a neighbour may watch by Prime+Probe.',
    },
    done: { ko: '{{host}}의 LLC 분할을 푼다', en: 'share the LLC of {{host}} again' },
  },
});
