import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import type { HeldId, Seq, VmId } from '../../world/ids.ts';
import type { HeldExit, Ruling, TrapChoice } from '../../world/machine/held.ts';
import type { Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { stopVm } from '../lifecycle.ts';
import { isOver } from './bounds.ts';
import { trapOf, verdictOf } from './filter.ts';
import type { RawExit } from './sample.ts';

/** The events behind the filters that an exit of a VM has to pass. */
const filterStamps = (world: World, vm: VmId, host: Host): Seq[] => [
  provenanceOf(world, fact('vms', vm, 'filters')),
  provenanceOf(world, fact('hosts', host.id, 'filters')),
];

/** Puts an exit on the desk: its virtual CPU waits from now on (rules K80, K81). */
export function putOnDesk(turn: Turn, vm: Vm, exit: RawExit, bound: number): void {
  const { world } = turn;
  const trap = trapOf(exit);
  if (trap === null) return;
  const { reason, device, call, operand } = exit;
  const id = world.held.length as HeldId;
  const until = world.tick + world.pace.holdLength;
  const what = { reason, device, call, operand, bound };
  world.held.push({ id, host: vm.host, vm: vm.id, ...what, heldAt: world.tick, until });
  emit(turn, 'trap-held', {
    actor: NATURE,
    subjects: [`vms/${vm.id}`, `hosts/${vm.host}`],
    causes: filterStamps(world, vm.id, get(world.hosts, vm.host)),
    data: { vm: vm.id, host: vm.host, trap },
  });
}

/** Whether a decision says of everything of its kind what another one may say of a part of it. */
const isWhole = ({ verdict, over }: Ruling): boolean => (verdict === 'emulate') === over;

const outlives = (old: Ruling, now: Ruling): boolean =>
  old.trap !== now.trap || (!isWhole(now) && old.over !== now.over);

/** Does what was decided of an exit on the desk, and lets what is alike have the same for a while (K82). */
export function settleTrap(
  turn: Turn,
  card: HeldExit,
  choice: TrapChoice,
  by: { readonly actor: Actor; readonly causes: readonly Seq[] },
): void {
  const { world } = turn;
  const { vm, host, operand, bound } = card;
  const trap = trapOf(card);
  world.held[card.id] = null;
  if (trap === null) return;
  const decided = emit(turn, 'trap-decided', {
    actor: by.actor,
    subjects: [`vms/${vm}`, `hosts/${host}`],
    causes: [...by.causes, ...filterStamps(world, vm, get(world.hosts, host))],
    data: { vm, host, trap, choice, operand, bound },
  });
  if (choice === 'stop') {
    stopVm(turn, vm, decided);
    return;
  }
  const over = isOver(operand, bound);
  const ruling = { trap, verdict: choice, over, until: world.tick + world.pace.rulingLength };
  const others = get(world.vms, vm).rulings.filter((old) => outlives(old, ruling));
  setFact(world, 'vms', vm, 'rulings', [...others, ruling], decided);
}

/**
 * The desk stage: decisions whose time is over stand no more; what a filter answers by now, and what
 * nobody decided of in time, is refused; of what is off, moved or gone nothing waits (rules K81, K82).
 */
export function trapDesk(turn: Turn): void {
  const { world } = turn;
  for (const vm of rows(world.vms)) {
    if (vm.rulings.length === 0 || vm.rulings.every(({ until }) => until > world.tick)) continue;
    const left = vm.rulings.filter(({ until }) => until > world.tick);
    const cause = provenanceOf(world, fact('vms', vm.id, 'rulings'));
    setFact(world, 'vms', vm.id, 'rulings', left, cause);
  }
  for (const card of rows(world.held)) {
    const vm = find(world.vms, card.vm);
    if (vm?.power !== 'running' || vm.host !== card.host) {
      world.held[card.id] = null;
      continue;
    }
    const filters = filtersOn(get(world.hosts, vm.host), vm);
    if (card.until > world.tick && verdictOf(filters, card) === 'emulated') continue;
    settleTrap(turn, card, 'refuse', { actor: NATURE, causes: [] });
  }
}
