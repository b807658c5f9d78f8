import type { Component, FlawName } from '../../world/flaw.ts';
import type { ImageName } from '../../world/machine/image.ts';
import type { Words } from '../../world/words.ts';

export const images = {
  'web-2015': { ko: '웹 서버 2015', en: 'Web server 2015' },
  'db-2015': { ko: 'DB 서버 2015', en: 'DB server 2015' },
  desktop: { ko: '업무용 데스크톱', en: 'Office desktop' },
  'open-desktop': { ko: '리눅스 데스크톱', en: 'Linux desktop' },
  'legacy-closed': { ko: '구형 비공개 OS', en: 'Legacy closed OS' },
  'test-bench': { ko: '테스트 서버', en: 'Test server' },
  'arm-appliance': { ko: 'ARM 장비 이미지', en: 'ARM appliance' },
  'container-api': { ko: 'API 컨테이너', en: 'API container' },
} satisfies Record<ImageName, Words>;

export const components = {
  hypervisor: { ko: '하이퍼바이저', en: 'hypervisor' },
  'host-kernel': { ko: '공유 커널', en: 'shared kernel' },
  'guest-kernel': { ko: '게스트 커널', en: 'guest kernel' },
  'device-model': { ko: '장치 에뮬레이터', en: 'device model' },
  'web-service': { ko: '웹 서비스', en: 'web service' },
  'queue-service': { ko: '메시지 큐', en: 'message queue' },
} satisfies Record<Component, Words>;

/**
 * Published flaws: what they allow and to whom, and the real one that they are modelled on.
 * Sources: the CVE texts and advisories that FACTS has read (B01, B06, B09, B14, B29, B34).
 */
export const flaws = {
  venom: {
    name: { ko: '플로피 컨트롤러 버퍼 오버플로', en: 'Floppy controller overflow' },
    what: {
      ko: '구형 머신 타입의 게스트가 I/O 포트로 너무 긴 명령을 보내면 장치 에뮬레이터의 버퍼가 넘칩니다. 패치한 뒤에도 VM을 재시작하거나 마이그레이션해야 실행 중인 프로세스가 바뀝니다.',
      en: 'On an old machine type a guest overflows the device model’s buffer by I/O ports. After the patch, a restart or a migration of the VM is needed: the running process keeps its old code.',
    },
    real: { ko: '실제 사례: VENOM, CVE-2015-3456', en: 'In reality: VENOM, CVE-2015-3456' },
  },
  'xhci-uaf': {
    name: { ko: 'USB 컨트롤러 해제 후 사용(UAF)', en: 'USB controller use-after-free' },
    what: {
      ko: 'USB(xHCI) 컨트롤러가 있는 게스트가 해제된 메모리를 사용하게 만들어 장치 프로세스에서 코드를 실행합니다. 길이 검사로는 막지 못합니다. 패치한 뒤에도 VM을 재시작하거나 마이그레이션해야 합니다.',
      en: 'A guest with a USB (xHCI) controller has it use freed memory and runs code in the device process. No length check stops it. After the patch the VM must be restarted or migrated.',
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
    name: { ko: '소거보다 늦은 TLB 플러시', en: 'Scrubbed before the TLB flush' },
    what: {
      ko: '반가상화 게스트가 이미 소거된 프레임에 낡은(stale) 매핑으로 다시 씁니다. 소거 정책이 무력해집니다.',
      en: 'A paravirtual guest writes through a stale mapping into a frame that was scrubbed already: the policy is defeated.',
    },
    real: {
      ko: '실제 사례: CVE-2026-79603 (XSA-511)',
      en: 'In reality: CVE-2026-79603 (XSA-511)',
    },
  },
  'fs-context': {
    name: {
      ko: '파일 시스템 컨텍스트 힙 오버플로',
      en: 'Heap overflow in the file-system context',
    },
    what: {
      ko: '컨테이너의 프로그램이 시스템 콜 하나로 공유 커널의 힙을 넘치게 합니다. 커널이 하나뿐이라 모든 컨테이너가 함께 장악됩니다. 시스템 콜 필터(seccomp)가 그 호출을 막습니다.',
      en: 'A program in a container overflows the shared kernel’s heap by a system call. There is one kernel, so every container falls with it. A system-call filter (seccomp) refuses the call.',
    },
    real: { ko: '실제 사례: CVE-2022-0185', en: 'In reality: CVE-2022-0185' },
  },
  'guest-privilege': {
    name: { ko: '게스트 커널 권한 상승', en: 'Guest kernel privilege escalation' },
    what: {
      ko: '게스트의 일반 프로세스가 root가 되고, 이어서 게스트 커널의 권한까지 얻습니다. 아직 게스트 안이지만 장치와 페이지 테이블을 직접 다룰 수 있습니다.',
      en: 'A process of the guest becomes root, and goes on to its kernel’s rights: still inside, but devices and page tables are within reach.',
    },
    real: {
      ko: '실제 사례: CVE-2022-0847 (Dirty Pipe)',
      en: 'In reality: CVE-2022-0847 (Dirty Pipe)',
    },
  },
  shellshock: {
    name: { ko: '웹 서버의 셸 명령 실행', en: 'Shell commands through a web server' },
    what: {
      ko: '요청에 담긴 값을 배시(bash)가 명령으로 실행합니다. 웹 서비스에 도달할 수 있는 누구나 게스트 안에서 코드를 실행합니다. 데이터베이스와 메시지 큐는 해당하지 않습니다.',
      en: 'Bash runs what a request carries as commands: anyone who reaches the web service runs code in the guest. Databases and message queues do not have it.',
    },
    real: {
      ko: '실제 사례: Shellshock, CVE-2014-6271',
      en: 'In reality: Shellshock, CVE-2014-6271',
    },
  },
  'queue-deserialisation': {
    name: { ko: '메시지 큐의 역직렬화 취약점', en: 'Deserialisation in a message queue' },
    what: {
      ko: '메시지로 받은 객체를 검사 없이 되살립니다. 메시지 큐에 도달할 수 있는 누구나 게스트 안에서 코드를 실행합니다.',
      en: 'Objects in messages are brought to life unchecked: anyone who reaches the queue runs code in the guest.',
    },
    real: {
      ko: '실제로 메시지 브로커에서 되풀이된 유형의 취약점입니다',
      en: 'In reality: a kind that message brokers had again and again',
    },
  },
} satisfies Record<FlawName, Record<'name' | 'what' | 'real', Words>>;
