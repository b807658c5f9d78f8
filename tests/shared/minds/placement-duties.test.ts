import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { dedicate } from '../../../shared/mechanics/pool/dedication.ts';
import { boundTenant, keepApart } from '../../../shared/minds/defenders/duties/pool.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { blueOf } from '../support/views.ts';

const [BANK, HOSPITAL, SHOP] = [1, 2, 3];

/** *The paying guest*, in which the audit log tells of launches by that tenant. */
function told(tenant: number): Match {
  const match = createMatch(scenarios['paying-guest']!, 1);
  for (let i = 0; i < 10; i += 1) stepMatch(match, [], { think: false });
  match.world.alerts.push({
    id: match.world.alerts.length as never,
    tick: match.world.tick,
    latest: match.world.tick,
    sensor: 'S5',
    host: 0,
    vm: 0,
    seen: { kind: 'launch-burst', tenant: tenant as never },
    state: 'open',
    closedAt: 0,
  });
  return match;
}

const apart = (host: number, tenant: number): unknown => ({
  command: 'dedicate-host',
  args: { host, tenant },
});

describe('what the expert does about who looks for a place', () => {
  test('M30 hosts on which that tenant is not are set apart for who is there', () => {
    const match = createMatch(scenarios['paying-guest']!, 1);
    expect(keepApart.wishes(blueOf(match))).toEqual([]);
    expect(keepApart.wishes(blueOf(told(SHOP)))).toEqual([apart(3, HOSPITAL)]);
    expect(keepApart.wishes(blueOf(told(BANK)))).toEqual([apart(1, SHOP), apart(3, HOSPITAL)]);
  });

  test('M30 M31 what is set apart already is not again', () => {
    const match = told(SHOP);
    dedicate(match, 3 as never, HOSPITAL as never, { actor: NATURE, cause: SCENARIO });
    expect(keepApart.wishes(blueOf(match))).toEqual([]);
  });

  test('R7 S90 that tenant is given a quota', () => {
    expect(boundTenant.wishes(blueOf(told(SHOP)))).toEqual([
      { command: 'set-quota', args: { tenant: SHOP } },
    ]);
  });
});
