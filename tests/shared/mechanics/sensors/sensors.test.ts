import { describe, expect, test } from 'vitest';
import { destroyVm } from '../../../../shared/mechanics/lifecycle.ts';
import { zero } from '../../../../shared/mechanics/memory.ts';
import { investigate } from '../../../../shared/mechanics/sensors/investigation.ts';
import { residueAuditor } from '../../../../shared/mechanics/sensors/residue-auditor.ts';
import { reinstall } from '../../../../shared/mechanics/upkeep/reinstall.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { type AssetId, type AttackerId, SCENARIO, type Seq } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { emit, type Turn } from '../../../../shared/world/turn.ts';
import { disked } from '../../../support/storage.ts';
import {
  Bench,
  benchWithReader,
  eventsOf,
  id,
  planOf,
  tiny,
  turnOf,
} from '../../../support/worlds.ts';

function audit(turn: Turn): void {
  turn.world.tick += 10 - (turn.world.tick % 10);
  residueAuditor.watch(turn);
}

const alerts = ({ world }: Turn): unknown[] =>
  world.alerts
    .slice(1)
    .map((alert) => ({ ...alert?.seen, host: alert?.host, state: alert?.state }));

describe('the residue auditor', () => {
  const keys: Partial<ScenarioFile> = { residue: [{ host: 1, asset: 'payment-keys', frames: 2 }] };

  test('S7 it says what lies in free memory, each asset on each host for itself', () => {
    const turn = turnOf(
      tiny({
        residue: [
          { host: 1, asset: 'payment-keys', frames: 2 },
          { host: 1, asset: 'ledger', frames: 1 },
          { host: 2, asset: 'payment-keys', frames: 1 },
        ],
      }),
    );
    audit(turn);
    const seen = (asset: number, frames: number, host: number): unknown => ({
      kind: 'residue-free',
      asset,
      frames,
      host,
      state: 'open',
    });
    const found = alerts(turn);
    expect(found).toHaveLength(3);
    for (const one of [seen(1, 2, 1), seen(2, 1, 1), seen(1, 1, 2)])
      expect(found).toContainEqual(one);
  });

  test('S7 it sees nothing that a VM owns, foreign or its own', () => {
    const bench = benchWithReader();
    expect(bench.frames(3, 4)).toEqual(['3:0:1', '3:0:1']);
    bench.run(20);
    expect(bench.world.alerts.filter((alert) => alert?.state !== 'over')).toEqual([null]);
  });

  test('S7 it looks in rounds, and between them sees nothing', () => {
    const turn = turnOf(tiny(keys));
    for (turn.world.tick = 11; turn.world.tick < 20; turn.world.tick += 1)
      residueAuditor.watch(turn);
    expect(alerts(turn)).toEqual([]);
    residueAuditor.watch(turn);
    expect(alerts(turn)).toHaveLength(1);
  });

  test('S7 it corrects the number of a standing alert instead of raising another', () => {
    const turn = turnOf(tiny(keys));
    audit(turn);
    turn.world.alerts[1]!.state = 'acknowledged';
    destroyVm(turn, id(1), NATURE, id(0));
    audit(turn);
    expect(alerts(turn)).toEqual([
      { kind: 'residue-free', asset: 1, frames: 4, host: 1, state: 'acknowledged' },
    ]);
    expect(turn.history.filter(({ kind }) => kind === 'alert')).toMatchObject([
      { data: { seen: { frames: 2 } } },
    ]);
  });

  test('S7 an alert is over when it is gone, and raised anew when it comes back', () => {
    const turn = turnOf(tiny(keys));
    audit(turn);
    for (const frame of [3, 4, 5, 6]) zero(turn.world, id(frame), id(1));
    audit(turn);
    expect(alerts(turn)).toMatchObject([{ state: 'over' }]);
    audit(turn);
    destroyVm(turn, id(1), NATURE, id(0));
    audit(turn);
    expect(alerts(turn)).toMatchObject([{ state: 'over' }, { state: 'open', frames: 2 }]);
    expect(turn.history.filter(({ kind }) => kind === 'alert-closed')).toHaveLength(1);
  });

  test('S7 an alert is caused by what left the data there', () => {
    const turn = turnOf();
    destroyVm(turn, id(1), NATURE, id(0));
    audit(turn);
    const freed = turn.history.findIndex(({ kind }) => kind === 'frames-freed') + 1;
    expect(turn.history.at(-1)).toMatchObject({ kind: 'alert', causes: [freed] });
  });

  test('S7 an alert is not caused by other data that lies on the same host', () => {
    const bank = tiny().vms[0]!;
    const turn = turnOf(tiny({ vms: [bank, { ...bank, asset: 'ledger' }] }));
    destroyVm(turn, id(1), NATURE, id(0));
    destroyVm(turn, id(2), NATURE, id(0));
    audit(turn);
    const freed = turn.history.filter(({ kind }) => kind === 'frames-freed').map(({ seq }) => seq);
    const raised = turn.history.filter(({ kind }) => kind === 'alert');
    expect(new Set(raised.flatMap(({ causes }) => causes))).toEqual(new Set(freed));
    expect(raised.map(({ causes }) => causes.length)).toEqual([1, 1]);
  });
});

