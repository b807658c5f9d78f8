import { about } from '../../world/people/known.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { isAbove } from '../knowing.ts';
import { callsUnfiltered, sharesKernel } from '../needs/container.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, escapes, hostProcess, seize } from '../needs/escape.ts';
import { hostUnpatched } from '../needs/flaw.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { notConfinedByLsm, usersNotRemapped } from '../needs/runtime.ts';

/**
 * B15, its second branch: nothing was granted, and an unpatched kernel does not ask. Root in a container
 * makes a user namespace of its own and sets what a cgroup v1 runs on release; a filter of system calls, or
 * AppArmor or SELinux, stops it (FACTS, section I). Rule A96. Source: CVE-2022-0492.
 */
export const ctReleaseAgent = defineAttack({
  id: 'ct-release-agent',
  catalogue: 'B15',
  targets: [2, 4],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'release-agent',
  needs: [
    guestRuns,
    rootInGuest,
    onThisHost,
    sharesKernel,
    hostUnpatched,
    callsUnfiltered,
    notConfinedByLsm,
    usersNotRemapped,
  ],
  headline: ['calls-unfiltered', 'host-unpatched'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: escapeStrike('release-agent'),
  strikes: atTheEnd,
  effect: (turn, by, strike, proof) => {
    hostProcess(turn, by, strike, 'edge-crossed');
    seize(turn, by, strike, proof);
  },
  prospects: (known) =>
    escapes(
      known,
      'ct-release-agent',
      'release-agent',
      'root',
      (vm) =>
        isAbove(known, vm) &&
        about(known, vm, 'technique') === 'container' &&
        about(known, vm, 'seccomp') !== 1 &&
        about(known, vm, 'lsm') !== 1 &&
        about(known, vm, 'userns') !== 1,
    ),
  words: {
    name: { ko: 'release_agent로 탈출', en: 'Out through release_agent' },
    does: {
      ko: '컨테이너의 root가 새 사용자 네임스페이스에서 cgroup의 release_agent를 고쳐 호스트가 그 프로그램을 실행하게 합니다. 패치되지 않은 커널이고, seccomp도 AppArmor·SELinux도 사용자 재매핑도 없어야 합니다.',
      en: 'As root in a container, in a new user namespace, sets a cgroup’s release_agent, and the host runs it. It takes an unpatched kernel, and neither seccomp nor AppArmor, SELinux or a user remap.',
    },
    lead: {
      ko: '이 컨테이너에는 아무 권한도 부여되어 있지 않았습니다. 그런데 커널이 release_agent를 고칠 권한을 확인하지 않았고, 호스트는 그 프로그램을 root로 실행했습니다. 시스템 콜 필터나 AppArmor·SELinux 하나면 막혔을 일입니다.',
      en: 'This container had been given nothing. But the kernel did not check who may set a release_agent, and the host ran that program as root. A filter of system calls, AppArmor or SELinux would have stopped it, each alone.',
    },
    title: {
      ko: '공격자가 cgroup release_agent를 통해 {{host}}{을/를} 장악했습니다',
      en: 'Through a cgroup’s release_agent the attacker took {{host}}',
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
      'host-unpatched': {
        ko: '공유 커널이 패치되지 않은 빌드였다',
        en: 'The shared kernel was older than the fix',
      },
      'calls-unfiltered': {
        ko: '시스템 콜 필터(seccomp)가 없었다',
        en: 'No filter of system calls (seccomp) was in place',
      },
      'no-mandatory-control': {
        ko: '컨테이너를 가두는 AppArmor나 SELinux가 없었다',
        en: 'Neither AppArmor nor SELinux confined the container',
      },
      'users-not-remapped': {
        ko: '컨테이너의 root가 호스트에서도 root였다(사용자 재매핑 없음)',
        en: 'Root in the container was root on the host: users were not remapped',
      },
    },
  },
});
