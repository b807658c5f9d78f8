import { describe, expect, test } from 'vitest';
import type { Attack } from '../../../shared/attacks/attack.ts';
import type { Need } from '../../../shared/attacks/need.ts';
import { allNeeds } from '../../../shared/attacks/probe.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { fact } from '../../../shared/world/fact.ts';
import { find } from '../../../shared/world/table.ts';
import {
  comesOf,
  factsOf,
  fieldOf,
  strikeIn,
  undeclaredReads,
  watched,
  worldWith,
} from '../../support/necessity.ts';
import { setups } from '../../support/setups/registry.ts';
import { some } from '../../support/some.ts';
import { benchWithReader } from '../../support/worlds.ts';

const rows = [...attacks.values()].map((attack) => [attack.id, attack] as const);

describe.each(rows)('%s', (id, attack) => {
  const { setup: make, flips, deeper: further = {} } = setups[id]!;
  const setup = make();
  const { world } = setup.turn;
  const { needs, deeper = [] } = attack;
  const facts = factsOf(needs, world, setup.strike);
  const deeperFacts = factsOf(deeper, world, setup.strike);

  test('A1 works in a world in which all its needs are true', () => {
    for (const need of allNeeds(attack))
      expect([need.id, need.holds(world, setup.strike)]).toEqual([need.id, true]);
    expect(strikeIn(setup, attack)).toEqual({ worked: true, touched: true });
  });

  test('A1 fails, and changes nothing, with any one of its facts flipped', () => {
    for (const ref of facts) {
      const values = flips[fieldOf(ref)];
      expect([ref, values?.length ?? 0]).not.toEqual([ref, 0]);
      for (const value of values ?? []) {
        const outcome = strikeIn(setup, attack, { ref, value });
        expect([ref, value, outcome]).toEqual([ref, value, { worked: false, touched: false }]);
      }
    }
    expect(Object.keys(flips).sort()).toEqual([...new Set(facts.map(fieldOf))].sort());
  });

  test('A1 A31 it works and goes no further with what only its deeper effect rests on flipped', () => {
    const whole = comesOf(setup, attack);
    for (const ref of deeperFacts) {
      const values = further[fieldOf(ref)] ?? [];
      expect([ref, values.length]).not.toEqual([ref, 0]);
      for (const value of values) {
        expect([ref, strikeIn(setup, attack, { ref, value }).worked]).toEqual([ref, true]);
        const less = comesOf(setup, attack, { ref, value });
        expect([ref, whole.includes('harm'), less.includes('harm')]).toEqual([ref, true, false]);
      }
    }
    expect(Object.keys(further).sort()).toEqual([...new Set(deeperFacts.map(fieldOf))].sort());
  });

  test('A1 each of its needs can be false by itself', () => {
    for (const need of some(allNeeds(attack))) {
      const own = need.facts(world, setup.strike).flatMap((ref) =>
        [...(flips[fieldOf(ref)] ?? []), ...(further[fieldOf(ref)] ?? [])].map((value) => {
          const other = worldWith(world, ref, value);
          return allNeeds(attack)
            .filter((n) => !n.holds(other, setup.strike))
            .map((n) => n.id);
        }),
      );
      expect(own).toContainEqual([need.id]);
    }
  });

  test('A3 its needs read the facts they name and no others, true or false', () => {
    const others = [...facts, ...deeperFacts].flatMap((ref) =>
      [...(flips[fieldOf(ref)] ?? []), ...(further[fieldOf(ref)] ?? [])].map((value) =>
        worldWith(world, ref, value),
      ),
    );
    const worlds = [world, ...others];
    for (const need of some(allNeeds(attack))) {
      for (const one of worlds)
        expect([need.id, undeclaredReads(need, one, setup.strike)]).toEqual([need.id, []]);
    }
  });

  test('A1 a strike about what does not exist fails', () => {
    const nowhere = Object.fromEntries(Object.keys(setup.strike).map((key) => [key, 99]));
    for (const key of Object.keys(setup.strike)) {
      const about = { ...setup.strike, [key]: 99 };
      expect([key, strikeIn({ ...setup, strike: about }, attack).worked]).toEqual([key, false]);
    }
    expect(strikeIn({ ...setup, strike: nowhere }, attack).worked).toBe(false);
    expect(strikeIn({ ...setup, strike: {} }, attack).worked).toBe(false);
  });

  test('A1 A3 each need by itself can be asked of what does not exist, and of nothing', () => {
    const keys = Object.keys(setup.strike);
    const abouts = [{}, Object.fromEntries(keys.map((key) => [key, 99]))];
    for (const key of keys) {
      const { [key]: _, ...others } = setup.strike;
      abouts.push(others, { ...setup.strike, [key]: 99 });
    }
    for (const about of some(abouts)) {
      const heard = allNeeds(attack).map((need) => ({
        id: need.id,
        undeclared: undeclaredReads(need, world, about),
        wrong: need
          .counters(world, about)
          .filter(({ command }) => !commands.has(command))
          .map(({ command }) => command),
      }));
      const right = allNeeds(attack).map(({ id }) => ({ id, undeclared: [], wrong: [] }));
      expect([about, heard]).toEqual([about, right]);
    }
  });

  test('A1 what it names as counters are orders that defenders can give', () => {
    const named = allNeeds(attack).flatMap((need) => need.counters(world, setup.strike));
    const wrong = named.filter(
      ({ command, args, fact: ref }) =>
        !commands.get(command)?.schema.safeParse(args).success ||
        ![...facts, ...deeperFacts].includes(ref),
    );
    expect(wrong).toEqual([]);
    // Against all that breaks something there is something to do.
    expect(named.length > 0 || attack.catalogue === null).toBe(true);
  });
});

describe('the checking itself', () => {
  test('A1 every attack has its row, and every row its attack', () => {
    expect(Object.keys(setups).sort()).toEqual([...attacks.keys()].sort());
  });

  test('A3 the glass notes reads of fields, and not of ids, holes and existence', () => {
    const { world, reads } = watched(benchWithReader().world);
    expect(find(world.vms, 99)).toBeNull();
    expect(find(world.vms, 1)?.id).toBe(1);
    expect(world.hosts.length).toBe(3);
    expect([...reads]).toEqual([]);
    expect(find(world.vms, 1)?.power).toBe('running');
    expect(world.pace.think).toBe(5);
    expect(world.phase).toBe('live');
    expect([...world.hosts].filter((host) => host?.scrub === 'never')).toHaveLength(2);
    expect([...reads]).toEqual([
      'vms/1/power',
      'pace/think',
      'phase',
      'hosts/1/scrub',
      'hosts/2/scrub',
    ]);
  });

  test('A3 a decorative fact and a silent read are both found out', () => {
    const silent: Need = {
      id: 'silent',
      words: { short: { ko: '', en: '' }, failed: { ko: '', en: '' } },
      holds: (world, { vm = 0 }) =>
        find(world.vms, vm)?.power === 'running' && world.hosts[1]?.scrub === 'never',
      facts: (_, { vm = 0 }) => [fact('vms', vm, 'power'), fact('vms', vm, 'workload')],
      counters: () => [],
    };
    const { strike, ...setup } = setups['res-mem-unscrubbed']!.setup();
    expect(undeclaredReads(silent, setup.turn.world, strike)).toEqual(['hosts/1/scrub']);
    const decorated: Attack = { ...attacks.get('res-mem-unscrubbed')!, needs: [silent] };
    const flip = { ref: fact('vms', 3, 'workload'), value: 'booking' };
    expect(strikeIn({ ...setup, strike }, decorated, flip).worked).toBe(true);
  });
});
