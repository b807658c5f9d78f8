import type { SensorName } from '../../world/alert.ts';
import type { Words } from '../kinds.ts';

/**
 * What a sensor sees; and `blind`: which others could not have seen the same, and what this one is
 * blind to. Source: FACTS, section 0.
 */
export const sensors = {
  S1: {
    name: { ko: 'S1 물리 IDS', en: 'S1 physical IDS' },
    sees: { ko: '물리 망을 지나는 패킷', en: 'Packets on the physical wire' },
    blind: {
      ko: '같은 호스트의 VM끼리 주고받은 것은 이 망을 지나지 않아 볼 수 없습니다. 메모리와 하이퍼바이저 안의 일도 보지 못합니다.',
      en: 'What two VMs of one host say to each other never passes here, so it cannot be seen. Neither can memory, nor anything inside a host.',
    },
  },
  S2: {
    name: { ko: 'S2 가상 스위치 감시', en: 'S2 virtual IDS' },
    sees: {
      ko: '그 호스트의 가상 스위치를 지나는 패킷',
      en: 'Packets in that host’s virtual switch',
    },
    blind: {
      ko: '같은 호스트 안에서 오간 것이라면 물리 IDS(S1)는 볼 수 없습니다. S2도 다른 호스트와 메모리는 보지 못합니다.',
      en: 'If both ends are on this host, the physical IDS (S1) could not have seen it. S2 itself sees no other host, and no memory.',
    },
  },
  S4: {
    name: { ko: 'S4 하이퍼바이저 로그', en: 'S4 hypervisor log' },
    sees: { ko: 'VM 종료의 이유와 피연산자', en: 'VM exits, their reasons and operands' },
    blind: {
      ko: '네트워크 IDS(S1·S2)는 볼 수 없습니다. VM 종료는 패킷이 아닙니다. 게스트 안의 에이전트는 커널을 빼앗기는 순간 속습니다.',
      en: 'No network IDS (S1, S2) could have seen it: an exit is not a packet. An agent inside is fooled once its kernel is lost.',
    },
  },
  S5: {
    name: { ko: 'S5 관리 감사 로그', en: 'S5 audit log' },
    sees: {
      ko: '관리 화면에서 한 일: 이동, 되돌리기, 정책',
      en: 'What was done by management: moves, rollbacks, policy',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 설정이 바뀌는 것은 테넌트의 망을 지나지 않습니다. 게스트 안에서 한 일은 여기에도 남지 않습니다.',
      en: 'No IDS could have seen it: a change of settings crosses no tenant’s network. What is done inside a guest is not logged here either.',
    },
  },
  S7: {
    name: { ko: 'S7 잔존 데이터 감사', en: 'S7 residue auditor' },
    sees: {
      ko: '주인 없는 메모리와 디스크에 남은 내용',
      en: 'What is left in memory and disk that nobody owns',
    },
    blind: {
      ko: '이미 VM에 할당된 메모리는 볼 수 없습니다. IDS는 이 일을 전혀 보지 못합니다. 네트워크를 지나지 않기 때문입니다.',
      en: 'It cannot see memory that a VM already owns. No IDS could have seen this: nothing crosses a network.',
    },
  },
  S9: {
    name: { ko: 'S9 자산 대조', en: 'S9 inventory' },
    sees: { ko: 'VM의 소유자와 임대 기한', en: 'Owners and leases of VMs' },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 조용한 VM은 주인이 없어도 패킷을 남기지 않습니다. S9도 지금 오가는 것은 보지 못합니다.',
      en: 'No IDS could have seen it: a quiet VM sends nothing, owned or not. S9 in turn sees no traffic.',
    },
  },
  investigation: {
    name: { ko: '조사', en: 'Investigation' },
    sees: {
      ko: '하이퍼바이저에서 들여다본 게스트와 호스트',
      en: 'A guest or a host, looked into from the hypervisor',
    },
    blind: {
      ko: '게스트 안의 에이전트로는 알 수 없습니다. 읽기는 정상적인 명령이고, 커널을 빼앗기면 에이전트도 속습니다.',
      en: 'An agent inside the guest could not tell: reading is a lawful instruction, and a lost kernel fools its agent.',
    },
  },
  verification: {
    name: { ko: '정책 검증', en: 'Verification' },
    sees: {
      ko: '의도한 정책과 스위치가 실제로 하는 일의 차이',
      en: 'The difference between what is meant and what switches do',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 열린 문은 누가 지나가기 전까지 패킷을 남기지 않습니다.',
      en: 'No IDS could have seen it: an open door leaves no packet until somebody walks through.',
    },
  },
  tenant: {
    name: { ko: '테넌트의 항의', en: 'A tenant’s complaint' },
    sees: { ko: '밖에서 나타난 자기 데이터', en: 'Its own data, turning up outside' },
    blind: {
      ko: '어떤 센서도 울리지 않았습니다. 그 자리를 보는 센서가 없었습니다.',
      en: 'No sensor rang: none looked at that place.',
    },
  },
} satisfies Record<SensorName, Record<'name' | 'sees' | 'blind', Words>>;
