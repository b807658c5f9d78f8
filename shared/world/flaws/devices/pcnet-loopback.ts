import type { FlawRecord } from '../record.ts';

/** The buffer of the emulated PCnet card overruns in loopback mode. Source: CVE-2015-7504 (FACTS B04). */
export const pcnetLoopback = {
  name: 'pcnet-loopback',
  component: 'device-model',
  device: 'nic',
  nic: 'pcnet',
  words: {
    name: { ko: 'PCnet 루프백 버퍼 오버플로', en: 'PCnet loopback overflow' },
    what: {
      ko: 'PCnet 네트워크 카드를 에뮬레이션하는 게스트가 루프백 모드에서 긴 프레임으로 장치 프로세스의 힙 버퍼를 넘치게 합니다. 프레임은 카드 모델을 벗어나지 않습니다. 패치한 뒤에도 VM을 재시작하거나 마이그레이션해야 합니다.',
      en: 'A guest with an emulated PCnet card overruns a heap buffer of the device process by a long frame in loopback mode. The frame never leaves the card’s model. After the patch the VM must be restarted or migrated.',
    },
    real: { ko: '실제 사례: CVE-2015-7504', en: 'In reality: CVE-2015-7504' },
  },
} as const satisfies FlawRecord;
