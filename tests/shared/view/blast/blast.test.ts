import { describe, expect, test } from 'vitest';
import type { Striker } from '../../../../shared/attacks/attack.ts';
import { attacks } from '../../../../shared/attacks/registry.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../../shared/match/match.ts';
import { strikeOnce } from '../../../../shared/match/operations.ts';
import { takeover } from '../../../../shared/mechanics/harm/harm.ts';
import { ringOf } from '../../../../shared/mechanics/harm/intrusion.ts';
import { blastOf } from '../../../../shared/view/blast/blast.ts';
import { isTheirs } from '../../../../shared/view/blast/knowable.ts';
import { Search } from '../../../../shared/view/blast/search.ts';
import { SOMEBODY, seenWorld } from '../../../../shared/view/blast/seen.ts';
import { idOf, type Node, nodesOf, type Start } from '../../../../shared/view/blast/start.ts';
import { NO_METERS, projectBlue } from '../../../../shared/view/blue.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { rentersFoothold } from '../../../../shared/world/machine/vm.ts';
import { rows } from '../../../../shared/world/table.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import type { World } from '../../../../shared/world/world.ts';
import { fallen, TOOLS_FLAW } from '../../../support/fallen.ts';
import { copyOf, id } from '../../../support/worlds.ts';

const look = ({ world, history }: Turn): BlueView => projectBlue(world, history, NO_METERS, null);

/** Each VM, host, zone, credential and datastore of a view. */
function startsOf({ tables }: BlueView): Start[] {
  const credentials = new Set(tables.hosts.map((host) => host?.credential ?? 0));
  return [
    ...tables.vms.flatMap((row): Start[] => (row ? [{ kind: 'vm', id: row.id }] : [])),
    ...tables.hosts.flatMap((row): Start[] => (row ? [{ kind: 'host', id: row.id }] : [])),
    ...tables.zones.flatMap((row): Start[] => (row ? [{ kind: 'zone', id: row.id }] : [])),
    ...[...credentials].filter(Boolean).map((n): Start => ({ kind: 'credential', id: n })),
    ...tables.stores.flatMap((row): Start[] => (row ? [{ kind: 'store', id: row.id }] : [])),
  ];
}

/** A real world with somebody more in it, a tenant of their own, who has what the start says. */
function intruded(found: Turn, start: Start): { turn: Turn; by: Striker } {
  const world = copyOf(found.world);
  const tenant = world.tenants.length;
  const attacker = {
    ...seenWorld(look(found)).attackers[SOMEBODY]!,
    id: id<Striker['attacker']['id']>(world.attackers.length),
    tenant: id<Striker['attacker']['tenant']>(tenant),
  };
  world.tenants.push({ id: attacker.tenant, name: 'shop', quota: 0 });
  world.attackers.push(attacker);
  const turn: Turn = { world, history: [...found.history] };
  for (const node of nodesOf(world, start)) {
    const row = world.vms[idOf(node)];
    if (node.startsWith('stores/')) {
      const store = world.stores[idOf(node)]!;
      Object.assign(store, { reachedFrom: [...store.reachedFrom, 'internet'] });
    } else if (node.startsWith('vms/')) {
      const foothold = rentersFoothold(row!.technique);
      Object.assign(row!, { foothold, intruder: attacker.id });
    } else {
      const deed = {
        attacker,
        attack: '',
        vm: id<never>(0),
        args: {},
        proof: { needs: [], causes: [] },
      };
      takeover(turn, id<never>(idOf(node)), deed);
    }
  }
  const operation = { act: id(0), attack: '', args: {} } as unknown as Striker['operation'];
  return { turn, by: { attacker, operation } };
}

/** Tries one attack for real, from there to there. `null`: it was done; else which need was in the way. */
function tryFor(
  { turn, by }: ReturnType<typeof intruded>,
  what: { readonly attack: string; readonly from: Node; readonly to: Node },
): string | null {
  const attack = attacks.get(what.attack)!;
  const { world } = turn;
  // From a datastore: from a machine of theirs that mounts it, and is no VM of the room.
  const source = what.from.startsWith('stores/') ? 0 : idOf(what.from);
  const vm = what.from.startsWith('hosts/')
    ? [...rows(world.vms)].find(({ host }) => host === source)!.id
    : source;
  const args = attack.takes.includes('from') ? { from: source, vm: idOf(what.to) } : { vm };
  const about = attack.resolve(world, by.attacker, args);
  if (about === null) return 'cannot be meant';
  const striker = { ...by, operation: { ...by.operation, attack: attack.id, args } };
  const [table, n] = what.to.split('/');
  const strikes = attack
    .strikes(world, about, 1, 1)
    .filter(({ vm: at = 0, host = 0 }) => (table === 'vms' ? at : host) === Number(n));
  let why = 'nothing to strike';
  for (const strike of strikes) {
    const missing = strikeOnce(turn, attack, striker, strike);
    if (missing === null && (attack.deeper ?? []).every((need) => need.holds(world, strike)))
      return null;
    why = missing?.id ?? attack.deeper!.find((need) => !need.holds(world, strike))!.id;
  }
  return why;
}

