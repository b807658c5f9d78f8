import { describe, expect, test } from 'vitest';
import { preferredLanguage } from '../../client/state/language.ts';
import {
  alertValues,
  clockOf,
  commandName,
  placeOf,
  refusalText,
  remaining,
  worded,
  wordedEvent,
} from '../../client/state/wording.ts';
import { catalogue } from '../../shared/text/catalogue.ts';
import { createSpeaker } from '../../shared/text/speak.ts';
import type { AlertRow } from '../../shared/view/rows.ts';
import { matchAt } from './view-fixture.ts';

const ko = createSpeaker(catalogue, 'ko');
const en = createSpeaker(catalogue, 'en');
const { view } = matchAt(40);

test('time is minutes and seconds; what is left says 00:01 until it is over', () => {
  expect([clockOf(0), clockOf(304), clockOf(6005)]).toEqual(['00:00', '01:00', '20:01']);
  expect([remaining(1), remaining(5), remaining(6), remaining(-3)]).toEqual([
    '00:01',
    '00:01',
    '00:02',
    '00:00',
  ]);
});

test('ids and names of the simulation become words', () => {
  const raw = { host: 1, vm: 3, workload: 'payments', tenant: 'bank', asset: 1, frames: 4 };
  expect(worded(ko, raw, view)).toEqual({
    host: 'H1',
    vm: 'vm3',
    workload: '결제',
    tenant: '은행',
    asset: '결제 키',
    frames: 4,
  });
  expect(worded(en, { policy: 'on-free', zone: 3 }, view)).toEqual({
    policy: 'scrub on free',
    zone: 'App',
  });
});

test('a command says what it is about', () => {
  const args = { request: 1, host: 2, technique: 'hvm' };
  expect(commandName(ko, 'create-vm', args, view)).toBe('H2에 만들기 · HVM');
  expect(worded(ko, { command: 'create-vm', ...args, host: 1 }, view).command).toBe(
    'H1에 만들기 · HVM',
  );
});

test('a harm of a whole host is closed by the name of the host', () => {
  expect(commandName(ko, 'close-breach', { host: 2 }, view)).toContain('H2');
  expect(commandName(ko, 'close-breach', { asset: 1 }, view)).toContain('결제 키');
});

test('the internet and the wire are places without a number', () => {
  expect(worded(ko, { vm: 0, peer: 0, host: 0 }, view)).toEqual({
    vm: '인터넷',
    peer: '인터넷',
    host: '물리 망',
  });
});

test('from and to are hosts where something moved, and builds where it was rolled back', () => {
  const ends = { from: 1, to: 2 };
  expect(wordedEvent(ko, 'vm-moved', ends, view)).toEqual({ from: 'H1', to: 'H2' });
  expect(wordedEvent(ko, 'vm-reverted', ends, view)).toEqual(ends);
  expect(wordedEvent(ko, 'rules-edited', { from: '', to: 'data' }, view)).toEqual({
    from: '모든 구역',
    to: '데이터',
  });
});

test('a refusal names things as the page does', () => {
  const refusal = { code: 'rule.target-busy', facts: { subject: 'hosts/1' } };
  expect(refusalText(ko, refusal, view)).toContain('H1');
  expect(placeOf(en, view, 'requests/1')).toBe('Hospital Request');
});

test('an alert about residue names whose it is', () => {
  const alert: AlertRow = {
    id: 1,
    tick: 9,
    sensor: 'S7',
    host: 1,
    vm: 0,
    seen: { kind: 'residue-free', asset: 2 as never, frames: 4 },
    state: 'open',
  };
  expect(alertValues(ko, alert, view)).toMatchObject({ host: 'H1', tenant: '은행', asset: '원장' });
});

describe('the language of a first visit', () => {
  test.each([
    [null, ['ko-KR', 'en'], 'ko'],
    [null, ['fr', 'ko'], 'ko'],
    [null, ['fr'], 'en'],
    ['ko', ['en-US'], 'ko'],
    ['xx', ['en-US'], 'en'],
  ] as const)('%s and %j', (saved, preferences, language) => {
    expect(preferredLanguage(saved, preferences)).toBe(language);
  });
});
