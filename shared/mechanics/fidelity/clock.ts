import { TICKS_PER_MINUTE, TICKS_PER_SECOND, type Tick } from '../../world/ids.ts';
import type { Technique, Vm } from '../../world/machine/vm.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';

const MS_PER_TICK = 1000 / TICKS_PER_SECOND;

/**
 * Permille of the CPU time that a guest asks for, below which its host no longer delivers the ticks
 * that are due: above it the backlog is caught up by ticks in quicker succession (our figure).
 */
const CATCHES_UP = 800;

/**
 * Milliseconds beyond which a clock lies. Source: ntpd slews a smaller offset away at half a
 * millisecond a second, and sets the clock in one step beyond this (`tinker step`, 0.128 s).
 */
export const TRUSTED = 128;

/**
 * Whether a guest keeps time by counting the ticks of an emulated timer. Whoever has a paravirtual
 * clock reads what the hypervisor keeps (pvclock, Xen's time page, Hyper-V's reference time), and the
 * host's agent sets it when it was away (our simplification: the agent is there wherever the drivers
 * are); a container's clock is its host's. Source: Linux,
 * `Documentation/virt/kvm/x86/timekeeping.rst` §4.1: the host "may not be able to deliver the proper
 * number of interrupts per second, and so guest time may fall behind".
 */
export function countsTicks(technique: Technique): boolean {
  switch (technique) {
    case 'hvm':
    case 'bt':
    case 'emulation':
      return true;
    case 'hybrid':
    case 'para':
    case 'container':
    case 'native':
      return false;
  }
}

/**
 * A second in which a guest was scheduled for so many permille of the time that it asked for: a
 * starved one loses the ticks that were due meanwhile (rule F8).
 */
export function loseTicks(vm: Vm, scheduled: number): void {
  if (scheduled >= CATCHES_UP || !countsTicks(vm.technique)) return;
  vm.clockLag += 1000 - scheduled;
  if (vm.clockCause === '') vm.clockCause = 'starved';
}

/** Its memory is as it was so long ago, and its clock with it (rule F9). */
export function turnBack(vm: Vm, ago: Tick): void {
  if (!countsTicks(vm.technique) || ago === 0) return;
  vm.clockLag = ago * MS_PER_TICK;
  vm.clockCause = 'rolled-back';
}

/** It has the time: a guest that boots reads it from its emulated RTC, which follows the host (rule F9). */
export function setRight(vm: Vm): void {
  vm.clockLag = 0;
  vm.clockCause = '';
}

export const clockLies = ({ clockLag }: Pick<Vm, 'clockLag'>): boolean => clockLag > TRUSTED;

/**
 * The time service stage: what a guest runs to keep its clock looks once a minute and sets it (rule
 * F9). Source: ntpd asks once in a minute to seventeen, VMware's driver in NetBSD once a minute
 * (`vmt(4)`); that one look is enough is our figure.
 */
export function timeService({ world }: Turn): void {
  if (world.tick % TICKS_PER_SECOND !== 0) return;
  for (const vm of rows(world.vms)) {
    if (vm.clockLag === 0 || vm.power !== 'running') continue;
    if ((world.tick - vm.bornAt) % TICKS_PER_MINUTE < TICKS_PER_SECOND) setRight(vm);
  }
}
