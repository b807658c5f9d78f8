import { describe, expect, test } from 'vitest';
import { happenedText } from '../../../../../client/panels/red/red-words.ts';
import { redHappened, redMoodOf } from '../../../../../client/state/match/told/red-happenings.ts';
import { evict } from '../../../../../shared/mechanics/harm/intrusion.ts';
import { destroyVm } from '../../../../../shared/mechanics/lifecycle.ts';
import { catalogue } from '../../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../../shared/text/speak.ts';
import type {
  Chip,
  KnownVmRow,
  NewsRow,
  RedTeamRow,
} from '../../../../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../../../../shared/view/red/red-team.ts';
import { NATURE } from '../../../../../shared/world/history.ts';
import { LANGUAGES } from '../../../../../shared/world/words.ts';
import { redOf, redTeam, seatRed } from '../../../../support/red.ts';
import { benchOnNetwork, database, website } from '../../../../support/setups/network.ts';
import { some } from '../../../../support/some.ts';
import { type Bench, id, tiny } from '../../../../support/worlds.ts';
import { card, knownVm, redTeamView, strike, way } from '../../../support/red-fixture.ts';

const TEAM: RedTeamRow = {
  id: 1,
  scenario: 'first-shift',
  phase: 'live',
  liveFrom: 0,
  overAt: 900,
  hands: 2,
  restsUntil: 0,
  loot: 0,
  hosts: 0,
  waiting: false,
  flaws: {},
};

const inVm = (wish: Partial<KnownVmRow> = {}) =>
  knownVm(1, { power: 'running', ring: 'root', ...wish });
const own = knownVm(2, { own: true, power: 'running', ring: 'kernel' });

function view(
  tick: number,
  knownVms: readonly KnownVmRow[],
  chip: Chip = 'true',
  team: Partial<RedTeamRow> = {},
): RedTeamView {
  const cards = [card({ args: { from: 1, vm: 3 }, chips: [chip] })];
  const { tables } = redTeamView({ knownVms, cards });
  return { tick, tables: { ...tables, redTeam: [null, { ...TEAM, ...team }] } };
}

const was = view(10, [inVm(), own]);
const next = (one: Partial<KnownVmRow>, other: Partial<KnownVmRow> = {}) =>
  view(11, [inVm(one), { ...own, ...other }]);
const known = (one: Partial<KnownVmRow>) => view(10, [inVm(one), own]);

/** Each change, by what is told of it: before, after, and where to look. */
const CHANGES: readonly (readonly [string, RedTeamView, RedTeamView, string | null])[] = [
  ['arrived', view(10, [inVm()]), next({}), 'knownVms/2'],
  ['unserved', view(10, [inVm(), own], 'true', { waiting: true }), next({}), null],
  ['out', was, next({ ring: 'none', power: 'unknown' }), 'knownVms/1'],
  ['shallower', was, next({ ring: 'user' }), 'knownVms/1'],
  ['back', known({ ring: 'none', power: 'unknown' }), next({}), 'knownVms/1'],
  ['stopped', was, next({}, { power: 'stopped' }), 'knownVms/2'],
  ['started', next({}, { power: 'stopped' }), { ...was, tick: 12 }, 'knownVms/2'],
  ['gone', was, next({}, { power: 'gone', ring: 'none' }), null],
  ['host-lost', known({ hostTaken: 5 }), next({}), 'knownVms/1'],
  ['newer', known({ hostBuild: 3 }), next({ hostBuild: 4 }), 'knownVms/1'],
  ['older', known({ serviceBuild: 8 }), next({ serviceBuild: 6 }), 'knownVms/1'],
  ['technique', known({ technique: 'hvm' }), next({ technique: 'para' }), 'knownVms/1'],
  ['platform', known({ platform: 'type1' }), next({ platform: 'type2' }), 'knownVms/1'],
  ['devices', known({ devices: ['disk', 'floppy'] }), next({ devices: ['disk'] }), 'knownVms/1'],
  [
    'shut',
    known({ ways: [way(0, { reach: true })] }),
    next({ ways: [way(0, { reach: false })] }),
    'knownVms/1',
  ],
  [
    'opened',
    known({ ways: [way(2, { reach: false })] }),
    next({ ways: [way(2, { reach: true })] }),
    'knownVms/1',
  ],
  [
    'apart',
    known({ ways: [way(2, { sameHost: true })] }),
    next({ ways: [way(2, { sameHost: false })] }),
    'knownVms/1',
  ],
  [
    'together',
    known({ ways: [way(2, { sameHost: false })] }),
    next({ ways: [way(2, { sameHost: true })] }),
    'knownVms/1',
  ],
  ['need-fails', was, view(11, [inVm(), own], 'false'), 'knownVms/3'],
  ['published', was, view(11, [inVm(), own], 'true', { flaws: { venom: 4 } }), null],
  [
    'rested',
    view(10, [inVm(), own], 'true', { restsUntil: 11 }),
    view(11, [inVm(), own], 'true', { restsUntil: 11 }),
    null,
  ],
];

