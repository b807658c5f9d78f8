import { describe, expect, test } from 'vitest';
import { allNeeds } from '../../../shared/attacks/probe.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import { projectRed } from '../../../shared/view/red.ts';
import { chipsOf } from '../../../shared/view/red-chips.ts';
import type { Chip } from '../../../shared/view/red-rows.ts';
import {
  actKey,
  type Known,
  type KnownVm,
  lookedFrom,
  lookedInto,
  needNote,
  needTick,
  vmNote,
  wayNote,
} from '../../../shared/world/known.ts';
import type { Necessity } from '../../support/necessity.ts';
import { entryStages } from '../../support/stages/entry.ts';
import { hypervisorStages } from '../../support/stages/hypervisor.ts';
import { networkStages } from '../../support/stages/network.ts';
import { storageStages } from '../../support/stages/storage.ts';
import { id } from '../../support/worlds.ts';

const STAGES: Readonly<Record<string, Necessity>> = {
  ...entryStages,
  ...hypervisorStages,
  ...networkStages,
  ...storageStages,
};

/** Needs whose truth an attacker can see at any moment. */
const PLAIN = [
  'guest-runs',
  'code-in-guest',
  'kernel-in-guest',
  'source-runs',
  'code-in-source',
  'kernel-in-source',
  'vm-is-theirs',
];

const vm = (over: Partial<KnownVm> = {}): KnownVm => ({
  number: 1,
  own: false,
  power: 'unknown',
  ring: 'none',
  ...over,
});

const known = (over: Partial<Known>): Known => ({
  vms: [vm(), vm({ number: 2 })],
  notes: {},
  flaws: { venom: 50, 'web-traversal': 12 },
  waiting: false,
  asked: 0,
  ...over,
});

const chip = (one: Known, attack: string, need: string, args: Record<string, number>): Chip =>
  chipsOf(one, attack, args).find((row) => row.need === need)?.chip ?? 'unknown';

const names = [...attacks.keys()].filter((name) => name !== 'probe');

describe.each(names)('%s', (name) => {
  const attack = attacks.get(name)!;
  const stage = STAGES[name]!.stage();
  const { world } = stage.turn;
  const view = (): Known => projectRed(world, id(stage.attacker)).known;

  test('A57 a world in which all of it is true: no chip says false', () => {
    const told = chipsOf(view(), name, stage.args);
    expect(told.map(({ need }) => need)).toEqual(allNeeds(attack).map((need) => need.id));
    expect(told.filter((row) => row.chip === 'false')).toEqual([]);
  });

  test('A57 what is known of where they are is what is so', () => {
    for (const foothold of ['none', 'user', 'kernel'] as const) {
      for (const power of ['running', 'stopped'] as const) {
        const other = JSON.parse(JSON.stringify(world)) as typeof world;
        for (const row of other.vms) if (row?.intruder) Object.assign(row, { foothold, power });
        const seen = projectRed(other, id(stage.attacker)).known;
        for (const row of chipsOf(seen, name, stage.args)) {
          if (!PLAIN.includes(row.need) || row.chip === 'unknown') continue;
          const need = attack.needs.find((one) => one.id === row.need);
          expect([foothold, power, row.need, need?.holds(other, stage.strike)]).toEqual([
            foothold,
            power,
            row.need,
            row.chip === 'true',
          ]);
        }
      }
    }
  });
});

describe('what a chip goes by', () => {
  const way = { from: 1, vm: 2 };
  const key = actKey('net-fw-drift', way);
  const probed = (holds: number, tick: number) => ({
    [needNote(key, 'reachable')]: holds,
    [needTick(key, 'reachable')]: tick,
  });

  test('A57 nothing known is unknown', () => {
    expect(chipsOf(known({}), 'net-fw-drift', { from: 0, vm: 2 })).toEqual([
      { need: 'source-runs', chip: 'true' },
      { need: 'code-in-source', chip: 'true' },
      { need: 'guest-runs', chip: 'unknown' },
      { need: 'reachable', chip: 'unknown' },
      { need: 'not-intended', chip: 'unknown' },
      { need: 'serves-data', chip: 'unknown' },
      { need: 'foreign-data', chip: 'true' },
      { need: 'nothing-blocks', chip: 'unknown' },
    ]);
  });

  test('A57 a look around says, and a probe of this very act says more', () => {
    const looked = { [wayNote(1, 2, 'reach')]: 1, [lookedFrom(1)]: 10 };
    expect(chip(known({ notes: looked }), 'net-fw-drift', 'reachable', way)).toBe('true');
    const both = { ...looked, ...probed(0, 20) };
    expect(chip(known({ notes: both }), 'net-fw-drift', 'reachable', way)).toBe('false');
    expect(chip(known({ notes: both }), 'net-any-any', 'reachable', way)).toBe('true');
  });

  test('A57 the newest of the two says: a look around after the probe', () => {
    const notes = { [wayNote(1, 2, 'reach')]: 1, [lookedFrom(1)]: 30, ...probed(0, 20) };
    expect(chip(known({ notes }), 'net-fw-drift', 'reachable', way)).toBe('true');
  });

  test('A57 a probe cannot say otherwise of where they are', () => {
    const act = actKey('priv-guest-root', { vm: 1 });
    const notes = { [needNote(act, 'guest-runs')]: 0, [needTick(act, 'guest-runs')]: 50 };
    const inside = known({ notes, vms: [vm({ power: 'running', ring: 'user' })] });
    expect(chip(inside, 'priv-guest-root', 'guest-runs', { vm: 1 })).toBe('true');
    expect(chip(inside, 'priv-guest-root', 'code-in-guest', { vm: 1 })).toBe('true');
    expect(chip(inside, 'esc-floppy-venom', 'kernel-in-guest', { vm: 1 })).toBe('false');
  });

  test('A57 devices, builds, techniques and filters are what the last look inside showed', () => {
    const notes = {
      [lookedInto(1)]: 9,
      [vmNote(1, 'devices')]: 'disk,nic,xhci',
      [vmNote(1, 'technique')]: 'para',
      [vmNote(1, 'host-build')]: 43,
      [vmNote(1, 'seccomp')]: 1,
    };
    const one = known({ notes, vms: [vm({ power: 'running', ring: 'kernel' })] });
    const about = (attack: string, need: string): Chip => chip(one, attack, need, { vm: 1 });
    expect(about('esc-floppy-venom', 'has-device')).toBe('false');
    expect(about('esc-usb-xhci', 'has-device')).toBe('true');
    expect(about('esc-floppy-venom', 'host-unpatched')).toBe('true');
    expect(about('hc-l2-superpage', 'is-paravirtual')).toBe('true');
    expect(about('ct-shared-kernel', 'shares-kernel')).toBe('false');
    expect(about('ct-shared-kernel', 'calls-unfiltered')).toBe('false');
    expect(about('esc-floppy-venom', 'exit-unchecked')).toBe('unknown');
    expect(about('esc-floppy-venom', 'device-process-unconfined')).toBe('unknown');
  });

  test('A57 a service that had the fix and has it no more was rolled back', () => {
    const about = (now: number, was: number): Chip =>
      chip(
        known({ notes: { [vmNote(2, 'service-build')]: now, [vmNote(2, 'service-was')]: was } }),
        'snap-rollback-revive',
        'was-reverted',
        { from: 0, vm: 2 },
      );
    expect([about(8, 12), about(8, 8), about(12, 12)]).toEqual(['true', 'unknown', 'unknown']);
  });
});
