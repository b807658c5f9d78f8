import { describe, expect, test } from 'vitest';
import { leaveTrail } from '../../../../shared/mechanics/network/trail.ts';
import { flowLogs } from '../../../../shared/mechanics/sensors/flow-logs.ts';
import { physicalIds } from '../../../../shared/mechanics/sensors/network-ids.ts';
import { warningsOf } from '../../../../shared/mechanics/sensors/warnings.ts';
import type { Observation, Warning } from '../../../../shared/world/alert.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import type { HostId, Seq, VmId } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { emit, type Turn } from '../../../../shared/world/turn.ts';
import { network, shopVm, website } from '../../../support/setups/network.ts';
import { Bench, hostileShop, hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

/**
 * The bank's keys lie on host 1 from the start, the auditor looks every 10 ticks, and only then is
 * the shop given the frames.
 */
function handedOut(over: Partial<ScenarioFile> = {}, before = (_: Bench): void => {}): Bench {
  const bench = new Bench(
    tiny({
      residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
      attackers: [hostileShop],
      pace: { fillEvery: 50 },
      ...over,
    }),
  ).run(11);
  before(bench);
  bench.act('entry-tenant');
  bench.run(1);
  bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
  return bench.run(5);
}

/** The shop reads them; 20 ticks later the bank complains. */
function read(bench: Bench): Bench {
  bench.act('res-mem-unscrubbed', { vm: 1 });
  return bench.run(60);
}

/** What the complaint says had told of it: `sensor`, with `*` where it was acknowledged. */
function rang({ world }: Bench): string[] {
  const seen = world.alerts.find((alert) => alert?.sensor === 'tenant')?.seen;
  if (seen?.kind !== 'complaint') throw new Error('nobody complained');
  return seen.rang.map(({ sensor, read: known }) => `${sensor}${known ? '*' : ''}`);
}

const kinds = (bench: Bench): Observation['kind'][] =>
  bench.world.alerts.flatMap((alert) => alert?.seen.kind ?? []);

/** What somebody does in a turn, and a leak that comes of one of those acts. */
function actIn(turn: Turn): Seq {
  return emit(turn, 'act', {
    actor: { kind: 'attacker', id: 1 },
    subjects: [],
    causes: [],
    data: { attack: 'x', args: {}, why: { reason: '', plan: [] }, seat: 0, quiet: false },
  });
}

function harmIn(turn: Turn, cause: Seq): Seq {
  return emit(turn, 'harm', {
    actor: NATURE,
    subjects: [],
    causes: [cause],
    data: {
      breach: id(1),
      kind: 'leak',
      asset: id(1),
      victim: 1,
      vm: id<VmId>(1),
      host: id<HostId>(1),
      weight: 1,
      attack: 'x',
      args: {},
      needs: [],
    },
  });
}

/** Sends an exploit from VM 1, of that cause. */
function sendTo(turn: Turn, to: number, cause: Seq): void {
  const packets = { nature: 'exploit', from: id<never>(1), to: id<never>(to), service: 'web' };
  leaveTrail(turn, packets as never, { actor: NATURE, cause });
}

describe('what a complaint brings up', () => {
  test('H6 data that the auditor had told of before it was handed out', () => {
    const bench = handedOut();
    expect(kinds(bench)).toContain('residue-free');
    read(bench);
    expect(rang(bench)).toEqual(['S7']);
  });

  test('H6 and that somebody had acknowledged it', () => {
    const bench = handedOut({}, (early) => {
      const told = early.world.alerts.find((alert) => alert?.seen.kind === 'residue-free');
      expect(early.give('acknowledge-alert', { alert: told?.id ?? 0 })).toBeNull();
    });
    read(bench);
    expect(rang(bench)).toEqual(['S7*']);
  });

  test('H6 nothing, where no sensor looked', () => {
    const deck = {
      commands: ['create-vm'],
      attacks: ['res-mem-unscrubbed'],
      sensors: [],
      techniques: ['hvm'],
    } as const;
    const bench = handedOut({ deck: deck as never });
    read(bench);
    expect(rang(bench)).toEqual([]);
  });

  test('H6 no alert of other data, nor of the same data on another host', () => {
    const residue = [
      { host: 1, asset: 'payment-keys', frames: 2 },
      { host: 2, asset: 'payment-keys', frames: 2 },
      { host: 2, asset: 'ledger', frames: 1 },
    ] as const;
    const bench = handedOut({ residue: [...residue] });
    expect(kinds(bench).filter((kind) => kind === 'residue-free')).toHaveLength(3);
    read(bench);
    expect(rang(bench)).toEqual(['S7']);
  });

  test('H6 a standing alert that the traces of the harm only counted up', () => {
    const turn = turnOf(tiny({ hosts: hostsWith({ watch: 'ids' }) }));
    const send = (cause: Seq): void => {
      sendTo(turn, 2, cause);
      physicalIds.watch(turn);
      turn.world.tick += 1;
    };
    // A first attempt fails; the second is the one that the harm rests on.
    send(actIn(turn));
    const second = actIn(turn);
    send(second);
    const told: Warning[] = warningsOf(turn, harmIn(turn, second));
    expect(told.map(({ sensor, read: known }) => [sensor, known])).toEqual(
      turn.world.alerts.flatMap((alert) => (alert ? [[alert.sensor, false]] : [])),
    );
    expect(told.length).toBeGreaterThan(0);
  });

  test('H6 a record of a flow, which is read later than what it is of; none of another flow', () => {
    const vms = [shopVm, website, website];
    const turn = turnOf(tiny({ ...network, vms }));
    const [first, second, third] = [actIn(turn), actIn(turn), actIn(turn)];
    sendTo(turn, 2, first);
    sendTo(turn, 3, second);
    for (let tick = 0; tick <= 75; tick += 1) {
      flowLogs.watch(turn);
      turn.world.tick += 1;
    }
    expect(turn.world.alerts.slice(1)).toMatchObject([{ seen: { peer: 2, others: [3] } }]);
    const told = (cause: Seq): string[] =>
      warningsOf(turn, harmIn(turn, cause)).map(({ sensor }) => sensor);
    expect([told(first), told(second), told(third)]).toEqual([['S10'], ['S10'], []]);
  });

  test('H6 what is no harm had nothing to be told of', () => {
    const turn = turnOf();
    expect(warningsOf(turn, id(1))).toEqual([]);
  });
});