describe('what became otherwise in what attackers know', () => {
  test.each(CHANGES)('%s is told once, with where to look', (kind, before, after, at) => {
    expect(redHappened(before, after)).toMatchObject([{ kind, at, tick: after.tick }]);
    expect(redHappened(after, { ...after, tick: after.tick + 1 })).toEqual([]);
  });

  test('nothing of what only comes to be known: that is the news of their own acts', () => {
    const found = next({ technique: 'hvm', hostBuild: 3, ways: [way(0, { reach: true })] });
    expect(redHappened(was, found)).toEqual([]);
    expect(redHappened(was, view(11, [inVm(), own, knownVm(3)]))).toEqual([]);
    expect(redHappened(view(10, [], 'unknown'), view(11, [], 'false'))).toEqual([]);
  });

  test('nor of what they did themselves: going in, and giving back what they rent', () => {
    const news: NewsRow = {
      id: 1,
      tick: 11,
      kind: 'foothold',
      attack: 'img-stale-packages',
      vm: 1,
      need: '',
      holds: null,
      asset: '',
    };
    const out = known({ ring: 'none', power: 'unknown' });
    const inside = next({});
    const told = { ...inside, tables: { ...inside.tables, news: [null, news] } };
    expect(redHappened(out, told)).toEqual([]);
    const gone = next({}, { power: 'gone', ring: 'none' });
    const giving = { ...was.tables, strikes: [null, strike('entry-return', { vm: 2 })] };
    expect(redHappened({ ...was, tables: giving }, gone)).toEqual([]);
    expect(redHappened(was, gone)).toMatchObject([{ kind: 'gone' }]);
  });

  test('a VM that came answers their request, and what explains a false condition is told alone', () => {
    const waiting = view(10, [inVm()], 'true', { waiting: true });
    expect(redHappened(waiting, next({}))).toMatchObject([{ kind: 'arrived' }]);
    const made = { ...own, power: 'provisioning' } as const;
    const comes = view(10, [inVm(), made], 'true', { waiting: true });
    expect(redHappened(comes, next({}))).toMatchObject([{ kind: 'started' }]);
    const out = view(11, [inVm({ ring: 'none', power: 'unknown' }), own], 'false');
    expect(redHappened(was, out)).toMatchObject([{ kind: 'out' }]);
  });

  test('what is taken from them is a warning, what opens is good', () => {
    expect(redMoodOf({ kind: 'host-lost' })).toBe('warn');
    expect(redMoodOf({ kind: 'opened' })).toBe('good');
  });

  test.each(LANGUAGES)('each has its sentence in %s, with all its facts', (language) => {
    const say = createSpeaker(catalogue, language);
    for (const [, before, after] of CHANGES) {
      for (const one of some(redHappened(before, after))) {
        // The fixture's need is none of the game's.
        const values = 'need' in one.values ? { ...one.values, need: 'reachable' } : one.values;
        const text = happenedText(say, after, { ...one, values });
        expect(text).not.toMatch(/undefined|NaN|[{}]|ui\.|names\.|needs\.|flaws\./);
      }
    }
  });
});

/** In a VM of the shop's, beside a web service and a database that they have looked at. */
function looking(): Bench {
  const bench = seatRed(
    benchOnNetwork({
      vms: [{ ...website, tenant: 'shop', asset: 'orders' }, website, database],
      hosts: tiny().hosts,
    }),
  );
  redTeam(bench, 'recon-guest', { vm: 1 });
  redTeam(bench, 'recon-network', { from: 1 });
  return bench.run(7);
}

/** What is told of so many ticks, one by one. */
function toldOver(bench: Bench, ticks: number, from = redOf(bench)): readonly string[] {
  const told: string[] = [];
  let before = from;
  for (let i = 0; i < ticks; i += 1) {
    bench.run(1);
    const now = redOf(bench, before);
    told.push(...redHappened(before, now).map(({ kind, at }) => `${kind} ${at}`));
    before = now;
  }
  return told;
}

describe('in a world', () => {
  test('that defenders patched something is told when they look again, and not before', () => {
    const bench = looking();
    Object.assign(bench.world.vms[2] ?? {}, { service: 99 });
    expect(toldOver(bench, 10)).toEqual([]);
    redTeam(bench, 'recon-network', { from: 1 });
    expect(toldOver(bench, 10)).toContain('newer knownVms/2');
  });

  test('a stranger’s VM that is gone is not told, and one that they were in is', () => {
    const bench = looking();
    const before = redOf(bench);
    destroyVm(bench.match, id(3), NATURE, id(1));
    expect(toldOver(bench, 3, before)).toEqual([]);
    redTeam(bench, 'img-stale-packages', { from: 1, vm: 2 });
    bench.run(4);
    const inside = redOf(bench);
    expect(inside.tables.knownVms[2]?.ring).not.toBe('none');
    evict(bench.match, id(2), id(1));
    expect(toldOver(bench, 1, inside)).toContain('out knownVms/2');
  });
});
