import { hoard } from '../../mechanics/burning.ts';
import { squeeze } from '../../mechanics/harm/harm.ts';
import { lackedBy } from '../../mechanics/overcommit.ts';
import { takings } from '../../mechanics/pool/takings.ts';
import { writeAll } from '../../mechanics/writing.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { defineAttack } from '../attack.ts';
import type { Strike } from '../need.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import { besides } from '../needs/neighbour.ts';
import { sameHost } from '../needs/network.ts';
import {
  noRoomLeft,
  notHolding,
  notReserved,
  overcommitted,
  promisedMore,
} from '../needs/pool/room.ts';
import { neighbourStrike } from '../needs/segment.ts';

/** The first frame of a VM that its host would swap if the other were given all that it was promised, or 0. */
function swappedFor(world: ReadonlyWorld, { from = NONE, vm = NONE }: Strike): number {
  const taker = find(world.vms, from);
  if (!taker) return NONE;
  const short = lackedBy(taker) - (find(world.hosts, taker.host)?.free.length ?? 0);
  const found = takings(world, taker, short, 'used');
  return found.find((one) => one.by === 'swap' && one.vm === vm)?.frame ?? NONE;
}

/**
 * B57 (d): a guest that takes an overcommitted host at its word. It writes all the memory that it was promised; the
 * host has not that much, and swaps what its neighbours use. Nothing is broken. Source: FACTS B57; Waldspurger, OSDI
 * 2002.
 */
export const dosOvercommit = defineAttack({
  id: 'dos-overcommit',
  catalogue: 'B57',
  targets: [1],
  family: 'availability',
  takes: ['from', 'vm'],
  brings: 'outage',
  needs: [
    sourceRuns,
    codeInSource,
    guestRuns,
    sameHost,
    overcommitted,
    promisedMore,
    noRoomLeft,
    notReserved,
    notHolding,
  ],
  headline: ['not-reserved', 'no-room-left'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: (world, by, done, length) =>
    done === length ? [{ ...by, frame: swappedFor(world, by) }] : [],
  effect: (turn, { attacker, operation }, strike, proof) => {
    const { world } = turn;
    const { from = NONE, vm = NONE } = strike;
    const { tenant } = get(world.vms, vm);
    const taker = from as VmId;
    hoard(world, taker, operation.act);
    writeAll(turn, get(world.vms, taker), operation.act);
    const deed = { attacker, attack: operation.attack, vm: taker, args: strike, proof };
    if (squeeze(turn, tenant, deed)) {
      attacker.notes[vmNote(operation.args.from ?? 0, 'hoards')] = 1;
    }
  },
  // The driver of its balloon tells whoever is in it that it was promised more than it has.
  prospects: (known) =>
    besides(known, 'dos-overcommit', ['short'], () => ({ kind: 'outage' })).filter(
      ({ args }) => about(known, args.from ?? 0, 'hoards') !== 1,
    ),
  words: {
    name: { ko: '오버커밋된 메모리 채우기', en: 'Filling overcommitted memory' },
    does: {
      ko: '약속받은 메모리를 모두 써서 이웃 VM의 메모리를 디스크로 밀어냅니다. 호스트가 메모리를 오버커밋하고, 빈 프레임과 놀던 프레임이 모자라며, 대상이 예약되어 있지 않아야 합니다. 성능 카운터에 스왑이 보입니다.',
      en: 'Writes all the memory that it was promised, which pushes its neighbours’ out to disk. It takes an overcommitted host whose free and idle frames run out, and a victim without a reservation. It shows in the counters, as swapping.',
    },
    lead: {
      ko: '호스트는 가진 것보다 많은 메모리를 약속해 두었습니다. 공격자의 VM은 약속받은 메모리를 모두 썼을 뿐입니다. 빈 프레임도, 풍선으로 회수할 프레임도 모자라자 하이퍼바이저는 이웃이 쓰던 메모리를 디스크로 스왑했고, 이웃은 디스크를 기다리느라 느려졌습니다.',
      en: 'The host had promised more memory than it had, and all that the attacker’s VM did was to write what it was promised. When free frames ran out, and what balloons could take back, the hypervisor swapped what its neighbours used to disk; and they waited for that.',
    },
    title: {
      ko: '이웃 VM이 오버커밋된 메모리를 채워 {{victim}}의 VM이 스왑되었습니다',
      en: 'A neighbour filled overcommitted memory, and a VM of {{victim}} was swapped',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행했다',
        en: 'The attacker ran code in it',
      },
      'guest-runs': { ko: '대상 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': {
        ko: '두 VM이 같은 호스트의 메모리를 나눠 썼다',
        en: 'Both VMs shared the memory of one host',
      },
      overcommitted: {
        ko: '그 호스트가 메모리를 오버커밋했다',
        en: 'That host overcommitted its memory',
      },
      'promised-more': {
        ko: '공격자의 VM은 받은 것보다 많은 메모리를 약속받았다',
        en: 'The attacker’s VM had been promised more memory than it had been given',
      },
      'no-room-left': {
        ko: '빈 프레임과 놀던 프레임을 다 내주어도 모자라 대상의 메모리를 스왑해야 했다',
        en: 'Free and idle frames ran out, so that the VM’s memory had to be swapped',
      },
      'not-reserved': {
        ko: '대상 VM의 자원이 예약되어 있지 않았다',
        en: 'Nothing was reserved for the VM',
      },
      'not-holding': {
        ko: '그 VM이 아직 메모리를 모두 쥐고 있지 않았다',
        en: 'It did not hold all of it already',
      },
    },
  },
});
