import type { Room } from '../kinds.ts';

export const lobby = {
  title: { ko: '대기실', en: 'Lobby' },
  address: {
    ko: '{{address}}에 접속해 코드를 넣으세요',
    en: 'Open {{address}} and enter this code',
  },
  codeSpoken: { ko: '참가 코드 {{code}}', en: 'Join code {{code}}' },
  copy: { ko: '참가 주소 복사', en: 'Copy the join link' },
  copied: { ko: '복사했습니다', en: 'Copied' },
  qr: { ko: '참가 주소 QR 코드', en: 'QR code of the join link' },
  here: { ko: '모인 사람', en: 'Who is here' },
  people: { ko: '{{count}}명', en: '{{count}} here' },
  dropped: { ko: '연결 끊김', en: 'disconnected' },
  start: { ko: '시작', en: 'Start' },
  starting: { ko: '시작하는 중', en: 'Starting' },
  waiting: { ko: '{{host}} 님이 시작하기를 기다립니다', en: 'Waiting for {{host}} to start' },
  retention: {
    ko: '개인정보 없음 · 끝나고 {{hours}}시간 뒤 지워집니다',
    en: 'No personal data · deleted {{hours}} hours after the end',
  },
  sameWorld: { ko: '모두 한 세계를 함께 지킵니다', en: 'Everyone defends one world together' },
} satisfies Room;
