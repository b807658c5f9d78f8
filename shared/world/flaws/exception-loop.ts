import type { FlawRecord } from './record.ts';

/**
 * An exception that is raised by the delivery of an exception: where #AC and #DB are not intercepted the CPU
 * goes on delivering, takes no interrupt any more and never leaves the guest. The fix intercepts both. The
 * module is loaded anew for it, or the hypervisor booted anew: with no guest on the host. Source:
 * CVE-2015-5307 and CVE-2015-8104 (XSA-156, KVM; FACTS B57 b).
 */
export const exceptionLoop = {
  name: 'exception-loop',
  component: 'hypervisor',
  assisted: true,
  livePatch: false,
  words: {
    name: { ko: '예외 전달의 무한 반복(#AC·#DB)', en: 'Endless exceptions (#AC, #DB)' },
    what: {
      ko: '하드웨어 가상화 게스트의 커널이 예외(#AC, #DB)를 전달하는 도중에 같은 예외가 또 일어나게 합니다. 하이퍼바이저가 그 예외를 가로채지 않으면 CPU가 전달만 되풀이하고, 그 코어는 호스트로 돌아오지 않습니다. 반가상화나 바이너리 변환 게스트에는 해당하지 않습니다.',
      en: 'The kernel of a hardware-assisted guest has the delivery of an exception (#AC, #DB) raise the same one again. Where the hypervisor does not intercept it, the CPU does nothing but deliver, and the core does not come back to the host. Paravirtual and translated guests cannot do so.',
    },
    real: {
      ko: '실제 사례: CVE-2015-5307, CVE-2015-8104(XSA-156)',
      en: 'In reality: CVE-2015-5307, CVE-2015-8104 (XSA-156)',
    },
  },
} as const satisfies FlawRecord;
