import { describe, expect, test } from 'vitest';
import { happened, moodOf } from '../../../../../client/state/match/told/happenings.ts';
import { worded } from '../../../../../client/state/match/wording.ts';
import { catalogue } from '../../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../../shared/text/speak.ts';
import type { BlueRows } from '../../../../../shared/view/rows.ts';
import type { BlueView } from '../../../../../shared/view/view.ts';
import { LANGUAGES } from '../../../../../shared/world/words.ts';
import { some } from '../../../../support/some.ts';
import { matchAt } from '../../../support/view-fixture.ts';

const { view: start } = matchAt(30);

/** The view a tick later, with something else in one of its rows; `null` takes the row away. */
function later<T extends keyof BlueRows>(
  table: T,
  id: number,
  over: Partial<BlueRows[T]> | null,
  from: BlueView = start,
): BlueView {
  const rows = [...from.tables[table]] as (BlueRows[T] | null)[];
  rows[id] = over === null ? null : ({ ...rows[id], id, ...over } as BlueRows[T]);
  return { tick: from.tick + 1, tables: { ...from.tables, [table]: rows } };
}

const vm = start.tables.vms.find((row) => row !== null)!;
const elsewhere = start.tables.hosts.find((row) => row !== null && row.id !== vm.host)!;
const version = start.tables.policies[1]!.version;
const open = start.tables.requests.find((row) => row !== null) ?? null;

/** Each change, by what is told of it. */
const CHANGES: readonly (readonly [string, BlueView, string | null])[] = [
  ['moved', later('vms', vm.id, { host: elsewhere.id }), `vms/${vm.id}`],
  [
    'moved-stale',
    later(
      'vms',
      vm.id,
      { host: elsewhere.id },
      later('switches', elsewhere.id, { version: version - 1 }),
    ),
    `vms/${vm.id}`,
  ],
  ['placed', later('vms', 90, { ...vm, id: 90 }), 'vms/90'],
  ['destroyed', later('vms', vm.id, null), null],
  ['owner-left', later('vms', vm.id, { owner: 'gone' }), `vms/${vm.id}`],
  ['lease-over', later('vms', vm.id, { leaseEnds: start.tick + 1 }), `vms/${vm.id}`],
  ['reverted', later('vms', vm.id, { kernel: vm.kernel - 1 }), `vms/${vm.id}`],
  ['rules-edited', later('policies', 1, { version: version + 1 }), null],
  ['pushed', later('switches', 1, { version: version + 1 }), 'hosts/1'],
  ['automated', later('policies', 1, { automaticSince: start.tick + 1 }), null],
  ['moves-sealed', later('policies', 1, { migrationEncryption: true }), null],
  ['overloaded', later('switches', 1, { overloaded: true }), 'hosts/1'],
  ['patched', later('hosts', 1, { build: 99 }), 'hosts/1'],
  ['ports-set', later('segments', 1, { promiscuous: true }), null],
];

describe('what happened', () => {
  test('nothing, when a tick changes nothing that people should look at', () => {
    expect(happened(start, { ...start, tick: start.tick + 1 })).toEqual([]);
    const busier = later('vms', vm.id, { served: 500, exits: 12 });
    expect(happened(start, busier)).toEqual([]);
  });

  test.each(CHANGES)('%s is told once, with where to look', (kind, after, at) => {
    const told = happened(start, after).filter((one) => one.kind === kind);
    expect(told).toHaveLength(1);
    if (kind !== 'ports-set') expect(told[0]?.at).toBe(at);
    expect(happened(after, { ...after, tick: after.tick + 1 })).toEqual([]);
  });

  test('what came of a request: the portal placed it, or it was missed', () => {
    const before = later('requests', 1, { ...open, tenant: 1, kind: 'create', state: 'open' });
    const missed = later('requests', 1, { state: 'missed' }, before);
    expect(happened(before, missed)).toMatchObject([{ kind: 'missed', at: 'requests/1' }]);
    const placed = later('vms', 90, { ...vm, id: 90, tenant: 1 }, before);
    const served = later('requests', 1, { state: 'self-served' }, { ...placed, tick: before.tick });
    expect(happened(before, served)).toMatchObject([{ kind: 'self-served', at: 'vms/90' }]);
    expect(happened(before, later('requests', 1, { state: 'served' }, before))).toEqual([]);
  });

  test('quarantine, out of it, and any other zone have a word each', () => {
    const zone = start.tables.zones.find((row) => row?.name === 'quarantine');
    const shut = zone?.id ?? 50;
    const from = later('zones', shut, { name: 'quarantine' });
    const inside = later('vms', vm.id, { zone: shut }, from);
    expect(happened(from, inside)).toMatchObject([{ kind: 'quarantined' }]);
    expect(happened(inside, later('vms', vm.id, { zone: vm.zone }, inside))).toMatchObject([
      { kind: 'released' },
    ]);
  });

  test('that an intruder found nothing is good news', () => {
    const alert = { tick: 31, sensor: 'investigation', host: 1, vm: vm.id, state: 'open' } as const;
    const after = later('alerts', 70, { ...alert, seen: { kind: 'searching', frames: 4 } });
    const [told] = some(happened(start, after));
    expect(told).toMatchObject({ kind: 'nothing-there', at: `vms/${vm.id}` });
    expect(told && moodOf(told)).toBe('good');
  });

  test.each(LANGUAGES)('each of them has its sentence in %s, with all its facts', (language) => {
    const say = createSpeaker(catalogue, language);
    for (const [, after] of CHANGES) {
      for (const { kind, values } of some(happened(start, after))) {
        const path = `ui.match.happened.${kind}`;
        const text = say(path, worded(say, values, after));
        expect(text).not.toBe(path);
        expect(text).not.toMatch(/undefined|NaN|[{}]/);
      }
    }
  });
});
