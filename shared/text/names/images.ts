import type { Component } from '../../world/flaws/record.ts';
import type { ImageName } from '../../world/machine/image.ts';
import type { Words } from '../../world/words.ts';

export const images = {
  'web-2003': { ko: '웹 서버 2003', en: 'Web server 2003' },
  'web-2015': { ko: '웹 서버 2015', en: 'Web server 2015' },
  'db-2015': { ko: 'DB 서버 2015', en: 'DB server 2015' },
  desktop: { ko: '업무용 데스크톱', en: 'Office desktop' },
  'design-desktop': { ko: '설계용 데스크톱', en: '3-D desktop' },
  'open-desktop': { ko: '리눅스 데스크톱', en: 'Linux desktop' },
  'legacy-closed': { ko: '구형 비공개 OS', en: 'Legacy closed OS' },
  'test-bench': { ko: '테스트 서버', en: 'Test server' },
  'arm-appliance': { ko: 'ARM 장비 이미지', en: 'ARM appliance' },
  'container-api': { ko: 'API 컨테이너', en: 'API container' },
} satisfies Record<ImageName, Words>;

export const components = {
  hypervisor: { ko: '하이퍼바이저', en: 'hypervisor' },
  'host-kernel': { ko: '공유 커널', en: 'shared kernel' },
  'host-os': { ko: '호스트 OS', en: 'host OS' },
  'container-runtime': { ko: '컨테이너 런타임', en: 'container runtime' },
  'tool-channel': { ko: '게스트 도구 채널', en: 'guest-tool channel' },
  'guest-kernel': { ko: '게스트 커널', en: 'guest kernel' },
  'device-model': { ko: '장치 에뮬레이터', en: 'device model' },
  'web-service': { ko: '웹 서비스', en: 'web service' },
  'queue-service': { ko: '메시지 큐', en: 'message queue' },
  'crypto-library': { ko: '암호 라이브러리', en: 'crypto library' },
  'guest-tools': { ko: '게스트 도구', en: 'guest tools' },
  'backup-server': { ko: '백업 서버', en: 'backup server' },
  'management-server': { ko: '관리 서버', en: 'management server' },
} satisfies Record<Component, Words>;
