import type { AttackText } from '../kinds.ts';

export const reconNetwork = {
  name: { ko: '네트워크 정찰', en: 'A look around the network' },
  does: {
    ko: '네트워크를 두드려 어디에 닿는지, 서비스가 얼마나 오래되었는지, 이웃인지를 알아냅니다. 두드린 곳마다 탐색 패킷이 보입니다.',
    en: 'Knocks around the network: what answers, how old it is, and whether it is a neighbour. The knocking shows wherever it passes.',
  },
  lead: {
    ko: '공격자는 주소를 하나씩 두드려 무엇이 대답하는지, 얼마나 낡았는지, 같은 호스트에 있는지를 적어 두었습니다. 훔친 것은 없습니다.',
    en: 'The attacker knocked at every address and noted what answers, how old it is and whether it is on the same host. Nothing was taken.',
  },
  title: { ko: '공격자가 네트워크를 둘러보았습니다', en: 'The attacker looked around the network' },
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
