import type { Followed, Kind } from '../../../world/machine/trap.ts';
import type { Technique } from '../../../world/machine/vm.ts';
import { CHECK } from '../../cost/checks.ts';
import { IN_HYPERVISOR, TRANSLATED_CALL, toDeviceModel } from '../../cost/handling.ts';
import { BATCH, type CostTraits, MERGED, NATIVE, SHADOW_UPDATE } from '../../cost/prices.ts';
import { flushCycles } from '../../cost/taxes.ts';
import { entryCycles, exitCycles } from '../../cost/transition.ts';
import { acting, alone, driverOf, type Stage, type Turnout } from './stage.ts';

const app = acting('app', 'non-root', 3);
const kernel = acting('guest-kernel', 'non-root', 0);
const guestCpu = acting('cpu', 'non-root', 0);
const cpu = acting('cpu', 'root', 0);
const hypervisor = acting('hypervisor', 'root', 0);
const model = acting('device-model', 'root', 3);

/**
 * The nine steps of VT-x around what a hypervisor does about an exit (FACTS, A2), and what the guest
 * does before and after.
 */
export function around(
  host: CostTraits,
  before: readonly Stage[],
  work: readonly Stage[],
  after: readonly Stage[],
): Stage[] {
  const { year, l1Flush = false } = host;
  return [
    ...before,
    guestCpu('intercept'),
    cpu('exit', exitCycles(year)),
    ...work,
    ...(l1Flush ? [hypervisor('flushesL1', flushCycles(host))] : []),
    guestCpu('entry', entryCycles(year)),
    ...after,
  ];
}

/** Whether two such operations of a hardware-assisted guest make one exit where exits are merged (rule K103). */
const isMergeable = (kind: Followed, technique: Technique, host: CostTraits): boolean =>
  host.nested !== true &&
  ((kind === 'device' && technique === 'hvm') ||
    (kind === 'pageTable' &&
      (technique === 'hvm' || technique === 'hybrid') &&
      !host.nestedPaging));

/** Whether they make one on that host as it is. */
export const isMerged = (kind: Followed, technique: Technique, host: CostTraits): boolean =>
  host.exitMerging === true && isMergeable(kind, technique, host);

/** Whether merging exits would spare a guest of that technique anything on that host. */
export const canMerge = (technique: Technique, host: CostTraits): boolean =>
  isMergeable('device', technique, host) || isMergeable('pageTable', technique, host);

/**
 * A touch of an emulated device. A source gives its whole way: of that, deciding what is to be done is
 * taken to cost what an exit costs that the hypervisor answers by itself (F6), the model's own work what
 * it costs where nothing is left for it (C23), and the rest is the way to the model and back.
 */
function touch(host: CostTraits, { checked, refused, held = false }: Turnout): Stage[] {
  const touches = isMerged('device', 'hvm', host) ? MERGED : 1;
  const handed = toDeviceModel(host.year) - IN_HYPERVISOR - TRANSLATED_CALL;
  const work = [
    hypervisor('dispatch', touches * IN_HYPERVISOR),
    ...(checked ? [hypervisor('check', touches * CHECK)] : []),
    ...(held ? [hypervisor('holds')] : []),
    ...(refused
      ? [hypervisor('refuse')]
      : [
          hypervisor('handOver', touches * handed),
          model('emulate', touches * TRANSLATED_CALL),
          driverOf(host, 'root')('realDevice', touches * NATIVE.device),
          hypervisor('result'),
        ]),
  ];
  return around(host, [kernel('touch')], work, [kernel(refused ? 'faults' : 'continues')]);
}

/** Requests on a ring that a driver and its back end share, with one exit for a batch (rule F7). */
function kick(host: CostTraits, { checked, refused, held = false }: Turnout): Stage[] {
  const work = [
    hypervisor('dispatch', IN_HYPERVISOR),
    ...(checked ? [hypervisor('check', CHECK)] : []),
    ...(held ? [hypervisor('holds')] : []),
    hypervisor(refused ? 'refuse' : 'notify'),
  ];
  const after = [kernel(refused ? 'faults' : 'goesOn')];
  const kicked = around(host, [kernel('rings'), kernel('kick')], work, after);
  if (refused) return kicked;
  return [...kicked, driverOf(host, 'root')('drain', BATCH * NATIVE.device)];
}

/**
 * The stages of an operation of a hardware-assisted guest. A system call never leaves it (rule K4).
 * @param rings whether its drivers are paravirtual
 */
export function assistedStages(
  kind: Kind,
  host: CostTraits,
  rings: boolean,
  turnout: Turnout,
): Stage[] {
  const native = NATIVE[kind];
  switch (kind) {
    case 'compute':
      return alone(app, 'direct', kind);
    case 'syscall':
      return [app('calls'), guestCpu('toKernel'), kernel('serves', native), app('returns')];
    case 'device':
      return rings ? kick(host, turnout) : touch(host, turnout);
    case 'pageTable':
      if (host.nestedPaging) return alone(kernel, 'ownTable', kind);
      return around(
        host,
        [kernel('writesTable')],
        [hypervisor('shadow', (isMerged(kind, 'hvm', host) ? MERGED : 1) * SHADOW_UPDATE)],
        [kernel('goesOn')],
      );
    case 'interrupt':
      return around(
        host,
        [guestCpu('arrives')],
        [hypervisor('queues', IN_HYPERVISOR)],
        [kernel('handles', native)],
      );
    case 'halt':
      return around(
        host,
        [kernel('halts')],
        [hypervisor('schedules', IN_HYPERVISOR)],
        [kernel('wakes', native)],
      );
    case 'cpuid':
      return around(
        host,
        [app('asksCpuid', native)],
        [hypervisor('answersCpuid', IN_HYPERVISOR)],
        [app('appGoesOn')],
      );
  }
}
