import type { FlawRecord } from '../record.ts';

/** A heap overflow in the 3-D commands of the display. Source: CVE-2017-4902, VMSA-2017-0006, 28 March 2017 (FACTS B03). */
export const svgaShader = {
  name: 'svga-shader',
  component: 'device-model',
  device: 'svga',
  accel3d: true,
  words: {
    name: { ko: '3D 가속의 힙 오버플로', en: 'heap overflow in 3-D acceleration' },
    what: {
      ko: '3D 가속이 켜진 게스트에서는 GPU를 쓰는 일반 사용자 프로그램만으로도 장치 프로세스의 힙을 넘치게 할 수 있습니다. 길이 검사로는 막지 못합니다. 3D를 끄거나, 패치하고 VM을 재시작해야 합니다.',
      en: 'In a guest with 3-D acceleration a mere user’s program that draws overruns the heap of the device process. No length check stops it: switch 3-D off, or patch and restart the VM.',
    },
    real: { ko: '실제 사례: CVE-2017-4902', en: 'In reality: CVE-2017-4902' },
  },
} as const satisfies FlawRecord;
