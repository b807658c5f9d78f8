import { describe, expect, test } from 'vitest';
import {
  componentsOf,
  latestBuild,
  patchHost,
} from '../../../../shared/mechanics/upkeep/patching.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { FLAWS, flawId } from '../../../support/hypervisor.ts';
import { eventsOf, hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

const secret = FLAWS.map((flaw) => ({ ...flaw, public: false }));
const withFlaws = (
  flaws: typeof secret,
  platform: 'type1' | 'type2' | 'container' = 'type1',
): Turn => turnOf(tiny({ flaws, hosts: hostsWith({ platform }), vms: [] }));

const publish = ({ world }: Turn, name: Parameters<typeof flawId>[0]): void =>
  setFact(world, 'flaws', flawId(name), 'public', true, id(77));

describe('patching', () => {
  test('K7 the latest build is the highest fix that is published, of that component', () => {
    const turn = withFlaws(secret);
    expect(latestBuild(turn.world, 'device-model')).toBe(0);
    publish(turn, 'xhci-uaf');
    expect(latestBuild(turn.world, 'device-model')).toBe(51);
    publish(turn, 'venom');
    expect(latestBuild(turn.world, 'device-model')).toBe(51);
    expect(latestBuild(turn.world, 'hypervisor')).toBe(0);
    expect(latestBuild(turn.world, 'hypervisor', 'device-model')).toBe(51);
    expect(latestBuild(turn.world, 'host-kernel')).toBe(0);
    publish(turn, 'fs-context');
    expect(latestBuild(turn.world, 'host-kernel')).toBe(60);
    expect(latestBuild(turn.world, 'guest-kernel')).toBe(0);
  });

  test('K7 a container host has a kernel where others have a hypervisor', () => {
    const below = ['hypervisor', 'device-model'];
    expect(componentsOf({ platform: 'type1' })).toEqual(below);
    expect(componentsOf({ platform: 'type2' })).toEqual([...below, 'tool-channel']);
    expect(componentsOf({ platform: 'container' })).toEqual(['host-kernel']);
  });

  test('K7 it is patched to what there is, because of the order and of the advisory', () => {
    const turn = withFlaws(secret);
    publish(turn, 'venom');
    patchHost(turn, id(1), NATURE, id(33));
    expect(turn.world.hosts.slice(1).map((host) => host?.build)).toEqual([50, 43]);
    const [patched] = eventsOf(turn.history, 'patched');
    expect(patched).toMatchObject({
      subjects: ['hosts/1'],
      causes: [33, 77],
      data: { from: 43, to: 50 },
    });
    expect(turn.world.provenance['hosts/1/build']).toBe(patched?.seq);
  });

  test('K7 without a fix, or with a newer build, nothing happens', () => {
    const turn = withFlaws(secret);
    patchHost(turn, id(1), NATURE, SCENARIO);
    publish(turn, 'venom');
    setFact(turn.world, 'hosts', 1, 'build', 55, SCENARIO);
    patchHost(turn, id(1), NATURE, SCENARIO);
    expect(turn.history).toEqual([]);
    expect(turn.world.hosts[1]?.build).toBe(55);
  });

  test('K7 a flaw of a hypervisor is no reason to patch the kernel of a container host', () => {
    const turn = withFlaws(secret, 'container');
    publish(turn, 'venom');
    patchHost(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.hosts[1]?.build).toBe(43);
    publish(turn, 'fs-context');
    patchHost(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.hosts[1]?.build).toBe(60);
  });
});
