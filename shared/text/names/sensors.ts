import type { SensorName } from '../../world/alert.ts';
import type { Words } from '../../world/words.ts';

/**
 * What a sensor sees; and `blind`: which others could not have seen the same, and what this one is
 * blind to. Source: FACTS, section 0.
 */
export const sensors = {
  S1: {
    name: { ko: 'S1 물리 IDS', en: 'S1 physical IDS' },
    sees: { ko: '물리 네트워크를 지나는 패킷', en: 'Packets on the physical network' },
    blind: {
      ko: '같은 호스트의 VM끼리 주고받는 패킷은 물리 네트워크를 지나지 않아 볼 수 없습니다. 메모리와 하이퍼바이저 안의 일도 보지 못합니다.',
      en: 'Traffic between two VMs on one host never crosses the physical network, so it cannot be seen. Neither can memory, nor anything inside a host.',
    },
  },
  S2: {
    name: { ko: 'S2 가상 IDS', en: 'S2 virtual IDS' },
    sees: {
      ko: '가상 스위치를 지나는 패킷과 포트의 MAC 주소',
      en: 'Packets in a virtual switch; MAC addresses',
    },
    blind: {
      ko: '같은 호스트 안에서 오간 것이라면 물리 IDS(S1)는 볼 수 없습니다. S2도 다른 호스트와 메모리, 듣기만 하는 포트는 보지 못합니다.',
      en: 'If both ends are on this host, the physical IDS (S1) could not have seen it. S2 itself sees no other host, no memory, and no port that only listens.',
    },
  },
  S4: {
    name: { ko: 'S4 하이퍼바이저 로그', en: 'S4 hypervisor log' },
    sees: { ko: 'VM exit(VM 이탈)의 원인과 피연산자', en: 'VM exits, their reasons and operands' },
    blind: {
      ko: '네트워크 IDS(S1·S2)는 볼 수 없습니다. VM exit는 패킷이 아닙니다. 게스트 안의 에이전트는 커널이 장악되면 믿을 수 없습니다. 실제 로그에는 원인별 횟수만 남으며, 피연산자 기록은 이 게임의 가정입니다.',
      en: 'No network IDS (S1, S2) could have seen it: an exit is not a packet. An agent inside the guest cannot be trusted once its kernel is taken. Real logs count exits by reason; operands are this game’s addition.',
    },
  },
  S5: {
    name: { ko: 'S5 관리 감사 로그', en: 'S5 audit log' },
    sees: {
      ko: '관리 작업: 마이그레이션, 롤백, 정책, 포트',
      en: 'Management: moves, rollbacks, policy, ports',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 설정 변경은 테넌트의 네트워크를 지나지 않습니다. 게스트 안에서 한 일은 여기에도 남지 않습니다.',
      en: 'No IDS could have seen it: a change of settings crosses no tenant’s network. What is done inside a guest is not logged here either.',
    },
  },
  S7: {
    name: { ko: 'S7 잔존 데이터 감사', en: 'S7 residue auditor' },
    sees: {
      ko: '할당되지 않은 곳의 잔존 데이터(residual data)',
      en: 'Residual data that nobody owns',
    },
    blind: {
      ko: '이미 VM에 할당된 메모리는 볼 수 없습니다. IDS도 이 일은 보지 못합니다. 네트워크를 지나지 않기 때문입니다.',
      en: 'It cannot see memory that a VM already owns. No IDS could have seen this: nothing crosses a network.',
    },
  },
  S9: {
    name: { ko: 'S9 자산 대조', en: 'S9 inventory' },
    sees: { ko: 'VM의 담당자와 임대 기한', en: 'Owners and leases of VMs' },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 트래픽이 없는 VM은 담당자가 없어도 패킷을 남기지 않습니다. S9도 지금 오가는 트래픽은 보지 못합니다.',
      en: 'No IDS could have seen it: a quiet VM sends nothing, owned or not. S9 in turn sees no traffic.',
    },
  },
  investigation: {
    name: { ko: '조사', en: 'Investigation' },
    sees: {
      ko: '하이퍼바이저에서 들여다본 게스트와 호스트',
      en: 'A guest or a host, inspected from the hypervisor',
    },
    blind: {
      ko: '게스트 안의 에이전트로는 알 수 없습니다. 읽기는 정상적인 명령이고, 커널이 장악되면 에이전트도 믿을 수 없습니다.',
      en: 'An agent inside the guest could not tell: reading is an ordinary instruction, and with its kernel taken the agent cannot be trusted.',
    },
  },
  verification: {
    name: { ko: '정책 검증', en: 'Verification' },
    sees: {
      ko: '정책 원본과 스위치가 실제로 적용하는 정책의 차이',
      en: 'Intended vs enforced policy',
    },
    blind: {
      ko: 'IDS는 볼 수 없습니다. 열린 경로는 누가 쓰기 전까지 패킷을 남기지 않습니다.',
      en: 'No IDS could have seen it: an open path leaves no packet until somebody uses it.',
    },
  },
  tenant: {
    name: { ko: '테넌트의 신고', en: 'A tenant’s report' },
    sees: { ko: '외부에서 발견된 자기 데이터', en: 'Its own data, turning up outside' },
    blind: {
      ko: '테넌트는 데이터가 새어 나간 뒤에야 압니다. 어디에서 어떻게 새었는지는 모릅니다.',
      en: 'A tenant learns of a leak after it has happened, and not where or how it happened.',
    },
  },
} satisfies Record<SensorName, Record<'name' | 'sees' | 'blind', Words>>;
