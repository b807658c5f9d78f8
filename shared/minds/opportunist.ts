import type { RedView } from '../view/red.ts';
import type { MindMemory } from '../world/attacker.ts';
import type { Decision, Mind } from './mind.ts';

const SEARCH = 'res-mem-unscrubbed';

function decide(
  view: RedView,
  reason: string,
  change: Partial<MindMemory>,
  act: Decision['act'],
): Decision {
  const searched = [...(change.searched ?? view.memory.searched)];
  return { act, memory: { ...view.memory, ...change, searched, reason } };
}

/**
 * Does the first thing that works: rents a VM, reads through its memory, gives it back for another.
 * It thinks for a while before each act, and rests after a find.
 */
export const opportunist: Mind = (view) => {
  const { memory, tick, pace } = view;
  const rest = (reason: string): Decision => decide(view, reason, {}, null);
  if (view.phase !== 'live') return rest('waiting-for-live');
  if (view.busy.length > 0) return rest('busy');
  if (tick < memory.waitUntil) return rest(memory.reason);
  const think = tick + pace.think;

  const unread = view.vms.find(
    (vm) => vm.power === 'running' && !memory.searched.includes(vm.number),
  );
  if (unread) {
    const searched = [...memory.searched, unread.number];
    return decide(
      view,
      'read-own-memory',
      { searched, lootBefore: view.loot, waitUntil: think },
      {
        attack: SEARCH,
        args: { vm: unread.number },
      },
    );
  }
  if (view.waiting) return rest('waiting-for-vm');
  const spent = view.vms.find(
    (vm) => vm.power === 'running' && memory.searched.includes(vm.number),
  );
  if (spent) {
    // A find is worth a rest: whoever comes straight back is looked at.
    const pause = view.loot > memory.lootBefore ? pace.afterSuccess : pace.think;
    return decide(
      view,
      'give-back',
      { waitUntil: tick + pause },
      {
        attack: 'entry-return',
        args: { vm: spent.number },
      },
    );
  }
  return decide(
    view,
    'rent-a-vm',
    { asked: memory.asked + 1, waitUntil: think },
    {
      attack: 'entry-tenant',
      args: {},
    },
  );
};
