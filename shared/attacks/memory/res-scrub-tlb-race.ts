import { record } from '../../mechanics/harm/evidence.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { smuggle } from '../../mechanics/smuggling.ts';
import { type FrameId, NONE, type VmId } from '../../world/ids.ts';
import { about, hasFlaw, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { defineAttack, usableFlaw } from '../attack.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';
import { frameIsWritten, isParavirtual, scrubsOnFree } from '../needs/storage.ts';

/** How many frames it gives back at once, and how many it keeps at least. */
const AT_ONCE = 2;
const KEPT = 1;

/**
 * B29: the scrub is finished before the TLB is flushed. A paravirtual guest's kernel gives frames
 * back, waits until they have been cleared, and writes to them once more through the entry that its
 * processor still holds: they lie free, and are not empty. Whoever is given them next can read them.
 * Source: XSA-511 (x86 PV guests; `scrub-domheap`).
 */
export const resScrubTlbRace = defineAttack({
  id: 'res-scrub-tlb-race',
  catalogue: 'B29',
  targets: [1],
  dumps: true,
  family: 'memory',
  takes: ['vm'],
  brings: 'frames',
  flaw: 'scrub-tlb',
  needs: [guestRuns, kernelInGuest, isParavirtual, scrubsOnFree, hostUnpatched, frameIsWritten],
  headline: ['host-unpatched', 'scrubs-on-free'],
  length: (lengths) => lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const row = find(world.vms, id);
    const flaw = usableFlaw(world, attacker, 'scrub-tlb');
    if (!row || flaw === NONE || ringOf(world, attacker.id, id) !== 'kernel') return null;
    return { vm: id, attacker: attacker.id, host: row.host, flaw };
  },
  // The frames that it wrote last: without them the guest goes on as it was.
  strikes: (world, by, done, length) => {
    const row = find(world.vms, by.vm ?? NONE);
    if (!row || done !== length) return [];
    const written = row.memory.slice(0, row.filled).slice(KEPT);
    return written.slice(-AT_ONCE).map((frame) => ({ ...by, frame }));
  },
  effect: (turn, { attacker, operation }, { vm = 0, frame = 0 }, proof) => {
    const actor = { kind: 'attacker', id: attacker.id } as const;
    const trick = { actor, attack: operation.attack, act: operation.act, proof };
    const { host, smuggled } = smuggle(turn, vm as VmId, frame as FrameId, trick);
    record(
      turn,
      { kind: 'write-after-scrub', host, frame: frame as FrameId },
      { actor, cause: smuggled },
    );
  },
  // What is in a guest of their own they have anyway: it is a way out of someone else's.
  prospects: (known) =>
    inside(known, 'kernel')
      .filter(({ own, number }) => !own && about(known, number, 'technique') === 'para')
      .map(({ number }) => ({
        number,
        flawed: hasFlaw(known, 'scrub-tlb', about(known, number, 'host-build')),
      }))
      .filter(({ flawed }) => flawed !== false)
      .map(({ number }) => ({
        attack: 'res-scrub-tlb-race',
        args: { vm: number },
        gain: { kind: 'frames' },
        sure: false,
      })),
  words: {
    name: { ko: '소거 뒤에 다시 쓰기', en: 'Writing after the scrub' },
    does: {
      ko: '반납한 프레임이 소거된 뒤에 낡은 TLB 항목으로 다시 씁니다. 반가상화 게스트의 커널을 장악해야 하고, 패치되지 않은 하이퍼바이저여야 합니다. 소거 뒤에 쓰인 프레임이 흔적으로 남습니다.',
      en: 'Writes to frames through a stale TLB entry after they were given back and scrubbed. It takes the kernel of a paravirtual guest and an unpatched hypervisor, and leaves frames that were written after the scrub.',
    },
    lead: {
      ko: '공격자는 반납한 프레임이 소거된 다음, 프로세서에 남아 있던 옛 주소 변환(TLB)으로 한 번 더 썼습니다. 소거 정책은 켜져 있었지만 순서가 틀렸습니다. TLB를 먼저 비워야 합니다.',
      en: 'The attacker waited until frames they had given back were scrubbed, and wrote to them once more through a stale TLB entry. The scrub policy was on, but the order was wrong: the TLB has to be flushed first.',
    },
    title: {
      ko: '{{tenant}}의 VM이 소거된 프레임에 데이터를 다시 심었습니다',
      en: 'A VM of {{tenant}} put data back into scrubbed frames',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있었다',
        en: 'The attacker had the guest’s kernel',
      },
      'is-paravirtual': {
        ko: '그 VM이 반가상화로 실행되고 있었다',
        en: 'The VM was run by paravirtualisation',
      },
      'scrubs-on-free': {
        ko: '호스트가 해제할 때 소거하고 있었다',
        en: 'The host scrubbed frames as they were freed',
      },
      'host-unpatched': {
        ko: '하이퍼바이저가 패치되지 않은 빌드였다',
        en: 'The hypervisor was older than the fix',
      },
      'frame-is-written': {
        ko: '반납할 프레임에 테넌트의 데이터가 들어 있었다',
        en: 'The frame it gave back held its tenant’s data',
      },
    },
  },
});
