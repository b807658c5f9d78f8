import type { FlawRecord } from '../record.ts';

/** The emulated RTL8139 sends what lies in its process beside the packet. Source: CVE-2015-5165 (FACTS B05). */
export const rtl8139Offload = {
  name: 'rtl8139-offload',
  component: 'device-model',
  device: 'nic',
  nic: 'rtl8139',
  words: {
    name: { ko: 'RTL8139 힙 메모리 누출', en: 'RTL8139 heap leak' },
    what: {
      ko: 'RTL8139 네트워크 카드를 에뮬레이션하는 게스트의 커널이 장치 프로세스의 힙을 읽어 그 주소 배치를 알아냅니다. 이것만으로는 빠져나가지 못하지만, ASLR을 무력하게 만듭니다. 샌드박스는 이 누출을 막지 못합니다.',
      en: 'The kernel of a guest with an emulated RTL8139 card reads the heap of the device process, and so learns at which addresses it lies. That is no escape by itself; it undoes ASLR. No sandbox stops the leak.',
    },
    real: { ko: '실제 사례: CVE-2015-5165', en: 'In reality: CVE-2015-5165' },
  },
} as const satisfies FlawRecord;
