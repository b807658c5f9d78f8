import type { Sensor } from './sensor.ts';

/** S12: attestation of what a host has booted and loaded. It looks when it is asked to (`mechanics/fall`). */
export const attestation = {
  name: 'S12',
  people: true,
  words: {
    name: { ko: 'S12 무결성 증명', en: 'S12 attestation' },
    sees: {
      ko: 'TPM에 측정해 둔 부팅 체인과 커널 모듈',
      en: 'The boot chain and kernel modules, as the TPM measured them',
    },
    blind: {
      ko: '부팅한 뒤 메모리에서만 바뀐 코드는 측정되지 않습니다. 실행 중에 탈출해 메모리에만 머무는 침입자는 여기에 보이지 않습니다. 호스트 조사(실행 중인 코드의 비교)가 필요합니다.',
      en: 'Code that was only patched in memory since is not measured: an intruder who escaped at run time and stays in memory does not show here. That takes an investigation of the host.',
    },
  },
  says: {
    'measurement-differs': {
      title: {
        ko: '{{host}}의 측정값이 기대값과 다름',
        en: 'What {{host}} has loaded is not what it should be',
      },
      body: {
        ko: '서명되지 않은 커널 모듈이 올라와 있습니다. 신뢰할 수 있는 매체로 다시 설치해야 합니다.',
        en: 'A kernel module that nobody signed is loaded. The host must be reinstalled from trusted media.',
      },
    },
  },
} satisfies Sensor;
