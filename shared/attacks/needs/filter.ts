import { verdictOf } from '../../mechanics/exits/filter.ts';
import type { RawExit } from '../../mechanics/exits/sample.ts';
import { filtersOn } from '../../mechanics/fidelity/filtered.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { type Bounded, type Decided, FILTER_ACTIONS } from '../../world/machine/host.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Need, Strike } from '../need.ts';

/**
 * No filter stops it, neither of its host nor of its own, nor what was decided of its like at the trap desk
 * (rule K82). That it waits there is no refusal: it is not asked meanwhile.
 */
export const passes = (
  world: ReadonlyWorld,
  { vm = 0, host = 0 }: Strike,
  exit: RawExit,
): boolean => {
  const [row, place] = [find(world.vms, vm), find(world.hosts, host)];
  return row !== null && place !== null && verdictOf(filtersOn(place, row), exit) === 'emulated';
};

export const filterFacts = ({ vm = 0, host = 0 }: Strike): FactRef[] => [
  fact('hosts', host, 'filters'),
  fact('vms', vm, 'filters'),
  fact('vms', vm, 'rulings'),
];

/**
 * What would stop it: a filter of the host or of the VM, for what it is about. One for all exits of its
 * reason stops it as well (rule K73), and never anything that this one does not: the narrower is named.
 */
export function stops(trap: Decided, exit: RawExit, { vm = 0, host = 0 }: Strike): Counter[] {
  const actions = FILTER_ACTIONS.filter(
    (action) => verdictOf([{ trap, action }], exit) === 'refused',
  );
  return [
    ...actions.map((action) => ({
      command: 'exit-filter',
      args: { host, trap, action },
      moment: 'after' as const,
      fact: fact('hosts', host, 'filters'),
    })),
    ...actions.map((action) => ({
      command: 'vm-exit-filter',
      args: { vm, trap, action },
      moment: 'after' as const,
      fact: fact('vms', vm, 'filters'),
    })),
  ];
}

/**
 * No filter stops what is handed to a device (rule K6). A length over the bound is stopped by a check of
 * bounds; requests that are all within it only by refusing the device altogether.
 */
export const exitUnchecked = (
  exit: RawExit & { readonly device: Bounded },
): Need<'exit-unchecked'> => ({
  id: 'exit-unchecked',
  words: {
    short: { ko: 'VM exit 필터 없음', en: 'exits unfiltered' },
    failed: {
      ko: '하이퍼바이저의 VM exit 필터가 막았습니다',
      en: 'a filter of the hypervisor stopped the exit',
    },
  },
  holds: (world, strike) => passes(world, strike, exit),
  facts: (_, strike) => filterFacts(strike),
  counters: (_, strike) => stops(exit.device, exit, strike),
});

/**
 * No filter stops a hypercall (rule K73). A check of bounds compares what the call itself says: it finds
 * an entry that maps too much and an answer that is written too far, and not what an entry within bounds
 * points to.
 */
export const callUnchecked = (
  exit: RawExit & { readonly call: Bounded },
): Need<'call-unchecked'> => ({
  id: 'call-unchecked',
  words: {
    short: { ko: '하이퍼콜 필터 없음', en: 'hypercall unfiltered' },
    failed: {
      ko: '하이퍼바이저의 필터가 그 하이퍼콜을 거부했습니다',
      en: 'a filter of the hypervisor refused the hypercall',
    },
  },
  holds: (world, strike) => passes(world, strike, exit),
  facts: (_, strike) => filterFacts(strike),
  counters: (_, strike) => stops(exit.call, exit, strike),
});
