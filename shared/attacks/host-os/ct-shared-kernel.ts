import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import type { VmId } from '../../world/ids.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack, type Striker } from '../attack.ts';
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
export const ctSharedKernel = defineAttack({
  id: 'ct-shared-kernel',
  catalogue: 'B14',
  targets: [2],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'fs-context',
  needs: [guestRuns, codeInGuest, onThisHost, sharesKernel, hostUnpatched, callsUnfiltered],
  headline: ['calls-unfiltered', 'host-unpatched'],
  length: (lengths) => lengths.privilege + lengths.act,
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
  words: {
    name: { ko: '공유 커널 장악', en: 'The shared kernel' },
    does: {
      ko: '컨테이너 안의 시스템 콜로 호스트와 함께 쓰는 커널을 장악합니다. 패치되지 않은 커널이고 시스템 콜을 거르지 않아야 합니다. 평소에 없던 시스템 콜이 기록에 남습니다.',
      en: 'Takes the kernel that containers share by a system call. It takes an unpatched kernel and no system-call filter, and leaves an odd system call.',
    },
    lead: {
      ko: '컨테이너에는 자기 커널이 없습니다. 모두 호스트의 커널 하나를 함께 씁니다. 공격자는 컨테이너 하나에서 시스템 콜을 불러 그 커널을 장악했고, 나머지도 모두 넘어갔습니다. VM이었다면 그 게스트에서 끝났을 일입니다.',
      en: 'A container has no kernel of its own: all share the host’s. By a system call from one of them the attacker took that kernel, and with it all the others. In a VM it would have ended at that guest.',
    },
    title: {
      ko: '공격자가 공유 커널을 통해 {{host}}의 컨테이너를 모두 장악했습니다',
      en: 'Through the shared kernel the attacker took every container of {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 컨테이너가 켜져 있었다', en: 'The container was running' },
      'code-in-guest': {
        ko: '공격자가 컨테이너 안에서 코드를 실행하고 있었다',
        en: 'The attacker ran code in the container',
      },
      'on-this-host': {
        ko: '그 컨테이너가 바로 이 호스트에 있었다',
        en: 'The container was on this very host',
      },
      'shares-kernel': {
        ko: 'VM이 아니라 호스트 커널을 함께 쓰는 컨테이너였다',
        en: 'It was a container and shared the host’s kernel',
      },
      'host-unpatched': {
        ko: '공유 커널이 패치되지 않은 빌드였다',
        en: 'The shared kernel was older than the fix',
      },
      'calls-unfiltered': {
        ko: '시스템 콜 필터(seccomp)가 없었다',
        en: 'No filter of system calls (seccomp) was in place',
      },
    },
  },
});
