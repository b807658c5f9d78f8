import { promisable } from '../../mechanics/overcommit.ts';
import { portalPlace } from '../../mechanics/people.ts';
import { framesOf } from '../../mechanics/pool/quota.ts';
import { giveBack, launchVm } from '../../mechanics/pool/self-service.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import type { Attacker } from '../../world/people/attacker.ts';
import {
  about,
  between,
  inside,
  type Known,
  type KnownVm,
  noteDown,
  type Prospect,
  vmNote,
  wayNote,
} from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Attack, defineAttack, type Striker } from '../attack.ts';
import type { Strike } from '../need.ts';
import { dataStrike } from '../needs/data.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import { reachable } from '../needs/network.ts';
import { hostShared, landsBeside, quotaReaches } from '../needs/pool/placement.ts';
import { poolHasRoom } from '../needs/pool/room.ts';
import { isTenant } from '../needs/pool/tenant.ts';
import { allHold } from '../needs/source.ts';

/** Launches of one act at the most (our figure), and what it is divided into: after the last it looks once more. */
const MOST = 5;

/** VMs beside others that one of them keeps at a time (our figure): each is paid for. */
const KEPT = 3;

/** Where the portal would place the next launch, and what the tenant would have with it. */
function nextLaunch(world: ReadonlyWorld, attacker: Deep<Attacker>, strike: Strike): Strike {
  const { plan, tenant } = attacker;
  const host = portalPlace(world, plan, world.requests.length, tenant)?.host;
  const { frames } = plan;
  const has = framesOf(world, tenant) + frames;
  const lent = host ? promisable(world, host) - host.free.length : 0;
  return { ...strike, host: host?.id ?? NONE, frames, has, lent };
}

/** One launch after another, until one of theirs runs beside the target. */
const atEachLaunch: Attack['strikes'] = (world, strike, done, length) => {
  const step = Math.max(1, Math.trunc(length / (MOST + 1)));
  if (done !== length && (done % step !== 0 || done > step * MOST)) return [];
  const attacker = find(world.attackers, strike.attacker ?? NONE);
  if (!attacker || isBeside(world, attacker, strike.vm ?? NONE)) return [];
  // Of the last launch it is known where it came to lie; there is none after it.
  const next = nextLaunch(world, attacker, strike);
  return [done === length ? { ...next, host: NONE, last: 1 } : next];
};

/** Their VMs that were launched by an act of this kind, with what is noted of each. */
function launched(world: ReadonlyWorld, { knownVms, notes }: Deep<Attacker>) {
  return knownVms.flatMap((id, i) => {
    const beside = notes[vmNote(i + 1, 'beside')];
    const vm = find(world.vms, id);
    return vm && beside !== undefined ? [{ vm, number: i + 1, beside: Number(beside) }] : [];
  });
}

/** Whether one of those that they keep is on the host of the target. */
function isBeside(world: ReadonlyWorld, attacker: Deep<Attacker>, target: number): boolean {
  const host = find(world.vms, target)?.host;
  return launched(world, attacker).some(({ vm, beside }) => beside > 0 && vm.host === host);
}

/** Launches one VM, and gives those back that had landed elsewhere: all of them are VMs like any other. */
function launch({ turn, by: { attacker, operation } }: Doing, beside: number): VmId | 0 {
  const vm = launchVm(turn, attacker.tenant, attacker.plan, operation.act, attacker);
  clear({ turn, by: { attacker, operation } });
  if (vm !== NONE) attacker.notes[vmNote(attacker.knownVms.length, 'beside')] = beside;
  return vm;
}

interface Doing {
  readonly turn: Turn;
  readonly by: Striker;
}

function clear({ turn, by: { attacker, operation } }: Doing): void {
  for (const { vm, beside } of launched(turn.world, attacker)) {
    if (beside === 0) giveBack(turn, (vm as Vm).id, operation.act);
  }
}

/**
 * B47: a tenant who pays launches VM after VM until one comes to lie on the host of the target, and gives the others back.
 * Nothing is broken, and each launch is a request like any other: placement follows from what is free, and by the hops of
 * the way to the target whoever looks can tell whether it is on the same host (rule A160). What is learnt is where to
 * strike from. Source: FACTS B47 with section I (Ristenpart and others, CCS 2009); ATT&CK T1580, T1578.002.
 */
