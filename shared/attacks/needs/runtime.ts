import { fact } from '../../world/fact.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { noted } from '../knowing.ts';
import type { Need } from '../need.ts';

/** Root in a container is root on its host: no namespace of users stands between. `host` of the strike. */
export const usersNotRemapped: Need<'users-not-remapped'> = {
  id: 'users-not-remapped',
  words: {
    short: { ko: '사용자 재매핑 없음', en: 'users not remapped' },
    failed: {
      ko: '사용자 네임스페이스가 재매핑되어 컨테이너의 root에게 호스트 권한이 없었습니다',
      en: 'users were remapped: root in a container was nobody on the host',
    },
  },
  known: {
    inside: (known, { vm }) => {
      const remapped = noted(about(known, vm, 'userns'));
      return remapped === undefined ? undefined : !remapped;
    },
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.userns === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'userns')],
  counters: (_, { host = 0 }) => [
    {
      command: 'remap-users',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'userns'),
    },
  ],
};

/** The program that starts containers is older than the fix. `host` and `flaw` of the strike. */
export const runtimeUnpatched: Need<'runtime-unpatched'> = {
  id: 'runtime-unpatched',
  words: {
    short: { ko: '런타임(runc) 미패치', en: 'runtime (runc) unpatched' },
    failed: {
      ko: '컨테이너 런타임이 이미 패치되어 있었습니다',
      en: 'the container runtime had been patched',
    },
  },
  holds: (world, { host = 0, flaw = 0 }) =>
    (find(world.hosts, host)?.runtime ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { host = 0, flaw = 0 }) => [
    fact('hosts', host, 'runtime'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (world, { host = 0, flaw = 0 }) =>
    find(world.flaws, flaw)?.public === true
      ? [
          {
            command: 'patch-host-os',
            args: { host },
            moment: 'after',
            fact: fact('hosts', host, 'runtime'),
          },
        ]
      : [],
};

/**
 * Somebody had the runtime start a process in the container, or the container itself, after the snare was
 * laid out there (FACTS B13). `vm` of the strike.
 */
export const snareSprung: Need<'snare-sprung'> = {
  id: 'snare-sprung',
  words: {
    short: { ko: '관리자가 exec 또는 시작', en: 'an exec into it, or a start' },
    failed: {
      ko: '함정을 놓은 뒤로 아무도 그 컨테이너에서 명령을 실행하지 않았습니다',
      en: 'nobody had anything started in that container since the snare was laid',
    },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.snare === 'sprung',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'snare')],
  counters: () => [],
};

/** The container was given something of its host that leads out of it. `vm` of the strike. */
export const wasGranted: Need<'was-granted'> = {
  id: 'was-granted',
  words: {
    short: { ko: '특권·소켓·CAP_SYS_ADMIN 받음', en: 'privileged, socket or CAP_SYS_ADMIN' },
    failed: {
      ko: '그 컨테이너에는 호스트 권한이 부여되어 있지 않았습니다',
      en: 'that container had been given nothing of its host',
    },
  },
  known: {
    inside: (known, { vm }) => {
      const grants = about(known, vm, 'grants');
      return grants === undefined ? undefined : grants !== '';
    },
  },
  holds: (world, { vm = 0 }) => (find(world.vms, vm)?.grants.length ?? 0) > 0,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'grants')],
  counters: (_, { vm = 0 }) => [
    { command: 'drop-privileges', args: { vm }, moment: 'after', fact: fact('vms', vm, 'grants') },
  ],
};

/** No mandatory access control confines the containers of the host. `host` of the strike. */
export const notConfinedByLsm: Need<'no-mandatory-control'> = {
  id: 'no-mandatory-control',
  words: {
    short: { ko: 'AppArmor·SELinux 없음', en: 'no AppArmor or SELinux' },
    failed: {
      ko: 'AppArmor나 SELinux가 막았습니다',
      en: 'AppArmor or SELinux stopped it',
    },
  },
  known: {
    inside: (known, { vm }) => {
      const confined = noted(about(known, vm, 'lsm'));
      return confined === undefined ? undefined : !confined;
    },
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.lsm === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'lsm')],
  counters: () => [],
};