describe('an investigation', () => {
  const look = (bench: Bench, vm: number): unknown => {
    investigate(bench.match, id(vm), id(1));
    return bench.world.alerts.at(-1)?.seen;
  };

  test('S8 it finds nothing in a VM that holds its own data only', () => {
    expect(look(new Bench(), 1)).toEqual({ kind: 'nothing-found' });
  });

  test('S8 it finds what a VM holds and never wrote, and none of it read yet', () => {
    const bench = benchWithReader();
    expect(look(bench, 3)).toEqual({ kind: 'foreign-residue', asset: 1, frames: 2, read: 0 });
    expect(bench.world.alerts.at(-1)).toMatchObject({ vm: 3, host: 1, sensor: 'investigation' });
  });

  test('S8 it tells which of them the VM has read, and the harm is known from then', () => {
    const bench = benchWithReader();
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(16);
    expect(bench.world.breaches[1]).toMatchObject({ discoveredAt: 0 });
    expect(look(bench, 3)).toMatchObject({ asset: 1, frames: 1, read: 1 });
    expect(bench.world.breaches[1]?.discoveredAt).toBe(bench.world.tick);
  });

  test('S8 on a host that fell it finds nothing of what is there, until that is installed anew', () => {
    const bench = benchWithReader();
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(16);
    setFact(bench.world, 'hosts', 1, 'intruder', id<AttackerId>(1), SCENARIO);
    expect(look(bench, 3)).toEqual({ kind: 'nothing-found' });
    expect(bench.world.breaches[1]).toMatchObject({ discoveredAt: 0 });
    reinstall(bench.match, id(1), NATURE, SCENARIO);
    expect(look(bench, 3)).toMatchObject({ asset: 1, read: 1 });
    expect(bench.world.breaches[1]?.discoveredAt).toBe(bench.world.tick);
  });

  test('S8 residue of the VM’s own tenant is nothing foreign', () => {
    const bench = benchWithReader({ residue: [{ host: 1, asset: 'orders', frames: 2 }] });
    expect(look(bench, 3)).toEqual({ kind: 'nothing-found' });
  });

  test('S8 a guest that reads what it never wrote is seen to search, though it found nothing', () => {
    const bench = benchWithReader({ residue: [] });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(16);
    expect(look(bench, 3)).toMatchObject({ kind: 'searching' });
    expect(bench.world.breaches).toEqual([null]);
  });

  test('S8 it never calls empty what held another’s data when it was read', () => {
    // Only the first frame was dirty: it is read, and then the guest's own work overwrites it.
    const bench = benchWithReader({
      residue: [{ host: 1, asset: 'payment-keys', frames: 1 }],
      pace: { reconLength: 1, accessLength: 1, actLength: 1, fillEvery: 6 },
    });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(9);
    expect(bench.world.breaches[1]).toMatchObject({ vm: 3, asset: 1 });
    expect(bench.frames(3, 4)).toEqual(['3:3:0', '3:0:0']);
    expect(look(bench, 3)).not.toMatchObject({ kind: 'searching' });
  });

  test('S8 A3 it finds it on a disk too, unless it is sealed, and says since when it lies there', () => {
    const bench = new Bench(disked());
    const leave = (block: number, asset: number): Seq => {
      const what = { actor: NATURE, subjects: [], causes: [], data: {} };
      const left = emit(bench.match, 'lease-over', what);
      setFact(bench.world, 'blocks', block, 'residue', id<AssetId>(asset), left);
      return left;
    };
    // What is the bank's own is nothing foreign; what was the shop's is.
    const own = leave(1, 1);
    const foreign = leave(2, 3);
    expect(look(bench, 1)).toEqual({ kind: 'foreign-residue', asset: 3, frames: 1, read: 0 });
    const [raised] = eventsOf(bench.history, 'alert').slice(-1);
    expect(raised?.causes).toContain(foreign);
    expect(raised?.causes).not.toContain(own);
    setFact(bench.world, 'blocks', 2, 'sealed', true, SCENARIO);
    expect(look(bench, 1)).toEqual({ kind: 'nothing-found' });
  });

  test('S8 it looks at that VM alone', () => {
    const bench = benchWithReader();
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(16);
    expect(look(bench, 1)).toEqual({ kind: 'nothing-found' });
    expect(bench.world.breaches[1]?.discoveredAt).toBe(0);
  });

  test('S8 each asset that it finds is an alert of its own', () => {
    const bench = new Bench(
      tiny({
        residue: [
          { host: 1, asset: 'payment-keys', frames: 2 },
          { host: 1, asset: 'ledger', frames: 1 },
        ],
      }),
    );
    bench.ask(2, { kind: 'create', plan: planOf({ frames: 4, fills: 0 }) });
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.run(4);
    const before = bench.world.alerts.length;
    investigate(bench.match, id(3), id(1));
    const found = bench.world.alerts.slice(before).map((alert) => alert?.seen);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ kind: 'foreign-residue', asset: 1, frames: 2, read: 0 });
    expect(found).toContainEqual({ kind: 'foreign-residue', asset: 2, frames: 1, read: 0 });
  });
});
