import type { Texts } from '../../world/words.ts';

/** The three ways to a network card, beside each other, and what keeps a device to its guest. */
export const passing = {
  title: { ko: 'NIC에 이르는 세 방식', en: 'Three ways to a NIC' },
  ways: {
    emulated: { ko: '에뮬레이션', en: 'Emulated' },
    para: { ko: '반가상화', en: 'Paravirtual' },
    'passed-through': { ko: '직접 할당', en: 'Passed through' },
  },
  rows: {
    guest: { ko: '게스트 수정', en: 'Guest changed' },
    exits: { ko: '게스트를 벗어남', en: 'Leaves the guest' },
    mover: { ko: '옮기는 쪽', en: 'Who moves it' },
    cost: { ko: '이 VM의 CPU 비용', en: 'CPU of this VM' },
    throughput: { ko: '처리량', en: 'Throughput' },
    rules: { ko: '스위치 규칙', en: 'Switch rules' },
    ids: { ko: '가상 IDS', en: 'Virtual IDS' },
    move: { ko: '켠 채로 옮기기', en: 'Live migration' },
    needs: { ko: '필요한 것', en: 'What it needs' },
  },
  cells: {
    guest: {
      emulated: { ko: '없음', en: 'no' },
      para: { ko: '드라이버', en: 'a driver' },
      'passed-through': { ko: '드라이버', en: 'a driver' },
    },
    exits: {
      emulated: { ko: '접근마다', en: 'each access' },
      para: { ko: '묶음마다', en: 'each batch' },
      'passed-through': { ko: '인터럽트만', en: 'interrupts only' },
    },
    mover: {
      emulated: { ko: '장치 모델', en: 'device model' },
      para: { ko: '백엔드', en: 'backend' },
      'passed-through': { ko: 'NIC 자신', en: 'the NIC itself' },
    },
    throughput: {
      emulated: { ko: '1/3~2/3', en: '1/3 to 2/3' },
      para: { ko: '거의 전부', en: 'nearly all' },
      'passed-through': { ko: '거의 전부', en: 'nearly all' },
    },
    rules: {
      emulated: { ko: '적용', en: 'apply' },
      para: { ko: '적용', en: 'apply' },
      'passed-through': { ko: '건너뜀', en: 'skipped' },
    },
    ids: {
      emulated: { ko: '봄', en: 'sees it' },
      para: { ko: '봄', en: 'sees it' },
      'passed-through': { ko: '못 봄', en: 'blind' },
    },
    move: {
      emulated: { ko: '됨', en: 'yes' },
      para: { ko: '됨', en: 'yes' },
      'passed-through': { ko: '안 됨', en: 'no' },
    },
    needs: {
      emulated: { ko: '장치 모델', en: 'a device model' },
      para: { ko: '백엔드', en: 'a backend' },
      'passed-through': { ko: '켜진 IOMMU', en: 'an IOMMU' },
    },
  },
  times: { ko: '{{figure}}배', en: '{{figure}}×' },
  source: {
    ko: '처리량: Barham 2003, Dong 2010. CPU 비용은 이 게임의 모형이 이 호스트에서 계산한 값입니다.',
    en: 'Throughput: Barham 2003, Dong 2010. CPU is what this game’s model works out on this host.',
  },
} satisfies Texts;
