import { hostSwitch } from '../on-host.ts';

/**
 * Makes root of every container nobody in particular on its host (rule K96). What was given to containers
 * is worth nothing from then on, and whoever needs it breaks. Source: Docker's `userns-remap`.
 */
export const remapUsers = hostSwitch({
  name: 'remap-users',
  role: 'hypervisor',
  key: '',
  setting: 'userns',
  to: true,
  about: ({ platform }) => platform === 'container',
  fits: ['runtime-reached'],
  length: (pace) => pace.remapLength,
  words: {
    name: { ko: '사용자 네임스페이스 재매핑', en: 'Remap container users' },
    does: {
      ko: '컨테이너의 root를 호스트에서는 아무 권한도 없는 사용자로 바꿉니다. 특권, 호스트 소켓, CAP_SYS_ADMIN이 통하지 않으므로, 그것이 필요한 컨테이너는 제대로 일하지 못합니다.',
      en: 'Makes root in a container a user without rights on the host. Privileged mode, the host’s socket and CAP_SYS_ADMIN are worth nothing then: containers that need them break.',
    },
    done: {
      ko: '{{host}}의 컨테이너 사용자를 재매핑한다',
      en: 'remap container users on {{host}}',
    },
    control: { ko: '사용자 네임스페이스 재매핑', en: 'Remap container users' },
  },
});