/** A match of each scenario at some ticks of it. */
function* moments(names = Object.keys(scenarios)): Generator<readonly [string, Turn]> {
  for (const name of names) {
    const match = createMatch(scenarios[name]!, 3);
    while (match.world.tick < 1200) stepMatch(match, [], { think: false });
    yield [`${name} at ${match.world.tick}`, match];
  }
}

/** The same while attackers are at work, and what VMs talk to comes and goes. */
function* attacked(): Generator<readonly [string, Turn]> {
  for (const name of Object.keys(scenarios)) {
    const match = createMatch(scenarios[name]!, 5);
    while (match.world.tick < 900) stepMatch(match, []);
    yield [`${name} at ${match.world.tick}, attacked`, match];
  }
}

describe('what could fall', () => {
  test('X6 all of it falls when somebody tries it, and what is blocked is stopped by that need', () => {
    const done = new Set<string>();
    const stopped = new Set<string>();
    for (const [name, match] of moments()) {
      const view = look(match);
      for (const start of startsOf(view)) {
        const found = new Search(seenWorld(view)).run(start);
        const real = intruded(match, start);
        for (const step of found.steps) {
          if (!step.sure) continue;
          expect([name, start, step.to, tryFor(real, step)]).toEqual([name, start, step.to, null]);
          if (step.to.startsWith('hosts/')) expect(real.by.attacker.hosts).toContain(idOf(step.to));
          done.add(step.attack);
        }
        if (found.steps.some(({ sure }) => !sure)) continue;
        for (const wall of found.blocked) {
          expect([name, start, wall, tryFor(real, wall)]).toEqual([name, start, wall, wall.need]);
          stopped.add(wall.attack);
        }
      }
    }
    // It is no test of a few: roads of every kind are walked, and walls met.
    expect(done.size).toBeGreaterThan(18);
    expect(stopped.size).toBeGreaterThan(12);
  });

  test('X8 what is remembered from one start changes nothing of what is found from the next', () => {
    let compared = 0;
    for (const [name, match] of [...moments(), ...attacked()]) {
      const view = look(match);
      const [once, twice] = [seenWorld(view), seenWorld(view)];
      const starts = startsOf(view);
      const alone = starts.map((start) => blastOf(view, start));
      expect([name, starts.map((start) => blastOf(view, start, once))]).toEqual([name, alone]);
      const back = [...starts].reverse().map((start) => blastOf(view, start, twice));
      expect([name, back.reverse()]).toEqual([name, alone]);
      compared += alone.length;
    }
    expect(compared).toBeGreaterThan(200);
  });

  test('X6 in a match an attacker takes host after host as it says', () => {
    const bench = fallen({}, false);
    const { roads, fallenHosts } = blastOf(look(bench), { kind: 'vm', id: 1 });
    expect(fallenHosts).toEqual([1, 2]);
    expect(roads.map(({ attack, after }) => [attack, after])).toContainEqual([
      'lateral-shared-credential',
      roads.find(({ reaches }) => reaches.includes('hosts/1'))!.number,
    ]);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(20);
    bench.act('lateral-shared-credential', { vm: 1 });
    bench.run(20);
    expect(bench.world.attackers[1]!.hosts).toEqual([1, 2]);
  });

  test('X6 nothing more falls: whatever works of the attacks is found, asked one by one', () => {
    const found: [name: string, start: Start, nodes: string[]][] = [];
    const wanted: typeof found = [];
    for (const [name, match] of moments(['one-key', 'shared-desk', 'device-bay'])) {
      const view = look(match);
      for (const start of startsOf(view).filter(({ id: n }) => n === 1)) {
        const { fallen: nodes } = new Search(seenWorld(view)).run(start);
        found.push([name, start, [...nodes].sort()]);
        wanted.push([name, start, byHand(view, start)]);
      }
    }
    expect(found).toEqual(wanted);
    expect(new Set(found.map(([name]) => name)).size).toBe(3);
  });
});

