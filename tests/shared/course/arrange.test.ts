import { describe, expect, test } from 'vitest';
import { arrange } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch } from '../../../shared/match/match.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { some } from '../../support/some.ts';
import { hostileShop, tiny } from '../../support/worlds.ts';

const plain = { level: 'opportunist', minutes: null, peopleAttack: false } as const;
const owner: ScenarioFile['attackers'][number] = {
  ...hostileShop,
  tenant: 'hospital',
  plan: { ...hostileShop.plan, asset: 'patient-records' },
  owns: [2],
};

describe('a scenario as a session plays it', () => {
  test('its attackers look as far as the level says; the rest is as its file says', () => {
    for (const scenario of some(Object.values(scenarios))) {
      const { attackers, ...rest } = arrange(scenario, { ...plain, level: 'crew' });
      const { attackers: own, ...as } = scenario;
      expect(rest).toEqual(as);
      expect(attackers.map(({ mind }) => mind)).toEqual(own.map(() => 'crew'));
      expect(attackers.map(({ tenant }) => tenant)).toEqual(own.map(({ tenant }) => tenant));
    }
  });

  test('minutes are minutes of Live', () => {
    const { world } = createMatch(arrange(tiny(), { ...plain, minutes: 9 }), 1);
    expect(world.pace).toMatchObject({ live: 9 * 60 * 5, prepare: tiny().pace.prepare });
  });

  test('played for longer, tenants go on asking at the same pace; for as long as it was written, nothing changes', () => {
    const waved = Object.values(scenarios).filter(({ waves }) => waves.length > 0);
    for (const scenario of some(waved)) {
      const { pace, waves } = scenario;
      const own = (pace.live ?? 0) / TICKS_PER_SECOND;
      const end = Math.max(...waves.map(({ to }) => to));
      const later = (minutes: number): number[] =>
        createMatch(arrange(scenario, { ...plain, minutes }), 1)
          .world.calendar.map(({ tick }) => tick / TICKS_PER_SECOND)
          .filter((second) => second > end);
      const people = scenario.people.filter(({ at }) => at[0] > end).length;
      expect(later(own / 60).length).toBe(people);
      const more = later(own / 60 + 10);
      expect(Math.max(...more)).toBeGreaterThan(end + 400);
      expect(Math.max(...more)).toBeLessThanOrEqual(end + 600);
      // In no stretch as long as the last wave is there nothing.
      const last = waves.at(-1);
      const gaps = [end, ...more, end + 600]
        .sort((a, b) => a - b)
        .map((at, i, all) => (all[i + 1] ?? at) - at);
      expect(Math.max(...gaps)).toBeLessThan((last?.to ?? 0) - (last?.from ?? 0));
    }
  });

  test('people against people: 20 s to prepare, 6 minutes, one attacker with a VM', () => {
    const two = tiny({ attackers: [hostileShop, owner] });
    const versus = arrange(two, { ...plain, peopleAttack: true });
    expect(versus.pace).toMatchObject({ prepare: 100, live: 1800 });
    expect(versus.attackers.map(({ tenant }) => tenant)).toEqual(['hospital']);
    expect(arrange(two, { ...plain, peopleAttack: true, minutes: 8 }).pace.live).toBe(2400);
  });

  test('people against people: whoever is in can be thrown out, whatever the deck', () => {
    for (const scenario of some(Object.values(scenarios))) {
      const { deck } = arrange(scenario, { ...plain, peopleAttack: true });
      const evicting = deck?.commands.filter((name) => name === 'rebuild-vm');
      expect(evicting ?? ['rebuild-vm']).toEqual(['rebuild-vm']);
      expect(deck?.attacks).toEqual(scenario.deck?.attacks);
    }
  });

  test('where no attacker has a VM, it is the first', () => {
    const two = tiny({ attackers: [hostileShop, { ...owner, owns: [] }] });
    expect(arrange(two, { ...plain, peopleAttack: true }).attackers).toMatchObject([
      { tenant: 'shop' },
    ]);
    expect(arrange(tiny(), { ...plain, peopleAttack: true }).attackers).toEqual([]);
  });
});
