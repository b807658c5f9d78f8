import type { HostId } from '../world/ids.ts';
import { charge } from '../world/losses.ts';
import type { Host, ScrubPolicy } from '../world/machine/host.ts';
import type { Vm } from '../world/machine/vm.ts';
import { MIXES, WORKLOADS } from '../world/machine/workload.ts';
import type { Watch } from '../world/network.ts';
import type { Pace } from '../world/pace.ts';
import { find, get, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { World } from '../world/world.ts';
import { exitsOf, PER } from './cost/cost.ts';
import { guestCost } from './cost/guest-cost.ts';
import { loseTicks } from './fidelity/clock.ts';
import { shareOf } from './sharing.ts';

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

/** Permille of a host's cycles that go into its security: scrubbing, and a sensor in its switch. */
function taxOf(world: World, host: Host): number {
  const watch = find(world.switches, host.id)?.watch ?? 'none';
  return scrubTax(host.scrub, world.pace) + watchTax(watch, world.pace);
}

/** Kilocycles that jobs take from a host in this tick: defending competes with the guests. */
function jobCycles(world: World, host: HostId): number {
  let sum = 0;
  for (const job of rows(world.jobs)) if (job.host === host) sum += job.cycles;
  return sum;
}

/** A guest's part of a tick, in kilocycles. */
interface Part {
  readonly vm: Vm;
  /** What its demand costs here, and how much of that its virtual CPUs can use in a tick. */
  readonly cost: number;
  readonly usable: number;
}

/**
 * How many times what a guest of a foreign CPU wants one of its virtual CPUs can deliver: an
 * appliance was made for a CPU that does a tenth of what a server's core does (our figure).
 */
const FOREIGN_ROOM = 10;

function partOf({ images, pace }: World, vm: Vm, host: Host): Part {
  const cost = Math.trunc((vm.demand * guestCost(vm, host)) / PER);
  const room = get(images, vm.image).cpu === 'foreign' ? FOREIGN_ROOM : 1;
  const most = Math.trunc((vm.demand * pace.headroom * room) / 1000);
  return { vm, cost, usable: Math.min(cost, most) };
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
  return vm.demand - doneWith(part, part.usable);
}

/**
 * The workload stage (rules W1 to W5): each host's cycles, less jobs and tax, are shared among its
 * running guests by the cost of what they want. What they got done and what they would have got done
 * natively is tallied. Whoever asks for more CPU time than is left for it is not there for the ticks of
 * its timer either (rule F8): slow work alone costs no time.
 */
export function work(turn: Turn): void {
  const { world } = turn;
  for (const host of rows(world.hosts)) {
    const parts: Part[] = [];
    let wanted = 0;
    for (const vm of rows(world.vms)) {
      if (vm.host !== host.id || vm.power !== 'running') continue;
      const part = partOf(world, vm, host);
      parts.push(part);
      wanted += part.usable;
    }
    const jobs = Math.min(jobCycles(world, host.id), host.capacity);
    const left = host.capacity - jobs;
    const tax = Math.trunc((left * taxOf(world, host)) / 1000);
    const there = left - tax;
    let used = jobs + tax;
    let short = 0;
    for (const part of parts) {
      const given = shareOf(part.usable, wanted, there);
      const done = doneWith(part, given);
      const possible = doneWith(part, part.usable);
      charge(turn, 'technique', part.vm.technique, part.vm.demand - possible);
      short += possible - done;
      used += given;
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

/** What the view shows of a guest: its share of what it wants, and how often it leaves itself. */
function sample(vm: Vm, host: Host, done: number): void {
  vm.served = vm.demand === 0 ? 1000 : Math.trunc((done * 1000) / vm.demand);
  const rate = exitsOf(MIXES[WORKLOADS[vm.workload].mix], vm.technique, host);
  vm.exits = rounded(Math.trunc((done * SAMPLE_EVERY * rate) / (PER / 1000)));
}

/** To two significant digits: a rate that trembles would be news in every second. */
function rounded(rate: number): number {
  let unit = 1;
  while (rate / unit >= 100) unit *= 10;
  return Math.trunc(rate / unit) * unit;
}