export const reconCoresidency = defineAttack({
  id: 'recon-coresidency',
  catalogue: 'B47',
  targets: [7, 1],
  family: null,
  takes: ['from', 'vm'],
  brings: 'vm',
  needs: [
    isTenant,
    sourceRuns,
    codeInSource,
    guestRuns,
    reachable,
    quotaReaches,
    hostShared,
    landsBeside,
    poolHasRoom,
  ],
  headline: ['host-shared'],
  length: (lengths) => lengths.recon + lengths.access,
  resolve: (world, attacker, args) =>
    (args.from ?? NONE) === NONE ? null : dataStrike(world, attacker, args),
  strikes: atEachLaunch,
  trace: (turn, by, strike) => {
    if (strike.last === 1) clear({ turn, by });
    else if (!allHold(turn.world, reconCoresidency.needs, strike)) launch({ turn, by }, 0);
  },
  effect: (turn, by, _, proof) => {
    const { attacker, operation } = by;
    const target = operation.args.vm ?? NONE;
    const vm = launch({ turn, by }, target);
    if (vm === NONE) return;
    const here = wayNote(attacker.knownVms.length, target, 'host');
    const notes = noteDown(attacker.notes, { [here]: 1 });
    emit(turn, 'learned', {
      actor: { kind: 'attacker', id: attacker.id },
      subjects: [`vms/${vm}`],
      causes: proof.causes,
      data: { attack: operation.attack, notes },
    });
  },
  prospects: (known) => {
    const theirs = inside(known, 'user').filter(({ own }) => own);
    const kept = theirs.filter(({ number }) => (about(known, number, 'beside') ?? 0) > 0);
    if (kept.length >= KEPT) return [];
    return known.vms.flatMap((target) => towards(known, theirs, target));
  },
  words: {
    name: { ko: '동거 배치(같은 호스트에 VM 놓기)', en: 'Placing a VM beside the target' },
    does: {
      ko: '셀프서비스 포털로 VM을 만들고, 대상까지의 홉 수로 같은 호스트인지 확인합니다. 다른 호스트에 놓이면 반납하고 다시 만듭니다. 대상의 호스트에 빈자리가 있고, 그 호스트가 전용이 아니며, 할당량이 남아야 합니다. 관리 감사 로그에 만들고 반납한 기록이 남습니다.',
      en: 'Launches a VM by self-service and tells by the hops to the target whether both are on one host; if not, gives it back and launches another. It takes room on that host, a host that is dedicated to nobody else, and a quota that allows it. The audit log shows what was launched and given back.',
    },
    lead: {
      ko: '공격자는 요금을 내는 정식 테넌트였습니다. 포털은 빈자리가 있는 호스트에 차례대로 VM을 놓으므로, 만들고 반납하기를 몇 번 되풀이하자 대상과 같은 호스트에 놓였습니다. 아무것도 뚫지 않았지만, 같은 하드웨어를 쓰는 공격은 모두 여기서 시작합니다.',
      en: 'The attacker was a tenant who pays. The portal places VMs on the hosts in turn, wherever there is room; so they launched and gave back until one came to lie on the host of the target. Nothing was broken, but every attack over shared hardware begins here.',
    },
    title: {
      ko: '공격자가 {{tenant}}의 {{workload}} VM을 대상과 같은 호스트에 놓았습니다',
      en: 'The attacker placed the {{workload}} VM of {{tenant}} on the host of the target',
    },
    needs: {
      'is-tenant': { ko: '공격자가 정식 테넌트였다', en: 'The attacker was a tenant' },
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행했다',
        en: 'The attacker ran code in it',
      },
      'guest-runs': { ko: '대상 VM이 켜져 있었다', en: 'The VM was running' },
      reachable: {
        ko: '대상까지 패킷이 닿아 홉 수를 셀 수 있었다',
        en: 'Packets got to the target, so that the hops could be counted',
      },
      'quota-reaches': {
        ko: '공격자의 테넌트에 할당량이 없거나 남아 있었다',
        en: 'The attacker’s tenant had no quota, or some of it left',
      },
      'host-shared': {
        ko: '대상의 호스트가 다른 테넌트의 VM도 받았다',
        en: 'The host of the target took in VMs of other tenants',
      },
      'lands-beside': {
        ko: '포털이 새 VM을 대상의 호스트에 놓았다',
        en: 'The portal placed a launch on the host of the target',
      },
      'pool-has-room': {
        ko: '그 호스트에 빈자리가 있었다',
        en: 'There was room on that host',
      },
    },
  },
});

/** From the first of theirs that reaches it; not where they have one beside it. */
function towards(known: Known, theirs: readonly KnownVm[], target: KnownVm): Prospect[] {
  const { own, ring, power, number: vm } = target;
  if (own || ring !== 'none' || power === 'gone') return [];
  if (theirs.some(({ number }) => between(known, number, vm, 'host') === 1)) return [];
  const from = theirs.find(({ number }) => between(known, number, vm, 'reach') === 1)?.number;
  if (from === undefined) return [];
  const gain = { kind: 'vm', beside: vm } as const;
  return [{ attack: 'recon-coresidency', args: { from, vm }, gain, sure: false }];
}
