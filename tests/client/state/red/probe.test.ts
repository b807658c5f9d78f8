import { describe, expect, test } from 'vitest';
import {
  firstUnknown,
  isProbed,
  PROBE_TICKS,
  probedBy,
  probeOrder,
} from '../../../../client/state/red/probe.ts';
import { allNeeds, PROBE } from '../../../../shared/attacks/probe.ts';
import { attacks, probeable } from '../../../../shared/attacks/registry.ts';
import { isOver, stepMatch } from '../../../../shared/match/match.ts';
import { decodePatch, encodePatch } from '../../../../shared/protocol/codec.ts';
import { clientMessages } from '../../../../shared/protocol/messages.ts';
import { RED_COLUMNS } from '../../../../shared/view/red/red-columns.ts';
import { applyPatch, difference } from '../../../../shared/view/view.ts';
import { RED, redOf } from '../../../support/red.ts';
import { setups } from '../../../support/setups/registry.ts';
import { card, strike } from '../../support/red-fixture.ts';

const venom = card({
  attack: 'esc-floppy-venom',
  args: { vm: 2 },
  needs: [
    { need: 'guest-runs', chip: 'true' },
    { need: 'has-device', chip: 'unknown' },
    { need: 'host-unpatched', chip: 'unknown' },
  ],
});

test('a probe is of the first need that is not known, and takes eight seconds', () => {
  expect(firstUnknown(venom)).toBe('has-device');
  expect(firstUnknown(card({ chips: ['true', 'false'] }))).toBeNull();
  expect(PROBE_TICKS).toBe(40);
});

test('a probe names the attack and the need that it is of, and there is none of anything else', () => {
  expect(probeOrder(venom, 'has-device')).toEqual({
    command: 'probe',
    args: { vm: 2, attack: 'esc-floppy-venom', need: 'has-device' },
  });
  expect(probeOrder(venom, 'no-such-need')).toBeNull();
  expect(probeOrder(venom, 'reachable')).toBeNull();
  expect(probeOrder(card({ attack: 'no-such-attack' }), 'has-device')).toBeNull();
  expect(probeOrder(card({ attack: 'probe' }), 'is-tenant')).toBeNull();
});

test('a probe that is under way marks its own chip and no other', () => {
  const order = { need: 'has-device', attack: 'esc-floppy-venom', vm: 2 };
  const strikes = [{ ...strike('probe', order), quiet: true }];
  expect(isProbed(venom, 'has-device', strikes)).toBe(true);
  expect(isProbed(venom, 'host-unpatched', strikes)).toBe(false);
  expect(isProbed({ ...venom, args: { vm: 3 } }, 'has-device', strikes)).toBe(false);
  expect(strikes.map(probedBy)).toEqual([{ attack: 'esc-floppy-venom', need: 'has-device' }]);
  expect(probedBy(strike('esc-floppy-venom', { vm: 2 }))).toBeNull();
});

/** The attackers' view as it arrives at a page. */
function arrived(view: ReturnType<typeof redOf>): ReturnType<typeof redOf> {
  const bytes = encodePatch(difference(RED_COLUMNS, null, view));
  return applyPatch(RED_COLUMNS, null, decodePatch(bytes)) as ReturnType<typeof redOf>;
}

describe('from the chip that is pressed to the news of it', () => {
  const all = [...probeable.values()].flatMap((attack) =>
    allNeeds(attack).map(({ id }) => [attack.id, id] as const),
  );

  test('everything but a probe can be probed', () => {
    expect([...probeable.keys()]).toEqual([...attacks.keys()].filter((id) => id !== PROBE));
  });

  test.each(all)('%s: %s', (attack, need) => {
    const { turn: match, args } = setups[attack]!.setup();
    stepMatch(match, [{ kind: 'seat', seat: RED, pilot: 'human', side: 'red' }]);
    const pressed = card({ attack, args });

    const order = probeOrder(pressed, need)!;
    const sent = clientMessages['match:order'].parse({ n: 1, ...order });
    expect(sent.args).toEqual(order.args);

    const [answer] = stepMatch(match, [{ kind: 'order', seat: RED, ...sent }]);
    expect(answer?.refusal).toBeNull();
    const strikes = arrived(redOf(match)).tables.strikes.flatMap((row) => row ?? []);
    expect(strikes.map(probedBy)).toEqual([{ attack, need }]);
    expect(isProbed(pressed, need, strikes)).toBe(true);

    while (match.world.operations.some((row) => row !== null) && !isOver(match)) {
      stepMatch(match, []);
    }
    const news = arrived(redOf(match)).tables.news.flatMap((row) => row ?? []);
    expect(news.at(-1)).toMatchObject({ kind: 'learned', attack, need });
  });
});
