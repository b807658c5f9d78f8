import { hostSwitch } from '../on-host.ts';

/**
 * Has a host's scanner merge equal pages of different VMs again (KSM’s `run=1`): frames are free, and what rests on a
 * page in common may be tried (rule W11).
 */
export const mergePagesAgain = hostSwitch({
  name: 'merge-pages',
  role: 'hypervisor',
  key: '',
  setting: 'dedup',
  to: true,
  back: true,
  length: (pace) => pace.unmergeLength,
  words: {
    name: { ko: '페이지 병합 켜기', en: 'Merge pages' },
    does: {
      ko: '스캐너가 서로 다른 VM의 같은 페이지를 1초에 하나씩 병합하고, 페이지마다 프레임이 하나 빕니다. Flush+Reload와 로우해머의 전제가 생깁니다.',
      en: 'Its scanner merges equal pages of different VMs, one a second, and each sets a frame free. Flush+Reload and Rowhammer have something to rest on.',
    },
    done: { ko: '{{host}}의 페이지 병합을 켠다', en: 'merge pages on {{host}}' },
  },
});
