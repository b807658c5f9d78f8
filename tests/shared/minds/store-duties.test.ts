import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import {
  encryptSaved,
  guardBackups,
  restoreVms,
  restrictStores,
  sealBackups,
} from '../../../shared/minds/defenders/duties/stores.ts';
import type { StoreId } from '../../../shared/world/ids.ts';
import { id } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

/** What a duty wishes in the scenario about files, after its first backup, as it is changed. */
function wished(duty: Duty, change: (match: Match) => void = () => undefined): unknown[] {
  const match = createMatch(scenarios['soft-copy']!, 1);
  for (let i = 0; i < 90; i += 1) stepMatch(match, [], { think: false });
  change(match);
  return duty.wishes(blueOf(match)).map(({ command, args }) => [command, ...Object.values(args)]);
}

const narrowed = ({ world }: Match): void => {
  for (const store of world.stores) if (store) Object.assign(store, { reachedFrom: [] });
};

describe('what the expert does about the files of VMs', () => {
  test('access lists are narrowed, first where snapshots are copied', () => {
    expect(wished(restrictStores)).toEqual([
      ['restrict-store', 1],
      ['restrict-store', 2],
    ]);
    const copied = (match: Match): void => {
      const seen = { kind: 'snapshot-export', store: id<StoreId>(2) } as const;
      raise(match, 'S14', { host: 0, vm: id(12) }, seen, []);
    };
    expect(wished(restrictStores, copied)).toEqual([
      ['restrict-store', 2],
      ['restrict-store', 1],
    ]);
    expect(wished(restrictStores, narrowed)).toEqual([]);
  });

  test('VMs whose memory lies where others copy it are encrypted, while there is money', () => {
    expect(wished(encryptSaved)).toEqual([2, 4, 8, 9].map((vm) => ['encrypt-vm', vm]));
    expect(wished(encryptSaved, narrowed)).toEqual([]);
    expect(wished(encryptSaved, ({ world }) => Object.assign(world, { credits: 20 }))).toEqual([]);
  });

  test('backups are kept from others, and in order', () => {
    expect(wished(guardBackups)).toEqual([
      ['restrict-repository', 1],
      ['patch-repository', 1],
    ]);
    expect(wished(sealBackups)).toEqual([
      ['make-immutable', 1],
      ['encrypt-backups', 1],
    ]);
    const done = ({ world }: Match): void => {
      const all = { reachedFrom: [], build: 30, encrypted: true, immutable: true };
      Object.assign(world.repositories[1]!, all);
    };
    expect([...wished(guardBackups, done), ...wished(sealBackups, done)]).toEqual([]);
  });

  test('what somebody has encrypted is restored where there is a copy, and only there', () => {
    const ransomed = ({ world }: Match): void => {
      Object.assign(world.vms[3]!, { ransomed: true, power: 'stopped' });
    };
    expect(wished(restoreVms)).toEqual([]);
    expect(wished(restoreVms, ransomed)).toEqual([['restore-vm', 3]]);
    const emptied = (match: Match): void => {
      ransomed(match);
      match.world.copies.fill(null);
    };
    expect(wished(restoreVms, emptied)).toEqual([]);
  });
});
