import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { atLevel } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { dedicate } from '../../../shared/mechanics/pool/dedication.ts';
import { imagine, imagineAct, onlyFrom, prospectsOf } from '../../../shared/view/prospects.ts';
import { projectRed } from '../../../shared/view/red/red.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { type HostId, SCENARIO, type TenantId } from '../../../shared/world/ids.ts';
import { MIND_NAMES } from '../../../shared/world/people/attacker.ts';
import { type Known, ownNote, scanNote, wayNote } from '../../../shared/world/people/known.ts';
import { shopVm, website } from '../../support/setups/network.ts';
import { benchApart, SHOP } from '../../support/setups/placement.ts';
import { type Bench, eventsOf, id } from '../../support/worlds.ts';

const HOSPITAL = 3;

/** The shop is on host 2 and its target on host 1: the portal’s first turn is host 2, its second host 1. */
const turned = (quota = 0, more: Parameters<typeof benchApart>[2] = {}): Bench =>
  benchApart(quota, 0, {
    vms: [
      { ...shopVm, host: 2 },
      { ...website, host: 1 },
    ],
    ...more,
  });

function seek(bench: Bench): Bench {
  bench.act('recon-coresidency', { from: 1, vm: 2 });
  return bench.run(14);
}

/** Where the VMs of the shop are that were launched. */
const kept = ({ world }: Bench): number[] =>
  world.vms.flatMap((vm) => (vm && vm.id > 2 && vm.tenant === SHOP ? [vm.host] : []));

const ended = (bench: Bench): unknown[] =>
  bench.events('act-ended').map(({ data }) => data.need ?? data.outcome);

describe('B47, launching until one lies beside the target', () => {
  test('A160 what lands elsewhere is given back, and what lands beside it stays', () => {
    const bench = seek(turned());
    expect(bench.events('vm-placed').map(({ data }) => data.host)).toEqual([2, 1]);
    expect(bench.events('vm-destroyed').map(({ data }) => data.host)).toEqual([2]);
    expect(kept(bench)).toEqual([1]);
    expect(ended(bench)).toEqual(['done']);
    const { notes, knownVms } = bench.world.attackers[1]!;
    expect(notes[wayNote(knownVms.length, 2, 'host')]).toBe(1);
  });

  test('A160 a quota that is used up stops it before anything is launched', () => {
    const bench = seek(turned(3));
    expect(bench.events('vm-placed')).toEqual([]);
    expect(ended(bench)).toEqual(['quota-reaches']);
  });

  test('A160 M30 a host that is dedicated to somebody else takes in none of them', () => {
    const bench = turned();
    dedicate(bench.match, id<HostId>(1), id<TenantId>(HOSPITAL), {
      actor: NATURE,
      cause: SCENARIO,
    });
    seek(bench);
    expect(bench.events('vm-placed').map(({ data }) => data.host)).toEqual([2, 2, 2, 2, 2]);
    expect(kept(bench)).toEqual([]);
    expect(ended(bench)).toEqual(['host-shared']);
  });

  test('A10 A160 a quota that is ordered stops it, and so does a host that is dedicated', () => {
    const need = (name: string) =>
      attacks.get('recon-coresidency')!.needs.find((n) => n.id === name)!;
    const strike = { tenant: SHOP, vm: 2 };
    for (const [name, command, args] of [
      ['quota-reaches', 'set-quota', { tenant: SHOP }],
      ['host-shared', 'dedicate-host', { host: 1, tenant: HOSPITAL }],
    ] as const) {
      const bench = turned();
      const [counter] = need(name).counters(bench.world, strike);
      expect(counter).toMatchObject({ command, args, moment: 'after' });
      // More than a quota leaves beside what there is.
      const plan = { ...bench.world.attackers[1]!.plan, frames: 5 };
      Object.assign(bench.world.attackers[1]!, { plan });
      Object.assign(bench.world, { credits: 100 });
      expect(bench.give(command, args)).toBeNull();
      bench.run(30);
      seek(bench);
      expect(ended(bench)).toEqual([name]);
      expect(need(name).counters(bench.world, strike)).toEqual([]);
    }
  });

  test('A160 without room on that host every launch lands on another one, and is given back', () => {
    const bench = turned();
    setFact(bench.world, 'hosts', 1, 'free', [], SCENARIO);
    seek(bench);
    expect(bench.events('vm-placed').length).toBeGreaterThan(1);
    expect(kept(bench)).toEqual([]);
    expect(ended(bench)).toEqual(['lands-beside']);
  });

  test('A160 who cannot reach the target counts no hops to it', () => {
    const rules = [
      { from: 'dmz' as const, to: 'any' as const, service: 'any' as const, allow: false },
    ];
    const bench = seek(turned(0, { rules }));
    expect(kept(bench)).toEqual([]);
    expect(ended(bench)).toEqual(['reachable']);
  });

  test('A161 what stays takes frames, is seen, and can be limited and shut off', () => {
    const bench = turned();
    const free = bench.world.hosts[1]!.free.length;
    seek(bench);
    expect(bench.world.hosts[1]!.free.length).toBe(free - 2);
    const vm = bench.world.vms.length - 1;
    expect(bench.world.vms[vm]).toMatchObject({ power: 'running', tenant: SHOP, intruder: 1 });
    expect(bench.give('limit-vm', { vm })).toBeNull();
    expect(bench.give('quarantine-vm', { vm })).toBeNull();
  });

  test('A162 nothing is harmed by it, and no packet shows it', () => {
    const bench = seek(turned());
    expect(bench.events('harm')).toEqual([]);
    expect(bench.events('evidence').map(({ data }) => data.trace)).not.toContain('traffic');
  });

  test('A161 a second one for the same target is not launched while the first is there', () => {
    const bench = seek(turned());
    const { length } = bench.world.vms;
    seek(bench);
    expect(bench.world.vms).toHaveLength(length);
  });
});

