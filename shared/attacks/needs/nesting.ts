import { bareExit } from '../../mechanics/exits/sample.ts';
import { fact } from '../../world/fact.ts';
import { about, type Known } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { noted } from '../knowing.ts';
import type { Need } from '../need.ts';
import { filterFacts, passes, stops } from './filter.ts';

/** What a look around from inside tells: CPUID shows SVM, or does not. */
const showsSvm = (known: Known, { vm }: { readonly vm: number }): boolean | undefined =>
  noted(about(known, vm, 'svm'));

/** The host's hypervisor lets its guests run hypervisors (`kvm_amd nested=1`). `host` of the strike. */
export const nestingOn: Need<'nesting-on'> = {
  id: 'nesting-on',
  words: {
    short: { ko: '중첩 가상화 켜짐', en: 'nesting is on' },
    failed: {
      ko: '호스트에서 중첩 가상화가 꺼져 있었습니다',
      en: 'nested virtualisation was off on the host',
    },
  },
  known: { inside: showsSvm },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.nested === true,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'nested')],
  counters: (_, { host = 0 }) => [
    {
      command: 'disable-nesting',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'nested'),
    },
  ],
};

/** Its control blocks are AMD's: those of VT-x are read by other code. `host` of the strike. */
export const amdHost: Need<'amd-host'> = {
  id: 'amd-host',
  words: {
    short: { ko: 'AMD 호스트', en: 'AMD host' },
    failed: { ko: 'AMD 호스트가 아니었습니다', en: 'the host was no AMD machine' },
  },
  known: { inside: showsSvm },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.vendor === 'amd',
  facts: (_, { host = 0 }) => [fact('hosts', host, 'vendor')],
  counters: () => [],
};

/** The guest is shown the extension, and is one that the CPU runs by it. `vm` of the strike. */
export const nestingExposed: Need<'nesting-exposed'> = {
  id: 'nesting-exposed',
  words: {
    short: { ko: 'VM에 SVM이 보임', en: 'the VM is shown SVM' },
    failed: {
      ko: '그 VM에는 CPU의 가상화 확장이 보이지 않았습니다',
      en: 'the VM was not shown the CPU’s extension',
    },
  },
  known: { inside: showsSvm },
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row?.nested === true && (row.technique === 'hvm' || row.technique === 'hybrid');
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'nested'), fact('vms', vm, 'technique')],
  counters: () => [],
};

const ENTRY = bareExit('vmrun');

/**
 * No filter stops the entry into its guest (rule A102). There is no operand to check: the bits of a control
 * block that matter are legal each by itself. `vm` and `host` of the strike.
 */
export const entryUnchecked: Need<'entry-unchecked'> = {
  id: 'entry-unchecked',
  words: {
    short: { ko: 'VMRUN 필터 없음', en: 'VMRUN unfiltered' },
    failed: {
      ko: '하이퍼바이저의 필터가 안쪽 게스트로의 진입(VMRUN)을 거부했습니다',
      en: 'a filter refused the entry into the inner guest (VMRUN)',
    },
  },
  holds: (world, strike) => passes(world, strike, ENTRY),
  facts: (_, strike) => filterFacts(strike),
  counters: (_, strike) => stops('vmrun', ENTRY, strike),
};
