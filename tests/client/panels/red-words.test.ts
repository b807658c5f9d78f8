import { describe, expect, test } from 'vitest';
import {
  aboutName,
  flawsOf,
  knownVmSaid,
  newsBody,
  newsHead,
} from '../../../client/panels/red/red-words.ts';
import { knownVmName } from '../../../client/state/red/names.ts';
import { allNeeds } from '../../../shared/attacks/probe.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { NewsRow } from '../../../shared/view/red/red-rows.ts';
import { flaws } from '../../../shared/world/flaws/registry.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';
import { knownVm, redTeamView } from '../support/red-fixture.ts';

const ko = createSpeaker(catalogue, 'ko');
const view = redTeamView({ knownVms: [knownVm(1), knownVm(2, { own: true })] });
const news = (wish: Partial<NewsRow>): NewsRow => ({
  id: 1,
  tick: 1,
  kind: 'learned',
  attack: 'recon-network',
  vm: 0,
  need: '',
  holds: null,
  asset: '',
  ...wish,
});

test('preconditions of one name say the same', () => {
  const needs = [...attacks.values()].flatMap(allNeeds);
  expect(Object.keys(catalogue.needs).length).toBeGreaterThan(30);
  for (const { id, words } of some(needs)) expect([id, words]).toEqual([id, catalogue.needs[id]]);
});

describe('a VM', () => {
  test('is named by the attackers’ own number, and what they rent is told apart', () => {
    expect(knownVmName(ko, view, 1)).toBe('표적 1');
    expect(knownVmName(ko, view, 2)).toBe('임대 2');
    expect(knownVmName(ko, view, 0)).toBe('인터넷');
  });

  test('is named with where an act is done from', () => {
    expect(aboutName(ko, view, { from: 2, vm: 1 })).toBe('임대 2 → 표적 1');
    expect(aboutName(ko, view, { from: 0, vm: 1 })).toBe('인터넷 → 표적 1');
    expect(aboutName(ko, view, { vm: 1 })).toBe('표적 1');
    expect(aboutName(ko, view, { from: 0 })).toBe('인터넷에서');
    expect(aboutName(ko, view, {})).toBe('');
  });

  test('is said in words, with what is not known', () => {
    expect(knownVmSaid(ko, knownVm(1))).toBe('침입 전. 상태: 모름. 기법: 모름');
    const known = knownVm(2, {
      own: true,
      power: 'running',
      ring: 'kernel',
      technique: 'container',
    });
    expect(knownVmSaid(ko, known)).toContain('커널까지 침입함. 실행 중. OS 수준');
  });

  test.each([
    ['none', '침입 전', 'not in yet'],
    ['user', '일반 프로세스까지', 'as a user'],
    ['root', 'root까지', 'as root'],
    ['kernel', '커널까지', 'its kernel'],
  ] as const)('says how far in they are: %s', (ring, korean, english) => {
    const en = createSpeaker(catalogue, 'en');
    expect(knownVmSaid(ko, knownVm(1, { ring }))).toContain(korean);
    expect(knownVmSaid(en, knownVm(1, { ring }))).toContain(english);
  });

  test('has the flaws that they know of and whose fix it lacks', () => {
    const redTeam = { flaws: { venom: 43, shellshock: 6, superpage: 40 } };
    const below = ['hypervisor', 'device-model'] as const;
    expect(flawsOf(ko, redTeam, below, 38)).toBe(
      `${flaws.venom.words.name.ko} · ${flaws.superpage.words.name.ko}`,
    );
    expect(flawsOf(ko, redTeam, below, 40)).toBe(flaws.venom.words.name.ko);
    expect(flawsOf(ko, redTeam, below, 43)).toBe('');
    // A device process has the flaws of device models, its hypervisor those of its own.
    expect(flawsOf(ko, redTeam, ['device-model'], 38)).toBe(flaws.venom.words.name.ko);
    expect(flawsOf(ko, redTeam, ['hypervisor'], 38)).toBe(flaws.superpage.words.name.ko);
    expect(flawsOf(ko, redTeam, ['guest-kernel'], 1)).toBe('');
    expect(flawsOf(ko, redTeam, ['web-service'], 1)).toBe(flaws.shellshock.words.name.ko);
    expect(flawsOf(ko, redTeam, ['queue-service'], 1)).toBe('');
  });
});

describe('news', () => {
  const some: readonly NewsRow[] = [
    news({}),
    news({ attack: 'esc-floppy-venom', vm: 1, need: 'has-device', holds: true }),
    news({ attack: 'esc-floppy-venom', vm: 1, need: 'has-device', holds: false }),
    news({ kind: 'nothing' }),
    news({ kind: 'failed', attack: 'net-any-any', vm: 1, need: 'reachable', holds: false }),
    news({ kind: 'foothold', attack: 'img-stale-packages', vm: 1 }),
    news({ kind: 'host', attack: 'esc-floppy-venom', vm: 2 }),
    news({ kind: 'loot', attack: 'res-mem-unscrubbed', vm: 2, asset: 'payment-keys' }),
    news({ kind: 'evicted', attack: '', vm: 1 }),
    news({ kind: 'host-lost', attack: '', vm: 2 }),
  ];

  test.each(LANGUAGES)('of every kind is said in full in %s', (language) => {
    const say = createSpeaker(catalogue, language);
    const said = some.flatMap((row) => [newsHead(say, row), newsBody(say, view, row)]);
    for (const text of said) {
      expect(text).not.toMatch(/\{|\}|ui\.|attacks\.|names\./);
      expect(text).not.toBe('');
    }
    expect(new Set(said).size).toBeGreaterThan(some.length);
  });

  test('of a failure says which VM it was, and what was in the way', () => {
    const [, , , , failed] = some;
    expect(failed && newsBody(ko, view, failed)).toBe(
      '표적 1 · 모두 허용하는 규칙으로 데이터 읽기: 대상 포트로 가는 경로가 막혀 있었습니다',
    );
  });
});
