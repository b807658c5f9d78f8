import { starve } from '../../mechanics/harm/harm.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, vmNote } from '../../world/people/known.ts';
import { get } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import { besides, inCounters } from '../needs/neighbour.ts';
import { sameHost } from '../needs/network.ts';
import { noLimit, notReserved, notYet } from '../needs/pool/room.ts';
import { neighbourStrike } from '../needs/segment.ts';

/**
 * B56: a noisy neighbour. A VM forks without end and floods caches and disk. Its host shares by what is
 * wanted: whoever wants without end is given nearly all. Nothing is broken, and nothing leaks. Source: FACTS B56;
 * Barham and others, SOSP 2003, §4.4.
 */
export const dosNoisyNeighbour = defineAttack({
  id: 'dos-noisy-neighbour',
  catalogue: 'B56',
  targets: [1],
  family: 'availability',
  takes: ['from', 'vm'],
  brings: 'outage',
  needs: [sourceRuns, codeInSource, guestRuns, sameHost, noLimit, notReserved, notYet],
  headline: ['no-limit'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: neighbourStrike,
  strikes: atTheEnd,
  // It tries in short bursts how much it is given.
  opening: inCounters('steal'),
  trace: inCounters('steal'),
  effect: (turn, { attacker, operation }, strike, proof) => {
    const { from = NONE, vm = NONE } = strike;
    const { tenant } = get(turn.world.vms, vm);
    const deed = { attacker, attack: operation.attack, vm: from as VmId, args: strike, proof };
    if (starve(turn, tenant, deed)) attacker.notes[vmNote(operation.args.from ?? 0, 'burns')] = 1;
  },
  prospects: (known) =>
    besides(known, 'dos-noisy-neighbour', [], () => ({ kind: 'outage' })).filter(
      ({ args }) => about(known, args.from ?? 0, 'burns') !== 1,
    ),
  words: {
    name: { ko: '시끄러운 이웃(자원 독점)', en: 'Noisy neighbour' },
    does: {
      ko: '프로세스를 끝없이 만들고 캐시와 디스크를 휩쓸어 같은 호스트의 CPU를 독차지합니다. 우리 VM에 CPU 상한이 없어야 합니다. 성능 카운터의 steal time에 보입니다.',
      en: 'Forks without end and floods caches and disk, to be given nearly all of its host. It takes a VM of ours without a CPU limit. It shows in the counters, as steal time.',
    },
    lead: {
      ko: '공격자의 VM은 프로세스를 끝없이 만들며 CPU를 요구했습니다. 상한이 없었으므로 호스트는 요구한 만큼 나누어 주었고, 이웃에게는 얼마 남지 않았습니다. 뚫린 것도 새어 나간 것도 없지만, 격리에는 성능의 격리도 있습니다.',
      en: 'The attacker’s VM forked without end and asked for cycles. It had no limit, so its host shared by what was asked for, and next to nothing was left for its neighbours. Nothing was broken and nothing leaked; but performance is to be isolated, too.',
    },
    title: {
      ko: '이웃 VM이 호스트의 CPU를 독차지해 {{victim}}의 서비스가 느려졌습니다',
      en: 'A neighbouring VM took the cycles of its host, and {{victim}} went short',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행했다',
        en: 'The attacker ran code in it',
      },
      'guest-runs': { ko: '대상 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': {
        ko: '두 VM이 같은 호스트의 CPU를 나눠 썼다',
        en: 'Both VMs shared the cycles of one host',
      },
      'no-limit': {
        ko: '공격자의 VM에 CPU 상한이 없었다',
        en: 'The attacker’s VM had no CPU limit',
      },
      'not-reserved': {
        ko: '대상 VM의 자원이 예약되어 있지 않았다',
        en: 'Nothing was reserved for the VM',
      },
      'not-yet': {
        ko: '그 VM이 아직 자원을 독점하지 않고 있었다',
        en: 'It was not at it already',
      },
    },
  },
});
