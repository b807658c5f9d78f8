import { describe, expect, test } from 'vitest';
import { allNeeds, PROBE } from '../../../shared/attacks/probe.ts';
import { attacks, probeable } from '../../../shared/attacks/registry.ts';
import type { ActArgs } from '../../../shared/world/people/attacker.ts';
import { actKey } from '../../../shared/world/people/known.ts';

describe('the key of an act', () => {
  const places: readonly ActArgs[] = [
    {},
    { vm: 1 },
    { vm: 11 },
    { from: 1 },
    { from: 0, vm: 1 },
    { from: 1, vm: 1 },
  ];
  const probes = [...probeable.values()].flatMap((attack) =>
    allNeeds(attack).flatMap(({ id: need }) =>
      places.map((args): [string, ActArgs] => [PROBE, { ...args, attack: attack.id, need }]),
    ),
  );
  const acts = [...attacks.keys()].flatMap((attack) =>
    places.map((args): [string, ActArgs] => [attack, args]),
  );

  test('is of one act only', () => {
    const keys = [...probes, ...acts].map(([attack, args]) => actKey(attack, args));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is the same in whatever order its arguments stand', () => {
    for (const [attack, args] of probes) {
      const turned = Object.fromEntries(Object.entries(args).reverse());
      expect(actKey(attack, turned)).toBe(actKey(attack, args));
    }
    expect(actKey(PROBE, { vm: 3, need: 'reachable', from: 0, attack: 'net-fw-drift' })).toBe(
      'probe?attack=net-fw-drift&from=0&need=reachable&vm=3',
    );
  });

  test('no id has anything of what holds a key together', () => {
    const ids = [
      ...attacks.keys(),
      ...[...attacks.values()].flatMap((attack) => allNeeds(attack).map(({ id }) => id)),
    ];
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test('an attack names each of its needs differently', () => {
    const ids = [...attacks.values()].map((attack) => allNeeds(attack).map(({ id }) => id));
    expect(ids.map((all) => [...new Set(all)])).toEqual(ids);
  });
});
