import { enterOwnGuest } from '../../mechanics/exits/nested.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { canNest } from '../../mechanics/processor/nesting.ts';
import type { VmId } from '../../world/ids.ts';
import { about } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack, type Striker } from '../attack.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, originOf, seize } from '../needs/escape.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';
import { amdHost, entryUnchecked, nestingExposed, nestingOn } from '../needs/nesting.ts';

/** They start a hypervisor of their own, if they can: each entry of its guest (VMRUN) is an exit. */
function runsOwn(turn: Turn, by: Striker, vm: number): void {
  const { world } = turn;
  const row = find(world.vms, vm);
  const theirs = ringOf(world, by.attacker.id, vm) === 'kernel';
  if (row?.power !== 'running' || !theirs || !canNest(row, get(world.hosts, row.host))) return;
  enterOwnGuest(turn, row.id as VmId, originOf(by));
}

/**
 * B12: out through a guest's guest. In the kernel of a guest that may nest they run a hypervisor of their
 * own, and write its control block so that what its guest does with VMLOAD and VMSAVE is not intercepted:
 * it reads and writes pages of the host. There is no device and no process in between: what it passes is the
 * filters of the hypervisor that it asks to run its guest (rule A102).
 * Source: CVE-2021-3656 (FACTS B12 and I-2).
 */
export const escNestedVmcb = defineAttack({
  id: 'esc-nested-vmcb',
  catalogue: 'B12',
  targets: [3, 2],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'nested-vmcb',
  needs: [
    guestRuns,
    kernelInGuest,
    onThisHost,
    nestingExposed,
    nestingOn,
    amdHost,
    hostUnpatched,
    entryUnchecked,
  ],
  headline: ['host-unpatched', 'nesting-on'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: escapeStrike('nested-vmcb'),
  strikes: atTheEnd,
  opening: (turn, by, { vm = 0 }) => runsOwn(turn, by, vm),
  trace: (turn, by, { vm = 0 }) => runsOwn(turn, by, vm),
  effect: seize,
  prospects: (known) =>
    escapes(
      known,
      'esc-nested-vmcb',
      'nested-vmcb',
      'kernel',
      (vm) => about(known, vm, 'svm') === 1,
    ),
  words: {
    name: { ko: '중첩 가상화로 탈출', en: 'Out through a nested guest' },
    does: {
      ko: '게스트 커널에서 하이퍼바이저를 하나 더 실행하고, 제어 블록(VMCB)을 조작하여 그 안의 게스트가 호스트 메모리를 읽고 쓰게 합니다. AMD 호스트와 중첩 가상화, 패치되지 않은 하이퍼바이저가 있어야 합니다. VMRUN으로 인한 exit가 기록에 남습니다.',
      en: 'In a guest’s kernel, runs one more hypervisor and writes its control block (VMCB) so that its guest reads and writes the host’s memory. It takes an AMD host, nesting and an unpatched hypervisor; exits by VMRUN show in the log.',
    },
    lead: {
      ko: '공격자는 VM 안에서 하이퍼바이저를 하나 더 실행했습니다. 제어 블록의 비트 하나를 지우자 안쪽 게스트의 VMLOAD와 VMSAVE가 가로채이지 않고 호스트의 물리 페이지에 그대로 닿았습니다.',
      en: 'Inside their VM the attacker ran one more hypervisor. With one bit of its control block cleared, VMLOAD and VMSAVE of the inner guest were not intercepted and reached physical pages of the host.',
    },
    title: {
      ko: '공격자가 중첩 가상화를 통해 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'Through a guest within their guest the attacker took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널에서 자기 하이퍼바이저를 실행할 수 있었다',
        en: 'In the guest’s kernel the attacker could run a hypervisor of their own',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'nesting-exposed': {
        ko: '그 VM에 CPU의 가상화 확장이 노출되어 있었다',
        en: 'The VM was shown the CPU’s extension for virtualisation',
      },
      'nesting-on': {
        ko: '호스트에서 중첩 가상화가 켜져 있었다',
        en: 'Nested virtualisation was on on the host',
      },
      'amd-host': {
        ko: '호스트가 AMD(SVM)였다',
        en: 'The host was an AMD machine (SVM)',
      },
      'host-unpatched': {
        ko: '하이퍼바이저가 패치되지 않은 빌드였다',
        en: 'The hypervisor’s build was older than the fix',
      },
      'entry-unchecked': {
        ko: '안쪽 게스트로의 진입(VMRUN)을 막는 필터가 없었다',
        en: 'No filter stopped the entry into the inner guest (VMRUN)',
      },
    },
  },
});