/** The same closure without order or economy. */
function byHand(view: BlueView, start: Start): string[] {
  const { turn, by } = intruded({ world: seenWorld(view), history: [] } as Turn, start);
  const { world } = turn;
  const got = new Set<string>(nodesOf(world, start));
  const ids = [...rows(world.vms)].map((row) => row.id as number);
  for (let grew = true; grew; ) {
    grew = false;
    for (const attack of attacks.values()) {
      const { brings, takes, catalogue } = attack;
      if (!['host', 'ring', 'loot', 'notes'].includes(brings)) continue;
      if (brings === 'notes' && catalogue === null) continue;
      const from = takes.includes('from') ? ids : [undefined];
      for (const vm of ids) {
        for (const source of from) {
          const args = source === undefined ? { vm } : { from: source, vm };
          const about = attack.resolve(world, by.attacker, args);
          if (about === null) continue;
          for (const strike of attack.strikes(world, about, 1, 1)) {
            const needs = [...attack.needs, ...(attack.deeper ?? [])];
            if (!needs.every((need) => need.holds(world, strike))) continue;
            if (!needs.some((need) => need.facts(world, strike).some(isTheirs))) continue;
            const to = brings === 'host' ? `hosts/${strike.host}` : `vms/${strike.vm}`;
            if (strike.vm === undefined && brings === 'loot') continue;
            if (got.has(to) && (brings === 'host' || brings === 'loot')) continue;
            const rings = JSON.stringify([ids.map((n) => standing(world, n))]);
            if (brings !== 'loot') {
              const operation = { ...by.operation, attack: attack.id, args };
              attack.effect(turn, { ...by, operation }, strike, { needs: [], causes: [] });
            }
            grew ||= !got.has(to) || JSON.stringify([ids.map((n) => standing(world, n))]) !== rings;
            got.add(to);
          }
        }
      }
    }
  }
  return [...got].sort();
}

const standing = (world: World, vm: number): unknown => {
  const { foothold, intruder, layoutKnownBy } = world.vms[vm]!;
  return [foothold, intruder, layoutKnownBy];
};

describe('what nobody told', () => {
  test('X7 two worlds that differ in what is hidden have the same blast radius', () => {
    const hidden: readonly ((world: World) => void)[] = [
      (world) => Object.assign(world.flaws[TOOLS_FLAW]!, { public: false, fixedIn: 99 }),
      (world) => Object.assign(world.vms[2]!, { foothold: 'kernel', intruder: 1, snare: 'sprung' }),
      (world) => Object.assign(world.vms[3]!, { layoutKnownBy: 1, revertedFrom: 90 }),
      (world) => Object.assign(world.hosts[3]!, { intruder: 1, stolen: 1, ran: 1, tampered: true }),
      (world) => Object.assign(world.hosts[1]!, { weakFrames: [1, 2, 3], inbox: 1 }),
      (world) => world.attackers[1]!.hosts.push(id(4)),
      (world) => world.attackers.push({ ...copyOf(world.attackers[1]!), id: id(2) }),
    ];
    const found = fallen({}, false);
    // The flaw of the tools is not out in either world: only then is it hidden.
    Object.assign(found.world.flaws[TOOLS_FLAW]!, { public: false });
    const told = (world: World): string[] => {
      const view = look({ world, history: found.history });
      return startsOf(view).map((start) => {
        const { fallen: nodes, steps, blocked } = new Search(seenWorld(view)).run(start);
        return JSON.stringify([nodes, steps, blocked]);
      });
    };
    const plain = told(found.world);
    for (const change of hidden) {
      const twin = copyOf(found.world);
      change(twin);
      expect(told(twin)).toEqual(plain);
    }
    // What is published counts.
    const out = copyOf(found.world);
    Object.assign(out.flaws[TOOLS_FLAW]!, { public: true });
    expect(told(out)).not.toEqual(plain);
  });

  test('X7 what a need reads of what is hidden makes neither a road nor a wall', () => {
    const told = new Set<string>();
    for (const [, match] of moments()) {
      const view = look(match);
      for (const start of startsOf(view)) {
        const { steps, blocked } = new Search(seenWorld(view)).run(start);
        for (const { need } of blocked) told.add(need);
        for (const { attack } of steps) told.add(attack);
      }
    }
    const hidden = ['row-flips', 'snare-sprung', 'os-entered', 'hw-rowhammer-ffs'];
    expect(hidden.filter((one) => told.has(one))).toEqual([]);
    expect(told).toContain('same-credential');
  });
});

test('X6 a VM that is off leads nowhere, and what its host takes with it is told with the host', () => {
  const bench = fallen({}, false);
  Object.assign(bench.world.vms[1]!, { power: 'stopped' });
  expect(blastOf(look(bench), { kind: 'vm', id: 1 })).toMatchObject({ fallenVms: [1], roads: [] });
  const { roads, roadToVm } = blastOf(look(bench), { kind: 'credential', id: 1 });
  expect(ringOf(bench.world, 1, 2)).toBe('none');
  expect(roads.map(({ from }) => from)).toEqual(['hosts/1', 'hosts/2']);
  expect([...roadToVm.keys()].sort()).toEqual([1, 2, 3]);
});
