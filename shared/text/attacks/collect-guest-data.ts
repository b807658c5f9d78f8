import type { AttackText } from '../kinds.ts';

export const collectGuestData = {
  name: { ko: '게스트의 데이터 반출', en: 'Taking a guest’s data out' },
  does: {
    ko: '침입한 VM이 다루는 데이터를 인터넷으로 빼냅니다. VM 안에서 코드를 실행하고 있고 인터넷으로 나가는 경로가 열려 있어야 합니다. 대량 전송이 눈에 띕니다.',
    en: 'Sends what the VM works with out to the internet. It takes code inside and an open path out, and shows as a bulk transfer.',
  },
  lead: {
    ko: '공격자는 VM 안에서 그 서비스가 읽는 것을 그대로 읽어 인터넷으로 내보냈습니다. VM에 들어오지 못했거나 나가는 경로가 막혀 있었다면 일어나지 않았을 일입니다.',
    en: 'From inside the VM the attacker read what its service reads and sent it out to the internet. Without a way in, or without a path out, it could not have happened.',
  },
  title: {
    ko: '{{victim}}의 {{asset}}{이/가} 인터넷으로 유출되었습니다',
    en: 'The {{asset}} of {{victim}} leaked to the internet',
  },
  needs: {
    'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
    'code-in-guest': {
      ko: '공격자가 그 VM 안에서 코드를 실행하고 있었다',
      en: 'The attacker ran code in the VM',
    },
    'foreign-data': {
      ko: '그 VM이 다른 테넌트의 데이터를 다루고 있었다',
      en: 'The VM worked with another tenant’s data',
    },
    'way-out': {
      ko: '스위치가 그 VM에서 인터넷으로 나가는 패킷을 막지 않았다',
      en: 'Its switch let it out to the internet',
    },
  },
} satisfies AttackText;
