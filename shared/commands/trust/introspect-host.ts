import { hostSwitch } from '../on-host.ts';

/** Has a hypervisor look into the kernels of its guests: sensor S8 looks there from now on (rule S56). */
export const introspectHost = hostSwitch({
  name: 'introspect-host',
  role: 'analyst',
  key: '',
  setting: 'introspection',
  to: true,
  // A container has no kernel of its own to look into.
  about: ({ platform }) => platform !== 'container',
  price: (pace) => pace.introspectPrice,
  length: (pace) => pace.sensorLength,
  words: {
    name: { ko: 'VM 인트로스펙션(S8)', en: 'VM introspection (S8)' },
    does: {
      ko: '하이퍼바이저가 에이전트 없이 게스트의 커널을 들여다봅니다. 장악된 커널을 찾아내지만, 메모리가 암호화된 VM은 볼 수 없고 호스트가 장악되면 아무것도 알리지 않습니다. 호스트 사이클의 약 2퍼센트를 씁니다(게임에서 정한 값).',
      en: 'Has the hypervisor look into guests’ kernels without an agent. It finds a kernel that was taken; it is blind to encrypted memory, and tells nothing once the host itself has fallen. About 2% of the host’s cycles (the game’s own figure).',
    },
    done: {
      ko: '{{host}}에서 VM 인트로스펙션을 켠다',
      en: 'switch VM introspection on at {{host}}',
    },
    control: { ko: 'VM 인트로스펙션', en: 'VM introspection' },
  },
});
