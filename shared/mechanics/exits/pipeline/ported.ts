import type { Kind } from '../../../world/machine/trap.ts';
import { CHECK } from '../../cost/checks.ts';
import { BATCH, type CostTraits, FAST_HANDLER, NATIVE, TABLES_AGAIN } from '../../cost/prices.ts';
import { hypercallCycles } from '../../cost/transition.ts';
import { kernelRing } from '../../processor/kernel-ring.ts';
import { wordSizeOf } from '../../processor/word-size.ts';
import { acting, alone, driverOf, type Stage, type Turnout } from './stage.ts';

const app = acting('app', null, 3);
const cpu = acting('cpu', null, 0);
const hypervisor = acting('hypervisor', null, 0);

/** A system call goes past the hypervisor on 32 bits, and through it, there and back, on 64 (I-3). */
function systemCall(host: CostTraits): Stage[] {
  const kernel = acting('guest-kernel', null, kernelRing('para', host) ?? 0);
  if (wordSizeOf(host) === 32) {
    const gate = acting('cpu', null, 1);
    return [
      app('calls'),
      gate('fastHandler', FAST_HANDLER),
      kernel('serves', NATIVE.syscall),
      app('returns'),
    ];
  }
  return [
    app('calls'),
    cpu('trapsToHypervisor', NATIVE.syscall),
    hypervisor('bounces', TABLES_AGAIN),
    kernel('serves', NATIVE.syscall),
    hypervisor('returnsByCall', NATIVE.syscall),
    app('returns'),
  ];
}

/** The stages of an operation of a ported guest: it asks for what it is not allowed (table A2). */
export function portedStages(kind: Kind, host: CostTraits, { checked }: Turnout): Stage[] {
  const kernel = acting('guest-kernel', null, kernelRing('para', host) ?? 0);
  const call = cpu('hypercall', hypercallCycles(host.year));
  switch (kind) {
    case 'compute':
      return alone(app, 'direct', kind);
    case 'cpuid':
      return alone(app, 'nativeCpuid', kind);
    case 'syscall':
      return systemCall(host);
    case 'device':
      return [
        kernel('rings'),
        call,
        hypervisor('notify'),
        kernel('goesOn'),
        driverOf(host, null)('drain', BATCH * NATIVE.device),
      ];
    case 'pageTable':
      return [
        kernel('collects', BATCH * NATIVE.pageTable),
        call,
        ...(checked ? [hypervisor('audits', CHECK)] : []),
        hypervisor('validates'),
        kernel('goesOn'),
      ];
    case 'interrupt':
      return [
        cpu('arrives'),
        hypervisor('event', hypercallCycles(host.year)),
        kernel('handles', NATIVE.interrupt),
      ];
    case 'halt':
      return [kernel('blocks'), call, hypervisor('schedules'), kernel('wakes', NATIVE.halt)];
  }
}
