import type { Host, ScrubPolicy } from '../world/host.ts';
import type { HostId } from '../world/ids.ts';
import type { Pace } from '../world/pace.ts';
import { rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { Vm } from '../world/vm.ts';
import type { World } from '../world/world.ts';

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

/** Kilocycles that jobs take from a host in this tick: defending competes with the guests. */
function jobCycles(world: World, host: HostId): number {
  let sum = 0;
  for (const job of rows(world.jobs)) if (job.host === host) sum += job.cycles;
  return sum;
}

/**
 * The workload stage (rules W1 to W3): each host's cycles, less jobs and tax, are shared among its
 * running guests by what they want. What they got and what they would have got natively is tallied.
 */
export function work(turn: Turn): void {
  const { world } = turn;
  for (const host of rows(world.hosts)) {
    const guests: Vm[] = [];
    let wanted = 0;
    for (const vm of rows(world.vms)) {
      if (vm.host !== host.id || vm.power !== 'running') continue;
      guests.push(vm);
      wanted += vm.demand;
    }
    const jobs = Math.min(jobCycles(world, host.id), host.capacity);
    const left = host.capacity - jobs;
    const usable = left - Math.trunc((left * scrubTax(host.scrub, world.pace)) / 1000);
    const given = Math.min(wanted, usable);
    world.tally.native += wanted;
    world.tally.useful += given;
    if (world.tick % SAMPLE_EVERY === 0) sample(host, guests, wanted, given, jobs);
  }
}

function sample(
  host: Host,
  guests: readonly Vm[],
  wanted: number,
  given: number,
  jobs: number,
): void {
  host.load = Math.trunc(((given + jobs) * 1000) / host.capacity);
  const share = wanted === 0 ? 1000 : Math.trunc((given * 1000) / wanted);
  for (const vm of guests) vm.served = share;
}
