import { framesToPart, partAll } from '../../mechanics/merging.ts';
import { hostSwitch } from '../on-host.ts';
import { refuse } from '../refusal.ts';

/**
 * Merges no more pages of different VMs, and parts those that are merged (KSM’s `run=2`; ESXi’s salting):
 * it takes a frame for each (rule M13).
 */
export const unmergePages = hostSwitch({
  name: 'unmerge-pages',
  role: 'hypervisor',
  key: '',
  contains: ['line-flushes', 'row-activations'],
  setting: 'dedup',
  to: false,
  length: (pace) => pace.unmergeLength,
  refusal: (world, { id, free }) => {
    const wanted = framesToPart(world, id);
    if (free.length >= wanted) return null;
    return refuse('rule.frames-short', { host: id, free: free.length, wanted });
  },
  after: (turn, host, _, cause) => partAll(turn, host, cause),
  words: {
    name: { ko: '페이지 병합 끄기', en: 'Stop merging pages' },
    does: {
      ko: '병합된 페이지를 모두 갈라 VM마다 자기 프레임을 줍니다. Flush+Reload와 로우해머의 전제가 없어집니다. 갈라진 페이지만큼 빈 프레임을 씁니다.',
      en: 'Parts all merged pages, so that each VM has frames of its own. Flush+Reload and Rowhammer lose what they rest on. It takes a free frame for each page.',
    },
    done: { ko: '{{host}}의 페이지 병합을 끈다', en: 'stop merging pages on {{host}}' },
    control: { ko: '페이지 병합(dedup) 끄기', en: 'No page merging (dedup)' },
  },
});
