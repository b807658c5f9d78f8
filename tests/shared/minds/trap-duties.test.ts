import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import {
  freeCores,
  holdHeard,
  intercept,
  releaseHeld,
  stopNesting,
} from '../../../shared/minds/defenders/duties/traps.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import type { FlawName } from '../../../shared/world/flaws/registry.ts';
import { id } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

/** What a duty wishes on the trap floor, as it is changed. */
function wished(duty: Duty, ...changes: readonly ((match: Match) => void)[]): unknown[] {
  const match = createMatch(scenarios['trap-floor']!, 1);
  for (let i = 0; i < 10; i += 1) stepMatch(match, [], { think: false });
  for (const change of changes) change(match);
  return duty.wishes(blueOf(match)).map(({ command, args }) => ({ command, ...args }));
}

const told =
  (host: number, vm: number, seen: Observation) =>
  (match: Match): void => {
    raise(match, 'S4', { host: id(host), vm: id(vm) }, seen, []);
  };

const published =
  (name: FlawName) =>
  ({ world }: Match): void => {
    for (const flaw of world.flaws) {
      if (flaw?.name === name) Object.assign(flaw, { public: true, publishedAt: world.tick });
    }
  };

const vmIs =
  (vm: number, values: Readonly<Record<string, unknown>>) =>
  ({ world }: Match): void => {
    Object.assign(world.vms[vm]!, values);
  };

/** VMs 13 and 14 are on host 3: a lab of guests of its own, and one that is shown the extension for nothing. */
const LAB = 13;
const ODD = 14;

describe('what the expert does at the trap floor', () => {
  const touch = { kind: 'exit', device: 'floppy', call: '', operand: 1, bound: 512 } as const;

  test('K80 an exit that was heard waits for a look, where no patch would mend what it may be for', () => {
    const heard = told(1, 2, touch);
    expect(wished(holdHeard, heard)).toEqual([
      { command: 'vm-exit-filter', vm: 2, trap: 'floppy', action: 'hold' },
    ]);
    expect(wished(holdHeard)).toEqual([]);
    expect(wished(holdHeard, heard, published('venom'))).toEqual([]);
    const bounded = vmIs(2, { filters: [{ trap: 'floppy', action: 'bounds-check' }] });
    expect(wished(holdHeard, heard, bounded)).toEqual([]);
    const poor = ({ world }: Match): void => {
      world.credits = 10;
    };
    expect(wished(holdHeard, heard, poor)).toEqual([]);
  });

  test('K80 what is held goes its way again once nothing is said of its VM any more', () => {
    const held = vmIs(2, { filters: [{ trap: 'floppy', action: 'hold' }] });
    expect(wished(releaseHeld, held, told(1, 2, touch))).toEqual([]);
    expect(wished(releaseHeld, held)).toEqual([
      { command: 'vm-exit-filter', vm: 2, trap: 'floppy', action: 'emulate' },
    ]);
  });

  test('K84 A102 nesting is switched off where nobody’s work is in it, else refused to who does without', () => {
    const odd = told(3, ODD, { kind: 'nested-run' });
    expect(wished(stopNesting, odd)).toEqual([
      { command: 'vm-exit-filter', vm: ODD, trap: 'vmrun', action: 'refuse' },
    ]);
    // The lab does as it always does.
    expect(wished(stopNesting, told(3, LAB, { kind: 'nested-run' }))).toEqual([]);
    const gone = vmIs(LAB, { power: 'stopped' });
    const off = [{ command: 'disable-nesting', host: 3 }];
    expect(wished(stopNesting, odd, gone)).toEqual(off);
    expect(wished(stopNesting, published('nested-vmcb'), gone)).toEqual(off);
    expect(wished(stopNesting, gone)).toEqual([]);
  });

  test('K105 exceptions are intercepted where the flaw is published, but for who debugs', () => {
    const known = published('exception-loop');
    const ofHost = (host: number) => ({
      command: 'exit-filter',
      host,
      trap: 'exception',
      action: 'refuse',
    });
    expect(wished(intercept)).toEqual([]);
    // On host 2 nobody is run by the CPU’s extension; on host 3 a test server debugs.
    expect(wished(intercept, known)).toEqual([ofHost(1)]);
    expect(wished(intercept, known, told(3, ODD, { kind: 'debug-registers' }))).toEqual([
      ofHost(1),
      { command: 'vm-exit-filter', vm: ODD, trap: 'exception', action: 'refuse' },
    ]);
    expect(wished(intercept, known, vmIs(12, { power: 'stopped' }))).toEqual([
      ofHost(1),
      ofHost(3),
    ]);
  });

  test('K104 what a core does not come back from is powered off', () => {
    const stuck = told(3, ODD, { kind: 'core-stuck' });
    expect(wished(freeCores, stuck)).toEqual([{ command: 'stop-vm', vm: ODD }]);
    expect(wished(freeCores, stuck, vmIs(ODD, { power: 'stopped' }))).toEqual([]);
  });
});
