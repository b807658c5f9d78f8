import type { Component, FlawName } from '../../world/flaw.ts';
import type { ImageName } from '../../world/image.ts';
import type { Words } from '../kinds.ts';

export const images = {
  'web-2015': { ko: '웹 서버 2015', en: 'Web server 2015' },
  'db-2015': { ko: 'DB 서버 2015', en: 'DB server 2015' },
  desktop: { ko: '업무용 데스크톱', en: 'Office desktop' },
  'legacy-closed': { ko: '구형 비공개 OS', en: 'Legacy closed OS' },
  'test-bench': { ko: '시험용 서버', en: 'Test server' },
  'container-api': { ko: 'API 컨테이너', en: 'API container' },
} satisfies Record<ImageName, Words>;

export const components = {
  hypervisor: { ko: '하이퍼바이저', en: 'hypervisor' },
  'host-kernel': { ko: '공유 커널', en: 'shared kernel' },
  'guest-kernel': { ko: '게스트 커널', en: 'guest kernel' },
  service: { ko: '서비스', en: 'service' },
} satisfies Record<Component, Words>;

/**
 * Published flaws: what they allow and to whom, and the real one that they are modelled on.
 * Sources: the CVE texts and advisories that FACTS has read (B01, B06, B09, B14, B29, B34).
 */
export const flaws = {
  venom: {
    name: { ko: '플로피 컨트롤러 버퍼 넘침', en: 'Floppy controller overflow' },
    what: {
      ko: '플로피 장치가 있는 게스트의 커널이 너무 긴 명령을 보내면 장치 모델의 버퍼가 넘칩니다.',
      en: 'A guest kernel with a floppy device overflows the device model’s buffer with too long a command.',
    },
    real: { ko: '실제 사례: VENOM, CVE-2015-3456', en: 'In reality: VENOM, CVE-2015-3456' },
  },
  'xhci-uaf': {
    name: { ko: 'USB 컨트롤러 해제 후 사용', en: 'USB controller use-after-free' },
    what: {
      ko: 'USB(xHCI) 장치가 있는 게스트가 장치 프로세스에서 코드를 돌립니다. 그 프로세스가 격리되어 있으면 거기서 멈춥니다.',
      en: 'A guest with a USB (xHCI) device runs code in the device process. Where that process is sandboxed it stops there.',
    },
    real: { ko: '실제 사례: CVE-2024-22252', en: 'In reality: CVE-2024-22252' },
  },
  superpage: {
    name: { ko: '반가상화 페이지 검증 우회', en: 'Para page-table check bypass' },
    what: {
      ko: '반가상화 게스트의 커널이 자기 페이지 테이블에 쓸 수 있게 되어 호스트의 아무 프레임이나 매핑합니다.',
      en: 'The kernel of a paravirtual guest gets to write its own page tables and maps any frame of the host.',
    },
    real: {
      ko: '실제 사례: CVE-2015-7835 (XSA-148)',
      en: 'In reality: CVE-2015-7835 (XSA-148)',
    },
  },
  'scrub-tlb': {
    name: { ko: '소거와 TLB 플러시의 순서', en: 'Scrubbed before the TLB flush' },
    what: {
      ko: '반가상화 게스트가 이미 소거된 프레임에 낡은 매핑으로 다시 씁니다. 소거 정책이 무력해집니다.',
      en: 'A paravirtual guest writes through a stale mapping into a frame that was scrubbed already: the policy is defeated.',
    },
    real: {
      ko: '실제 사례: CVE-2026-79603 (XSA-511)',
      en: 'In reality: CVE-2026-79603 (XSA-511)',
    },
  },
  'pipe-kernel': {
    name: { ko: '공유 커널 페이지 캐시 쓰기', en: 'Page-cache write in the kernel' },
    what: {
      ko: '컨테이너의 프로그램이 읽기 전용 페이지 캐시에 씁니다. 커널이 하나뿐이라 모든 컨테이너가 함께 무너집니다.',
      en: 'A program in a container writes to the read-only page cache. There is one kernel, so every container falls with it.',
    },
    real: { ko: '실제 사례: CVE-2022-0847', en: 'In reality: CVE-2022-0847' },
  },
  'guest-privilege': {
    name: { ko: '게스트 커널 권한 상승', en: 'Guest kernel privilege escalation' },
    what: {
      ko: '게스트의 링 3에서 링 0으로 올라갑니다. 아직 게스트 안이지만 장치와 페이지 테이블에 손이 닿습니다.',
      en: 'From ring 3 of the guest to its ring 0: still inside, but devices and page tables are within reach.',
    },
    real: { ko: '비슷한 사례: CVE-2022-0185', en: 'Similar in reality: CVE-2022-0185' },
  },
  'web-traversal': {
    name: { ko: '웹 서버 경로 탈출', en: 'Web server path traversal' },
    what: {
      ko: '웹 서비스에 닿을 수 있는 누구나 게스트 안에서 코드를 돌립니다.',
      en: 'Anyone who reaches the web service runs code in the guest.',
    },
    real: { ko: '실제 사례: CVE-2021-41773', en: 'In reality: CVE-2021-41773' },
  },
} satisfies Record<FlawName, Record<'name' | 'what' | 'real', Words>>;
