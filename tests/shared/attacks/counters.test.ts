import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { commands } from '../../../shared/commands/registry.ts';
import {
  cureEarlier,
  cureInstead,
  cureNow,
  type Named,
  namedCounters,
} from '../../support/cures.ts';
import { aftermathSetups } from '../../support/setups/aftermath.ts';
import { availabilitySetups } from '../../support/setups/availability.ts';
import { deviceSetups } from '../../support/setups/devices.ts';
import { entrySetups } from '../../support/setups/entry.ts';
import { hardwareSetups } from '../../support/setups/hardware.ts';
import { hostOsSetups } from '../../support/setups/host-os.ts';
import { hypervisorSetups } from '../../support/setups/hypervisor.ts';
import { imageSetups } from '../../support/setups/images.ts';
import { librarySetups } from '../../support/setups/library.ts';
import { managementSetups } from '../../support/setups/management.ts';
import { movingSetups } from '../../support/setups/moving.ts';
import { networkSetups } from '../../support/setups/network.ts';
import { ownDeviceSetups } from '../../support/setups/own-device.ts';
import { placementSetups } from '../../support/setups/placement.ts';
import { storageSetups } from '../../support/setups/storage.ts';
import { storeSetups } from '../../support/setups/stores.ts';
import { STORIES } from '../../support/stories.ts';

const SETUPS = {
  ...aftermathSetups,
  ...deviceSetups,
  ...availabilitySetups,
  ...entrySetups,
  ...hardwareSetups,
  ...hostOsSetups,
  ...hypervisorSetups,
  ...imageSetups,
  ...managementSetups,
  ...networkSetups,
  ...movingSetups,
  ...ownDeviceSetups,
  ...placementSetups,
  ...storageSetups,
  ...storeSetups,
  ...librarySetups,
};

/** Each counter that any attack names in its minimal world. */
const named = [...attacks.values()].flatMap((attack) => {
  const make = SETUPS[attack.id]?.setup;
  if (!make) throw new Error(`no setup for ${attack.id}`);
  const { turn, strike } = make();
  return namedCounters(attack, turn.world, strike).map((one): readonly [string, Named] => [
    attack.id,
    one,
  ]);
});

const nameOf = ({ need, counter }: Named): string =>
  `${need.id} ← ${counter.command} ${JSON.stringify(counter.args)}`;

describe('what is named as a counter makes its precondition false, done through the door', () => {
  test.each(named.map(([id, one]) => [id, nameOf(one), one] as const))(
    'A10 %s: %s',
    (id, _, one) => {
      const attack = attacks.get(id)!;
      const story = STORIES[id];
      if (one.counter.moment === 'instead') {
        expect(story && cureInstead(story, attack, one)).toBeNull();
        return;
      }
      const now = cureNow(SETUPS[id]!.setup(), attack, one);
      const earlier = now === null || !story ? 'no story' : cureEarlier(story, attack, one);
      expect([now, earlier]).toContain(null);
    },
  );
});

describe('what is no counter is not named', () => {
  const countersOf = (id: string): string[] =>
    named.filter(([a]) => a === id).map(([, one]) => one.counter.command);

  test('A10 shutting a VM off from the network counters no escape', () => {
    for (const [id, { need, counter }] of named) {
      if (counter.command !== 'quarantine-vm') continue;
      // Whoever comes to a host over the network breaks out of nothing.
      if (attacks.get(id)?.targets[0] === 5) continue;
      expect([id, need.id, attacks.get(id)?.brings]).not.toEqual([id, need.id, 'host']);
    }
    expect(countersOf('esc-floppy-venom')).not.toContain('quarantine-vm');
  });

  test('A10 a check of lengths is none against a use after free, refusing the device is one', () => {
    const filters = (id: string): unknown[] =>
      named
        .filter(([a, { counter }]) => a === id && counter.command === 'exit-filter')
        .map(([, { counter }]) => counter.args.action);
    expect(filters('esc-usb-xhci')).toEqual(['refuse']);
    expect(filters('esc-floppy-venom')).toEqual(['bounds-check', 'refuse']);
  });

  test('A10 taking its drive away leaves the floppy controller, another machine type does not', () => {
    expect(countersOf('esc-floppy-venom')).toContain('change-machine-type');
    expect(countersOf('esc-floppy-venom')).not.toContain('detach-device');
    expect(countersOf('esc-usb-xhci')).toContain('detach-device');
  });

  test('A10 a VM that is made on the same host after all is given the same frames', () => {
    const id = 'res-mem-unscrubbed';
    const [, placing] = named.find(([a, { counter }]) => a === id && counter.moment === 'instead')!;
    const args = { ...placing.counter.args, host: 1 };
    const here = { ...placing, counter: { ...placing.counter, args } };
    expect(cureInstead(STORIES[id]!, attacks.get(id)!, placing)).toBeNull();
    expect(cureInstead(STORIES[id]!, attacks.get(id)!, here)).toBe('still holds');
  });

  test('every command that is named is one', () => {
    expect(named.length).toBeGreaterThan(40);
    for (const [, { counter }] of named) expect([...commands.keys()]).toContain(counter.command);
  });
});
