import type { AttackText } from '../kinds.ts';

export const netArpSpoof = {
  name: { ko: 'ARP 스푸핑', en: 'ARP spoofing' },
  does: {
    ko: '같은 세그먼트에 있는 상대의 주소를 사칭해 오가는 데이터를 가로챕니다. 보내는 VM의 커널이 있어야 하고 ARP 검사가 없어야 합니다. 거짓 ARP 응답이 눈에 띕니다.',
    en: 'Claims the address of another in the same segment and has its data pass through. It takes the kernel of the sending VM and no ARP inspection, and leaves a false claim.',
  },
  lead: {
    ko: '공격자는 자기 MAC 주소로 남의 IP 주소를 주장했습니다. MAC을 위조하지 않았으므로 위조를 거부하는 설정은 소용이 없었고, ARP 검사만이 막을 수 있었습니다.',
    en: 'With their own MAC address the attacker claimed another’s IP address. No MAC was forged, so refusing forged ones was no use; only ARP inspection would have stopped it.',
  },
  title: {
    ko: '{{victim}}의 {{asset}}{이/가} 공격자의 VM을 거쳐 갔습니다',
    en: 'The {{asset}} of {{victim}} passed through the attacker’s VM',
  },
  needs: {
    'source-runs': {
      ko: '공격자가 패킷을 보낸 VM이 켜져 있었다',
      en: 'The VM that the attacker sent from was running',
    },
    'kernel-in-source': {
      ko: '공격자가 그 VM의 커널을 쥐고 있어 프레임을 직접 만들 수 있었다',
      en: 'The attacker had that VM’s kernel, and so could make frames of their own',
    },
    'guest-runs': { ko: '표적 VM이 켜져 있었다', en: 'The VM was running' },
    'same-segment': {
      ko: '두 VM이 같은 L2 세그먼트에 있었다',
      en: 'Both VMs were in one layer 2 segment',
    },
    'no-arp-inspection': {
      ko: '그 세그먼트에 ARP 검사가 꺼져 있었다',
      en: 'Nothing in that segment inspected ARP',
    },
    'foreign-data': {
      ko: '그 VM이 다루는 데이터는 다른 테넌트의 것이었다',
      en: 'What the VM works with belonged to another tenant',
    },
    'nothing-blocks': { ko: '길목에 막아서는 IPS가 없었다', en: 'No IPS stood in the way' },
  },
} satisfies AttackText;
