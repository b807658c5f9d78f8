import { record } from '../../mechanics/harm/evidence.ts';
import { NONE } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { atTheEnd, defineAttack, type Striker } from '../attack.ts';
import type { Strike } from '../need.ts';
import { onThisHost } from '../needs/device.ts';
import { isCard, isMoving, servedByKernel } from '../needs/device-model.ts';
import { escapeStrike, escapes, originOf, seize } from '../needs/escape.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';

/** What the host's kernel has to say about a descriptor that is longer than there is memory for. */
function oops(turn: Turn, by: Striker, strike: Strike): void {
  const row = find(turn.world.vms, strike.vm ?? NONE);
  const heard = [guestRuns, kernelInGuest, servedByKernel, isMoving];
  if (!row || !heard.every((need) => need.holds(turn.world, strike))) return;
  record(turn, { kind: 'kernel-error', vm: row.id, host: row.host }, originOf(by));
}

/**
 * B08: V-gHost. While a VM is moved, vhost in the host's kernel writes down which of its pages it changes,
 * in a buffer of so many entries; a descriptor of a length that no memory has writes beyond it. Who opens the
 * window is whoever moves the VM. There is no device process in between, and so no sandbox.
 * Source: CVE-2019-14835 (Linux 2.6.34 to 5.2).
 */
export const escVhostMigration = defineAttack({
  id: 'esc-vhost-migration',
  catalogue: 'B08',
  targets: [3, 2],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'vhost-log',
  needs: [guestRuns, kernelInGuest, onThisHost, servedByKernel, isMoving, hostUnpatched],
  headline: ['host-unpatched', 'served-by-kernel'],
  // All is prepared: what is left to do is to put one descriptor on the ring.
  length: (lengths) => Math.max(1, Math.trunc(lengths.act / 4)),
  resolve: escapeStrike('vhost-log'),
  strikes: atTheEnd,
  trace: oops,
  effect: seize,
  prospects: (known) =>
    escapes(
      known,
      'esc-vhost-migration',
      'vhost-log',
      'kernel',
      (vm) => known.vms[vm - 1]?.moving === true && isCard(known, vm, 'para') === true,
    ).map((prospect) => ({ ...prospect, fleeting: true })),
  words: {
    name: { ko: '마이그레이션 중 vhost로 탈출', en: 'Out through vhost, in a migration' },
    does: {
      ko: '자기 VM이 라이브 마이그레이션되는 동안에만, 잘못된 길이의 디스크립터로 호스트 커널의 vhost 기록 버퍼를 넘치게 합니다. virtio-net과 vhost 백엔드, 패치되지 않은 하이퍼바이저가 있어야 합니다. 장치 프로세스를 거치지 않고 곧바로 호스트 커널입니다. 커널 오류 기록이 남습니다.',
      en: 'While their VM is migrated live, and at no other time, overruns a buffer of vhost in the host’s kernel by a descriptor of a wrong length. It takes virtio-net with a vhost back end and an unpatched hypervisor. No device process is in between: it is the host’s kernel at once, which logs an error.',
    },
    lead: {
      ko: '마이그레이션하는 동안 호스트 커널은 VM의 어느 페이지가 바뀌는지 기록합니다. 공격자는 자기 VM이 옮겨지기 시작한 것을 알아채고 그 기록 버퍼를 넘치게 했습니다. 공격할 틈을 연 것은 방어자의 마이그레이션이었습니다.',
      en: 'During a migration the host’s kernel writes down which pages of the VM change. The attacker noticed that their VM was being moved and overran that record. It was the defenders’ own migration that opened the window.',
    },
    title: {
      ko: '공격자가 마이그레이션 중에 vhost를 통해 {{host}}의 커널을 장악했습니다',
      en: 'During a migration the attacker took the kernel of {{host}} through vhost',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있어 링에 직접 쓸 수 있었다',
        en: 'The attacker had the guest’s kernel, and so could write to the rings',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'served-by-kernel': {
        ko: '호스트 커널(vhost)이 그 VM의 네트워크 링을 처리하고 있었다',
        en: 'The host’s kernel (vhost) served the rings of its network card',
      },
      'is-moving': {
        ko: '방어자가 그 VM을 켜 둔 채 옮기는 중이었다',
        en: 'The defenders were moving the VM while it ran',
      },
      'host-unpatched': {
        ko: '하이퍼바이저(호스트 커널)가 패치되지 않은 빌드였다',
        en: 'The hypervisor (the host’s kernel) was older than the fix',
      },
    },
  },
});
