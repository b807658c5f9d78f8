import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { laySnare } from '../../mechanics/host-os/snare.ts';
import type { VmId } from '../../world/ids.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import { about, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { isAbove } from '../knowing.ts';
import { sharesKernel } from '../needs/container.ts';
import { onThisHost } from '../needs/device.ts';
import { escapeStrike, hostProcess, seize } from '../needs/escape.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { runtimeUnpatched, snareSprung, usersNotRemapped } from '../needs/runtime.ts';

/**
 * B13: root in a container has the runtime run itself, and writes to it: the next process that is started
 * in any container is the attacker's, as root of the host (rules K96, A95). It waits for an
 * administrator's exec, or for a start. Source: CVE-2019-5736.
 */
export const ctRuncOverwrite = defineAttack({
  id: 'ct-runc-overwrite',
  catalogue: 'B13',
  targets: [2],
  family: 'hypervisor',
  takes: ['vm'],
  brings: 'host',
  flaw: 'runc-overwrite',
  needs: [
    guestRuns,
    rootInGuest,
    onThisHost,
    sharesKernel,
    snareSprung,
    runtimeUnpatched,
    usersNotRemapped,
  ],
  headline: ['runtime-unpatched', 'users-not-remapped'],
  length: (lengths) => lengths.privilege + lengths.act,
  resolve: escapeStrike('runc-overwrite'),
  strikes: atTheEnd,
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    const row = find(turn.world.vms, vm);
    if (row?.technique !== 'container' || row.power !== 'running') return;
    if (!isAtLeast(ringOf(turn.world, attacker.id, vm), 'root')) return;
    laySnare(turn, vm as VmId, operation.act);
  },
  effect: (turn, by, strike, proof) => {
    hostProcess(turn, by, strike, 'edge-crossed');
    seize(turn, by, strike, proof);
  },
  // How old the runtime is cannot be told from inside.
  prospects: (known) =>
    known.flaws['runc-overwrite'] === undefined
      ? []
      : inside(known, 'root')
          .filter(({ number }) => about(known, number, 'technique') === 'container')
          .filter(({ number }) => about(known, number, 'userns') !== 1 && isAbove(known, number))
          .map(({ number }) => ({
            attack: 'ct-runc-overwrite',
            args: { vm: number },
            gain: { kind: 'host' },
            sure: false,
          })),
  words: {
    name: { ko: 'runc 덮어쓰기', en: 'Overwriting runc' },
    does: {
      ko: '컨테이너의 root가 함정을 놓고, 관리자가 거기서 명령을 실행하거나 컨테이너를 시작하면 호스트의 runc를 덮어씁니다. 패치되지 않은 런타임이고 사용자 재매핑이 없어야 합니다. 호스트의 EDR에는 runc에 쓰는 것이 보입니다.',
      en: 'As root in a container, lays a snare; when an administrator has a command run there, or it is started, the host’s runc is overwritten. It takes an unpatched runtime and no user remap. An EDR on the host sees runc written to.',
    },
    lead: {
      ko: '컨테이너를 시작하는 프로그램(runc)은 호스트의 root로 실행됩니다. 공격자는 컨테이너 안에 함정을 놓고 기다렸고, 관리자가 그 안에서 명령을 실행하자 runc가 자신을 덮어쓰게 만들었습니다. 다음 컨테이너가 시작될 때 호스트가 넘어갔습니다.',
      en: 'The program that starts containers (runc) runs as the host’s root. The attacker laid a snare and waited; when an administrator had a command run in the container, runc was made to let itself be overwritten. With the next start the host was theirs.',
    },
    title: {
      ko: '공격자가 runc를 덮어써 {{host}}의 컨테이너를 모두 장악했습니다',
      en: 'By overwriting runc the attacker took every container of {{host}}',
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
      'snare-sprung': {
        ko: '함정을 놓은 뒤에 누가 그 컨테이너에서 명령을 실행했거나 컨테이너를 시작했다',
        en: 'After the snare was laid a command was run in the container, or it was started',
      },
      'runtime-unpatched': {
        ko: '컨테이너 런타임(runc)이 패치되지 않은 빌드였다',
        en: 'The container runtime (runc) was older than the fix',
      },
      'users-not-remapped': {
        ko: '컨테이너의 root가 호스트에서도 root였다(사용자 재매핑 없음)',
        en: 'Root in the container was root on the host: users were not remapped',
      },
    },
  },
});
