import { describe, expect, test } from 'vitest';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { injectionsOf, inputOf } from '../../../shared/match/injections.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { canHappen } from '../../../shared/mechanics/calendar.ts';
import { instructorAct } from '../../../shared/protocol/messages.ts';
import { emptyBook } from '../../../shared/world/losses.ts';
import { some } from '../../support/some.ts';
import { copyOf } from '../../support/worlds.ts';

function runTo(name: string, tick: number): Match {
  const match = createMatch(scenarios[name]!, 1);
  while (match.world.tick < tick) stepMatch(match, []);
  return match;
}

const live = (): Match => runTo('three-tenants', scenarios['three-tenants']!.pace.prepare! + 400);

describe('what an instructor could put in', () => {
  test('X5 is of several kinds, a few of each, each under a key of its own', () => {
    const all = injectionsOf(live());
    const events = all.flatMap((one) => (one.kind === 'event' ? [one.plan.kind] : []));
    const kinds = new Set(events);
    expect(kinds).toContain('owner-leaves');
    expect(kinds).toContain('wants-vm');
    expect(kinds).toContain('policy-edit');
    expect(kinds).toContain('balances');
    expect(kinds).toContain('port-setting');
    for (const kind of kinds) {
      expect(events.filter((one) => one === kind).length).toBeLessThanOrEqual(3);
    }
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(all.filter(({ kind }) => kind === 'attack')).not.toEqual([]);
  });

  test('X5 what attackers could try is told by the VMs that it is about, not by their numbers', () => {
    const match = live();
    const tries = injectionsOf(match).filter((one) => one.kind === 'attack');
    for (const { act, vms } of tries) {
      const named = [act.args.from, act.args.vm].filter((number) => number !== undefined);
      expect(vms).toHaveLength(named.length);
      const known = match.world.attackers[act.attacker]?.knownVms ?? [];
      for (const [i, number] of named.entries()) expect(vms[i]).toBe(known[number - 1] ?? 0);
    }
    expect(tries.some(({ vms }) => vms.some((vm) => vm > 0))).toBe(true);
  });

  test('X5 an advisory names the flaw that it would publish, and nothing else does', () => {
    const { world } = runTo('three-tenants', 1);
    const events = injectionsOf({ world }).filter((one) => one.kind === 'event');
    const advisories = events.filter(({ plan }) => plan.kind === 'advisory');
    expect(advisories.length).toBeGreaterThan(0);
    for (const { plan, flaw } of events) {
      const named = plan.kind === 'advisory' ? world.flaws[plan.flaw]?.name : null;
      expect(flaw).toBe(named);
      expect(world.flaws.some((row) => row?.name === flaw && row.public)).toBe(false);
    }
  });

  test('X5 the same world gives the same list', () => {
    const { world } = live();
    expect(injectionsOf({ world: copyOf(world) })).toEqual(injectionsOf({ world }));
  });

  test.each(Object.keys(scenarios))('X5 I4 each comes to something: %s', (name) => {
    for (const tick of [1, 300, 900]) {
      const { world } = runTo(name, tick);
      for (const one of some(injectionsOf({ world }))) {
        const match: Match = {
          scenario: scenarios[name]!,
          seed: 1,
          world: copyOf(world),
          history: [],
          losses: emptyBook(),
        };
        stepMatch(match, copyOf([inputOf(one)]), { think: false });
        const told = match.history.some((event) =>
          one.kind === 'event'
            ? event.kind === 'injected' && event.data.what === one.plan.kind
            : event.kind === 'act' &&
              event.data.attack === one.act.attack &&
              event.data.why.reason === 'instructor',
        );
        expect([one.key, told]).toEqual([one.key, true]);
        if (one.kind === 'event') expect(canHappen(world, one.plan)).toBe(true);
      }
    }
  });

  test('X5 nothing is attacked before Live, nor put in once it is over', () => {
    const kinds = injectionsOf(runTo('three-tenants', 1)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['event']));
    const authority = new Authority({ scenario: scenarios['vacated-seat']!, seed: 1 });
    expect(authority.injections()).not.toEqual([]);
    authority.submit({ kind: 'time', liveFrom: 0, overAt: 0 });
    authority.step();
    authority.step();
    expect(authority.over).toBe(true);
    expect(authority.injections()).toEqual([]);
  });

  test('X5 every key fits the message that names it', () => {
    for (const { key } of some(injectionsOf(live()))) {
      expect(instructorAct.safeParse({ kind: 'inject', world: 1, key }).success).toBe(true);
      expect(key).toMatch(/^(event|attack)\/[a-z0-9/?=&-]+$/i);
    }
  });
});
