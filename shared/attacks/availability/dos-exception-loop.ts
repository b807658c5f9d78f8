import { hang, neighboursOf } from '../../mechanics/burning.ts';
import { leave } from '../../mechanics/exits/exits.ts';
import { bareExit } from '../../mechanics/exits/sample.ts';
import { isIntercepted } from '../../mechanics/fidelity/filtered.ts';
import { record } from '../../mechanics/harm/evidence.ts';
import { starve } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import type { VmId } from '../../world/ids.ts';
import { isAssisted } from '../../world/machine/device-path.ts';
import { about, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack, type Striker } from '../attack.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, originOf } from '../needs/escape.ts';
import { coreReturns, notedAssisted, notIntercepted, runByHardware } from '../needs/exceptions.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';

/**
 * They lay a breakpoint where their own kernel takes its exceptions: writing the debug registers is an exit
 * (MOV DR), and where exceptions are intercepted so is the first that they raise.
 */
function layBreakpoint(turn: Turn, by: Striker, vm: number): void {
  const { world } = turn;
  const row = find(world.vms, vm);
  if (row?.power !== 'running' || !isAssisted(row.technique)) return;
  if (ringOf(world, by.attacker.id, vm) !== 'kernel') return;
  record(turn, { kind: 'debug-registers', vm: row.id as VmId, host: row.host }, originOf(by));
  if (!isIntercepted(get(world.hosts, row.host), row)) return;
  leave(turn, { vm: row.id as VmId, ...bareExit('exception') });
}

/**
 * B57 (b): exceptions without end. In the kernel of a hardware-assisted guest they have the delivery of an exception
 * raise the same one again. Nobody intercepts it, so that the CPU never leaves the guest: the core takes no
 * interrupt, and its host’s scheduler does not get it back, whatever limits and reservations say. Source:
 * CVE-2015-5307 (#AC), CVE-2015-8104 (#DB), XSA-156 (FACTS B57 b).
 */
export const dosExceptionLoop = defineAttack({
  id: 'dos-exception-loop',
  catalogue: 'B57',
  targets: [1],
  family: 'availability',
  takes: ['vm'],
  brings: 'outage',
  flaw: 'exception-loop',
  needs: [
    guestRuns,
    kernelInGuest,
    onThisHost,
    runByHardware,
    hostUnpatched,
    notIntercepted,
    coreReturns,
  ],
  headline: ['not-intercepted'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: escapeStrike('exception-loop'),
  strikes: atTheEnd,
  opening: (turn, by, { vm = 0 }) => layBreakpoint(turn, by, vm),
  trace: (turn, by, { vm = 0 }) => layBreakpoint(turn, by, vm),
  effect: (turn, by, strike, proof) => {
    const { world } = turn;
    const { attacker, operation } = by;
    const vm = strike.vm as VmId;
    const { host } = get(world.vms, vm);
    const [beside] = neighboursOf(world, vm);
    const deed = { attacker, attack: operation.attack, vm, args: strike, proof };
    // Alone on its host, or at others' cost already, it keeps the core all the same.
    const news = beside !== undefined && starve(turn, beside.tenant, deed, hang);
    if (!news) hang(world, vm, operation.act);
    attacker.notes[vmNote(operation.args.vm ?? 0, 'loops')] = 1;
    record(turn, { kind: 'core-stuck', vm, host }, originOf(by));
  },
  prospects: (known) =>
    escapes(
      known,
      'dos-exception-loop',
      'exception-loop',
      'kernel',
      (vm) => notedAssisted(known, vm) === true && about(known, vm, 'loops') !== 1,
    ).map((prospect) => ({ ...prospect, gain: { kind: 'outage' } })),
  words: {
    name: { ko: '예외 무한 반복', en: 'Endless exceptions' },
    does: {
      ko: '게스트 커널에서 예외(#AC, #DB)를 전달하는 도중에 같은 예외가 또 일어나게 합니다. 하드웨어 가상화 VM과 패치되지 않은 하이퍼바이저가 있어야 합니다. 그 코어는 호스트로 돌아오지 않습니다. 준비하느라 디버그 레지스터를 쓴 것이 하이퍼바이저 로그에 보입니다.',
      en: 'In a guest’s kernel, has the delivery of an exception (#AC, #DB) raise the same one again. It takes a hardware-assisted VM and an unpatched hypervisor. The core does not come back to the host. That debug registers are written first is in the hypervisor’s log.',
    },
    lead: {
      ko: '공격자는 자기 커널의 예외 스택에 중단점을 걸어, 예외를 전달하다가 또 예외가 일어나게 했습니다. 하이퍼바이저가 그 예외를 가로채지 않았으므로 VM exit가 한 번도 일어나지 않았고, 코어는 인터럽트조차 받지 못했습니다. 스케줄러가 되찾지 못하는 코어에는 CPU 상한도 예약도 소용이 없습니다.',
      en: 'The attacker laid a breakpoint on the exception stack of their own kernel, so that delivering an exception raised another. The hypervisor intercepted none, so there was no VM exit at all, and the core took not even an interrupt. What the scheduler does not get back no limit and no reservation gives to anybody.',
    },
    title: {
      ko: '게스트의 예외가 끝없이 되풀이되어 {{host}}의 코어 하나가 멈췄습니다',
      en: 'A guest’s endless exceptions hung a core of {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널에서 예외 처리를 마음대로 꾸밀 수 있었다',
        en: 'In the guest’s kernel the attacker laid out its exceptions as they liked',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'run-by-hardware': {
        ko: 'CPU가 게스트의 예외를 직접 전달했다(하드웨어 가상화)',
        en: 'The CPU itself delivered the guest’s exceptions (hardware assistance)',
      },
      'host-unpatched': {
        ko: '하이퍼바이저가 그 예외를 가로채기 전의 빌드였다',
        en: 'The hypervisor’s build was older than the fix that intercepts them',
      },
      'not-intercepted': {
        ko: '예외를 가로채는 필터가 없었다',
        en: 'No filter had exceptions intercepted',
      },
      'core-returns': {
        ko: '그 VM이 아직 코어를 묶고 있지 않았다',
        en: 'It was not at it already',
      },
    },
  },
});
