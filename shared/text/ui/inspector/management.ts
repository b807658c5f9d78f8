import type { Texts } from '../../../world/words.ts';

/** How a host is managed, and what has become of a VM’s files. */
export const management = {
  managedBy: { ko: '어떻게 관리하나', en: 'How it is managed' },
  hostServices: { ko: '관리 서비스', en: 'Services' },
  hostServicesNote: {
    ko: '관리 인터페이스에 도달하는 누구에게나 응답함',
    en: 'they answer whoever reaches its management interface',
  },
  managedFrom: { ko: '닿는 구역', en: 'Reached from' },
  managedFromNote: {
    ko: '이 구역의 VM에서 관리 인터페이스로 접속할 수 있음',
    en: 'from there its management interface can be connected to',
  },
  managedAlone: { ko: '관리 네트워크에서만', en: 'its own network alone' },
  lockdown: { ko: '잠금 모드', en: 'Lockdown mode' },
  lockdownNote: {
    ko: 'SSH가 켜져 있으면 예외 사용자는 그래도 들어옴',
    en: 'while SSH runs, an exception user gets in all the same',
  },
  exceptionUsers: { ko: '예외 사용자', en: 'Exception users' },
  exceptionOf: { ko: '백업 제품의 계정', en: 'the account of a backup product' },
  mfa: { ko: '다중 인증(MFA)', en: 'MFA' },
  hostAudit: { ko: '감사 기록 전송', en: 'Audit records' },
  hostAuditNote: {
    ko: '꺼져 있으면 호스트에 직접 한 로그인을 S5가 보지 못함',
    en: 'while they are not forwarded, S5 hears of no login at the host itself',
  },
  managementServer: { ko: '관리 서버', en: 'Management server' },
  files: { ko: 'VM 파일', en: 'Its files' },
  filesRansomed: {
    ko: '누군가 암호화함: 다시 만들기 전에는 켜지지 않음',
    en: 'encrypted by somebody: it does not power on until it is rebuilt',
  },
} satisfies Texts;
