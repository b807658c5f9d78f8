import type { Texts } from '../world/words.ts';

/** Why a mind did what it did: as it says itself, by what it hoped for. */
export const reasons = {
  'first-host': { ko: '장악할 수 있는 호스트가 보여서', en: 'a host was within reach' },
  'first-loot': { ko: '얻을 수 있는 데이터가 보여서', en: 'data was within reach' },
  'first-ring': { ko: '권한을 높일 수 있어서', en: 'it gave more privilege' },
  'first-vm': { ko: '들어갈 수 있는 VM이 보여서', en: 'a VM was within reach' },
  'first-notes': { ko: '아는 것이 없어 정찰함', en: 'nothing known yet: reconnaissance first' },
  'first-frames': { ko: '나중에 읽을 프레임을 확보하려고', en: 'frames to read later' },
  'best-host': { ko: '호스트를 얻는 가장 빠른 방법', en: 'the quickest way to a host' },
  'first-outage': { ko: '독점할 수 있는 자원이 보여서', en: 'there was something to use up' },
  'best-outage': { ko: '서비스를 멈추는 가장 빠른 방법', en: 'the quickest way to an outage' },
  'best-loot': { ko: '데이터를 얻는 가장 빠른 방법', en: 'the quickest way to data' },
  'best-ring': { ko: '권한을 높이는 가장 빠른 방법', en: 'the quickest way to more privilege' },
  'best-vm': { ko: '다음 VM으로 가는 가장 빠른 방법', en: 'the quickest way to another VM' },
  'best-notes': { ko: '더 알아야 다음을 정할 수 있어서', en: 'it had to know more first' },
  'best-frames': { ko: '나중에 읽을 프레임을 확보하려고', en: 'frames to read later' },
  instructor: { ko: '강사가 시킨 시도', en: 'the instructor had it tried' },
  'on-the-way': { ko: '더 큰 목표로 가는 중간 단계', en: 'a step towards something bigger' },
  'goal-host': { ko: '목표로 삼은 호스트를 얻으려고', en: 'the host that was its goal' },
  'goal-loot': { ko: '목표로 삼은 데이터를 얻으려고', en: 'the data that was its goal' },
  'goal-outage': { ko: '목표로 삼은 서비스를 멈추려고', en: 'the outage that was its goal' },
  'towards-host': {
    ko: '목표로 삼은 호스트까지 가장 짧은 경로',
    en: 'the shortest way to the host that was its goal',
  },
  'towards-loot': {
    ko: '목표로 삼은 데이터까지 가장 짧은 경로',
    en: 'the shortest way to the data that was its goal',
  },
  'towards-outage': {
    ko: '목표로 삼은 서비스 중단까지 가장 짧은 경로',
    en: 'the shortest way to the outage that was its goal',
  },
  meanwhile: {
    ko: '목표를 향한 작업과 동시에 할 수 있어서',
    en: 'it could be done beside the work on its goal',
  },
  'looks-for-goal': { ko: '노릴 만한 것을 찾으려고', en: 'it was looking for a goal' },
  'looks-for-way': {
    ko: '목표까지 갈 방법을 먼저 조용히 살펴봄',
    en: 'it had a look around first, for a way to its goal',
  },
  'gains-ground': { ko: '발판을 하나 더 얻으려고', en: 'another place to work from' },
  'in-the-window': {
    ko: '잠깐 열린 기회가 닫히기 전에',
    en: 'it had to be now, before the window closed',
  },
  'waits-for-move': {
    ko: 'VM이 이동하기를 기다림',
    en: 'it had waited for a VM to be moved',
  },
  'waits-for-boot': {
    ko: '자기 VM이 다시 켜지기를 기다림',
    en: 'it had waited for its VM to start again',
  },
  'waits-for-vm': { ko: '요청한 VM을 기다림', en: 'it had waited for the VM that it asked for' },
  'plan-failed': {
    ko: '시도가 실패해 계획을 다시 세움',
    en: 'an attempt had failed, so it made a new plan',
  },
  'plan-lost': {
    ko: '계획의 전제가 사라져 계획을 다시 세움',
    en: 'a precondition of its plan had gone, so it made a new plan',
  },
  'goal-lost': { ko: '이루지 못할 목표를 버림', en: 'it gave up a goal out of reach' },
  'goal-reached': { ko: '목표를 이룸', en: 'it had reached its goal' },
} satisfies Texts;
