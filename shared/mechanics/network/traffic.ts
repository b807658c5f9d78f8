import { fact, provenanceOf } from '../../world/fact.ts';
import { type FlowId, NONE, TICKS_PER_SECOND, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { type Flow, type FlowState, SERVICES, type Switch, WATCHES } from '../../world/network.ts';
import { find, get, rows, type Table } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { isOnSwitch } from './card.ts';
import { blocksExploit, looksLikeAttack, overload } from './ips.ts';
import { reaches, routeOf } from './path.ts';
import { leaveTrail } from './trail.ts';

type Ends = Pick<Flow, 'from' | 'to' | 'service'>;

/**
 * The traffic stage, once a second: what services live on, and what becomes of it on its way (rule
 * N9). A VM is cut off from as many of its flows as do not get through: those that it sends, and
 * those that come to it from the internet. What looks like an attack is told of by what watches it
 * (rule N11).
 */
export function traffic(turn: Turn): void {
  const { world } = turn;
  if (world.tick % TICKS_PER_SECOND !== 0) return;
  overload(turn);
  settle(world, wanted(world));
  const cutOff = new Map<number, number>();
  for (const flow of rows(world.flows)) {
    const state = stateOf(world, flow);
    if (flow.state !== state) flow.state = state;
    if (looksLikeAttack(world, flow)) comeByEyes(turn, flow);
    if (state === 'delivered') continue;
    const owner = whose(flow);
    cutOff.set(owner, (cutOff.get(owner) ?? 0) + 1);
  }
  for (const vm of rows(world.vms)) vm.cutOff = cutOff.get(vm.id) ?? 0;
}

/** Who lives on a flow: its sender, or whoever is called from the internet. */
const whose = ({ from, to }: Ends): VmId | 0 => (from === NONE ? to : from);

/** Every flow that the VMs that run live on. */
function wanted(world: World): Ends[] {
  const running: Vm[] = [];
  for (const vm of rows(world.vms)) if (vm.power === 'running') running.push(vm);
  const flows: Ends[] = [];
  for (const vm of running) {
    const workload = WORKLOADS[vm.workload];
    if (workload.public) flows.push({ from: NONE, to: vm.id, service: workload.serves });
    for (const used of workload.uses) {
      const service = WORKLOADS[used].serves;
      for (const peer of running) {
        if (peer.workload !== used || peer.tenant !== vm.tenant || peer.id === vm.id) continue;
        flows.push({ from: vm.id, to: peer.id, service });
      }
    }
  }
  return flows;
}

/**
 * Makes the table hold these flows and no others. Those that are in it stay the same rows; new ones
 * take the places of those that ended, so that the table is never longer than it ever had to be.
 */
function settle(world: World, flows: readonly Ends[]): void {
  const missing = new Map<number, Ends>();
  for (const ends of flows) missing.set(keyOf(ends), ends);
  let changed = false;
  for (const flow of rows(world.flows)) {
    if (missing.delete(keyOf(flow))) continue;
    changed = true;
    break;
  }
  if (!changed && missing.size === 0) return;
  world.flows = rebuilt(world, flows);
}

function rebuilt(world: World, flows: readonly Ends[]): Table<Flow> {
  const missing = new Map<number, Ends>();
  for (const ends of flows) missing.set(keyOf(ends), ends);
  const table: Table<Flow> = world.flows.map((flow) =>
    flow !== null && missing.delete(keyOf(flow)) ? flow : null,
  );
  let place = 1;
  for (const ends of missing.values()) {
    while (place < table.length && table[place] !== null) place += 1;
    table[place] = { id: place as FlowId, ...ends, state: stateOf(world, ends), eyes: 0 };
  }
  while (table.length > 1 && table.at(-1) === null) table.pop();
  return table;
}

const MOST_VMS = 65_536;
const MOST_HOSTS = 64;

/** One number for the two ends and the service: cheaper to compare than a text. */
function keyOf({ from, to, service }: Ends): number {
  return (from * MOST_VMS + to) * SERVICES.length + SERVICES.indexOf(service);
}

function stateOf(world: World, { from, to, service }: Ends): FlowState {
  if (drops(gateOf(world, from), world.tick) || drops(gateOf(world, to), world.tick))
    return 'dropped';
  if (!reaches(world, from, to, service)) return 'denied';
  const suspect = looksLikeAttack(world, { from, to });
  return suspect && blocksExploit(world, from, to, service) ? 'blocked' : 'delivered';
}

/**
 * A lawful flow that matches a signature comes by what watches its way. Each watch is shown it once:
 * it is told of again when it goes another way, or when something else watches it.
 */
function comeByEyes(turn: Turn, flow: Flow): void {
  const { world } = turn;
  const { from, to, service } = flow;
  if (flow.state !== 'delivered' && flow.state !== 'blocked') return;
  const eyes = eyesOn(world, flow);
  if (eyes === flow.eyes) return;
  flow.eyes = eyes;
  if (eyes === 0) return;
  const owner = get(world.vms, whose(flow) as VmId);
  const cause = provenanceOf(world, fact('vms', owner.id, 'power'));
  const origin = { actor: { kind: 'tenant', id: owner.tenant }, cause } as const;
  leaveTrail(turn, { nature: 'exploit', from, to, service }, origin);
}

/** What watches the way of a flow, and where, as one number; 0: nothing does. */
function eyesOn(world: World, { from, to }: Ends): number {
  const { switches, uplink } = routeOf(world, from, to);
  let eyes = uplink ? WATCHES.indexOf(find(world.wires, 1)?.watch ?? 'none') : 0;
  for (const host of switches) {
    const watch = find(world.switches, host)?.watch ?? 'none';
    eyes = eyes * MOST_HOSTS + (watch === 'none' ? 0 : host * WATCHES.length);
    eyes += WATCHES.indexOf(watch);
  }
  return eyes;
}

const gateOf = (world: World, vm: VmId | 0): Switch | null =>
  isOnSwitch(world, vm) ? find(world.switches, find(world.vms, vm)?.host ?? NONE) : null;

/** Whether a switch is taking in a policy (rule N6), or cannot keep up (N13). */
const drops = (gate: Switch | null, tick: number): boolean =>
  gate !== null && (gate.overloaded || gate.dropsUntil > tick);

/** The first flow that a VM is cut off from. */
export function firstStopped(world: World, vm: VmId): Flow | null {
  for (const flow of rows(world.flows)) {
    if (flow.state !== 'delivered' && whose(flow) === vm) return flow;
  }
  return null;
}

/** Which switch on its way drops a flow, or did so last. */
export function dropperOf(world: World, { from, to }: Ends): Switch | null {
  const gates = [gateOf(world, from), gateOf(world, to)].filter((gate) => gate !== null);
  const since = ({ overloaded, dropsUntil }: Switch): number =>
    overloaded ? Number.POSITIVE_INFINITY : dropsUntil;
  return gates.reduce<Switch | null>(
    (worst, gate) => (worst === null || since(gate) > since(worst) ? gate : worst),
    null,
  );
}
