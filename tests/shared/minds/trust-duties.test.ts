import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import { boundHeard } from '../../../shared/minds/defenders/duties/hypervisor.ts';
import { investigate } from '../../../shared/minds/defenders/duties/response.ts';
import {
  attest,
  encrypt,
  introspect,
  lockOut,
  rotate,
  trace,
} from '../../../shared/minds/defenders/duties/trust.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import { id } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

/** What a duty wishes in the scenario about shared credentials, as it is changed. */
function wished(duty: Duty, change: (match: Match) => void = () => undefined): unknown[] {
  const match = createMatch(scenarios['one-key']!, 1);
  for (let i = 0; i < 10; i += 1) stepMatch(match, [], { think: false });
  change(match);
  return duty.wishes(blueOf(match)).map(({ command, args }) => [command, args.host ?? args.vm]);
}

const told =
  (host: number, seen: Observation) =>
  (match: Match): void => {
    raise(match, 'S5', { host: id(host), vm: id(0) }, seen, []);
  };

/** Host 1 is known to have fallen. */
const fell = ({ world }: Match): void => {
  world.breaches.push({
    id: id(world.breaches.length),
    kind: 'takeover',
    asset: id(0),
    victim: id(0),
    vm: id(1),
    host: id(1),
    weight: 60,
    charged: [],
    tick: world.tick,
    harm: id(1),
    landed: 15,
    open: true,
    discoveredAt: world.tick,
  });
};

describe('what the expert does about what follows', () => {
  test('one of two hosts that share a credential is given its own: the better kept first', () => {
    expect(wished(rotate)).toEqual([['rotate-credentials', 2]]);
    const apart = ({ world }: Match): void => {
      Object.assign(world.hosts[2]!, { credential: 9 });
    };
    expect(wished(rotate, apart)).toEqual([]);
  });

  test('where somebody has just logged in from another host it is locked, and that other looked into', () => {
    const login = told(2, { kind: 'host-login', from: id(1) });
    expect(wished(lockOut, login)).toEqual([['rotate-credentials', 2]]);
    expect(wished(trace, login)).toEqual([['investigate-host', 1]]);
    expect(wished(trace, told(3, { kind: 'host-login-refused', from: id(1) }))).toEqual([
      ['investigate-host', 1],
    ]);
    expect(wished(lockOut)).toEqual([]);
    expect(wished(trace)).toEqual([]);
  });

  test('since a host fell the others are attested, where something measures them', () => {
    expect(wished(attest)).toEqual([]);
    const known = (match: Match): void => {
      match.history.push({
        seq: id(1),
        tick: 1,
        kind: 'harm',
        actor: { kind: 'nature' },
        subjects: [],
        causes: [],
        data: { needs: [], attack: 'hc-l2-superpage' } as never,
      });
      match.history.splice(0, match.history.length - 1);
      fell(match);
    };
    expect(wished(attest, known)).toEqual([
      ['attest-host', 2],
      ['attest-host', 3],
      ['attest-host', 4],
    ]);
    expect(wished(rotate, known)).toEqual([['rotate-credentials', 2]]);
  });

  test('the heaviest data is encrypted in memory before anyone is served, where it can be', () => {
    expect(wished(encrypt)).toEqual([
      ['encrypt-memory', 5],
      ['encrypt-memory', 6],
      ['encrypt-memory', 7],
    ]);
    const live = ({ world }: Match): void => {
      world.phase = 'live';
    };
    expect(wished(encrypt, live)).toEqual([]);
  });

  test('what is encrypted is not looked into', () => {
    const scan = (match: Match): void => {
      raise(match, 'S4', { host: id(2), vm: id(5) }, { kind: 'syscall' }, []);
      Object.assign(match.world.vms[5]!, { memoryEncrypted: true });
    };
    expect(wished(investigate, scan)).not.toContainEqual(['investigate-vm', 5]);
  });

  test('kernels are looked into once there is money for it', () => {
    expect(wished(introspect).map((one) => (one as unknown[])[1])).toEqual([1, 2, 4]);
    const poor = ({ world }: Match): void => {
      world.credits = 10;
    };
    expect(wished(introspect, poor)).toEqual([]);
  });

  test('a hypercall that was heard is bounded where no patch mends it', () => {
    const heard = (match: Match): void => {
      const seen = { kind: 'exit', device: '', call: 'mmu_update', operand: 1, bound: 1 } as const;
      raise(match, 'S4', { host: id(1), vm: id(2) }, seen, []);
    };
    expect(wished(boundHeard, heard)).toEqual([['exit-filter', 1]]);
    const mended = (match: Match): void => {
      heard(match);
      for (const flaw of match.world.flaws) if (flaw) Object.assign(flaw, { public: true });
    };
    expect(wished(boundHeard, mended)).toEqual([]);
  });
});
