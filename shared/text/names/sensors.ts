import type { SensorName } from '../../world/alert.ts';
import type { Words } from '../kinds.ts';

/** What a sensor sees, and what it could not have seen however good it is. */
export const sensors = {
  S7: {
    name: { ko: 'S7 잔존 데이터 감사', en: 'S7 residue auditor' },
    sees: { ko: '주인 없는 메모리에 남은 내용', en: 'What is left in memory that nobody owns' },
    blind: {
      ko: '이미 VM에 할당된 메모리는 볼 수 없습니다. IDS는 이 일을 전혀 보지 못합니다. 네트워크를 지나지 않기 때문입니다.',
      en: 'It cannot see memory that a VM already owns. No IDS could have seen this: nothing crosses a network.',
    },
  },
  investigation: {
    name: { ko: '조사', en: 'Investigation' },
    sees: {
      ko: '하이퍼바이저에서 본 VM의 메모리: 쓰지 않고 읽은 프레임',
      en: 'A VM’s memory as the hypervisor sees it: frames read but never written',
    },
    blind: {
      ko: '게스트 안의 에이전트로는 알 수 없습니다. 읽기는 정상적인 명령입니다.',
      en: 'An agent inside the guest could not tell: reading is a lawful instruction.',
    },
  },
  tenant: {
    name: { ko: '테넌트의 항의', en: 'A tenant’s complaint' },
    sees: { ko: '밖에서 나타난 자기 데이터', en: 'Its own data, turning up outside' },
    blind: {
      ko: '어떤 센서도 울리지 않았습니다. 네트워크 IDS도, 게스트 에이전트도 볼 수 없는 자리였습니다.',
      en: 'No sensor rang. Neither a network IDS nor a guest agent could see that place.',
    },
  },
} satisfies Record<SensorName, Record<'name' | 'sees' | 'blind', Words>>;
