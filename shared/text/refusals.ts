import type { RefusalCode } from '../protocol/refusal.ts';
import type { Words } from '../world/words.ts';

type Path = RefusalCode extends infer Code
  ? Code extends `${infer Texts}.${infer Name}`
    ? `${Texts}/${Name}`
    : never
  : never;

/** What stands in the way, and what would remove it. Codes with `/` for their dot. */
export const refusals = {
  'rule/no-such-thing': { ko: '그런 대상이 없습니다.', en: 'There is no such thing.' },
  'rule/unknown-command': { ko: '알 수 없는 명령입니다.', en: 'That command is not known.' },
  'rule/not-in-deck': {
    ko: '이 시나리오에서는 쓰지 않는 명령입니다.',
    en: 'This scenario is played without that command.',
  },
  'rule/bad-arguments': {
    ko: '명령의 인자가 맞지 않습니다.',
    en: 'The command’s arguments are not valid.',
  },
  'rule/match-over': { ko: '경기가 끝났습니다.', en: 'The match is over.' },
  'rule/no-free-hand': {
    ko: '동시 작업 {{hands}}개를 모두 사용 중입니다. 하나가 끝나면 할 수 있습니다.',
    en: 'Job slots in use: all {{hands}}. It can start when one is free.',
  },
  'rule/too-few-credits': {
    ko: '{{price}} 크레딧이 필요하지만 {{credits}} 크레딧뿐입니다.',
    en: 'It takes {{price}} {credit/credits}; there {is/are} {{credits}}.',
  },
  'rule/target-busy': {
    ko: '{{subject}}에 이미 작업이 진행 중입니다.',
    en: 'Someone is already working on {{subject}}.',
  },
  'rule/frames-short': {
    ko: '{{host}}에 빈 프레임이 {{free}}개뿐입니다. {{wanted}}개가 필요합니다.',
    en: '{{host}} has {{free}} free {frame/frames}; it takes {{wanted}}.',
  },
  'rule/blocks-short': {
    ko: '{{host}}의 디스크에 빈 블록이 {{free}}개뿐입니다. {{wanted}}개가 필요합니다.',
    en: '{{host}} has {{free}} free {block/blocks}; it takes {{wanted}}.',
  },
  'rule/technique-unfit': {
    ko: '{{host}}에서는 이 VM을 {{technique}}{으로/로} 실행할 수 없습니다. {{misfit}}.',
    en: '{{host}} cannot run it as {{technique}}: {{misfit}}.',
  },
  'rule/legacy-only': {
    ko: '이 게스트 OS는 구형 머신 타입의 드라이버만 있어 다른 머신에서는 부팅되지 않습니다.',
    en: 'This guest OS has drivers for the old machine type only and does not boot on another.',
  },
  'rule/no-snapshot': {
    ko: '되돌아갈 스냅샷이 없습니다.',
    en: 'There is no snapshot to go back to.',
  },
  'rule/nothing-to-wipe': {
    ko: '{{host}}의 빈 블록에는 남은 것이 없습니다.',
    en: 'Nothing is left in the free blocks of {{host}}.',
  },
  'rule/host-not-empty': {
    ko: '{{host}}에서 VM {{vms}}개가 실행 중입니다. 옮기거나 정지하면 재부팅할 수 있습니다.',
    en: 'VMs still run on {{host}}: {{vms}}. Move or stop them and it can be rebooted.',
  },
  'rule/request-closed': { ko: '이미 처리한 요청입니다.', en: 'That request is no longer open.' },
  'rule/wrong-power': {
    ko: '지금은 할 수 없습니다. 현재 상태: {{power}}.',
    en: 'Not while it is {{power}}.',
  },
  'rule/nothing-to-scrub': {
    ko: '{{host}}의 빈 프레임에는 남은 것이 없습니다.',
    en: 'Nothing is left in the free frames of {{host}}.',
  },
  'rule/no-quarantine': {
    ko: '이 시나리오에는 차단 구역이 없습니다. VM을 정지할 수는 있습니다.',
    en: 'There is no quarantine zone here. You can stop the VM instead.',
  },
  'rule/no-ips': {
    ko: '{{host}}의 가상 스위치에는 IPS가 없습니다.',
    en: 'There is no IPS in the virtual switch of {{host}}.',
  },
  'rule/already-so': { ko: '이미 그렇게 되어 있습니다.', en: 'Already set.' },
  'rule/still-wanted': {
    ko: '테넌트가 삭제를 요청하지 않았습니다. 정지할 수는 있습니다.',
    en: 'Its tenant has not asked for that. You can stop it instead.',
  },
  'rule/same-order': { ko: '이미 받은 명령입니다.', en: 'That order was taken before.' },
  'rule/not-live': {
    ko: '준비 시간에는 공격할 수 없습니다. 경기가 시작되면 할 수 있습니다.',
    en: 'No attack during Prepare. It opens when the match goes live.',
  },
  'rule/resting': {
    ko: '축출된 뒤라 앞으로 {{seconds}}초 동안은 새로 시작할 수 없습니다. 다른 곳에서 하던 일은 계속됩니다.',
    en: 'You were evicted: nothing new for {{seconds}} s. What is under way elsewhere goes on.',
  },
  'rule/under-way': { ko: '이미 진행 중입니다.', en: 'That is under way already.' },
  'rule/not-your-role': {
    ko: '{{role}} 역할이 맡은 명령입니다.',
    en: 'That command belongs to the role {{role}}.',
  },
  'protocol/malformed': {
    ko: '보낸 내용을 이해하지 못했습니다.',
    en: 'That message could not be understood.',
  },
  'protocol/too-large': { ko: '보낸 내용이 너무 큽니다.', en: 'That message is too large.' },
  'protocol/too-fast': {
    ko: '너무 빠릅니다. 잠시 뒤에 다시 해 주세요.',
    en: 'Too fast. Try again in a moment.',
  },
  'protocol/old-version': {
    ko: '새 버전이 나왔습니다. 페이지를 새로 고쳐 주세요.',
    en: 'There is a newer version. Please reload this page.',
  },
  'protocol/internal': {
    ko: '서버에서 문제가 생겼습니다. 아무것도 바뀌지 않았습니다.',
    en: 'Something went wrong on the server. Nothing was changed.',
  },
  'protocol/unanswered': {
    ko: '연결이 끊겨 처리되었는지 알 수 없습니다. 확인한 뒤 다시 해 주세요.',
    en: 'The connection broke before the answer. Check whether it was done, then try again.',
  },
  'session/unknown': {
    ko: '그런 코드의 수업이 없습니다.',
    en: 'There is no session with that code.',
  },
  'session/over': {
    ko: '이미 끝난 수업이라 새로 들어올 수 없습니다.',
    en: 'This class has ended. Nobody new can come in.',
  },
  'session/would-end': {
    ko: '시간을 그만큼 줄이면 경기가 끝납니다. 끝내려면 ‘경기 끝내기’를 눌러 주세요.',
    en: 'So much less time would end the match. To end it, press “End match”.',
  },
  'session/full': {
    ko: '자리가 모두 찼습니다({{limit}}명).',
    en: 'Seats taken: all {{limit}}.',
  },
  'session/name-taken': {
    ko: '이미 쓰고 있는 별명입니다. 다른 별명을 골라 주세요.',
    en: 'That nickname is taken. Please choose another.',
  },
  'session/name-unfit': {
    ko: '이 별명은 쓸 수 없습니다. 다른 별명을 골라 주세요.',
    en: 'That nickname will not do. Please choose another.',
  },
  'session/name-poses': {
    ko: '강사로 보일 수 있는 별명입니다. 다른 별명을 골라 주세요.',
    en: 'That nickname could be taken for the instructor’s. Please choose another.',
  },
  'session/seat-unknown': {
    ko: '이 자리를 찾을 수 없습니다. 코드로 다시 들어와 주세요.',
    en: 'This seat was not found. Please join again with the code.',
  },
  'session/seat-moved': {
    ko: '이 자리는 재입장 코드로 다른 기기에 옮겨졌습니다. 그 기기의 재입장 코드로 돌아올 수 있습니다.',
    en: 'This seat was taken to another device. Its rejoin code brings it back here.',
  },
  'session/not-instructor': {
    ko: '강사만 할 수 있습니다.',
    en: 'Only the instructor can do that.',
  },
  'session/wrong-key': {
    ko: '강사 키가 맞지 않습니다. 주소나 코드를 다시 확인해 주세요.',
    en: 'That key is not valid. Check the address or the code.',
  },
  'session/too-many-guesses': {
    ko: '틀린 시도가 너무 많았습니다. 잠시 뒤에 다시 해 주세요.',
    en: 'Too many wrong tries. Wait a moment and try again.',
  },
  'session/locked': {
    ko: '강사가 입장을 닫았습니다. 강사에게 열어 달라고 해 주세요.',
    en: 'The instructor has locked the class. Ask them to unlock it.',
  },
  'session/waiting': {
    ko: '강사가 입장을 허락하면 할 수 있습니다.',
    en: 'Once the instructor has let you in.',
  },
  'session/removed': {
    ko: '강사가 이 자리에서 내보냈습니다.',
    en: 'The instructor removed you from this seat.',
  },
  'session/watching': {
    ko: '관전 중에는 할 수 없습니다. 강사가 경기에 넣어 주면 할 수 있습니다.',
    en: 'Not while you are watching. It works once the instructor lets you play.',
  },
  'session/paused': {
    ko: '강사가 경기를 멈춰 두었습니다. 다시 이어지면 할 수 있습니다.',
    en: 'The instructor has paused the match. Orders work when it goes on.',
  },
  'session/no-choice': {
    ko: '이 수업에서는 강사가 팀과 역할을 정합니다.',
    en: 'In this class the instructor assigns teams and roles.',
  },
  'session/team-full': {
    ko: '이 팀은 가득 찼습니다({{limit}}명). 다른 팀을 골라 주세요.',
    en: 'That team is full ({{limit}}). Please choose another.',
  },
  'session/no-team': {
    ko: '아직 팀이 없습니다. 팀이 정해지면 할 수 있습니다.',
    en: 'You have no team yet. It works once you have one.',
  },
  'session/chat-off': {
    ko: '이 수업에서는 글을 보낼 수 없습니다. 준비된 문구를 써 주세요.',
    en: 'Chat is off in this class. Use the ready-made phrases.',
  },
  'session/words-unfit': {
    ko: '이 말은 보낼 수 없습니다. 다르게 적어 주세요.',
    en: 'That message will not do. Please put it another way.',
  },
  'session/not-unlocked': {
    ko: '방어 디브리핑을 한 번 마친 뒤에 공격할 수 있습니다.',
    en: 'Attacking opens once a defence has been debriefed.',
  },
  'session/no-attacker': {
    ko: '이 시나리오에는 공격자가 없습니다. 다른 방식이나 다른 시나리오를 고르세요.',
    en: 'Nobody attacks in this scenario. Choose another mode, or another scenario.',
  },
  'session/nobody': {
    ko: '아직 경기할 사람이 없습니다.',
    en: 'Nobody is here to play yet.',
  },
  'session/no-world': { ko: '그런 세계가 없습니다.', en: 'There is no such world.' },
  'session/stale-injection': {
    ko: '상황이 바뀌어 지금은 넣을 수 없습니다.',
    en: 'Things have changed: that cannot be triggered now.',
  },
  'session/too-talkative': {
    ko: '메시지가 너무 잦습니다. 잠시 뒤에 다시 보내 주세요.',
    en: 'Too many messages. Try again in a moment.',
  },
  'session/not-now': { ko: '지금은 할 수 없습니다.', en: 'Not at this point.' },
  'session/no-seat': { ko: '먼저 수업에 들어와 주세요.', en: 'Please join a session first.' },
  'session/too-many': {
    ko: '지금은 수업을 더 열 수 없습니다. 잠시 뒤에 다시 해 주세요.',
    en: 'No more sessions can be opened right now. Try again in a while.',
  },
} satisfies Record<Path, Words>;
