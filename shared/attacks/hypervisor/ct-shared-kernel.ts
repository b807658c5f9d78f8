import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import type { VmId } from '../../world/ids.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { type Attack, atTheEnd, type Striker } from '../attack.ts';
import type { Strike } from '../need.ts';
import { callsUnfiltered, sharesKernel } from '../needs/container.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, originOf, seize } from '../needs/escape.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';

/** The call, made from wherever they have code in a container: it need be no more than ring 3. */
function call(turn: Turn, by: Striker, { vm = 0 }: Strike): void {
  const row = find(turn.world.vms, vm);
  if (row?.technique !== 'container' || row.power !== 'running') return;
  if (ringOf(turn.world, by.attacker.id, vm) === 'none') return;
  record(turn, { kind: 'syscall', vm: vm as VmId, host: row.host }, originOf(by));
}

/**
 * B14: one kernel for all. A flaw in the kernel that containers share is reached by a system call of
 * any of them, and whoever owns that kernel owns them all. The same flaw in a VM's kernel is that
 * guest's alone. The call that this one takes is open to whoever may make a user namespace, as Linux
 * lets anybody; the usual profile of a filter of system calls refuses it.
 * Source: CVE-2022-0185 (heap overflow in the file-system context).
 */
export const ctSharedKernel: Attack = {
  id: 'ct-shared-kernel',
  catalogue: 'B14',
  target: 2,
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'fs-context',
  needs: [guestRuns, codeInGuest, onThisHost, sharesKernel, hostUnpatched, callsUnfiltered],
  length: (tempo) => tempo.privilege + tempo.act,
  resolve: escapeStrike('fs-context'),
  strikes: atTheEnd,
  opening: call,
  trace: call,
  effect: seize,
  prospects: (known) =>
    escapes(
      known,
      'ct-shared-kernel',
      'fs-context',
      'user',
      (vm) => about(known, vm, 'technique') === 'container' && about(known, vm, 'seccomp') !== 1,
    ).map((prospect) => ({ ...prospect, sure: true })),
};
