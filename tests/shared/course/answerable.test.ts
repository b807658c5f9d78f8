import { describe, expect, test } from 'vitest';
import { answersTo, playable, remedyOf } from '../../../shared/commands/answers.ts';
import { asks } from '../../../shared/commands/badges.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import { play } from '../../../shared/match/play.ts';
import type { Defender, Look } from '../../../shared/minds/defenders/defender.ts';
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

/** What a scenario shows to someone who does nothing, every other second. */
function eachView(name: string, look: (view: BlueView, offers: Look) => void): void {
  let seen = 0;
  const onlooker: Defender = (view, offers) => {
    seen += 1;
    // What is asked for stays for longer than that.
    if (seen % 2 === 0) look(view, offers);
    return [];
  };
  play(scenarios[name]!, 1, onlooker);
}

describe.each(names)('what %s asks can be answered', (name) => {
  test('every advisory that touches anything has a remedy, every alert and every request an order', () => {
    const bare = new Set<string>();
    const met = { advisories: 0, alerts: 0, requests: 0 };
    eachView(name, (view, offers) => {
      for (const { id, kind, state } of rowsOf(view, 'requests')) {
        if (state !== 'open') continue;
        met.requests += 1;
        if (offers(`requests/${id}`).length === 0) bare.add(`request ${kind}`);
      }
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
    expect(Math.min(met.alerts, met.requests)).toBeGreaterThan(0);
    if (scenarios[name]!.flaws.length > 0) expect(met.advisories).toBeGreaterThan(0);
  });

  test('every flaw that may be published has its patch in the deck', () => {
    const { deck, flaws: there } = scenarios[name]!;
    const match = { deck: deck && { ...deck, attacks: undefined } } as never;
    const bare = there.filter(({ name: flaw }) => {
      const { component } = flaws[flaw];
      const beside = ['host-os', 'container-runtime'].includes(component);
      const inHost = ['hypervisor', 'device-model', 'tool-channel', 'host-kernel'];
      const patch = inHost.includes(component) ? 'patch-host' : 'patch-guest';
      const server = component === 'management-server' ? 'patch-server' : patch;
      const backup = component === 'backup-server' ? 'patch-repository' : server;
      return !playable(match, beside ? 'patch-host-os' : backup);
    });
    expect(bare.map(({ name: flaw }) => flaw)).toEqual([]);
  });

  test('what is warned of beside a thing can be ordered there', () => {
    const match = createMatch(scenarios[name]!, 1);
    stepMatch(match, [{ kind: 'seat', seat: 1, pilot: 'human' }]);
    const view = blueOf(match);
    const offered = (subject: RowRef, ...commands: string[]): boolean =>
      offersFor(match.world, 1, subject).some(({ command }) => commands.includes(command));
    expect(rowsOf(view, 'hosts')).not.toEqual([]);
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
