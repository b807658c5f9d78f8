import { describe, expect, test } from 'vitest';
import { answersTo, playable, remedyOf } from '../../../shared/commands/answers.ts';
import { asks } from '../../../shared/commands/badges.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import { play } from '../../../shared/match/play.ts';
import { clerk } from '../../../shared/minds/defenders/clerk.ts';
import { idle } from '../../../shared/minds/defenders/idle.ts';
import { exposure } from '../../../shared/view/advisories.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { flaws } from '../../../shared/world/flaws/registry.ts';
import { blueOf } from '../support/views.ts';

/** What asks for nothing: a look that found nothing, a port group that was shut. */
const SILENT: ReadonlySet<Observation['kind']> = new Set(['nothing-found']);

const names = Object.keys(scenarios);

/** What each scenario shows to someone who does nothing, and to someone who only serves requests. */
function eachView(name: string, look: (view: BlueView) => void): void {
  for (const defender of [idle, clerk]) {
    let seen = 0;
    play(scenarios[name]!, 1, defender, {
      watch: (view) => {
        // Every two seconds is often enough: what is asked for stays for longer.
        seen += 1;
        if (seen % 2 === 0) look(view);
      },
    });
  }
}

describe.each(names)('what %s asks can be answered', (name) => {
  test('every advisory that touches anything has a remedy that leads somewhere, every alert an answer', () => {
    const bare = new Set<string>();
    const met = { advisories: 0, alerts: 0 };
    eachView(name, (view) => {
      for (const advisory of rowsOf(view, 'advisories')) {
        const { hosts, vms } = exposure(view, advisory);
        if (hosts.length + vms.length === 0) continue;
        met.advisories += 1;
        if (remedyOf(view, advisory) === null) bare.add(`advisory ${advisory.name}`);
      }
      for (const alert of rowsOf(view, 'alerts')) {
        if (alert.state !== 'open' || SILENT.has(alert.seen.kind)) continue;
        met.alerts += 1;
        const acts = answersTo(view, alert).filter(({ kind }) => kind !== 'ignore');
        if (acts.length === 0) bare.add(`alert ${JSON.stringify(alert.seen)}`);
      }
    });
    expect([...bare]).toEqual([]);
    expect(met.alerts).toBeGreaterThan(0);
    if (scenarios[name]!.flaws.length > 0) expect(met.advisories).toBeGreaterThan(0);
  });

  test('every flaw that may be published has its patch in the deck', () => {
    const { deck, flaws: there } = scenarios[name]!;
    const match = { deck: deck && { ...deck, attacks: undefined } } as never;
    const bare = there.filter(({ name: flaw }) => {
      const { component } = flaws[flaw];
      const inHost = ['hypervisor', 'device-model', 'host-kernel'].includes(component);
      return !playable(match, inHost ? 'patch-host' : 'patch-guest');
    });
    expect(bare.map(({ name: flaw }) => flaw)).toEqual([]);
  });

  test('every request that is open has an order at the request itself, or the reason why not', () => {
    const kinds = new Map<string, number>();
    const { deck } = scenarios[name]!;
    const match = createMatch(scenarios[name]!, 1);
    stepMatch(match, [{ kind: 'seat', seat: 1, pilot: 'human' }]);
    while (match.world.phase !== 'over') {
      stepMatch(match, []);
      if (match.world.tick % 10 !== 0) continue;
      for (const request of rowsOf(blueOf(match), 'requests')) {
        if (request.state !== 'open') continue;
        const offers = offersFor(match.world, 1, `requests/${request.id}`);
        expect([request.kind, offers.length > 0]).toEqual([request.kind, true]);
        kinds.set(request.kind, (kinds.get(request.kind) ?? 0) + 1);
      }
    }
    expect(kinds.size).toBeGreaterThan(0);
    expect(deck).not.toBeNull();
  });

  test('what is warned of beside a thing can be ordered there', () => {
    const match = createMatch(scenarios[name]!, 1);
    stepMatch(match, [{ kind: 'seat', seat: 1, pilot: 'human' }]);
    const view = blueOf(match);
    const offered = (subject: RowRef, ...commands: string[]): boolean =>
      offersFor(match.world, 1, subject).some(({ command }) => commands.includes(command));
    for (const { id, scrub, wipe, sandbox, seccomp, platform } of rowsOf(view, 'hosts')) {
      const host = `hosts/${id}` as const;
      if (scrub === 'never' && asks(view, 'never-scrubs'))
        expect(offered(host, 'scrub-policy')).toBe(true);
      if (wipe === 'never' && asks(view, 'never-wipes'))
        expect(offered(host, 'wipe-policy')).toBe(true);
      if (!(platform === 'container' ? seccomp : sandbox) && asks(view, 'not-confined'))
        expect(offered(host, 'confine-host')).toBe(true);
      if (asks(view, 'old-host')) expect(offered(host, 'patch-host')).toBe(true);
    }
    for (const { zone } of rowsOf(view, 'segments')) {
      if (asks(view, 'open-ports') && rowOf(view, 'zones', zone)?.name !== 'quarantine')
        expect(offered(`zones/${zone}`, 'port-security')).toBe(true);
    }
  });
});
