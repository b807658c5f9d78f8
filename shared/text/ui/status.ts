import type { Texts } from '../../world/words.ts';

/** The state of the connection and of match time, in plain words. */
export const status = {
  connecting: { ko: '연결하는 중입니다', en: 'Connecting' },
  waiting: { ko: '아직 연결되지 않았습니다', en: 'Not connected yet' },
  troubles: {
    offline: {
      ko: '이 기기가 네트워크에 연결되어 있지 않습니다. Wi-Fi나 케이블을 확인하세요.',
      en: 'This device has no network. Check its Wi-Fi or its cable.',
    },
    unreachable: {
      ko: '서버({{host}})에 연결할 수 없습니다. 서버가 켜져 있는지, 같은 네트워크에 있는지 확인하세요.',
      en: 'The server ({{host}}) cannot be reached. Check that it runs, and that you are on its network.',
    },
    silent: {
      ko: '서버({{host}})에서 아직 답이 없습니다. 네트워크가 느리거나 서버가 바쁠 수 있습니다.',
      en: 'The server ({{host}}) has not answered yet. It may be busy, or the network slow.',
    },
    blocked: {
      ko: '이 네트워크나 중간의 프록시가 게임 연결을 막고 있습니다. 네트워크 담당자에게 {{host}} 주소를 허용하고, 그 아래 {{path}} 경로에 웹소켓(WebSocket)이나 롱 폴링(long polling)을 열어 달라고 하세요.',
      en: 'This network, or a proxy on the way, blocks the game’s connection. Ask those who run the network to allow {{host}}, with WebSocket or long polling on its path {{path}}.',
    },
    busy: {
      ko: '{{host}} 서버가 지금 바쁘거나 다시 시작하는 중입니다.',
      en: 'The server ({{host}}) is busy or restarting.',
    },
    unwelcome: {
      ko: '서버가 {{host}} 주소로 연 화면을 받지 않습니다. 서버 담당자에게 ORIGINS 설정에 이 주소를 넣어 달라고 하세요.',
      en: 'The server takes no page opened at {{host}}. Ask whoever runs it to add this address to its setting ORIGINS.',
    },
    incomplete: {
      ko: '게임의 일부를 받지 못했습니다. 새 버전이 나왔을 수 있으니 다시 시도를 누르세요.',
      en: 'A part of the game did not arrive. There may be a newer version: press “Try again”.',
    },
  },
  translated: {
    ko: '브라우저의 번역 기능이 이 화면의 글을 바꾸고 있어 오래된 내용이 보일 수 있습니다. 번역을 끄고 새로 고치세요. 한국어와 영어는 화면의 언어 버튼으로 바꿉니다.',
    en: 'Your browser’s translation changes the texts of this page, so it may show old ones. Switch it off and reload. Korean and English are chosen on the page itself.',
  },
  forgets: {
    seat: {
      ko: '이 브라우저의 저장 공간이 가득 찼거나 막혀 있어 자리를 기억하지 못합니다. 들어간 뒤 재입장 코드를 적어 두세요.',
      en: 'This browser’s storage is full or blocked, so it will not remember your seat. Once you are in, write the rejoin code down.',
    },
    desk: {
      ko: '이 브라우저의 저장 공간이 가득 찼거나 막혀 있어 강사 화면을 기억하지 못합니다. 열린 강사 화면의 주소 전체를 따로 보관하세요.',
      en: 'This browser’s storage is full or blocked, so it will not remember your desk. Keep the desk’s whole address once it is open.',
    },
  },
  goesOn: { ko: '자동으로 계속 시도하고 있습니다.', en: 'It keeps trying by itself.' },
  dropped: {
    ko: '연결이 끊겼습니다. 자동으로 다시 잇고 있으니 그대로 두세요. 자리는 남아 있습니다.',
    en: 'The connection dropped. Coming back by itself; your seat is kept.',
  },
  back: {
    ko: '다시 연결되었습니다. 그동안 흐른 경기 시간 {{time}}.',
    en: 'Connected again. {{time}} passed meanwhile.',
  },
  backAtOnce: {
    ko: '다시 연결되었습니다. 놓친 것은 없습니다.',
    en: 'Connected again. You missed nothing.',
  },
  elsewhere: { ko: '이 자리는 다른 곳에서 열려 있습니다', en: 'This seat is open elsewhere' },
  elsewhereBody: {
    ko: '한 자리는 한 곳에서만 쓸 수 있습니다. 여기에서 이어 가려면 아래를 누르세요.',
    en: 'A seat works in one place at a time. Press below to go on here.',
  },
  goneOn: {
    ko: '이 경기는 다른 탭에서 이어지고 있습니다',
    en: 'This match goes on in another tab',
  },
  goneOnBody: {
    ko: '이 탭은 이 경기를 더는 저장하지 않습니다. 여기에서 이어 가면 다른 탭이 멈춥니다.',
    en: 'This tab no longer saves it. Going on here stops the other tab.',
  },
  takeBack: { ko: '여기에서 이어 하기', en: 'Go on here' },
  removed: {
    ko: '강사가 이 자리에서 내보냈습니다',
    en: 'The instructor removed you from this seat',
  },
  removedBody: {
    ko: '이 브라우저로는 이 수업에 다시 들어올 수 없습니다. 잘못된 일이라면 강사에게 말해 주세요. 강사가 다시 들여보내면 ‘다시 참가’로 돌아올 수 있습니다.',
    en: 'This browser cannot come into this class again. If that was a mistake, tell the instructor: once you are let back in, “Join again” works.',
  },
  outdated: { ko: '새 버전이 나왔습니다', en: 'There is a newer version' },
  outdatedBody: { ko: '한 번 새로 고치면 이어집니다.', en: 'Reload once to go on.' },
  reload: { ko: '새로 고침', en: 'Reload' },
  lost: { ko: '자리를 찾을 수 없습니다', en: 'This seat is gone' },
  lostBody: {
    ko: '수업이 끝났거나, 지워졌거나, 이 자리가 다른 기기로 옮겨졌습니다. 코드가 살아 있으면 다시 참가할 수 있습니다.',
    en: 'The class has ended or was deleted, or the seat was taken to another device. If the code still works you can join again.',
  },
  moved: { ko: '이 자리는 다른 기기로 옮겨졌습니다', en: 'This seat is on another device now' },
  movedBody: {
    ko: '재입장 코드로 옮긴 뒤라 이 기기에 남은 키로는 열 수 없습니다. 재입장 코드를 넣으면 이 기기로 다시 옮길 수 있습니다.',
    en: 'It was taken there with its rejoin code, so what this device kept no longer opens it. The rejoin code brings the seat back.',
  },
  toRejoin: { ko: '재입장 코드 넣기', en: 'Enter the rejoin code' },
  rejoin: { ko: '다시 참가', en: 'Join again' },
  closed: {
    ko: '수업이 끝났고 기록도 지워졌습니다',
    en: 'The class is over, and its records are deleted',
  },
  closedBody: { ko: '수고하셨습니다.', en: 'Thank you for playing.' },
  over: { ko: '수업이 끝났습니다', en: 'The class is over' },
  overBody: {
    ko: '끝까지 한 경기가 없어 다시 볼 디브리핑이 없습니다. 수고하셨습니다.',
    en: 'No match was played to its end, so there is no debrief to read. Thank you for playing.',
  },
  overNote: {
    ko: '수업이 끝났습니다. 이 디브리핑은 앞으로 {{hours}}시간 안에 지워집니다. 그때까지는 이 주소에서 다시 볼 수 있습니다.',
    en: 'The class is over. This debrief is deleted within {{hours}} {hour/hours}; until then it can be read at this address.',
  },
  movedTeam: { ko: '이제 {{team}} 팀입니다', en: 'You are in team {{team}} now' },
  speed: { ko: '경기 시간 {{speed}}배속', en: 'Match time runs at {{speed}}×' },
  broken: { ko: '게임을 이어 갈 수 없습니다', en: 'The game cannot go on' },
  brokenBody: {
    ko: '이 브라우저에서 실행이 멈췄습니다. 처음부터 다시 시작해 주세요.',
    en: 'It stopped running in this browser. Please start again.',
  },
  paused: {
    ko: '강사가 경기를 잠시 멈췄습니다. 둘러보고 의논할 수 있습니다',
    en: 'The instructor has paused the match. Look around and talk it over',
  },
  pausedAlone: {
    ko: '{{time}}에 멈춤 · 스페이스 바나 ▶로 이어 하기',
    en: 'Paused at {{time}} · Space or ▶ to go on',
  },
  restart: {
    ko: '서버가 다시 시작되어 {{seconds}}초 뒤 이어집니다',
    en: 'The server was restarted; going on in {{seconds}} s',
  },
  restartSoon: {
    ko: '서버가 다시 시작되어 곧 이어집니다',
    en: 'The server was restarted; going on',
  },
  slow: {
    ko: '서버가 바빠 경기 시간이 조금 느리게 흐릅니다',
    en: 'The server is busy: match time runs a little slow',
  },
  noPlace: {
    ko: '다음 경기부터 함께합니다',
    en: 'You join with the next match',
  },
  noPlaceBody: {
    ko: '지금은 팀이 정해지지 않았습니다. 이 화면을 그대로 두세요.',
    en: 'You have no team yet. Just keep this page open.',
  },
} satisfies Texts;
