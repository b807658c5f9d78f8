import type { AttackText } from '../kinds.ts';

export const resFreeMemory = {
  name: { ko: '호스트의 빈 메모리 읽기', en: 'Reading the host’s free memory' },
  does: {
    ko: '장악한 호스트에서 아무 VM에도 할당되지 않은 프레임을 읽어 이전 소유자이 남긴 데이터를 찾습니다. 할당할 때만 소거하는 호스트에는 그때까지 데이터가 남아 있습니다. 밖에서는 흔적이 보이지 않습니다.',
    en: 'From a host that is theirs, reads frames that no VM owns for what earlier owners left. Where memory is scrubbed only on allocation it lies there until then. Nothing of it shows.',
  },
  lead: {
    ko: '공격자는 호스트를 장악한 뒤, 소거되지 않은 빈 메모리를 읽었습니다. 할당 시 소거는 다음 VM을 지켜 주지만, 그때까지 데이터는 빈 메모리에 그대로 있습니다.',
    en: 'With the host theirs, the attacker read free memory that nobody had scrubbed. Scrubbing on allocation protects the next VM; until then the data lies in free memory.',
  },
  title: {
    ko: '{{victim}}의 {{asset}}{이/가} 장악된 {{host}}의 빈 메모리에서 새어 나갔습니다',
    en: 'The {{asset}} of {{victim}} leaked from the free memory of {{host}}, which had been taken over',
  },
  needs: {
    'host-is-theirs': {
      ko: '공격자가 그 호스트의 게스트 아래에서 코드를 실행하고 있었다',
      en: 'The attacker ran code below the guests of that host',
    },
    'frame-is-free': {
      ko: '그 프레임은 아무 VM에도 할당되지 않은 상태였다',
      en: 'The frame was given to no VM',
    },
    'foreign-residue-free': {
      ko: '다른 테넌트의 데이터가 지워지지 않고 남아 있었다',
      en: 'Another tenant’s data was still in it, unwiped',
    },
  },
} satisfies AttackText;
