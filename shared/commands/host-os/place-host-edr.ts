import { hostSwitch } from '../on-host.ts';

/**
 * Puts an agent on a host's OS, of a bare-metal host in its privileged domain: sensor S11 looks there from
 * now on, for cycles and upkeep (rule S52).
 */
export const placeHostEdr = hostSwitch({
  name: 'place-host-edr',
  role: 'analyst',
  key: '',
  setting: 'edr',
  to: true,
  price: (pace) => pace.edrPrice,
  length: (pace) => pace.sensorLength,
  words: {
    name: { ko: '호스트 EDR 설치(S11)', en: 'Host EDR (S11)' },
    does: {
      ko: '호스트 OS(Type 1에서는 Dom0)의 프로세스를 봅니다. 백업 에이전트와 관리자의 exec도 똑같이 보입니다. ESXi 같은 하이퍼바이저에는 보통 설치할 수 없습니다. 호스트 사이클의 2%(게임에서 정한 값)와 유지비가 듭니다.',
      en: 'Sees the processes of the host’s OS; of a type 1 host, of Dom0. A backup agent or an administrator’s exec looks the same. A hypervisor like ESXi normally takes none. It takes 2% of the host’s cycles (the game’s own figure) and upkeep.',
    },
    done: { ko: '{{host}}에 호스트 EDR을 설치한다', en: 'put an EDR on {{host}}' },
    control: { ko: '호스트 EDR 설치', en: 'An EDR on the host' },
  },
});
