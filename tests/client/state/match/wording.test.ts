import { describe, expect, test } from 'vitest';
import {
  alertValues,
  commandName,
  placeOf,
  refusalText,
  worded,
  wordedEvent,
} from '../../../../client/state/match/wording.ts';
import { preferredLanguage } from '../../../../client/state/page/language.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker, type Speaker } from '../../../../shared/text/speak.ts';
import type { AlertRow } from '../../../../shared/view/rows.ts';
import type { Warning } from '../../../../shared/world/alert.ts';
import { matchAt } from '../../support/view-fixture.ts';

const ko = createSpeaker(catalogue, 'ko');
const en = createSpeaker(catalogue, 'en');
const { view } = matchAt(40);

const rowOfAlert = (of: Pick<AlertRow, 'sensor' | 'host' | 'vm' | 'seen'>): AlertRow => ({
  id: 1,
  tick: 9,
  latest: 9,
  state: 'open',
  closedAt: 0,
  ...of,
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

test('a leak is notified of by the name of what leaked, and a host that fell is reinstalled', () => {
  expect(commandName(ko, 'close-breach', { asset: 1 }, view)).toBe('유출 통지: 결제 키');
  expect(commandName(en, 'close-breach', { asset: 1 }, view)).toBe(
    'Notify of the leak: payment keys',
  );
  expect(ko('commands.rebuild-host.done', worded(ko, { host: 2 }, view))).toContain('H2');
  expect(en('commands.rebuild-host.done', worded(en, { host: 2 }, view))).toContain('H2');
});

test('the internet and the wire are places without a number', () => {
  expect(worded(ko, { vm: 0, peer: 0, host: 0 }, view)).toEqual({
    vm: '인터넷',
    peer: '인터넷',
    host: '물리 네트워크',
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
    latest: 9,
    closedAt: 0,
    sensor: 'S7',
    host: 1,
    vm: 0,
    seen: { kind: 'residue-free', asset: 2 as never, frames: 4 },
    state: 'open',
  };
  expect(alertValues(ko, alert, view)).toMatchObject({ host: 'H1', tenant: '은행', asset: '원장' });
});

test('an exit is measured in bytes of a buffer, an entry of page tables in KiB, an answer in entries', () => {
  const said = (call: '' | 'mmu_update' | 'memory_op', operand: number, bound: number): string => {
    const seen = {
      kind: 'exit',
      device: call === '' ? 'floppy' : '',
      call,
      operand,
      bound,
    } as const;
    const alert = rowOfAlert({ sensor: 'S4', host: 1, vm: 1, seen });
    return ko('alerts.exit.body', alertValues(ko, alert, view));
  };
  expect(said('', 1024, 512)).toBe('길이 1,024바이트 · 받는 쪽의 버퍼 512바이트.');
  expect(said('mmu_update', 2048, 4)).toBe(
    '페이지 테이블 항목 하나로 2,048 KiB를 매핑 · 허용된 크기는 4 KiB.',
  );
  expect(said('memory_op', 9000, 512)).toBe(
    '결과를 배열의 9,000번째 칸에 쓰게 함 · 배열의 칸은 512개.',
  );
});

test('a look that found nothing speaks only of what it looked at', () => {
  const found = (sensor: AlertRow['sensor'], host: number, vm: number): string => {
    const seen = { kind: 'nothing-found' } as const;
    const alert = rowOfAlert({ sensor, host, vm, seen });
    return en('alerts.nothing-found.body', alertValues(en, alert, view));
  };
  expect(found('investigation', 1, 1)).toBe(
    'As its hypervisor shows it, no data or code of others in this VM. A host that fell is not to be believed.',
  );
  expect(found('investigation', 1, 0)).toContain('below the guests');
  expect(found('verification', 1, 0)).toContain('unintended path');
});

describe('a complaint', () => {
  const complaintOf = (rang: readonly Warning[]): AlertRow => ({
    id: 5,
    tick: 400,
    latest: 400,
    closedAt: 0,
    sensor: 'tenant',
    host: 0,
    vm: 0,
    seen: { kind: 'complaint', asset: 1 as never, tenant: 1 as never, rang },
    state: 'open',
  });
  const said = (say: Speaker, rang: readonly Warning[]): string =>
    say('alerts.complaint.body', alertValues(say, complaintOf(rang), view));
  const rung = (alert: number, sensor: Warning['sensor'], tick: number, read = false): Warning =>
    ({ alert, sensor, tick, read }) as Warning;

  test('says so when no sensor had told of it', () => {
    expect(said(ko, [])).toBe('미리 알린 센서가 없었습니다.');
    expect(said(en, [])).toBe('No sensor had told of it.');
  });

  test('names the alerts that nobody looked into, and no others', () => {
    const rang = [rung(1, 'S7', 304), rung(2, 'S2', 350, true)];
    expect(said(en, rang)).toContain('nobody looked into: S7 residue auditor 01:00.');
    expect(said(ko, rang)).toContain('아무도 확인하지 않은 경보: S7');
    expect(said(ko, rang)).not.toContain('S2');
  });

  test('names those that were read when there are no others, and counts what is too many', () => {
    expect(said(en, [rung(2, 'S2', 350, true)])).toContain('all acknowledged: S2');
    const many = [1, 2, 3, 4, 5].map((n) => rung(n, 'S7', n * 5));
    expect(said(en, many)).toMatch(/00:03 and 2 more\.$/);
    expect(said(ko, many)).toMatch(/00:03 외 2건\.$/);
  });
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
