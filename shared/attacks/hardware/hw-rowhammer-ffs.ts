import { intrude, ringOf } from '../../mechanics/harm/intrusion.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { defineAttack } from '../attack.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import {
  besides,
  inCounters,
  mergedIntoOurs,
  mergesPages,
  onMergedFrames,
  oursIsKept,
  rowFlips,
  rowsUnguarded,
} from '../needs/neighbour.ts';
import { sameHost } from '../needs/network.ts';
import { neighbourStrike } from '../needs/segment.ts';

/**
 * B23: Flip Feng Shui. The victim's page is merged into a frame of the attacker's, one with a bit that flips:
 * beating the rows beside it changes what the victim reads, and no copy is made, since nobody wrote. A bit of
 * a key that it trusts is enough to log in. Source: FACTS B23 (Razavi and others, USENIX Security 2016).
 */
export const hwRowhammerFfs = defineAttack({
  id: 'hw-rowhammer-ffs',
  catalogue: 'B23',
  targets: [1, 6],
  family: 'hardware',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [
    sourceRuns,
    codeInSource,
    guestRuns,
    sameHost,
    mergesPages,
    mergedIntoOurs,
    oursIsKept,
    rowFlips,
    rowsUnguarded,
  ],
  headline: ['merges-pages'],
  length: (lengths) => lengths.recon + lengths.access + lengths.act,
  resolve: (world, attacker, args) => {
    const way = neighbourStrike(world, attacker, args);
    // They are in it already: there is nothing to log in to.
    if (way === null || ringOf(world, attacker.id, way.vm ?? NONE) !== 'none') return null;
    return way;
  },
  strikes: onMergedFrames,
  opening: inCounters('row-activations'),
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    if (ringOf(turn.world, attacker.id, vm) !== 'none') return;
    intrude(turn, vm as VmId, 'user', { attacker, attack: operation.attack, proof });
  },
  prospects: (known) =>
    besides(known, 'hw-rowhammer-ffs', ['merging', 'flips'], (vm) => ({
      kind: 'ring',
      vm,
      ring: 'user',
    })),
  words: {
    name: { ko: '로우해머(병합된 페이지)', en: 'Rowhammer on merged pages' },
    does: {
      ko: '자기 프레임으로 병합된 이웃의 페이지에서 비트를 뒤집어, 약해진 키로 로그인합니다. 호스트가 페이지를 병합하고, 그 프레임의 비트가 뒤집히며, ECC와 TRR이 없어야 합니다. 성능 카운터에만 보입니다.',
      en: 'Flips a bit in a neighbour’s page that was merged into a frame of ours, and logs in with the weakened key. It takes a host that merges pages, a frame with a bit that flips, and neither ECC nor TRR. Only performance counters show it.',
    },
    lead: {
      ko: '대상의 페이지는 공격자의 프레임과 병합되어 있었습니다. 공격자는 옆 행을 수없이 읽어 그 프레임의 비트 하나를 뒤집었습니다. 쓰기가 아니므로 복사본이 갈라지지 않았고, 대상이 믿던 공개 키가 약해졌습니다. 로그인은 정상으로 보였습니다.',
      en: 'The victim’s page had been merged into a frame of the attacker’s. By reading the rows beside it over and over they flipped one of its bits. It was no write, so the page was not parted, and a public key that the victim trusted was weak. The login looked valid.',
    },
    title: {
      ko: '공격자가 비트 하나를 뒤집어 {{tenant}}의 {{workload}} VM에 로그인했습니다',
      en: 'By flipping one bit the attacker logged in to the {{workload}} VM of {{tenant}}',
    },
    needs: {
      'source-runs': { ko: '공격자의 VM이 켜져 있었다', en: 'The attacker’s VM was running' },
      'code-in-source': {
        ko: '공격자가 그 VM 안에서 코드를 실행했다',
        en: 'The attacker ran code in it',
      },
      'guest-runs': { ko: '대상 VM이 켜져 있었다', en: 'The VM was running' },
      'same-host': { ko: '두 VM이 같은 호스트에 있었다', en: 'Both VMs were on one host' },
      'merges-pages': {
        ko: '호스트가 다른 VM의 같은 페이지를 병합했다(dedup)',
        en: 'The host merged equal pages of different VMs',
      },
      'page-merged': {
        ko: '대상이 병합된 그 프레임을 읽었다',
        en: 'The VM read the frame that was merged',
      },
      'ours-is-kept': {
        ko: '병합하고 남은 프레임이 공격자의 것이었다',
        en: 'The frame that was kept was the attacker’s',
      },
      'row-flips': {
        ko: '그 프레임에 뒤집히는 비트가 있었다',
        en: 'That frame had a bit that flips',
      },
      'rows-unguarded': {
        ko: '메모리에 ECC와 TRR이 없었다',
        en: 'The memory had neither ECC nor TRR',
      },
    },
  },
});
