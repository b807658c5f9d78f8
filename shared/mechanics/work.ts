import type { HostId } from '../world/ids.ts';
import { charge } from '../world/losses.ts';
import type { Host, ScrubPolicy } from '../world/machine/host.ts';
import type { Vm } from '../world/machine/vm.ts';
import type { Watch } from '../world/network.ts';
import type { Pace } from '../world/pace.ts';
import { find, get, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { World } from '../world/world.ts';
import { PER } from './cost/cost.ts';
import { runningCost, runningExits } from './cost/running-cost.ts';
import { warmer } from './cost/translation.ts';
import { heldOf } from './exits/held.ts';
import { loseTicks } from './fidelity/clock.ts';
import { waitsForMemory } from './overcommit.ts';
import { asksFor, CONTENTION, keptFromHost } from './pool/appetite.ts';
import { type Claim, capOf, divide } from './pool/divide.ts';

/** Ticks between two samples of the rates that a view shows. */
const SAMPLE_EVERY = 5;

/**
 * Permille of a host's cycles that its scrub policy costs. Source: the help text of Linux's
 * `init_on_free` and `init_on_alloc` (table C56 of the facts): 3–5 % and under 1 %.
 */
export function scrubTax(policy: ScrubPolicy, pace: Pace): number {
  if (policy === 'on-free') return pace.taxOnFree;
  return policy === 'on-allocate' ? pace.taxOnAllocate : 0;
}

/** Permille of a host's cycles that what watches its switch takes (rule W5). */
function watchTax(watch: Watch, pace: Pace): number {
  if (watch === 'ids') return pace.taxSensor;
  return watch === 'ips' ? pace.taxIps : 0;
}

/** Permille of a host's cycles that agents take: one on its OS, and one in each of its guests (rules S52, S53). */
function agentsTax({ pace }: World, host: Host, running: readonly Vm[]): number {
  let tax = host.edr ? pace.taxEdr : 0;
  for (const { agent } of running) if (agent) tax += pace.taxAgent;
  return tax;
}

/**
 * Permille of a host's cycles that go into its security: scrubbing, a look into its guests, and what
 * watches there. */
function taxOf(world: World, host: Host, running: readonly Vm[]): number {
  const watch = find(world.switches, host.id)?.watch ?? 'none';
  const looks = host.introspection ? world.pace.taxIntrospection : 0;
  const agents = agentsTax(world, host, running);
  return scrubTax(host.scrub, world.pace) + watchTax(watch, world.pace) + looks + agents;
}

/** Kilocycles that jobs take from a host in this tick: defending competes with the guests. */
function jobCycles(world: World, host: HostId): number {
  let sum = 0;
  for (const job of rows(world.jobs)) if (job.host === host) sum += job.cycles;
  return sum;
}

/** A guest's part of a tick, in kilocycles, and what it claims of its host for it. */
interface Part extends Claim {
  readonly vm: Vm;
  /** Whether it waits on the trap desk, and asks for nothing meanwhile. */
  readonly waits: boolean;
  /** What its demand costs here, and how much of that its virtual CPUs can use in a tick; less what they wait. */
  readonly cost: number;
  readonly able: number;
  readonly usable: number;
}

/**
 * How many times what a guest of a foreign CPU wants one of its virtual CPUs can deliver: an
 * appliance was made for a CPU that does a tenth of what a server's core does (our figure).
 */
const FOREIGN_ROOM = 10;

function partOf(world: World, vm: Vm, host: Host): Part {
  const { images, pace, tick } = world;
  const cost = Math.trunc((vm.demand * runningCost(vm, host)) / PER);
  const room = get(images, vm.image).cpu === 'foreign' ? FOREIGN_ROOM : 1;
  const most = Math.trunc((vm.demand * pace.headroom * room) / 1000);
  const able = Math.min(cost, most);
  const ready = Math.trunc((most * (1000 - waitsForMemory(world, vm))) / 1000);
  const usable = Math.min(cost, ready);
  const waits = heldOf(world, vm.id) !== null;
  const asks = waits ? 0 : asksFor(vm, usable, host, tick);
  const { limit, reserved, shares } = vm;
  return { vm, cost, able, usable, waits, asks, limit, reserved, shares };
}

/** Native work that is done with so many of the kilocycles it costs. */
const doneWith = ({ vm, cost }: Part, given: number): number =>
  cost === 0 ? 0 : Math.trunc((vm.demand * given) / cost);

/**
 * Work that a guest leaves undone in a tick for how it is run alone, in kilocycles: more than its virtual
 * CPUs deliver, however idle its host (rule W4).
 */
export function undoneFor(world: World, vm: Vm, host: Host): number {
  const part = partOf(world, vm, host);
  return vm.demand - doneWith(part, part.able);
}

/** The guests that run, by their host. */
function runningByHost({ hosts, vms }: World): readonly Vm[][] {
  const guests: Vm[][] = hosts.map(() => []);
  for (const vm of rows(vms)) if (vm.power === 'running') guests[vm.host]?.push(vm);
  return guests;
}

/**
 * The workload stage (rules W1 to W5, R12): each host's cycles, less jobs and tax, are shared among its
 * running guests by the cost of what they want. What they got done and what they would have got done
 * natively is tallied. Whoever asks for more CPU time than is left for it is not there for the ticks of
 * its timer either (rule F8): slow work alone costs no time. Whose virtual CPU waits on the trap desk gets
 * no cycles at all (rule K81), and a core that does not come back from a guest is nobody's (rule K104).
 */
export function work(turn: Turn): void {
  const { world } = turn;
  const guests = runningByHost(world);
  for (const host of rows(world.hosts)) {
    const running = guests[host.id] ?? [];
    const parts = running.map((vm) => partOf(world, vm, host));
    const kept = keptFromHost(running.filter(({ looping }) => looping).length, host);
    const jobs = Math.min(jobCycles(world, host.id), host.capacity - kept);
    const left = host.capacity - kept - jobs;
    const tax = Math.trunc((left * taxOf(world, host, running)) / 1000);
    // What is flooded is flooded for all (rule R6).
    const flooded = running.some(({ burning }) => burning) ? CONTENTION : 0;
    const there = left - tax - Math.trunc(((left - tax) * flooded) / 1000);
    let used = kept + jobs + tax;
    let short = 0;
    const wanted = parts.reduce((sum, part) => sum + capOf(part, there), 0);
    const shares = divide(parts, there);
    for (const [i, part] of parts.entries()) {
      const taken = shares[i] ?? 0;
      const given = Math.min(taken, part.usable);
      const done = doneWith(part, given);
      const alone = doneWith(part, part.able);
      const most = doneWith(part, part.usable);
      const possible = doneWith(part, Math.min(part.usable, capOf(part, there)));
      charge(turn, 'technique', part.vm.technique, part.vm.demand - alone);
      charge(turn, 'swapped', part.vm.id, alone - most);
      charge(turn, 'limited', part.vm.id, most - possible);
      if (part.waits) charge(turn, 'held', part.vm.id, possible);
      else short += possible - done;
      used += taken;
      world.tally.native += part.vm.demand;
      world.tally.useful += done;
      if (world.tick % SAMPLE_EVERY === 0) {
        sample(part.vm, host, done);
        loseTicks(part.vm, part.usable === 0 ? 1000 : Math.trunc((given * 1000) / part.usable));
      }
    }
    if (short > 0) blame(turn, host.id, short, { missing: wanted - there, jobs, tax });
    if (world.tick % SAMPLE_EVERY === 0) {
      // What is shared out is rounded down: where more is wanted than there is, all of it is used.
      host.load = wanted >= there ? 1000 : Math.trunc((used * 1000) / host.capacity);
    }
  }
}

/** Where a host was short of cycles, jobs answer for what they took of them, then its upkeep. */
function blame(
  turn: Turn,
  host: HostId,
  short: number,
  { missing, jobs, tax }: Readonly<Record<'missing' | 'jobs' | 'tax', number>>,
): void {
  const part = (cycles: number): number =>
    Math.trunc((short * Math.max(0, Math.min(missing, cycles))) / missing);
  const byJobs = part(jobs);
  const byUpkeep = part(jobs + tax) - byJobs;
  charge(turn, 'jobs', host, byJobs);
  charge(turn, 'upkeep', host, byUpkeep);
  charge(turn, 'crowded', host, short - byJobs - byUpkeep);
}

/**
 * What the view shows of a guest: its share of what it wants, how often it leaves itself, and how much of
 * its kernel its translator has met by now (rule K102).
 */
function sample(vm: Vm, host: Host, done: number): void {
  vm.served = vm.demand === 0 ? 1000 : Math.trunc((done * 1000) / vm.demand);
  const rate = runningExits(vm, host);
  if (done > 0) vm.translated = warmer(vm.translated);
  vm.exits = rounded(Math.trunc((done * SAMPLE_EVERY * rate) / (PER / 1000)));
}

/** To two significant digits: a rate that trembles would be news in every second. */
function rounded(rate: number): number {
  let unit = 1;
  while (rate / unit >= 100) unit *= 10;
  return Math.trunc(rate / unit) * unit;
}
