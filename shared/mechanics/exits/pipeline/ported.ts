import type { WordSize } from '../../../world/machine/host.ts';
import type { HypercallName } from '../../../world/machine/hypercall.ts';
import type { Kind } from '../../../world/machine/trap.ts';
import { CHECK } from '../../cost/checks.ts';
import { BATCH, type CostTraits, FAST_HANDLER, NATIVE, TABLES_AGAIN } from '../../cost/prices.ts';
import { hypercallCycles } from '../../cost/transition.ts';
import { kernelRing } from '../../processor/kernel-ring.ts';
import { wordSizeOf } from '../../processor/word-size.ts';
import { type Acting, acting, alone, driverOf, type Stage, type Turnout } from './stage.ts';

const app = acting('app', null, 3);
const cpu = acting('cpu', null, 0);
const hypervisor = acting('hypervisor', null, 0);

const kernelOf = (wordSize: WordSize): Acting =>
  acting('guest-kernel', null, kernelRing('para', wordSize) ?? 0);

/**
 * A system call goes past a 32-bit hypervisor, and through a 64-bit one, there and back, whatever the
 * word size of the guest (I-3).
 */
function systemCall(host: CostTraits, wordSize: WordSize): Stage[] {
  const kernel = kernelOf(wordSize);
  if (wordSizeOf(host) === 32) {
    const gate = acting('cpu', null, 1);
    return [
      app('calls'),
      gate('fastHandler', FAST_HANDLER),
      kernel('serves', NATIVE.syscall),
      app('returns'),
    ];
  }
  if (wordSize === 32) {
    return [
      app('calls'),
      cpu('entersHypervisor', NATIVE.syscall),
      hypervisor('reflects', TABLES_AGAIN),
      kernel('serves', NATIVE.syscall),
      { ...hypervisor('returnsByCall', NATIVE.syscall), call: 'iret' },
      app('returns'),
    ];
  }
  return [
    app('calls'),
    cpu('trapsToHypervisor', NATIVE.syscall),
    hypervisor('bounces', TABLES_AGAIN),
    kernel('serves', NATIVE.syscall),
    { ...hypervisor('returnsByCall', NATIVE.syscall), call: 'iret' },
    app('returns'),
  ];
}

/** The stages of an operation of a ported guest: it asks for what it is not allowed (table A2). */
export function portedStages(
  kind: Kind,
  host: CostTraits,
  { checked, refused, held = false, audited = false, call }: Turnout,
  wordSize: WordSize,
): Stage[] {
  const kernel = kernelOf(wordSize);
  const calls = (name: HypercallName): Stage => ({
    ...cpu('hypercall', hypercallCycles(host.year)),
    call: name,
  });
  const looked = [
    ...(audited ? [hypervisor('audits', CHECK)] : []),
    ...(checked ? [hypervisor('checksCall', CHECK)] : []),
    ...(held ? [hypervisor('holds')] : []),
  ];
  const turnedDown = [hypervisor('refusesCall'), kernel('getsError')];
  if (call === 'memory_op') {
    return [
      kernel('asksMemory'),
      calls(call),
      ...looked,
      ...(refused ? turnedDown : [hypervisor('exchanges'), kernel('goesOn')]),
    ];
  }
  switch (kind) {
    case 'compute':
      return alone(app, 'direct', kind);
    case 'cpuid':
      return alone(app, 'nativeCpuid', kind);
    case 'syscall':
      return systemCall(host, wordSize);
    case 'device':
      return [
        kernel('rings'),
        calls('event_channel_op'),
        hypervisor('notify'),
        kernel('goesOn'),
        driverOf(host, null)('drain', BATCH * NATIVE.device),
      ];
    case 'pageTable':
      return [
        kernel('collects', BATCH * NATIVE.pageTable),
        calls('mmu_update'),
        ...looked,
        ...(refused ? turnedDown : [hypervisor('validates'), kernel('goesOn')]),
      ];
    case 'interrupt':
      return [
        cpu('arrives'),
        hypervisor('event', hypercallCycles(host.year)),
        kernel('handles', NATIVE.interrupt),
      ];
    case 'halt':
      return [
        kernel('blocks'),
        calls('sched_op'),
        hypervisor('schedules'),
        kernel('wakes', NATIVE.halt),
      ];
  }
}
