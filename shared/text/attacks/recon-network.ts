import type { AttackText } from '../kinds.ts';

export const reconNetwork = {
  name: { ko: '네트워크 정찰', en: 'Network reconnaissance' },
  does: {
    ko: '네트워크를 스캔해 어느 서비스에 도달하는지, 얼마나 오래된 빌드인지, 같은 호스트인지를 알아냅니다. 지나는 곳마다 스캔 패킷이 보입니다.',
    en: 'Scans the network: what answers, how old it is, and whether it is on the same host. The scan shows wherever it passes.',
  },
  lead: {
    ko: '공격자는 주소를 하나씩 스캔해 무엇이 응답하는지, 얼마나 오래되었는지, 같은 호스트에 있는지를 알아냈습니다. 훔친 것은 없습니다.',
    en: 'The attacker scanned every address and noted what answers, how old it is and whether it is on the same host. Nothing was taken.',
  },
  title: { ko: '공격자가 네트워크를 정찰했습니다', en: 'The attacker scanned the network' },
  needs: {
    'source-runs': {
      ko: '공격자가 패킷을 보낸 VM이 켜져 있었다',
      en: 'The VM that the attacker sent from was running',
    },
    'code-in-source': {
      ko: '공격자가 그 VM 안에서 코드를 실행할 수 있었다',
      en: 'The attacker could run code in that VM',
    },
  },
} satisfies AttackText;
