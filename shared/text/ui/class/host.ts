import type { Texts } from '../../../world/words.ts';

/** Opening a class, and its settings. */
export const host = {
  title: { ko: '수업을 엽니다', en: 'Open a class' },
  body: {
    ko: '그대로 열어도 됩니다. 모든 설정은 시작하기 전까지 바꿀 수 있습니다.',
    en: 'It is fine as it is. Everything can be changed until you start.',
  },
  open: { ko: '수업 열기', en: 'Open' },
  opening: { ko: '여는 중', en: 'Opening' },
  outdated: {
    ko: '새 버전이 나왔습니다. 이 페이지를 새로 고친 뒤 다시 열어 주세요.',
    en: 'There is a newer version. Reload this page, then open the class.',
  },
  scenario: { ko: '시나리오', en: 'Scenario' },
  mode: { ko: '방식', en: 'How to play' },
  teams: { ko: '팀 수', en: 'Teams' },
  worlds: { ko: '세계 수', en: 'Worlds' },
  teamsCount: { ko: '{{count}}팀', en: '{{count}} {team/teams}' },
  worldsCount: {
    ko: '세계 {{count}}개 · {{teams}}팀',
    en: '{{count}} {world/worlds}, {{teams}} {team/teams}',
  },
  fewer: { ko: '하나 줄이기', en: 'One fewer' },
  more: { ko: '하나 늘리기', en: 'One more' },
  level: { ko: '공격자', en: 'Attacker' },
  nobodyAttacks: {
    ko: '이 시나리오에는 공격자가 없습니다. 공격하는 방식도 고를 수 없습니다.',
    en: 'Nobody attacks in this scenario, so no mode in which people attack is offered.',
  },
  levels: {
    opportunist: { ko: '기회를 노리는 단독 공격자', en: 'Opportunist' },
    crew: { ko: '준비된 조직', en: 'Crew' },
    persistent: { ko: '끈질긴 공격자', en: 'Persistent' },
  },
  levelNotes: {
    opportunist: {
      ko: '한 번에 하나씩, 열려 있는 경로로 들어옵니다. 첫 경기에 알맞습니다.',
      en: 'One thing at a time, through whatever is open. Right for a first match.',
    },
    crew: {
      ko: '공격 두 갈래를 동시에 진행하고, 더 빠르며, 몇 단계 앞을 내다봅니다.',
      en: 'Two lines of attack at once, faster, and planned a few steps ahead.',
    },
    persistent: {
      ko: '목표 하나를 정해 가장 짧은 경로로 조용히 다가가고, 기회를 기다리며, 막히면 계획을 다시 세웁니다.',
      en: 'Sets itself a goal and takes the shortest way there, quietly; waits for its chance, and makes a new plan when the way is barred.',
    },
  },
  minutes: { ko: '경기 시간', en: 'Length' },
  asScenario: { ko: '시나리오대로', en: 'As the scenario says' },
  minutesCount: { ko: '{{count}}분', en: '{{count}} {minute/minutes}' },
  further: { ko: '추가 설정', en: 'More settings' },
  switches: {
    lockRoles: { ko: '맡은 역할만 명령', en: 'Orders by role only' },
    choose: { ko: '팀과 역할을 스스로 고르기', en: 'Players choose team and role' },
    chat: { ko: '팀 안에서 채팅', en: 'Free chat within a team' },
    approve: { ko: '들어오려면 승인', en: 'Approve who comes in' },
    locked: { ko: '방 잠그기', en: 'Lock the room' },
    standings: { ko: '화면에 점수 보이기', en: 'Scores on the projector' },
    lesson: { ko: '50분 수업 따라가기', en: 'Follow the 50-minute lesson' },
    versed: { ko: '모두 방어 디브리핑을 해 본 적이 있음', en: 'Everyone has debriefed a defence' },
  },
  switchNotes: {
    lockRoles: {
      ko: '자기 역할의 명령만 내릴 수 있어 서로 말해야 합니다.',
      en: 'Each may order only what belongs to their role, so they must talk.',
    },
    choose: {
      ko: '끄면 팀과 역할을 자동으로 배정합니다.',
      en: 'When off, teams and roles are assigned automatically.',
    },
    chat: {
      ko: '끄면 정해진 말과 핑만 씁니다.',
      en: 'When off there are pings and ready-made phrases.',
    },
    approve: {
      ko: '화면의 QR로 들어온 사람은 승인 없이 들어옵니다.',
      en: 'Those who scan the projected QR code come in without it.',
    },
    locked: {
      ko: '새로운 사람은 들어올 수 없습니다. 이미 온 사람은 돌아올 수 있습니다.',
      en: 'Nobody new comes in; whoever was here can come back.',
    },
    standings: {
      ko: '끄면 화면에는 시계와 팀 이름만 나옵니다.',
      en: 'When off the projector shows a clock and the teams’ names.',
    },
    lesson: {
      ko: '단계마다 알맞은 경기를 준비하고 계획한 시간을 보여 줍니다.',
      en: 'Each part prepares its own match and shows the planned time.',
    },
    versed: {
      ko: '공격은 방어와 디브리핑을 한 번 마친 다음에 열립니다. 다른 시간에 이미 했다면 켜 주세요.',
      en: 'Attacking opens once a defence was debriefed. Turn on if the class did that before.',
    },
  },
  law: {
    ko: '실제 시스템을 허락 없이 공격하면 정보통신망법 위반입니다. 여기에는 원리만 있습니다.',
    en: 'Attacking real systems without permission is a crime under the Korean Network Act. This game has principles only.',
  },
} satisfies Texts;
