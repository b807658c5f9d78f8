import { isIntercepted } from '../../mechanics/fidelity/filtered.ts';
import { offeredTechniques } from '../../mechanics/technique/technique.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { isAssisted } from '../../world/machine/device-path.ts';
import type { Technique } from '../../world/machine/vm.ts';
import { about, type Known } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { Need } from '../need.ts';
import { filterFacts } from './filter.ts';

/** Whether the CPU's extension runs a VM of theirs, as they noted it; `undefined` where they have not looked. */
export function notedAssisted(known: Known, vm: number): boolean | undefined {
  const technique = about(known, vm, 'technique');
  return technique === undefined ? undefined : isAssisted(technique as Technique);
}

/**
 * The CPU itself delivers the guest’s exceptions. Those of a ported kernel, of translated code and of a
 * container are delivered by what runs below it, which takes one at a time (XSA-156: HVM guests alone).
 * `vm` of the strike.
 */
export const runByHardware: Need<'run-by-hardware'> = {
  id: 'run-by-hardware',
  words: {
    short: { ko: '하드웨어 가상화 VM', en: 'hardware-assisted' },
    failed: {
      ko: '하드웨어 가상화로 실행되는 VM이 아니었습니다',
      en: 'the VM is not run by the CPU’s extension',
    },
  },
  known: { inside: (known, { vm }) => notedAssisted(known, vm) },
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && isAssisted(row.technique);
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    const place = find(world.hosts, row?.host ?? 0);
    const image = find(world.images, row?.image ?? 0);
    if (!row || !place || !image) return [];
    const [technique] = offeredTechniques(world, place, image, row.workload).filter(
      (other) => !isAssisted(other),
    );
    if (technique === undefined) return [];
    const since = fact('vms', vm, 'technique');
    return [{ command: 'convert-vm', args: { vm, technique }, moment: 'after', fact: since }];
  },
};

const intercepting = (command: string, args: Counter['args'], since: FactRef): Counter => ({
  command,
  args: { ...args, trap: 'exception', action: 'refuse' },
  moment: 'after',
  fact: since,
});

/** No filter has its exceptions leave it, one by one (rule K105). `vm` and `host` of the strike. */
export const notIntercepted: Need<'not-intercepted'> = {
  id: 'not-intercepted',
  words: {
    short: { ko: '예외를 가로채지 않음', en: 'exceptions not intercepted' },
    failed: {
      ko: '하이퍼바이저의 필터가 예외를 하나하나 가로챘습니다',
      en: 'a filter had each exception intercepted',
    },
  },
  holds: (world, { vm = 0, host = 0 }) => {
    const [row, place] = [find(world.vms, vm), find(world.hosts, host)];
    return row !== null && place !== null && !isIntercepted(place, row);
  },
  facts: (_, strike) => filterFacts(strike),
  counters: (_, { vm = 0, host = 0 }) => [
    intercepting('exit-filter', { host }, fact('hosts', host, 'filters')),
    intercepting('vm-exit-filter', { vm }, fact('vms', vm, 'filters')),
  ],
};

/** None of its virtual CPUs does so already. `vm` of the strike. */
export const coreReturns: Need<'core-returns'> = {
  id: 'core-returns',
  words: {
    short: { ko: '아직 코어를 묶지 않음', en: 'not at it already' },
    failed: { ko: '그 VM은 이미 코어를 묶고 있었습니다', en: 'that VM was at it already' },
  },
  known: { inside: (known, { vm }) => about(known, vm, 'loops') !== 1 },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.looping === false,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'looping')],
  counters: () => [],
};