const KNOWN: Known = {
  vms: [
    { number: 1, own: true, power: 'running', ring: 'kernel' },
    { number: 2, own: false, power: 'unknown', ring: 'none' },
  ],
  notes: { [ownNote(1)]: 2, [scanNote(1)]: 1, [wayNote(1, 2, 'reach')]: 1 },
  flaws: { 'cipher-timing': 12 },
  waiting: false,
  asked: 0,
};
const prospects = (known: Known) => attacks.get('recon-coresidency')!.prospects(known);

describe('what minds make of it', () => {
  test('A4 it is worth a try against whom they reach and are not beside', () => {
    expect(prospects(KNOWN)).toEqual([
      {
        attack: 'recon-coresidency',
        args: { from: 1, vm: 2 },
        gain: { kind: 'vm', beside: 2 },
        sure: false,
      },
    ]);
    const notes = { ...KNOWN.notes, [wayNote(1, 2, 'host')]: 1 };
    expect(prospects({ ...KNOWN, notes })).toEqual([]);
    expect(prospects({ ...KNOWN, notes: { [ownNote(1)]: 2 } })).toEqual([]);
  });

  test('A141 it opens what is done beside somebody, to whoever imagines that it worked', () => {
    const [step] = prospects(KNOWN);
    const there = imagineAct(KNOWN, step!);
    const inPlay = ['sc-prime-probe'];
    expect(prospectsOf(KNOWN, inPlay)).toEqual([]);
    const way = { attack: 'sc-prime-probe', args: { from: 3, vm: 2 } };
    expect(prospectsOf(there, inPlay)).toMatchObject([way]);
    expect(prospectsOf(onlyFrom(there, [3]), inPlay)).toMatchObject([way]);
    expect(prospectsOf(imagine(KNOWN, { kind: 'vm' }), inPlay)).toEqual([]);
  });

  test('A4 for whom a host is set apart no attacker is told', () => {
    const bench = turned();
    const before = JSON.stringify(projectRed(bench.world, id(1)));
    const by = { actor: NATURE, cause: SCENARIO };
    dedicate(bench.match, id<HostId>(1), id<TenantId>(HOSPITAL), by);
    expect(JSON.stringify(projectRed(bench.world, id(1)))).toBe(before);
  });

  test.each(MIND_NAMES)(
    'A4 A160 %s: launches, and strikes from where that brought them',
    (mind) => {
      let launched = 0;
      const from: number[] = [];
      for (const seed of [1, 2, 3]) {
        const match = createMatch(atLevel(scenarios['paying-guest']!, mind), seed);
        for (let i = 0; i < 1800; i += 1) stepMatch(match, [], { think: true });
        const found = eventsOf(match.history, 'learned').filter(
          ({ data }) => data.attack === 'recon-coresidency',
        );
        launched += found.length;
        const theirs = new Set<number>(
          found.flatMap(({ subjects }) => subjects.map((ref) => Number(ref.slice(4)))),
        );
        const harms = eventsOf(match.history, 'harm').map(({ data }) => data.vm);
        from.push(...harms.filter((vm) => theirs.has(vm)));
      }
      expect(launched).toBeGreaterThan(0);
      expect(from.length).toBeGreaterThan(0);
    },
  );
});
