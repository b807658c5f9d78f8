import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { chooseParticles, finalSound } from '../../../shared/text/particles.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';

describe('particles', () => {
  test.each([
    ['은행', '은행은', '은행이', '은행을', '은행과'],
    ['테넌트', '테넌트는', '테넌트가', '테넌트를', '테넌트와'],
    ['환자 기록', '환자 기록은', '환자 기록이', '환자 기록을', '환자 기록과'],
    ['VM', 'VM은', 'VM이', 'VM을', 'VM과'],
    ['원장 DB', '원장 DB는', '원장 DB가', '원장 DB를', '원장 DB와'],
    ['호스트 1', '호스트 1은', '호스트 1이', '호스트 1을', '호스트 1과'],
    ['호스트 2', '호스트 2는', '호스트 2가', '호스트 2를', '호스트 2와'],
    ['URL', 'URL은', 'URL이', 'URL을', 'URL과'],
  ])('after %s', (word, ...forms) => {
    const pairs = ['은/는', '이/가', '을/를', '과/와'];
    expect(pairs.map((pair) => chooseParticles(`${word}{${pair}}`))).toEqual(forms);
  });

  test.each([
    ['서울', '서울로'],
    ['부산', '부산으로'],
    ['제주', '제주로'],
    ['1', '1로'],
    ['7', '7로'],
    ['8', '8로'],
    ['6', '6으로'],
    ['10', '10으로'],
    ['URL', 'URL로'],
    ['VM', 'VM으로'],
    ['DB', 'DB로'],
  ])('으로/로 after %s: %s', (word, said) => {
    expect(chooseParticles(`${word}{으로/로}`)).toBe(said);
  });

  test('each digit is heard as it is read', () => {
    const consonant = [...'0123456789'].filter((digit) => finalSound(digit) !== 0);
    expect(consonant).toEqual(['0', '1', '3', '6', '7', '8']);
  });

  test('quotes and brackets are not heard', () => {
    expect(chooseParticles('“소거 안 함”{이/가}')).toBe('“소거 안 함”이');
    expect(chooseParticles('(호스트){을/를}')).toBe('(호스트)를');
  });

  test('where there is no sound before it, it is as after a vowel', () => {
    expect(chooseParticles('{은/는}')).toBe('는');
    expect(chooseParticles('!?{이/가}')).toBe('!?가');
  });

  test('several in one text each hear what stands before them', () => {
    expect(chooseParticles('은행{이/가} 병원{을/를} 상점{과/와} 호스트{으로/로}')).toBe(
      '은행이 병원을 상점과 호스트로',
    );
  });

  test('what is no pair stays as it is', () => {
    expect(chooseParticles('값{가/나} {a/b} {은}')).toBe('값{가/나} {a/b} {은}');
  });
});

describe('a speaker', () => {
  const ko = createSpeaker(catalogue, 'ko');
  const en = createSpeaker(catalogue, 'en');

  test('says a text by its path in its language', () => {
    expect(ko('names.tenants.bank.name')).toBe('은행');
    expect(en('names.tenants.bank.name')).toBe('Bank');
    expect(ko('refusals.rule/no-such-thing')).toContain('없습니다');
  });

  test('fills in values, and then chooses the particles that follow them', () => {
    expect(ko('commands.stop-vm.done', { vm: '결제 VM' })).toBe('결제 VM을 멈춘다');
    expect(ko('commands.stop-vm.done', { vm: '매장' })).toBe('매장을 멈춘다');
    expect(ko('commands.start-vm.done', { vm: 'vm-2' })).toBe('vm-2를 켠다');
    expect(en('commands.stop-vm.done', { vm: 'Payments' })).toBe('stop Payments');
  });

  test('fills in a count as any other value', () => {
    expect(en('ui.match.openAlerts', { count: 1 })).toBe('1 open');
    expect(ko('ui.match.openAlerts', { count: 3 })).toBe('3건 미확인');
  });

  test('leaves what it is given as it is: no markup, no text within a text', () => {
    const vm = '<b>&"$t(ui.match.title)</b>';
    expect(en('commands.stop-vm.done', { vm })).toBe(`stop ${vm}`);
  });

  test('says the path of a text that it does not have', () => {
    expect(ko('names.nobody')).toBe('names.nobody');
  });
});
