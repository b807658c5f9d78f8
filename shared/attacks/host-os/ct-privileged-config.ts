import { NONE } from '../../world/ids.ts';
import { about, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { isAbove } from '../knowing.ts';
import { sharesKernel } from '../needs/container.ts';
import { onThisHost } from '../needs/device.ts';
import { hostProcess, seize } from '../needs/escape.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { usersNotRemapped, wasGranted } from '../needs/runtime.ts';

/**
 * B15, its first branch: a container that was given its host. It mounts what it likes, orders the runtime
 * about, or has the kernel run a program by a cgroup: all of it allowed, and none of it a flaw that a patch
 * would end (FACTS, section I). Rules K96, A96.
 */
export const ctPrivilegedConfig = defineAttack({
  id: 'ct-privileged-config',
  catalogue: 'B15',
  targets: [2, 4],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  needs: [guestRuns, rootInGuest, onThisHost, sharesKernel, wasGranted, usersNotRemapped],
  headline: ['was-granted'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
    return row && { attacker: attacker.id, vm: row.id, host: row.host };
  },
  strikes: atTheEnd,
  effect: (turn, by, strike, proof) => {
    hostProcess(turn, by, strike, 'edge-crossed');
    seize(turn, by, strike, proof);
  },
  prospects: (known) =>
    inside(known, 'root')
      .filter(({ number }) => (about(known, number, 'grants') ?? '') !== '')
      .filter(({ number }) => about(known, number, 'userns') !== 1)
      .filter(({ number }) => isAbove(known, number))
      .map(({ number }) => ({
        attack: 'ct-privileged-config',
        args: { vm: number },
        gain: { kind: 'host' },
        sure: true,
      })),
  words: {
    name: { ko: '특권 컨테이너로 탈출', en: 'Out of a privileged container' },
    does: {
      ko: '특권(privileged), 호스트 소켓, CAP_SYS_ADMIN을 받은 컨테이너의 root가 그 권한으로 호스트에서 프로그램을 실행합니다. 취약점은 필요 없고, 사용자 재매핑이 없어야 합니다.',
      en: 'As root of a container that is privileged, has the host’s socket or CAP_SYS_ADMIN, runs a program on the host by that right. No flaw is needed; users must not be remapped.',
    },
    lead: {
      ko: '공격자는 아무것도 뚫지 않았습니다. 컨테이너에 호스트의 권한이 부여되어 있었고, 그것을 썼을 뿐입니다. 커널도 런타임도 패치되어 있었더라도 결과는 같았을 것입니다.',
      en: 'The attacker broke nothing: the container had been given rights over its host, and they used them. With kernel and runtime patched it would have come to the same.',
    },
    title: {
      ko: '공격자가 특권 컨테이너에서 {{host}}{을/를} 장악했습니다',
      en: 'From a privileged container the attacker took {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 컨테이너가 켜져 있었다', en: 'The container was running' },
      'root-in-guest': {
        ko: '공격자가 컨테이너 안에서 root였다',
        en: 'The attacker was root in the container',
      },
      'on-this-host': {
        ko: '그 컨테이너가 바로 이 호스트에 있었다',
        en: 'The container was on this very host',
      },
      'shares-kernel': {
        ko: 'VM이 아니라 호스트 커널을 함께 쓰는 컨테이너였다',
        en: 'It was a container and shared the host’s kernel',
      },
      'was-granted': {
        ko: '컨테이너에 특권, 호스트 소켓, CAP_SYS_ADMIN 가운데 하나가 부여되어 있었다',
        en: 'The container was privileged, or had the host’s socket or CAP_SYS_ADMIN',
      },
      'users-not-remapped': {
        ko: '컨테이너의 root가 호스트에서도 root였다(사용자 재매핑 없음)',
        en: 'Root in the container was root on the host: users were not remapped',
      },
    },
  },
});
