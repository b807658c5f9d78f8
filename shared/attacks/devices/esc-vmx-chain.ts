import { touchesModels } from '../../mechanics/fidelity/models.ts';
import { record } from '../../mechanics/harm/evidence.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { TECHNIQUES } from '../../world/machine/vm.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack, type Striker, usableFlaw } from '../attack.ts';
import type { Strike } from '../need.ts';
import { onThisHost } from '../needs/device.ts';
import { breakoutUnpatched, runsInProcess } from '../needs/device-model.ts';
import { escapeStrike, escapes, originOf, outOf } from '../needs/escape.ts';
import { processUnpatched } from '../needs/flaw.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';

const stageOne = escapeStrike('vmx-toctou');

/** The first stage; whoever means a second means one that there is. */
const stageOneOpen: typeof processUnpatched = {
  ...processUnpatched,
  holds: (world, { breakout, ...strike }) =>
    (breakout === undefined || find(world.flaws, breakout) !== null) &&
    processUnpatched.holds(world, strike),
};

/** The race is run over and over before it is won, and the process says of each round that something was odd. */
function race(turn: Turn, by: Striker, strike: Strike): void {
  const row = find(turn.world.vms, strike.vm ?? NONE);
  const starts = [guestRuns, rootInGuest, runsInProcess];
  if (!row || !starts.every((need) => need.holds(turn.world, strike))) return;
  record(turn, { kind: 'process-error', vm: row.id as VmId, host: row.host }, originOf(by));
}

/** Whether a VM is known to be run by a process of its own. */
const hasProcess = (technique: string | undefined): boolean =>
  TECHNIQUES.some((name) => name === technique && touchesModels(name));

/**
 * B07: two stages. The process that runs a VM looks at a value of the guest's and uses it a moment later;
 * whoever changes it in between writes into the process. From there a second flaw leads into the
 * hypervisor, sandbox or not. Either fix breaks the chain; neither comes as a live patch.
 * Source: CVE-2025-22224 and -22225, VMSA-2025-0004 (used in the wild). The third of the advisory, a leak,
 * is not needed and not modelled.
 */
export const escVmxChain = defineAttack({
  id: 'esc-vmx-chain',
  catalogue: 'B07',
  targets: [3, 2],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'vmx-toctou',
  needs: [guestRuns, rootInGuest, onThisHost, runsInProcess, stageOneOpen],
  deeper: [breakoutUnpatched],
  headline: ['process-unpatched'],
  // Each stage is a way out of its own.
  length: (lengths) => 2 * (lengths.privilege + lengths.act),
  resolve: (world, attacker, args) => {
    const strike = stageOne(world, attacker, args);
    const breakout = usableFlaw(world, attacker, 'vmx-write');
    return strike && breakout !== NONE ? { ...strike, breakout } : strike;
  },
  strikes: atTheEnd,
  opening: race,
  trace: race,
  effect: (turn, by, strike, proof) => {
    outOf(turn, by, strike, proof, breakoutUnpatched, 'held');
  },
  prospects: (known) =>
    escapes(
      known,
      'esc-vmx-chain',
      'vmx-toctou',
      'root',
      (vm) => hasProcess(about(known, vm, 'technique')) && about(known, vm, 'held') === undefined,
    ),
  words: {
    name: { ko: '2단계 탈출(TOCTOU)', en: 'Two stages out (TOCTOU)' },
    does: {
      ko: 'VM을 실행하는 프로세스에 먼저 들어가고(검사와 사용 사이에 값을 바꿈), 거기서 두 번째 결함으로 샌드박스를 벗어나 하이퍼바이저에 씁니다. 게스트의 관리자 권한이면 되고 특별한 장치는 필요 없습니다. 두 결함 가운데 하나만 고쳐도 끊어집니다. 프로세스의 오류 기록이 남습니다.',
      en: 'First into the process that runs the VM, by a value that changes between its check and its use; then, by a second flaw, out of its sandbox into the hypervisor. An administrator of the guest is enough, and no device is needed. Either fix breaks the chain. The process logs errors.',
    },
    lead: {
      ko: '샌드박스가 있었지만, 공격자는 두 걸음으로 나갔습니다. 첫 결함으로 VM을 실행하는 프로세스에 들어가고, 두 번째 결함으로 그 샌드박스를 벗어났습니다. 어느 한쪽만 고쳤어도 여기서 끝났을 것입니다.',
      en: 'There was a sandbox, and the attacker took two steps: by one flaw into the process that runs the VM, by another out of its sandbox. With either of the two fixed it would have ended there.',
    },
    title: {
      ko: '공격자가 두 결함을 이어 VM을 빠져나와 {{host}}{을/를} 장악했습니다',
      en: 'By two flaws in a row the attacker left their VM and took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'root-in-guest': {
        ko: '공격자가 게스트의 관리자(root)였다',
        en: 'The attacker was an administrator (root) in the guest',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'runs-in-process': {
        ko: '장치를 에뮬레이션하는 프로세스가 그 VM을 실행하고 있었다',
        en: 'A process that emulates its devices ran the VM',
      },
      'process-unpatched': {
        ko: '1단계: 실행 중인 프로세스의 코드가 패치되지 않은 빌드였다',
        en: 'Stage one: the running process had code older than the fix',
      },
      'breakout-unpatched': {
        ko: '2단계: 하이퍼바이저가 패치되지 않은 빌드였다',
        en: 'Stage two: the hypervisor was older than the fix',
      },
    },
  },
});
